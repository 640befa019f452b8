"""What people decide: kept, taken back, taken in from a file; the graph is built anew after each."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from api.questions import Questions
from api.service import Progress, Report, exclusive, rebuild
from graph.errors import NothingFound, UnreadableDocument, UsageError
from graph.judgements import Judgement, Mentioned, Named, Ref, from_lines, ref_of
from graph.workspace import Workspace


def judge(folder: Path, kind: str, of: Sequence[str], who: str, why: str) -> Judgement:
    """Keep a decision and rebuild the graph; `of` names mentions (DOCUMENT@START) or directives (REF).

    Whether it changed anything, `unfitting` tells.

    Raises:
        UsageError: `kind` and `of` do not suit each other.
        NothingFound, AmbiguousReference: a REF means none, or several.
    """
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
    with exclusive(folder, create=False), Workspace(folder, create=False) as workspace:
        sides = [_side(folder, workspace, text) for text in of]
        if not 1 <= len(sides) <= 2:
            raise UsageError("cần một hoặc hai đối tượng", "one or two things are needed")
        second = sides[1] if len(sides) == 2 else None
        if second == sides[0]:
            raise UsageError(
                "hai bên là một, không có gì để quyết định",
                "both sides are one and the same, so there is nothing to decide",
            )
        made = Judgement(uuid.uuid4().hex[:12], kind, sides[0], second, who, now, why)  # type: ignore[arg-type]
        with workspace.judging([made]):
            rebuild(workspace, Report(), Progress())
    return made


def undo(folder: Path, id: str) -> None:
    """Take a decision back; it stays listed as undone.

    Raises:
        NothingFound: there is none of that id.
    """
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
    with exclusive(folder, create=False), Workspace(folder, create=False) as workspace:
        found = [made for made in workspace.judgements() if made.id == id and made.undone is None]
        if not found:
            raise NothingFound(f"không có quyết định {id} còn hiệu lực", f"no decision {id} is in force")
        with workspace.judging([replace(found[0], undone=now)]):
            rebuild(workspace, Report(), Progress())


def import_judgements(folder: Path, file: Path) -> int:
    """Keep the decisions of a file that `judge --export` wrote; returns their number.

    Raises:
        UnreadableDocument: there is no such file.
        UsageError: a line of it is no decision.
    """
    try:
        made = list(from_lines(file.read_text(encoding="utf-8").splitlines()))
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableDocument(
            f"{file}: không đọc được tệp quyết định; hãy kiểm tra đường dẫn",
            f"{file}: the file of decisions cannot be read; check the path",
        ) from error
    with exclusive(folder), Workspace(folder) as workspace, workspace.judging(made):
        rebuild(workspace, Report(), Progress())
    return len(made)


def unfitting(folder: Path) -> list[Judgement]:
    """The decisions in force that fit nothing any more, as the graph was last built."""
    with Workspace(folder, create=False) as workspace:
        return workspace.unfitting()


def _side(folder: Path, workspace: Workspace, text: str) -> Ref:
    """What a decision speaks of; a directive is anchored in the document that holds it, or cites it."""
    document, _, start = text.rpartition("@")
    if document and start.isdecimal() and document in workspace.names().values():
        quote = next(
            (
                c.evidence.quote
                for c in workspace.extraction(document).citations
                if c.evidence.start == int(start)
            ),
            None,
        )
        if quote is None:
            raise NothingFound(
                f"không có dẫn chiếu nào bắt đầu tại {text}; xem lineage mentions {document}",
                f"no mention starts at {text}; see lineage mentions {document}",
            )
        return Mentioned(document, int(start), quote, workspace.document(document).sha256)
    with closing(Questions(folder)) as questions:
        row = questions.refer(text)
        # Of an id that became another one that very id is meant: two that were judged the same can be parted.
        id = text if text.startswith("directive/") else str(row["id"])
        if row["document"]:
            return Named(id, row["document"])
        cited = questions.mentions(directive=row["id"])
    anchors = [one for one in cited if one["directive"] == row["id"]]
    return Named(id, anchors[0]["document"], anchors[0]["start"]) if anchors else ref_of(id)
