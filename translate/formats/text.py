"""Plain text: bytes to characters, and a document's text with its segments translated."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

from translate.errors import UnreadableInput, UnsupportedFormat
from translate.model import Document

_BOMS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "a Word document or another ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_COMMON = frozenset("оеаинтсрвл")
"""The ten letters that make up about 60 % of Russian text; other encodings read as Windows-1251
give other letters."""
_TYPOGRAPHIC = frozenset("«»„“”‘’–—…№§°•\u00a0\u00ad€±·")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")

SAVE_AS_TEXT = "save it as plain text in UTF-8"


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and the codec it is in: `text.encode(codec)` gives the bytes back.

    UTF-8 first, UTF-16 and UTF-32 with a byte order mark, then Windows-1251 where the result reads
    like Russian. A byte order mark stays in the text, as its first character.

    Raises `UnreadableInput` for empty, binary and undecodable data, with the byte offset where
    there is one, and `UnsupportedFormat` for data that name themselves another format.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise UnsupportedFormat(f"this is {kind}, not plain text", remedy=SAVE_AS_TEXT)
    text, encoding = _decode(data)
    if not text.strip().strip("\ufeff\u200b").strip():
        raise UnreadableInput("there is no text in it", remedy="give a file that holds text")
    controls = _CONTROL.findall(text)
    if len(controls) * 10 > len(text):
        offset = len(text[: text.index(controls[0])].encode(encoding))
        raise UnreadableInput(
            "control characters: not plain text", place=f"byte {offset}", remedy=SAVE_AS_TEXT
        )
    return text, encoding


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding), encoding
    if b"\0" in data:
        raise UnreadableInput(
            "a NUL byte: not plain text", place=f"byte {data.index(0)}", remedy=SAVE_AS_TEXT
        )
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        text = _as_windows_1251(data)
        if text is None:
            raise _undecodable(data, error.start, "neither UTF-8 nor Windows-1251") from None
        return text, "cp1251"


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error.start, f"damaged {encoding[:6].upper()}") from None


def _undecodable(data: bytes, offset: int, what: str) -> UnreadableInput:
    byte = f"0x{data[offset]:02X}" if offset < len(data) else "the end"
    return UnreadableInput(f"{what} ({byte})", place=f"byte {offset}", remedy="save it in UTF-8")


def _as_windows_1251(data: bytes) -> str | None:
    """The data read as Windows-1251, if that gives Russian; damaged UTF-8 is not taken for it."""
    high = sum(byte >= 0x80 for byte in data)
    if len("".join(c for c in data.decode("utf-8", "ignore") if c > "\x7f")) * 4 > high:
        return None
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError:
        return None
    letters = [c for c in text if c.isalpha()]
    strange = sum(c > "\x7f" and not _is_russian(c) and c not in _TYPOGRAPHIC for c in text)
    cyrillic = [c for c in letters if _is_russian(c)]
    if not cyrillic or len(cyrillic) * 2 < len(letters) or strange * 10 > len(cyrillic):
        return None
    common = sum(c in _COMMON for c in cyrillic)
    capitals = all(c.isupper() for c in cyrillic)
    if capitals:
        common = sum(c.lower() in _COMMON for c in cyrillic)
    return text if common * 5 >= len(cyrillic) * 2 else None


def _is_russian(character: str) -> bool:
    return "А" <= character <= "я" or character in "Ёё"


def rebuild(document: Document, targets: Mapping[int, str]) -> str:
    """The document's text with each segment replaced by its target, gaps as in the source.

    A segment without a target, by number, keeps its own text; with no targets at all the result
    is the document's text.
    """
    pieces, last = [], 0
    for segment in document.segments:
        pieces.append(document.text[last : segment.start])
        pieces.append(targets.get(segment.number, segment.text))
        last = segment.end
    return "".join([*pieces, document.text[last:]])
