"""Changes to a workspace: documents in and out, and the graph built anew after each; see also `judging`.

The order is always: change the truth (one SQLite file), resolve identity over all of it, build the graph,
write a new store beside the old one and move it into its place. A kill at any moment leaves the truth as
it was or as it is, and the old graph whole; the next ingest takes up where this one stopped.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.messages import message
from api.questions import STORE, Questions
from graph.errors import LineageError, UnreadableDocument
from graph.extraction import Extraction
from graph.judgements import Judgement
from graph.model import GRAPH_VERSION, RELATIONS
from graph.store import question
from graph.stores.embedded import EmbeddedStore
from graph.stores.schema import evidence_row
from graph.workspace import UNFITTING, Read, Workspace, checksum

if TYPE_CHECKING:
    from graph.build import LeftOut

BATCH = 64
PARALLEL_FROM = 24
GRAPH_STATE = "graph"
LEFT_OUT = "left-out"

Edge = dict[str, Any]


@dataclass(slots=True)
class Report:
    """What an ingest did: documents, the links between directives that came and went, and what failed.

    `left_out` are the statements that the graph does not have, for they point from an earlier directive
    at a later one: links with `source_date`, `target_date` and `evidence`.
    """

    read: int = 0
    unchanged: int = 0
    removed: int = 0
    errors: list[LineageError] = field(default_factory=list)
    gained: list[Edge] = field(default_factory=list)
    lost: list[Edge] = field(default_factory=list)
    left_out: list[Edge] = field(default_factory=list)
    holds: dict[str, Any] = field(default_factory=dict)
    unfitting: list[Judgement] = field(default_factory=list)

    def to_json(self, lang: str) -> dict[str, Any]:
        """The report as `lineage ingest --json` prints it."""
        counts = {"read": self.read, "unchanged": self.unchanged, "removed": self.removed}
        errors = [{"code": error.code, "message": error.message(lang)} for error in self.errors]
        return {
            "documents": counts,
            "errors": errors,
            "edges": {"gained": self.gained, "lost": self.lost},
            "left_out": self.left_out,
            "holds": self.holds,
            "unfitting": [judgement.id for judgement in self.unfitting],
        }


class Progress:
    """A progress bar on stderr with rate and time left; silent without a language."""

    def __init__(self, lang: str | None = None) -> None:
        self.lang = lang

    @contextmanager
    def of(self, key: str, total: int) -> Iterator[Callable[[], object]]:
        """A bar of `total` files; calling what it yields is one step."""
        if self.lang is None or not total:
            yield lambda: None
            return
        from tqdm import tqdm

        # A log is no screen: there a line now and then is enough.
        often = 0.1 if sys.stderr.isatty() else 5.0
        words, unit = (message("commands", f"say.{name}", self.lang) for name in (key, "files"))
        with tqdm(total=total, desc=words, unit=f" {unit}", file=sys.stderr, mininterval=often) as bar:
            yield bar.update

    def say(self, key: str) -> None:
        """A line on stderr."""
        if self.lang is not None:
            print(message("commands", f"say.{key}", self.lang), file=sys.stderr)


@dataclass(frozen=True, slots=True)
class _File:
    """A file to read, and the folder (or file) that was named to have it read."""

    path: Path
    root: Path


def ingest(folder: Path, paths: Sequence[Path], progress: Progress | None = None) -> Report:
    """Read files and folders into the workspace at `folder`, then rebuild the graph if anything changed.

    A file that cannot be read is reported in `errors`; the others are still read. Files once read
    under a folder of `paths` that are gone from it are gone from the workspace.

    Raises:
        WorkspaceError: the workspace cannot be used.
        StoreError: the graph cannot be written.
    """
    progress = progress or Progress()
    report = Report()
    with exclusive(folder), Workspace(folder) as workspace:
        files = list(_files(paths, report))
        _read_all(workspace, files, report, progress)
        _reread_stale(workspace, report, progress)
        present = [str(file.path) for file in files]
        for root in paths:
            if root.exists():
                report.removed += len(workspace.forget_missing(str(root.resolve()), present))
        rebuild(workspace, report, progress)
    return report


def remove(folder: Path, names: Sequence[str]) -> Report:
    """Take documents out by name, then rebuild the graph.

    Raises:
        NothingFound: a name is unknown; then nothing is removed.
    """
    report = Report(removed=len(names))
    with exclusive(folder, create=False), Workspace(folder, create=False) as workspace:
        workspace.remove(names)
        rebuild(workspace, report, Progress())
    return report


def rebuild(workspace: Workspace, report: Report, progress: Progress) -> None:
    """Build the graph from the workspace and move it into place, unless it is the one that stands.

    Fills the report's links gained, lost and left out, and what the workspace holds.
    """
    path = workspace.folder / STORE
    state = f"{GRAPH_VERSION} {workspace.state()}"
    before = _links(path)
    if workspace.note(GRAPH_STATE) != state or before is None:
        from graph.build import build_parts
        from graph.identity.resolve import resolve
        from graph.judgements import following
        from graph.stores.parts import arrow_parts

        progress.say("building")
        judgements = following(workspace.judgements(), workspace.extractions(), workspace.names())
        resolution = resolve(workspace.extractions(), judgements)
        idle = [judgement.id for judgement in resolution.unfitting]
        left_out: list[LeftOut] = []
        parts = build_parts(resolution, workspace.extractions, left_out)
        # Nothing else holds the resolution, so it is gone when the store takes its memory to finish.
        del resolution
        EmbeddedStore.build_tables(arrow_parts(parts), path)
        workspace.set_note(UNFITTING, json.dumps(idle))
        workspace.set_note(LEFT_OUT, json.dumps([_left_out(one) for one in left_out]))
        workspace.set_note(GRAPH_STATE, state)
    after = _links(path) or set()
    report.gained = _changes(after - (before or set()))
    report.lost = _changes((before or set()) - after)
    questions = Questions(workspace.folder)
    report.holds = questions.counts()
    questions.close()
    report.left_out = json.loads(workspace.note(LEFT_OUT) or "[]")
    report.unfitting = workspace.unfitting()


def _left_out(one: LeftOut) -> Edge:
    edge = one.edge
    ends = {"kind": edge.kind, "manner": edge.manner, "source": edge.source, "target": edge.target}
    dates = {"source_date": one.source_date, "target_date": one.target_date}
    return {**ends, **dates, "evidence": evidence_row(edge.evidence)}


def _links(path: Path) -> set[tuple[str, ...]] | None:
    """The links between directives in a store; None if there is none that can be read."""
    if not path.exists():
        return None
    try:
        with EmbeddedStore.open(path) as store:
            rows = store.rows(question("all_links"))
    except LineageError:
        return None
    return {(row["kind"], row["manner"] or "", row["source"], row["target"]) for row in rows}


def _changes(edges: Iterable[tuple[str, ...]]) -> list[Edge]:
    named = (dict(zip(("kind", "manner", "source", "target"), edge, strict=True)) for edge in edges)
    return sorted(
        ({**edge, "manner": edge["manner"] or None} for edge in named),
        key=lambda edge: (RELATIONS.index(str(edge["kind"])), str(edge["source"]), str(edge["target"])),
    )


@contextmanager
def exclusive(folder: Path, create: bool = True) -> Iterator[None]:
    """One change of a workspace at a time; a second one waits."""
    import fcntl

    if create:
        folder.mkdir(parents=True, exist_ok=True)
    elif not folder.is_dir():
        # Nothing to guard, and nothing may be made: opening the workspace will say so.
        yield
        return
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _files(paths: Iterable[Path], report: Report) -> Iterator[_File]:
    """The files to read, folders searched through; what is missing or empty goes into the report."""
    from ingest.readers import readable

    seen: set[Path] = set()
    for path in paths:
        root = path.resolve()
        inside = (
            sorted(p for p in root.rglob("*") if p.is_file() and readable(p)) if root.is_dir() else [root]
        )
        if not inside:
            report.errors.append(
                UnreadableDocument(
                    f"{path}: thư mục không có tệp nào đọc được; hãy kiểm tra đường dẫn",
                    f"{path}: the folder has no file that can be read; check the path",
                )
            )
        for file in inside:
            if file not in seen:
                seen.add(file)
                yield _File(file, root)


Reading = tuple[bytes, Read | None, LineageError | None]


def read_document(path: str) -> Reading:
    """A file's bytes and what it states, or why it could not be read."""
    from ingest.readers import read_file

    try:
        source = read_file(Path(path))
        return source.raw, _reading(source.name, source.text, source.media_type, source.pages), None
    except LineageError as error:
        return b"", None, error


def _reading(name: str, text: str, media_type: str, pages: Sequence[tuple[int, int]]) -> Read:
    from ingest.pipeline import read
    from ingest.text import Text

    extraction: Extraction = read(Text(name, text))
    return Read(media_type, text, tuple(start for start, _ in pages), extraction)


def _read_all(workspace: Workspace, files: Sequence[_File], report: Report, progress: Progress) -> None:
    """Read what is new into the workspace, a batch a transaction, so that a stop loses at most one."""
    known = frozenset(sha256 for sha256 in workspace.names() if workspace.is_read(sha256))
    batch: list[tuple[str, str, bytes, Read | None]] = []
    with progress.of("reading", len(files)) as step:
        for file, (content, read, error) in zip(files, _readings(files, known), strict=True):
            step()
            if error is not None:
                report.errors.append(error)
                continue
            report.read += read is not None
            report.unchanged += read is None
            batch.append((str(file.path), str(file.root), content, read))
            if len(batch) >= BATCH:
                workspace.put_all(batch)
                batch.clear()
        workspace.put_all(batch)


def _readings(files: Sequence[_File], known: frozenset[str]) -> Iterator[Reading]:
    """The readings in order, only the bytes of what is `known`; many new files are read by several processes."""
    paths = [str(file.path) for file in files]
    new = [checksum(_content(path)) not in known for path in paths]
    unread = [path for path, is_new in zip(paths, new, strict=True) if is_new]
    with _mapping(len(unread)) as mapped:
        readings = iter(mapped(read_document, unread))
        for path, is_new in zip(paths, new, strict=True):
            yield next(readings) if is_new else (_content(path), None, None)


def _content(path: str) -> bytes:
    """A file's bytes; none where its reader will say what is wrong with it."""
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""


@contextmanager
def _mapping(number: int) -> Iterator[Callable[..., Iterable[Reading]]]:
    """`map`, over several processes where `number` is worth their start."""
    if number < PARALLEL_FROM:
        yield map
        return
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial
    from multiprocessing import get_context

    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield partial(pool.map, chunksize=4)


def _reread_stale(workspace: Workspace, report: Report, progress: Progress) -> None:
    """Read again what earlier rules read, from the bytes that the workspace keeps."""
    from ingest.readers import read_bytes

    stale = workspace.stale()
    with progress.of("rereading", len(stale)) as step:
        for name, _, content in stale:
            step()
            try:
                source = read_bytes(content, name)
                read = _reading(name, source.text, source.media_type, source.pages)
                workspace.reread(checksum(content), read)
                report.read += 1
            except LineageError as error:
                report.errors.append(error)
