"""Word documents (.docx): paragraphs with the numbers that Word draws, tables row by row.

Headers and footers, deleted and hidden text are left out; footnotes follow at the end as "[1] …".
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from ingest.readers import Reading, damaged
from ingest.readers.cells import Drawn, aligned, spanned, table_lines
from ingest.readers.encodings import repaired
from ingest.readers.numbers import Numbering

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_SKIPPED = frozenset(
    {f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}pPr", f"{_W}rPr", f"{_W}instrText"}
)
_LARGEST = 400_000_000


def read(raw: bytes, name: str) -> Reading:
    """The text of a .docx file in document order.

    Raises:
        UnreadableDocument: not a Word document of the present format, damaged, or too large unpacked.
    """
    from lxml.etree import LxmlError

    broken = (KeyError, ValueError, AttributeError, IndexError, TypeError, zipfile.BadZipFile, EOFError)
    try:
        return Reading(repaired("\n".join(_Document(_open(raw, name)).lines())))
    except (*broken, LxmlError, OSError, RuntimeError) as error:
        raise damaged(name, "Word (.docx)", error) from None


def _open(raw: bytes, name: str) -> Any:
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise damaged(name, "Word (.docx)", "larger than 400 MB unpacked")
        return Document(io.BytesIO(raw))
    except (OpcError, LxmlError, NotImplementedError, RuntimeError, OSError) as error:
        raise damaged(name, "Word (.docx)", error) from None


class _Document:
    def __init__(self, document: Any) -> None:
        self.document = document
        self.numbering = Numbering(document)
        self.notes: list[str] = []

    def lines(self) -> Iterator[str]:
        """The document's lines."""
        yield from self._blocks(self.document.element.body)
        texts = self._note_texts() if self.notes else {}
        for place, note in enumerate(self.notes, 1):
            yield f"[{place}] {texts.get(note, '')}".strip()

    def _blocks(self, parent: Any) -> Iterator[str]:
        for child in parent:
            if child.tag == f"{_W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                yield from table_lines(self._rows(child))
            elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"):
                yield from self._blocks(child)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        number = self.numbering.next(paragraph)
        lines = "".join(self._words(paragraph)).split("\n")
        lines = [line.strip() for line in lines]
        if number and any(lines):
            lines[0] = f"{number} {lines[0]}"
        yield from lines

    def _words(self, element: Any) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag in _SKIPPED or not isinstance(tag, str):
                continue
            if tag == f"{_W}t":
                yield child.text or ""
            elif tag == f"{_W}tab":
                yield "\t"
            elif tag in (f"{_W}br", f"{_W}cr"):
                yield "\n" if child.get(f"{_W}type") not in ("page", "column") else " "
            elif tag == f"{_W}noBreakHyphen":
                yield "-"
            elif tag == f"{_W}footnoteReference":
                self.notes.append(child.get(f"{_W}id") or "")
                yield f"[{len(self.notes)}]"
            elif tag == f"{_W}txbxContent":
                yield "\n" + "\n".join(self._blocks(child)) + "\n"
            elif tag != f"{_W}r" or not _hidden(child):
                yield from self._words(child)

    def _rows(self, table: Any) -> Iterator[list[Drawn]]:
        for row in table.iterchildren(f"{_W}tr", f"{_W}sdt", f"{_W}ins"):
            if row.tag != f"{_W}tr":
                yield from self._rows(next(row.iterchildren(f"{_W}sdtContent"), row))
                continue
            cells = [cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row]
            yield aligned((self._cell(cell), _width(cell)) for cell in cells)

    def _cell(self, cell: Any) -> Drawn:
        merged = cell.find(f"{_W}tcPr/{_W}vMerge")
        if merged is not None and merged.get(f"{_W}val") != "restart":
            return None
        return [line for line in self._blocks(cell) if line]

    def _note_texts(self) -> dict[str, str]:
        from lxml import etree

        texts: dict[str, str] = {}
        for relation in self.document.part.rels.values():
            if relation.reltype == _NOTES and not relation.is_external:
                parser = etree.XMLParser(resolve_entities=False, no_network=True)
                for note in etree.fromstring(relation.target_part.blob, parser).iter(f"{_W}footnote"):
                    words = "".join("".join(self._words(paragraph)) for paragraph in note.iter(f"{_W}p"))
                    texts[note.get(f"{_W}id") or ""] = " ".join(words.split())
        return texts


def _width(cell: Any) -> int:
    """How many columns the cell takes."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return 1 if span is None else spanned(span.get(f"{_W}val"))


def _hidden(run: Any) -> bool:
    vanish = run.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val") not in ("0", "false")
