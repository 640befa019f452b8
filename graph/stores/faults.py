"""What ladybug says is wrong, as errors of ours."""

from __future__ import annotations

import errno
from pathlib import Path

from graph.errors import LineageError, StoreError
from graph.store import refusal
from graph.worker import stopped_by_memory, stopped_by_time


def not_opened(path: Path, error: OSError | RuntimeError) -> StoreError:
    """Why the graph at `path` cannot be opened."""
    return StoreError(f"không mở được đồ thị {path}: {error}", f"cannot open the graph {path}: {error}")


def not_read(path: Path, error: RuntimeError) -> LineageError:
    """Why a question of our own was not answered."""
    if _short_of_memory(error):
        return stopped_by_memory()
    return StoreError(
        f"đồ thị {path} hỏng hoặc thuộc phiên bản khác; hãy chạy `lineage ingest`: {error}",
        f"the graph {path} is damaged or of another version; run `lineage ingest`: {error}",
    )


def refused(error: RuntimeError) -> LineageError:
    """Why a user's query was not answered."""
    message = " ".join(str(error).split())
    if "Interrupted" in message:
        return stopped_by_time()
    return stopped_by_memory() if _short_of_memory(error) else refusal(message)


def _short_of_memory(error: RuntimeError) -> bool:
    return any(words in str(error) for words in ("Buffer manager", "bad_alloc"))


def not_written(path: Path, error: OSError | RuntimeError) -> StoreError:
    """Why the graph at `path` could not be replaced, in one sentence; the driver's words tell a full disk."""
    full = isinstance(error, OSError) and error.errno == errno.ENOSPC
    if full or "No space left" in str(error):
        return StoreError(
            f"đĩa đầy nên không ghi được đồ thị vào {path}; đồ thị cũ còn nguyên",
            f"the disk is full: the graph cannot be written to {path}; the old one is untouched",
        )
    words = " ".join(str(error).split())
    return StoreError(
        f"không ghi được đồ thị vào {path}: {words}", f"cannot write the graph to {path}: {words}"
    )
