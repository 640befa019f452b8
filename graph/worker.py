"""A child process for what must be stoppable: users' queries.

Neither Oxigraph nor ladybug can be relied on to stop a query in time or to bound its memory, so users'
queries run in a child that is killed when it takes too long or grows too big. The child lives on
between calls, so that what it has opened stays open.
"""

from __future__ import annotations

import os
import pickle
import select
import struct
import subprocess
import sys
import threading
import time
from importlib import import_module
from queue import Empty, LifoQueue
from typing import IO, Any

from graph.errors import LineageError, QueryStopped, StoreError

MEMORY = 2 << 30
COUNT = 2
_START = 3.0  # seconds to start and to open files, on top of a query's own limit
_GRACE = 0.3
_POLL = 0.05
_HEAD = struct.Struct(">Q")
_SERVE = "from graph.worker import serve; serve()"


class Worker:
    """Calls functions of this program in a child process, one call at a time."""

    def __init__(self, memory: int = MEMORY) -> None:
        self._memory = memory
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None

    def call(self, function: str, *arguments: Any, seconds: float) -> Any:
        """What `function` ("package.module:name") returns for `arguments`.

        Raises:
            QueryStopped: it took more than `seconds`, or more memory than this worker's limit.
            LineageError: what the function itself raised.
            StoreError: the child cannot be started.
        """
        with self._lock:
            fresh = self._child is None or self._child.poll() is not None
            child = self._child = self._start() if fresh else self._child
            assert child is not None
            try:
                self._send(child, function, arguments)
                self._wait(child, seconds + (_START if fresh else _GRACE))
                answer = _read(child.stdout)
                if answer is None:
                    raise stopped_by_memory()
            except BaseException:
                self._stop()
                raise
        if isinstance(answer, LineageError):
            raise answer
        return answer[0]

    def close(self) -> None:
        """End the child."""
        with self._lock:
            self._stop()

    def __del__(self) -> None:
        self._stop()

    def _start(self) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                [sys.executable, "-c", _SERVE],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        except OSError as error:
            raise StoreError(
                f"không chạy được tiến trình con: {error}", f"cannot start a child process: {error}"
            ) from error

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    pipe.close()

    def _send(self, child: subprocess.Popen[bytes], function: str, arguments: tuple[Any, ...]) -> None:
        assert child.stdin is not None
        try:
            _write(child.stdin, (function, arguments))
        except BrokenPipeError:
            raise stopped_by_memory() from None

    def _wait(self, child: subprocess.Popen[bytes], seconds: float) -> None:
        """Return when the child has begun to answer or is gone."""
        assert child.stdout is not None
        end = time.monotonic() + seconds
        while not select.select([child.stdout], [], [], _POLL)[0]:
            if time.monotonic() > end:
                raise stopped_by_time()
            if _resident(child.pid) > self._memory:
                raise stopped_by_memory()


class Workers:
    """A few workers, so that one slow query does not hold up the others."""

    def __init__(self, count: int = COUNT, memory: int = MEMORY) -> None:
        self._all = [Worker(memory) for _ in range(count)]
        self._idle: LifoQueue[Worker] = LifoQueue()
        for worker in self._all:
            self._idle.put(worker)

    def call(self, function: str, *arguments: Any, seconds: float) -> Any:
        """`Worker.call` of the first worker that is free; waiting for one is also limited to `seconds`."""
        try:
            worker = self._idle.get(timeout=seconds)
        except Empty:
            raise stopped_by_time() from None
        try:
            return worker.call(function, *arguments, seconds=seconds)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End the children."""
        for worker in self._all:
            worker.close()


def serve() -> None:
    """The child's loop: answer calls from standard input until it ends."""
    calls, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print must not get between the answers
    while (call := _read(calls)) is not None:
        function, arguments = call
        module, name = function.split(":")
        answer: object
        try:
            answer = (getattr(import_module(module), name)(*arguments),)
        except LineageError as error:
            answer = error
        except MemoryError:
            return
        except Exception as error:
            answer = StoreError(f"lỗi khi trả lời: {error}", f"answering failed: {error}")
        _write(answers, answer)


def stopped_by_time() -> QueryStopped:
    """The error of a query that took too long."""
    return QueryStopped("câu hỏi quá thời gian cho phép", "the query reached its time limit")


def stopped_by_memory() -> QueryStopped:
    """The error of a query that grew too big."""
    return QueryStopped("câu hỏi quá bộ nhớ cho phép", "the query reached its memory limit")


def _write(pipe: IO[bytes], value: Any) -> None:
    content = pickle.dumps(value)
    pipe.write(_HEAD.pack(len(content)) + content)
    pipe.flush()


def _read(pipe: IO[bytes] | None) -> Any:
    assert pipe is not None
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    content = pipe.read(*_HEAD.unpack(head))
    return pickle.loads(content)


def _resident(pid: int) -> int:
    """The child's memory in bytes; 0 where the system does not tell."""
    try:
        with open(f"/proc/{pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return 0
