"""From bytes to text: UTF-8, UTF-16, and the older Vietnamese character sets where it is certain.

A set counts as certain when the words it yields are Vietnamese syllables and no other set's are.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from functools import cache

from graph.errors import UnreadableDocument
from ontology.load import document

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CERTAIN, _DOUBTFUL = 0.85, 0.6
_FEWEST_WORDS = 3
_SAMPLE = 200_000
# What is no text at all: NUL bytes, and the first bytes of common binary formats.
_BINARY = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"II*\0",
)
_WORD = re.compile(r"[^\W\d_]+")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of `data` and its encoding; nothing is normalised, a byte order mark stays a character.

    `name` is the file's name, for the error. Encodings: utf-8, utf-16-le and utf-16-be (with a byte
    order mark), windows-1258, viscii, tcvn3, vni.

    Raises:
        UnreadableDocument: binary data, or bytes of no encoding that is certain.

    >>> decode("Quyết định".encode(), "a.txt")
    ('Quyết định', 'utf-8')
    >>> decode(bytes.fromhex("517579d56e20de5c6e68"), "a.txt")
    Traceback (most recent call last):
    ...
    graph.errors.UnreadableDocument: ...
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data, encoding, name), encoding
    if data.startswith(_BINARY) or b"\0" in data:
        raise UnreadableDocument(
            f"{name}: tệp không phải văn bản (dữ liệu nhị phân); hãy lưu lại thành .txt, .docx hoặc .pdf "
            "và đặt đúng phần mở rộng.",
            f"{name}: this is binary data, not text; save it as .txt, .docx or .pdf with the right suffix.",
        )
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        legacy = _legacy(data)
        if legacy is None:
            raise _undecodable(name, error.start) from None
        return legacy


def repaired(text: str) -> str:
    """`text` typed in an old Vietnamese font (".VnTime", "VNI-Times"), in Unicode; other text as it is.

    >>> repaired("QuyÕt ®Þnh vÒ viÖc thµnh lËp tæ c«ng t¸c")
    'Quyết định về việc thành lập tổ công tác'
    """
    return repairer(text)(text)


def repairer(sample: str) -> Callable[[str], str]:
    """What turns parts of a text like `sample` into Unicode, as `repaired` does the whole."""
    name = None
    if not sample.isascii() and _share(sample) < _DOUBTFUL:
        data = sample.encode("cp1252", "ignore")
        found = _legacy(data, ("tcvn3", "vni"))
        name = found[1] if found else None
    if name is None:
        return str
    decoder = _decoders()[name]

    def repair(text: str) -> str:
        try:
            return decoder(text.encode("cp1252")) or text
        except UnicodeEncodeError:
            return text

    return repair


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(name, error.start) from None


def _undecodable(name: str, at: int) -> UnreadableDocument:
    return UnreadableDocument(
        f"{name}: không đọc được bảng mã (lỗi ở byte {at}); hãy lưu lại tệp bằng UTF-8.",
        f"{name}: the character encoding is not known (byte {at}); save the file as UTF-8.",
    )


def _legacy(data: bytes, sets: tuple[str, ...] | None = None) -> tuple[str, str] | None:
    """The text in the one old character set that makes it Vietnamese, if exactly one does."""
    scored = []
    for name, decoder in _decoders().items():
        if sets is None or name in sets:
            sample = decoder(data[:_SAMPLE])
            scored.append((_share(sample) if sample is not None else 0.0, name))
    scored.sort(reverse=True)
    best, name = scored[0]
    if best < _CERTAIN or (len(scored) > 1 and scored[1][0] > _DOUBTFUL):
        return None
    text = _decoders()[name](data)
    return (text, name) if text is not None else None


@cache
def _decoders() -> dict[str, Callable[[bytes], str | None]]:
    return {"windows-1258": _windows, "viscii": _viscii, "tcvn3": _tcvn, "vni": _vni}


def _windows(data: bytes) -> str | None:
    try:
        return data.decode("cp1258")
    except UnicodeDecodeError:
        return None


@cache
def _table(name: str) -> tuple[str, ...]:
    facts = document("encodings")[name]
    signs = [chr(code) for code in range(128)] + list(facts["high"])
    for code, sign in facts.get("low", {}).items():
        signs[int(code)] = sign
    return tuple(signs)


def _by_table(data: bytes, name: str) -> str | None:
    signs = _table(name)
    text = "".join([signs[byte] for byte in data])
    return None if "□" in text else text


def _viscii(data: bytes) -> str | None:
    return _by_table(data, "viscii")


def _tcvn(data: bytes) -> str | None:
    """Text in the ABC set: its capitals are small letters in another font, known by their word."""
    text = _by_table(data, "tcvn3")
    return text and _WORD.sub(_capitals, text)


def _capitals(match: re.Match[str]) -> str:
    word = match[0]
    plain = [sign for sign in word if sign.isascii()]
    if word.isupper() or not plain or not all(sign.isupper() for sign in plain):
        return word
    if len(plain) > 1 or not word[0].isascii():
        return word.upper()
    before = match.string[max(0, match.start() - 12) : match.start()].rpartition("\n")[2]
    around = before + match.string[match.end() : match.end() + 12].partition("\n")[0]
    letters = [sign for sign in around if sign.isascii() and sign.isalpha()]
    return word.upper() if len(letters) > 1 and all(sign.isupper() for sign in letters) else word


def _vni(data: bytes) -> str | None:
    try:
        return _vni_pattern().sub(_vni_letter, data.decode("cp1252"))
    except UnicodeDecodeError:
        return None


@cache
def _vni_pattern() -> re.Pattern[str]:
    facts = document("encodings")["vni"]
    marks = "".join(facts["marks"])
    single = "".join(facts["single"])
    bases = "aeouy" + "".join(old for old, new in facts["single"].items() if new in facts["bases"])
    return re.compile(f"([{bases}{bases.upper()}])([{marks}{marks.upper()}])|([{single}{single.upper()}])")


def _vni_letter(match: re.Match[str]) -> str:
    facts = document("encodings")["vni"]
    base, mark, alone = match.groups()
    sign = base or alone
    letter = facts["single"].get(sign.lower(), sign.lower())
    letter = letter + facts["marks"][mark.lower()] if mark else letter
    return unicodedata.normalize("NFC", letter.upper() if sign.isupper() else letter)


def _share(text: str) -> float:
    """The share of Vietnamese syllables among the words with marks; 0 if they are too few to tell."""
    words = {word.lower() for word in _WORD.findall(unicodedata.normalize("NFC", text)) if not word.isascii()}
    if len(words) < _FEWEST_WORDS:
        return 0.0
    return sum(map(_is_syllable, words)) / len(words)


def _is_syllable(word: str) -> bool:
    if len(word) > 7:
        return False
    toneless = unicodedata.normalize("NFC", _TONE.sub("", unicodedata.normalize("NFD", word)))
    return _syllable().fullmatch(toneless) is not None


@cache
def _syllable() -> re.Pattern[str]:
    facts = document("encodings")["syllable"]
    longest = sorted(facts["onsets"].split(), key=len, reverse=True)
    rhymes = sorted(facts["rhymes"].split(), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(longest)})?(?:{'|'.join(rhymes)})")
