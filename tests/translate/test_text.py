"""Plain text: encodings that are read, data that are refused, and rebuilding a document."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import InputError, UnreadableInput, UnsupportedFormat
from translate.formats.text import decode, rebuild
from translate.segment import build_document

RUSSIAN = "Президент Казахстана прибыл с официальным визитом.\r\nФото: akorda.kz"


def outcome(data: bytes) -> tuple[str, str] | InputError:
    """What decoding gives: text and codec, or the refusal."""
    try:
        return decode(data)
    except InputError as error:
        return error


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
@pytest.mark.parametrize("text", [RUSSIAN, RUSSIAN.upper(), "Фото", "«Ёлка» – № 5"])
def test_encoding_without_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_encoding_with_mark_keeps_the_mark(encoding: str) -> None:
    assert decode(f"\ufeff{RUSSIAN}".encode(encoding)) == (f"\ufeff{RUSSIAN}", encoding)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_bytes_come_back(text: str) -> None:
    data = text.encode()
    result = outcome(data)
    assert isinstance(result, InputError) or result[0].encode(result[1]) == data


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    result = outcome(data)
    if isinstance(result, InputError):
        assert str(result).isprintable()
    else:
        assert result[0].encode(result[1]) == data


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "iso8859-5", "cp1252", "latin-1"])
def test_other_encodings_are_refused(encoding: str) -> None:
    text = "Élève français à Genève" if encoding in ("cp1252", "latin-1") else RUSSIAN * 3
    with pytest.raises(UnreadableInput, match=r"^byte \d+: neither UTF-8 nor Windows-1251"):
        decode(text.encode(encoding))


def test_damaged_utf_8_is_not_taken_for_windows_1251() -> None:
    data = RUSSIAN.encode()
    with pytest.raises(UnreadableInput, match=r"^byte 18: "):
        decode(data[:18] + b"\xd0" + data[18:])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (codecs.BOM_UTF16_LE + b"\x1f", "byte 2: damaged UTF-16"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "byte 2: damaged UTF-16"),
        ("текст".encode() + b"\0", "byte 10: a NUL byte"),
        ("текст".encode("utf-16-le"), "byte 1: control characters"),
        (b"\xff\xfe\xff\xff\xff", "byte"),
        (b" \n\t", "there is no text in it"),
        (codecs.BOM_UTF8, "there is no text in it"),
        ("\u00a0".encode(), "there is no text in it"),
        (b"\x98\x98\x98", "byte 0: neither"),
    ],
)
def test_unreadable(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        decode(data)
    assert str(caught.value).startswith(message)
    assert caught.value.exit_code == 1


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14", b"%PDF-1.7", b"{\\rtf1", b"\xd0\xcf\x11\xe0"])
def test_other_formats_are_named(data: bytes) -> None:
    with pytest.raises(UnsupportedFormat, match=r"this is an? .*; save it as plain text"):
        decode(data)


def test_targets_take_their_places_and_metadata_stays() -> None:
    document = build_document("a.txt", "\ufeff date 2025-08-22 Он прибыл. Она тоже.\r\n\r\n***\r\n")
    numbers = {s.text: s.number for s in document.segments}
    targets = {numbers["Он прибыл."]: "He arrived.", numbers["Она тоже."]: "So did she."}
    assert rebuild(document, targets) == (
        "\ufeff date 2025-08-22 He arrived. So did she.\r\n\r\n***\r\n"
    )
