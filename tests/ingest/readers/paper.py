"""Files built at run time for the readers' tests."""

from __future__ import annotations

import ctypes
import io
import struct
import unicodedata
import zlib
from pathlib import Path

import pytest

_FONTS = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
    "/usr/share/fonts/TTF/DejaVuSans.ttf",
    "/Library/Fonts/Arial Unicode.ttf",
)
A4 = (595, 842)


def font() -> bytes:
    """A TrueType font with Vietnamese letters; the test is skipped where there is none."""
    for path in map(Path, _FONTS):
        if path.is_file():
            return path.read_bytes()
    pytest.skip("no TrueType font with Vietnamese letters on this machine (DejaVu Sans)")


def pdf(
    pages: list[list[tuple[float, float, str]]],
    size: float = 12,
    boxes: list[list[tuple[float, float, float, float]]] | None = None,
) -> bytes:
    """A PDF whose pages hold lines of text at (x, y) points from the lower left.

    `boxes`: for each page the frames drawn on it, as (x, y, width, height) of a cell of a table.
    """
    import pypdfium2
    import pypdfium2.raw as raw

    document = pypdfium2.PdfDocument.new()
    data = font()
    buffer = (ctypes.c_uint8 * len(data)).from_buffer_copy(data)
    face = raw.FPDFText_LoadFont(document, buffer, len(data), raw.FPDF_FONT_TRUETYPE, True)
    for number, lines in enumerate(pages):
        page = document.new_page(*A4)
        for box in boxes[number] if boxes else ():
            frame = raw.FPDFPageObj_CreateNewRect(*box)
            raw.FPDFPath_SetDrawMode(frame, raw.FPDF_FILLMODE_NONE, True)
            raw.FPDFPage_InsertObject(page, frame)
        for x, y, words in lines:
            text = raw.FPDFPageObj_CreateTextObj(document, face, size)
            wide = (words + "\0").encode("utf-16-le")
            raw.FPDFText_SetText(text, ctypes.cast(wide, ctypes.POINTER(ctypes.c_ushort)))
            raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, x, y)
            raw.FPDFPage_InsertObject(page, text)
        page.gen_content()
        page.close()
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def pixels(data: bytes, scale: float = 3.0) -> tuple[int, int, bytes]:
    """Width, height and grey pixels of the first page of a PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    page = document[0]
    bitmap = page.render(scale=scale, grayscale=True)
    rows, width, height, stride = bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride
    bitmap.close()
    page.close()
    document.close()
    return width, height, b"".join(rows[at * stride : at * stride + width] for at in range(height))


def png(width: int, height: int, grey: bytes) -> bytes:
    """A PNG file of grey pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + grey[at * width : (at + 1) * width] for at in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def scanned_pdf(width: int, height: int, grey: bytes) -> bytes:
    """A PDF of one page that is only a picture."""
    content = b"q %d 0 0 %d 0 0 cm /I Do Q" % A4
    image = zlib.compress(grey)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>"
        % A4,
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8"
        b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (width, height, len(image), image),
    ]
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def as_tcvn3(text: str) -> bytes:
    """`text` as typed in an ABC font: capitals with marks become small letters."""
    return _by_table(text, "tcvn3")


def as_viscii(text: str) -> bytes:
    """`text` in VISCII."""
    return _by_table(text, "viscii")


def _by_table(text: str, name: str) -> bytes:
    from ontology.load import document

    facts = document("encodings")[name]
    codes = {chr(code): code for code in range(128)}
    codes |= {sign: 128 + at for at, sign in enumerate(facts["high"]) if name == "viscii" or sign.islower()}
    codes |= {sign: int(code) for code, sign in facts.get("low", {}).items()}
    codes |= {sign: 0xA1 + at for at, sign in enumerate("ĂÂÊÔƠƯĐ")} if name == "tcvn3" else {}
    return bytes(codes[sign] if sign in codes else codes[sign.lower()] for sign in text)


def as_windows(text: str) -> bytes:
    """`text` in Windows-1258: a tone is a character after its letter."""
    out = b""
    for sign in text:
        try:
            out += sign.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", sign)
            tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
            letter = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
            out += letter.encode("cp1258") + tones.encode("cp1258")
    return out


def as_vni(text: str) -> bytes:
    """`text` as typed in a VNI font: a letter, then a sign for its marks."""
    from ontology.load import document

    facts = document("encodings")["vni"]
    alone = {new: old for old, new in facts["single"].items()}
    signs = {unicodedata.normalize("NFC", marks): sign for sign, marks in facts["marks"].items()}
    out = ""
    for sign in text:
        lower = sign.lower()
        if lower in alone:
            typed = alone[lower]
        elif sign.isascii() or lower in "ìí":
            typed = lower
        else:
            parts = unicodedata.normalize("NFD", lower)
            horned = unicodedata.normalize("NFC", parts[0] + "\u031b") if "\u031b" in parts else parts[0]
            marks = unicodedata.normalize("NFC", "".join(_order(parts[1:].replace("\u031b", ""))))
            typed = alone.get(horned, horned) + signs[marks]
        out += typed.upper() if sign.isupper() else typed
    return out.encode("cp1252")


def _order(marks: str) -> list[str]:
    """Circumflex or breve before the tone."""
    return sorted(marks, key=lambda mark: mark not in "\u0302\u0306")
