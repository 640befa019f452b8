"""The SQLite file of a workspace: opened, one change at a time, and the program's own notes in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from graph.errors import WorkspaceError, WorkspaceInUse

VERSION = 1
FILE = "workspace.sqlite"
_WAIT_SECONDS = 20
_TAKEN = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)

_SCHEMA = """
CREATE TABLE document (
  sha256 TEXT PRIMARY KEY, media_type TEXT NOT NULL, bytes BLOB NOT NULL, text BLOB NOT NULL,
  pages TEXT NOT NULL, rules TEXT, extraction BLOB
) WITHOUT ROWID;
CREATE TABLE file (
  path TEXT PRIMARY KEY, root TEXT NOT NULL, base TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES document
) WITHOUT ROWID;
CREATE INDEX file_of_document ON file (sha256);
CREATE INDEX file_base ON file (base);
CREATE TABLE judgement (id TEXT PRIMARY KEY, made TEXT NOT NULL, row TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE note (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


class WorkspaceFile:
    """The file of the workspace in a folder, opened for reading and writing; close it, or use `with`.

    Raises:
        WorkspaceInUse: another process has held the file for too long.
        WorkspaceError: the file is of another version, damaged, or cannot be made.
    """

    def __init__(self, folder: Path | str, *, create: bool = True) -> None:
        self.folder = Path(folder)
        self.file = self.folder / FILE
        if not create and not self.file.exists():
            raise WorkspaceError(
                f"chưa có vùng làm việc ở {self.folder}; hãy chạy lineage ingest trước",
                f"there is no workspace in {self.folder}; run lineage ingest first",
            )
        with self._errors():
            self.folder.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.file, timeout=_WAIT_SECONDS, isolation_level=None)
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    def _prepare(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute("PRAGMA foreign_keys = ON")
        with self._transaction():
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            empty = not self._db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
            if version == 0 and empty:
                for statement in filter(str.strip, _SCHEMA.split(";")):
                    self._db.execute(statement)
                self._db.execute(f"PRAGMA user_version = {VERSION}")
            elif version != VERSION:
                raise WorkspaceError(
                    f"vùng làm việc {self.file} thuộc phiên bản {version}, chương trình này dùng phiên bản "
                    f"{VERSION}; hãy nạp lại tài liệu vào một thư mục mới",
                    f"the workspace {self.file} is of version {version}, this program uses "
                    f"version {VERSION}; ingest the documents into a new folder",
                )

    def close(self) -> None:
        """Close the file; nothing is lost."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            # The lowest byte is the kind of error, the others say more of it.
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _TAKEN:
                raise WorkspaceInUse(
                    f"vùng làm việc {self.file} đang được dùng: {error}",
                    f"the workspace {self.file} is in use: {error}",
                ) from error
            raise WorkspaceError(
                f"vùng làm việc {self.file} không dùng được: {error}",
                f"the workspace {self.file} cannot be used: {error}",
            ) from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._errors():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def note(self, key: str) -> str | None:
        """A value kept for the program itself, such as the state that a projection was made from."""
        with self._errors():
            found = self._db.execute("SELECT value FROM note WHERE key = ?", (key,)).fetchone() or (None,)
        return found[0]

    def set_note(self, key: str, value: str) -> None:
        """Keep a value for the program itself."""
        with self._transaction() as db:
            db.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (key, value))
