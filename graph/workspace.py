"""The truth: documents as read, what was read out of them, and what people decided. One SQLite file.

Everything else (the graph, its stores, RDF) is a projection that can be made anew from here. Each public
method is one transaction: a process killed at any moment leaves the workspace as it was before or after.

A document is its bytes: two files with equal bytes are one. Its name is the file's base name; where two
documents share it, both stand with the first eight digits of their checksum before it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePath

from graph.errors import NothingFound, WorkspaceError
from graph.extraction import RULES_VERSION, Extraction, from_json, to_json
from graph.judgements import Judgement, judgement_of
from graph.packing import packed, packed_text, unpacked, unpacked_text
from graph.workspace_file import WorkspaceFile

UNFITTING = "unfitting"


@dataclass(frozen=True, slots=True)
class Document:
    """One document as read. `pages` are the offsets at which pages begin, where the file has pages;
    `path` is its first file, `root` the folder (or file) that the user named to have it read."""

    name: str
    sha256: str
    media_type: str
    text: str
    pages: tuple[int, ...]
    path: str
    root: str


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader made of a file's bytes, and the rules of its text."""

    media_type: str
    text: str
    pages: tuple[int, ...]
    extraction: Extraction


def checksum(content: bytes) -> str:
    """The SHA-256 by which a document is known, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


class Workspace(WorkspaceFile):
    """The workspace in a folder: its documents, what was read out of them, and the judgements."""

    # Documents

    def is_read(self, sha256: str) -> bool:
        """Whether a document with this checksum was read by the rules of this program's version."""
        with self._errors():
            row = self._db.execute("SELECT rules FROM document WHERE sha256 = ?", (sha256,)).fetchone()
        return row is not None and row[0] == RULES_VERSION

    def put(self, path: str, root: str, content: bytes, read: Read | None = None) -> str:
        """Record that the file at `path`, read under `root`, holds `content`; returns its checksum.

        `read` may be left out if `is_read` says that the document need not be read again. A document
        that no file holds any more goes.

        Raises:
            WorkspaceError: the document was never read, and `read` is missing.
        """
        return self.put_all([(path, root, content, read)])[0]

    def put_all(self, files: Iterable[tuple[str, str, bytes, Read | None]]) -> list[str]:
        """`put` for several files in one transaction."""
        with self._transaction() as db:
            sums = []
            for path, root, content, read in files:
                sha256 = checksum(content)
                if read is not None:
                    db.execute(
                        "INSERT OR REPLACE INTO document (sha256, bytes, media_type, text, pages, rules, "
                        "extraction) VALUES (?, ?, ?, ?, ?, ?, ?)",
                        (sha256, packed(content), *_columns(read)),
                    )
                elif not db.execute("SELECT 1 FROM document WHERE sha256 = ?", (sha256,)).fetchone():
                    raise WorkspaceError(f"{path} chưa được đọc", f"{path} was not read")
                db.execute(
                    "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)",
                    (path, root, PurePath(path).name, sha256),
                )
                sums.append(sha256)
            self._drop_orphans()
        return sums

    def forget_missing(self, root: str, present: Iterable[str]) -> list[str]:
        """Remove the files once read under `root` that are not `present` (paths) any more, and moved ones.

        Moved are those that are gone, with equal bytes present. Returns the names of documents gone.
        """
        before = self.names()
        kept, inside = set(present), root.rstrip("/") + "/"
        with self._transaction() as db:
            files = db.execute("SELECT path, root, sha256 FROM file").fetchall()
            copied = {sha256 for path, _, sha256 in files if path in kept}
            gone = [
                path
                for path, of, sha256 in files
                if path not in kept
                and (of == root or path.startswith(inside) or (sha256 in copied and not Path(path).exists()))
            ]
            db.executemany("DELETE FROM file WHERE path = ?", [(path,) for path in gone])
            self._drop_orphans()
        left = self.names()
        return sorted(name for sha256, name in before.items() if sha256 not in left)

    def remove(self, names: Sequence[str]) -> None:
        """Remove documents by name.

        Raises:
            NothingFound: there is no document of one of the names; then none is removed.
        """
        by_name = {name: sha256 for sha256, name in self.names().items()}
        for name in names:
            if name not in by_name:
                raise NothingFound(f"không có tài liệu “{name}”", f'there is no document "{name}"')
        with self._transaction() as db:
            db.executemany("DELETE FROM file WHERE sha256 = ?", [(by_name[name],) for name in names])
            self._drop_orphans()

    def _drop_orphans(self) -> None:
        self._db.execute("DELETE FROM document WHERE sha256 NOT IN (SELECT sha256 FROM file)")

    def names(self) -> dict[str, str]:
        """The name of each document by its checksum, in order of names."""
        with self._errors():
            rows = self._db.execute("SELECT sha256, min(base) FROM file GROUP BY sha256").fetchall()
        shared: dict[str, int] = {}
        for _, base in rows:
            shared[base] = shared.get(base, 0) + 1
        named = ((f"{sha256[:8]}-{base}" if shared[base] > 1 else base, sha256) for sha256, base in rows)
        return {sha256: name for name, sha256 in sorted(named)}

    def document(self, name: str) -> Document:
        """One document by its name.

        Raises:
            NothingFound: there is none of that name.
        """
        sha256 = self._checksum_of(name)
        with self._errors():
            media, text, pages = self._db.execute(
                "SELECT media_type, text, pages FROM document WHERE sha256 = ?", (sha256,)
            ).fetchone()
            path, root = self._db.execute(
                "SELECT path, root FROM file WHERE sha256 = ? ORDER BY path", (sha256,)
            ).fetchone()
        return Document(name, sha256, media, unpacked_text(text), tuple(json.loads(pages)), path, root)

    def original(self, name: str) -> bytes:
        """The bytes of a document's file.

        Raises:
            NothingFound: there is none of that name.
        """
        sha256 = self._checksum_of(name)
        with self._errors():
            row = self._db.execute("SELECT bytes FROM document WHERE sha256 = ?", (sha256,)).fetchone()
        return unpacked(row[0])

    def _checksum_of(self, name: str) -> str:
        """The checksum of the document of a name, as `names` gives it."""
        alone = self._of_base(name)
        if len(alone) == 1:
            return alone[0]
        prefix, _, base = name.partition("-")
        for sha256 in self._of_base(base) if len(prefix) == 8 else ():
            if sha256.startswith(prefix) and len(self._of_base(base)) > 1:
                return sha256
        raise NothingFound(f"không có tài liệu “{name}”", f'there is no document "{name}"')

    def _of_base(self, base: str) -> list[str]:
        """The documents whose base name is `base`."""
        with self._errors():
            rows = self._db.execute(
                "SELECT sha256 FROM file WHERE sha256 IN (SELECT sha256 FROM file WHERE base = ?) "
                "GROUP BY sha256 HAVING min(base) = ?",
                (base, base),
            ).fetchall()
        return [row[0] for row in rows]

    def extractions(self) -> Iterator[tuple[str, Extraction]]:
        """Every document's name and extraction, in order of names, read one by one."""
        for sha256, name in self.names().items():
            yield name, self._extraction(sha256, name)

    def extraction(self, name: str) -> Extraction:
        """What one document yielded.

        Raises:
            NothingFound: there is none of that name.
        """
        return self._extraction(self._checksum_of(name), name)

    def _extraction(self, sha256: str, name: str) -> Extraction:
        with self._errors():
            row = self._db.execute("SELECT extraction FROM document WHERE sha256 = ?", (sha256,)).fetchone()
        return from_json(json.loads(unpacked(row[0])), name)

    def stale(self) -> list[tuple[str, str, bytes]]:
        """The documents read by other rules than this program's: name, media type, bytes."""
        with self._errors():
            rows = self._db.execute(
                "SELECT sha256, media_type, bytes FROM document WHERE rules IS NOT ?", (RULES_VERSION,)
            ).fetchall()
        names = self.names()
        return sorted((names[sha256], media, unpacked(content)) for sha256, media, content in rows)

    def reread(self, sha256: str, read: Read) -> None:
        """Put a new reading of a document in the place of the old one."""
        with self._transaction() as db:
            db.execute(
                "UPDATE document SET media_type = ?, text = ?, pages = ?, rules = ?, extraction = ? "
                "WHERE sha256 = ?",
                (*_columns(read), sha256),
            )

    # Judgements

    def judgements(self) -> list[Judgement]:
        """All judgements, undone ones too, in order of time."""
        with self._errors():
            rows = self._db.execute("SELECT row FROM judgement ORDER BY made, id").fetchall()
        return [judgement_of(json.loads(row[0])) for row in rows]

    def unfitting(self) -> list[Judgement]:
        """Those in force that fitted nothing when the graph was built: `UNFITTING` is the note of their ids."""
        ids = json.loads(self.note(UNFITTING) or "[]")
        return [one for one in self.judgements() if one.id in ids and one.undone is None]

    def judge(self, judgements: Iterable[Judgement]) -> None:
        """Keep judgements; one with a known id takes the place of the earlier one (so it is undone)."""
        with self._transaction() as db:
            db.executemany("INSERT OR REPLACE INTO judgement VALUES (?, ?, ?)", map(_row, judgements))

    @contextmanager
    def judging(self, judgements: Iterable[Judgement]) -> Iterator[None]:
        """Keep judgements while the graph is built from them; what the body raises takes them back.

        Notes go too then, for a graph that was half changed may not pass for the one of the old state.

        Raises:
            WorkspaceError: they could not be taken back; the next rebuild carries them out.
        """
        made = list(judgements)
        ids = [judgement.id for judgement in made]
        before = [judgement for judgement in self.judgements() if judgement.id in ids]
        self.judge(made)
        try:
            yield
        except BaseException as failure:
            try:
                self._take_back(ids, before)
            except WorkspaceError as error:
                raise WorkspaceError(
                    f"đã lưu quyết định nhưng chưa dựng lại được đồ thị ({failure}); quyết định sẽ được "
                    "áp dụng khi chạy lineage ingest lần sau",
                    f"the decision is kept, but the graph could not be rebuilt ({failure}); it will be "
                    "applied by the next lineage ingest",
                ) from error
            raise

    def _take_back(self, ids: Sequence[str], before: Iterable[Judgement]) -> None:
        with self._transaction() as db:
            db.executemany("DELETE FROM judgement WHERE id = ?", [(id,) for id in ids])
            db.executemany("INSERT INTO judgement VALUES (?, ?, ?)", map(_row, before))
            db.execute("DELETE FROM note")

    def state(self) -> str:
        """A checksum of all that the graph is made from: names, documents, rules, judgements."""
        with self._errors():
            rules = dict(self._db.execute("SELECT sha256, rules FROM document").fetchall())
            judged = self._db.execute("SELECT row FROM judgement ORDER BY made, id").fetchall()
        rows = [[name, sha256, rules[sha256]] for sha256, name in self.names().items()]
        return checksum(json.dumps([rows, judged], ensure_ascii=False).encode("utf-8"))


def _row(judgement: Judgement) -> tuple[str, str, str]:
    """A judgement as it is kept."""
    return judgement.id, judgement.when, json.dumps(asdict(judgement), ensure_ascii=False)


def _columns(read: Read) -> tuple[str, bytes, str, str, bytes]:
    """A reading as it is kept: media type, text, pages, rules, extraction."""
    extraction = json.dumps(to_json(read.extraction), ensure_ascii=False)
    pages = json.dumps(read.pages)
    return read.media_type, packed_text(read.text), pages, RULES_VERSION, packed_text(extraction)
