"""Every kind of file becomes the same sort of text, or a typed error."""

import hashlib
import subprocess
import sys

import pytest

from graph.errors import UnreadableDocument
from ingest.readers import MEDIA_TYPES, read_bytes, read_file, readable


def test_a_text_file_is_the_decoded_file(tmp_path):
    path = tmp_path / "Kế hoạch 5.txt"
    raw = "\ufeffSố 5\r\n\r\nThực hiện\rviệc".encode()
    path.write_bytes(raw)
    source = read_file(path)
    with path.open(encoding="utf-8", newline="") as file:
        assert source.text == raw.decode() == file.read()
    assert source.name == "Kế hoạch 5.txt"
    assert (source.media_type, source.encoding, source.pages) == ("text/plain", "utf-8", ())
    assert source.raw == raw
    assert source.sha256 == hashlib.sha256(raw).hexdigest()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.txt", b""),
        ("a.md", b" \n\t\r\n"),
        ("a.txt", b"\xef\xbb\xbf"),
        ("a.txt", b"%PDF-1.7 ..."),
        ("a.txt", b"PK\x03\x04..."),
        ("a.txt", b"text\0text"),
        ("a.docx", b"PK\x03\x04 no archive"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old Word"),
        ("a.pdf", b"%PDF-1.7 cut off"),
        ("a.pdf", b"no PDF"),
        ("a.html", b"\0\0\0\0"),
        ("a.html", b"<html><script>only()</script></html>"),
        ("a.doc", b"x"),
        ("a", b"x"),
        ("a.rtf", b"{\\rtf1}"),
    ],
)
def test_what_yields_no_text_is_a_typed_error_that_names_the_file(name, raw):
    with pytest.raises(UnreadableDocument) as caught:
        read_bytes(raw, name)
    for lang in ("vi", "en"):
        assert name in caught.value.message(lang)
        assert "\n" not in caught.value.message(lang)
    assert caught.value.exit_code == 3


def test_a_missing_path_and_a_folder_are_typed_errors(tmp_path):
    for path in (tmp_path / "none.txt", tmp_path, tmp_path / "a\0b.txt", tmp_path / ("x" * 400 + ".txt")):
        with pytest.raises(UnreadableDocument):
            read_file(path)


def test_readable_files_are_told_by_their_suffix(tmp_path):
    assert readable(tmp_path / "A.PDF")
    assert not readable(tmp_path / "~$a.docx")
    assert not readable(tmp_path / ".hidden.txt")
    assert not readable(tmp_path / "a.xlsx")
    assert set(MEDIA_TYPES) >= {".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".png", ".jpg", ".tif"}


def test_reading_a_text_file_loads_no_heavy_library(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Quyết định", encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from ingest.readers import read_file; "
        f"read_file(Path({str(path)!r})); "
        "print(sorted({'lxml', 'docx', 'pdfplumber', 'pypdfium2'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Trang</title><style>p {}</style></head>
<body><nav><a>Trang chủ</a></nav>
<table><tr><td><p>ỦY BAN NHÂN DÂN</p><p><b>TỈNH THANH HÓA</b></p></td>
<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr></table>
<h1>KẾ  HOẠCH</h1>
<p>Thực hiện Nghị quyết số&nbsp;<i>25</i>-NQ/TW của
Ban Chấp hành Trung ương</p>
<ol start="2"><li>Rà soát</li><li>3. Tập huấn</li></ol><ul><li>Cấp tỉnh</li><li>- Cấp xã</li></ul>
<table><tr><th>TT</th><th>Nhiệm vụ</th><th>Chủ trì</th></tr>
<tr><td>1</td><td><p>Rà soát</p><p>hồ sơ</p></td><td>Sở Y tế</td></tr>
<tr><td></td><td></td><td></td></tr></table>
<script>var a = "không";</script></body></html>"""


MERGED = """<body><table>
<tr><th rowspan=2>TT</th><th rowspan=2>Nhiệm vụ</th><th colspan=2>Cơ quan</th><th rowspan="2">Thời gian</th></tr>
<tr><th>Chủ trì</th><th>Phối hợp</th></tr>
<tr><td>I</td><td colspan=4>Thủ tục</td></tr>
<tr><td>1</td><td>Rà soát</td><td rowspan=2>Văn phòng</td><td>Các phòng</td><td rowspan=2>Quý II</td></tr>
<tr><td>2</td><td>Công khai</td><td>Thanh tra</td></tr>
<tr><td colspan=x>3</td><td>Tập huấn</td><td rowspan=999>Phòng Nội vụ</td></tr></table></body>"""


def test_a_merged_cell_counts_for_each_row_and_column_that_it_reaches():
    assert read_bytes(MERGED.encode(), "a.html").text.split("\n") == [
        "TT | Nhiệm vụ | Cơ quan Chủ trì | Phối hợp | Thời gian",
        "I | Thủ tục",
        "1 | Rà soát | Văn phòng | Các phòng | Quý II",
        "2 | Công khai | Văn phòng | Thanh tra | Quý II",
        "3 | Tập huấn | Phòng Nội vụ",
    ]


def test_a_web_page_gives_blocks_as_lines_and_tables_by_rows():
    assert read_bytes(PAGE.encode(), "trang.html").text.split("\n") == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH THANH HÓA",
        "|",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "|",
        "|",
        "KẾ HOẠCH",
        "Thực hiện Nghị quyết số 25-NQ/TW của Ban Chấp hành Trung ương",
        "2. Rà soát",
        "3. Tập huấn",
        "- Cấp tỉnh",
        "- Cấp xã",
        "TT | Nhiệm vụ | Chủ trì",
        "1 | Rà soát hồ sơ | Sở Y tế",
    ]


@pytest.mark.parametrize(
    ("why", "raw", "text"),
    [
        ("declared set", '<meta charset="windows-1252"><p>café'.encode("cp1252"), "café"),
        ("XML declaration", b'<?xml version="1.0" encoding="utf-8"?><p>Quy\xc3\xaat', "Quyêt"),
        ("no end tags", "<p>một<p>hai<td>ba".encode(), "một\nhai\nba"),
        ("nested tables", b"<table><tr><td>a<td><table><tr><td>b<td>c<td>d</table></table>", "a | b | c | d"),
        ("preformatted", "<pre>một\nhai</pre>".encode(), "một\nhai"),
        ("comment", "<p>một<!-- hai --> ba".encode(), "một ba"),
        ("entity", b"<p>a &amp; b &lt; c", "a & b < c"),
    ],
    ids=lambda value: value if isinstance(value, str) and "\n" not in value else None,
)  # fmt: skip
def test_pages_as_they_are_met(why, raw, text):
    assert read_bytes(raw, "a.htm").text == text


def test_a_long_file_is_read_in_linear_time():
    import time

    def seconds(raw, name):
        start = time.perf_counter()
        read_bytes(raw, name)
        return time.perf_counter() - start

    for name, unit in (("a.txt", "Quyết định ".encode()), ("a.html", "<p>Quyết định</p><li>".encode())):
        small, large = seconds(unit * 4_000, name), seconds(unit * 40_000, name)
        assert large < 40 * small + 0.5
