"""Word files give paragraphs with their drawn numbers, and tables, in document order."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from graph.errors import UnreadableDocument
from ingest.readers import read_bytes

LEVELS = [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "\uf0b7")]


def text_of(document) -> str:
    out = io.BytesIO()
    document.save(out)
    return read_bytes(out.getvalue(), "a.docx").text


def numbered(document, levels=LEVELS, override=""):
    """Define a list in the document; returns its number."""
    numbering = document.part.numbering_part.element
    rows = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for depth, (kind, pattern) in enumerate(levels)
    )
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{rows}</w:abstractNum>')
    numbering.insert(0, abstract)
    for name in ("771", "772"):
        extra = override if name == "772" else ""
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{name}"><w:abstractNumId w:val="77"/>{extra}</w:num>')
        )
    return "771"


def item(document, words, depth, name="771"):
    paragraph = document.add_paragraph(words)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{name}"/></w:numPr>')
    )


def test_automatic_numbers_are_drawn():
    document = docx.Document()
    numbered(document)
    for words, depth in [("MỤC TIÊU", 0), ("chung", 1), ("cụ thể", 1), ("một", 2), ("hai", 2), ("gạch", 3)]:
        item(document, words, depth)
    item(document, "NHIỆM VỤ", 0)
    item(document, "tuyên truyền", 1)
    assert text_of(document).split("\n") == [
        "I. MỤC TIÊU",
        "1. chung",
        "2. cụ thể",
        "a) một",
        "b) hai",
        "- gạch",
        "II. NHIỆM VỤ",
        "1. tuyên truyền",
    ]


def test_a_second_list_with_a_start_of_its_own_counts_anew():
    document = docx.Document()
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    numbered(document, [("decimal", "%1.")], restart)
    item(document, "a", 0)
    item(document, "b", 0)
    item(document, "c", 0, "772")
    item(document, "d", 0, "772")
    assert text_of(document).split("\n") == ["1. a", "2. b", "4. c", "5. d"]


def test_numbers_of_several_levels_and_of_styles():
    document = docx.Document()
    numbered(document, [("upperRoman", "%1-"), ("decimal", "%1.%2.")])
    style = document.styles["Heading 1"]
    style.element.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="771"/></w:numPr>')
    )
    document.add_paragraph("NỘI DUNG", style="Heading 1")
    item(document, "việc", 1)
    document.add_paragraph("BƯỚC HAI", style="Heading 1")
    item(document, "việc", 1)
    assert text_of(document).split("\n") == ["I- NỘI DUNG", "I.1. việc", "II- BƯỚC HAI", "II.1. việc"]


def test_tables_stand_where_they_stand_and_heads_are_skipped():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "trang 1"
    document.sections[0].footer.paragraphs[0].text = "chân trang"
    document.add_paragraph("PHỤ LỤC")
    table = document.add_table(3, 3)
    for row, cells in zip(
        table.rows,
        (("TT", "Việc", "Chủ trì"), ("1", "Rà soát\nhồ sơ", "Sở Y tế"), ("2", "x", "y")),
        strict=True,
    ):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    table.cell(1, 2).merge(table.cell(2, 2))
    document.add_paragraph("hết")
    assert text_of(document).split("\n") == [
        "PHỤ LỤC",
        "TT | Việc | Chủ trì",
        "1 | Rà soát hồ sơ | Sở Y tế y",
        "2 | x | Sở Y tế y",
        "hết",
    ]  # fmt: skip


def test_runs_breaks_hidden_and_deleted_text():
    document = docx.Document()
    paragraph = document.add_paragraph("số 25")
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:noBreakHyphen/><w:t>NQ/TW</w:t></w:r>"))
    paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>cũ</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t> mới</w:t></w:r></w:ins>"))
    paragraph.add_run(" ẩn").font.hidden = True
    paragraph.add_run().add_break()
    paragraph.add_run("dòng hai")
    assert text_of(document) == "số 25-NQ/TW mới\ndòng hai"


def test_text_in_an_old_font_becomes_unicode():
    from tests.ingest.readers.paper import as_tcvn3

    document = docx.Document()
    words = "Quyết định về việc giao nhiệm vụ cho các phòng, ban của huyện"
    document.add_paragraph(as_tcvn3(words).decode("cp1252"))
    assert text_of(document) == words


def test_a_damaged_file_is_a_typed_error():
    document = docx.Document()
    document.add_paragraph("Quyết định")
    out = io.BytesIO()
    document.save(out)
    whole = out.getvalue()
    for raw in (
        whole[: len(whole) // 2],
        whole[:-30],
        _with_part(whole, b"<w:document"),
        _with_part(whole, b""),
    ):
        with pytest.raises(UnreadableDocument):
            read_bytes(raw, "a.docx")


def _with_part(whole, body):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, body if entry.filename == "word/document.xml" else old.read(entry))
    return out.getvalue()
