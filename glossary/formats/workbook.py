"""Rows of text out of an XLSX workbook and into one, with its traps refused before they are opened.

A workbook is a zip of XML files: it can unpack to gigabytes, declare entities, or turn a text into
a formula. Sizes and declarations are checked first, and every cell is written as a string.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from glossary.errors import TermbaseError

LARGEST = 128 * 1024 * 1024
"""Bytes that the parts of a workbook may unpack to, all together."""
MOST_PARTS = 1000
MOST_COLUMNS = 200
LONGEST_CELL = 32767
"""Characters of a cell at most: a limit of the format."""

_DECLARATIONS = tuple(
    word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le")
) + tuple(word.encode("utf-16-be") for word in ("<!DOCTYPE", "<!ENTITY"))
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    NotImplementedError,
    OSError,
    EOFError,
    ValueError,
)
_REMEDY = "save it again from your spreadsheet as .xlsx or .csv"


def read_sheet(data: bytes, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the first sheet as texts, empty cells as empty texts.

    Raises:
        TermbaseError: not a workbook, larger than `LARGEST` unpacked, or declaring XML entities.
    """
    from openpyxl import load_workbook

    _check_archive(data, name)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        rows = tuple(_row(row) for row in sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True))
        book.close()
    except Exception as error:  # openpyxl lets every fault of the XML through as it comes
        raise TermbaseError(
            f"not a workbook that can be read ({type(error).__name__}); {_REMEDY}", path=name
        ) from error
    return rows


def write_sheet(rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook whose only sheet holds the rows as texts, the first one as a frozen header.

    Raises:
        TermbaseError: a text longer than a cell, or with a character that XML cannot carry.
    """
    from openpyxl import Workbook
    from openpyxl.utils.exceptions import IllegalCharacterError

    book = Workbook(write_only=True)
    sheet = book.create_sheet("glossary")
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDE", (24, 12, 44, 44, 44), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in rows:
        try:
            sheet.append(list(_cells(sheet, row)))
        except IllegalCharacterError as error:
            raise TermbaseError(f"a workbook cannot carry {row[0]!r}: {error}") from error
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cells(sheet: Any, row: Sequence[str]) -> Iterator[Any]:
    from openpyxl.cell import WriteOnlyCell

    for text in row:
        if len(text) > LONGEST_CELL:
            raise TermbaseError(f"{row[0]}: a cell of {len(text)} characters; use CSV or TBX")
        if any(char in "\ufffe\uffff" or "\ud800" <= char <= "\udfff" for char in text):
            raise TermbaseError(f"{row[0]}: a character that no workbook can carry; remove it")
        cell = WriteOnlyCell(sheet, value=text or None)
        if text:
            cell.data_type = "s"
        yield cell


def _row(row: Iterable[object]) -> tuple[str, ...]:
    return tuple("" if value is None else str(value) for value in row)


def _check_archive(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
                raise TermbaseError(
                    f"unpacks to more than {LARGEST // 2**20} MiB or {MOST_PARTS} parts; "
                    "split it or give a CSV file",
                    path=name,
                )
            for part in parts:
                # A part that lies about its size is cut at the size it states.
                if any(word in archive.read(part) for word in _DECLARATIONS):
                    raise TermbaseError(
                        f"declares XML entities, which no table needs; {_REMEDY}", path=name
                    )
    except _ZIP_FAULTS as error:
        raise TermbaseError(f"not an XLSX workbook; {_REMEDY}", path=name) from error
