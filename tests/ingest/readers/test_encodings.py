"""Bytes become the text that was meant, or a sentence that says why not."""

import unicodedata

import pytest

from graph.errors import UnreadableDocument
from ingest.readers.encodings import decode, repaired
from tests.ingest.readers.paper import as_tcvn3, as_viscii, as_vni, as_windows

LETTER = (
    "TỶ LỆ CHUNG\nQUYẾT ĐỊNH\nVề việc phân công nhiệm vụ cho Tổ công tác số 12\n"
    "Uỷ ban nhân dân huyện Lạc Sơn giao Phòng Nội vụ chủ trì rà soát hồ sơ, "
    "gửi kết quả trước ngày 15/8/2009; những đơn vị chưa đủ điều kiện thì bổ sung bằng văn bản. "
    "Đề nghị các xã, thị trấn thực hiện nghiêm chỉnh.\n"
)

DECOMPOSED = unicodedata.normalize("NFD", "Tỉnh ủy")

SETS = [("windows-1258", as_windows), ("viscii", as_viscii), ("tcvn3", as_tcvn3), ("vni", as_vni)]


@pytest.mark.parametrize(("name", "encode"), SETS, ids=[name for name, _ in SETS])
def test_an_old_character_set_is_recognised_by_its_words(name, encode):
    text, encoding = decode(encode(LETTER), "thu.txt")
    assert encoding == name
    assert unicodedata.normalize("NFC", text) == LETTER


@pytest.mark.parametrize(
    ("why", "data", "text", "encoding"),
    [
        ("UTF-8", "Số 5\r\nngày".encode(), "Số 5\r\nngày", "utf-8"),
        ("decomposed UTF-8 stays so", DECOMPOSED.encode(), DECOMPOSED, "utf-8"),
        ("a byte order mark counts", b"\xef\xbb\xbfA", "\ufeffA", "utf-8"),
        ("UTF-16, little end first", "\ufeffSở".encode("utf-16-le"), "\ufeffSở", "utf-16-le"),
        ("UTF-16, big end first", "\ufeffSở".encode("utf-16-be"), "\ufeffSở", "utf-16-be"),
        ("plain ASCII", b"123", "123", "utf-8"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else None,
)  # fmt: skip
def test_unicode_is_decoded_untouched(why, data, text, encoding):
    assert decode(data, "a.txt") == (text, encoding)


@pytest.mark.parametrize(
    ("why", "data", "says"),
    [
        ("a picture", b"\x89PNG\r\n\x1a\n...", "binary"),
        ("NUL bytes", b"ab\0cd", "binary"),
        ("French in Latin-1", "été à Genève, où naît l'élève".encode("latin-1"), "UTF-8"),
        ("cut inside a character", "Quyết".encode()[:-2], "UTF-8"),
        ("half a UTF-16 unit", b"\xff\xfeA", "UTF-8"),
        ("noise", bytes(range(128, 255)) * 3, "UTF-8"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_not_certain_is_an_error_with_the_file_and_what_to_do(why, data, says):
    with pytest.raises(UnreadableDocument) as caught:
        decode(data, "thu.txt")
    assert "thu.txt" in caught.value.vi
    assert "thu.txt" in caught.value.en
    assert says in caught.value.en


def test_text_of_an_old_font_is_repaired_and_other_text_is_not():
    typed = as_tcvn3(LETTER).decode("cp1252")
    assert repaired(typed) == LETTER
    assert repaired(as_vni(LETTER).decode("cp1252")) == LETTER
    for other in (LETTER, "plain", "été à Genève où naît", "日本語"):
        assert repaired(other) == other
