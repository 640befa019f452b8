"""Clients that ask over HTTP and take next to no time themselves: one kept connection each, no library."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Sequence
from pathlib import Path

_HEAD_END = b"\r\n\r\n"


def ask(port: int, plans: Sequence[Sequence[str]], pause: float = 0.0) -> tuple[list[float], float]:
    """The seconds of every answer, and of all together; each plan is the paths that one client asks for.

    A client asks for its next path when `pause` has passed since it asked for the one before.
    """
    times: list[float] = []
    threads = [
        threading.Thread(target=lambda plan=plan: times.extend(_one(port, plan, pause))) for plan in plans
    ]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
        time.sleep(pause / len(threads))
    for thread in threads:
        thread.join()
    assert len(times) == sum(map(len, plans)), "a client failed"
    return times, time.perf_counter() - started


def _one(port: int, paths: Sequence[str], pause: float) -> list[float]:
    times = []
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for path in paths:
            started = time.perf_counter()
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
            _read(connection)
            times.append(time.perf_counter() - started)
            time.sleep(max(0.0, pause - times[-1]))
    return times


def _read(connection: socket.socket) -> None:
    """One answer, which must be a good one."""
    content = connection.recv(1 << 16)
    while _HEAD_END not in content:
        content += connection.recv(1 << 16)
    head, _, body = content.partition(_HEAD_END)
    assert head.startswith(b"HTTP/1.1 200"), head
    size = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
    read = len(body)
    while read < size:
        read += len(connection.recv(1 << 18))


def processor_seconds(pid: int) -> float:
    """What a process has used of the processor so far; 0 where the system does not tell."""
    try:
        values = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(values[11]) + int(values[12])) / 100
