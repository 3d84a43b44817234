"""The termbase as a table: CSV text or an XLSX workbook, one concept a row.

The columns are those of `glossary.formats.cells`; a file needs only `ru` and a target language.
Cells that a spreadsheet would take for a formula carry an apostrophe in CSV, as OWASP advises
(https://owasp.org/www-community/attacks/CSV_Injection); it is taken off again on reading.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from glossary.errors import TermbaseError
from glossary.formats.cells import COLUMNS, read_cells, write_cells
from glossary.formats.workbook import read_sheet, write_sheet
from glossary.model import Concept, Termbase

_FORMULA = re.compile(r"'*[=+\-@\t]")
_GUARDED = re.compile(r"'+[=+\-@\t]")
_DELIMITERS = ",;\t"
_ALIASES = {
    "russian": "ru",
    "русский": "ru",
    "source": "ru",
    "english": "en",
    "английский": "en",
    "kazakh": "kk",
    "казахский": "kk",
    "қазақша": "kk",
    "kz": "kk",
    "note": "ru_note",
}


def parse_csv(text: str, name: str = "") -> Termbase:
    """The termbase of a CSV text; commas, semicolons and tabs are told apart by the first line.

    Concepts without an id have an empty one. `name` stands in errors.

    Raises:
        TermbaseError: the line and what is wrong: an unknown column, no Russian name, a bad value.
    """
    text = text.removeprefix("\ufeff")
    header = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = ((line, [_unguarded(cell) for cell in row]) for line, row in _numbered(reader, name))
    return _termbase(rows, name)


def serialize_csv(termbase: Termbase) -> str:
    """CSV text of the termbase (RFC 4180, commas). Raises `TermbaseError` as `write_cells` does."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in _rows(termbase):
        writer.writerow([_guarded(cell) for cell in row])
    return out.getvalue()


def parse_xlsx(data: bytes, name: str = "") -> Termbase:
    """The termbase of the first sheet of a workbook.

    Raises:
        TermbaseError: no workbook, an oversized or booby-trapped one, or a row as in `parse_csv`.
    """
    return _termbase(enumerate(read_sheet(data, name), 1), name)


def serialize_xlsx(termbase: Termbase) -> bytes:
    """A workbook of one sheet, every cell a text, the header frozen.

    Raises:
        TermbaseError: a text that a workbook cannot carry.
    """
    return write_sheet([list(COLUMNS), *_rows(termbase)])


def _rows(termbase: Termbase) -> Iterator[list[str]]:
    for concept in termbase.concepts:
        cells = _named(concept)
        yield [cells.get(column, "") for column in COLUMNS]


def _named(concept: Concept) -> dict[str, str]:
    try:
        return write_cells(concept)
    except TermbaseError as error:
        raise TermbaseError(f"{concept.id}: {error.message}") from error


def _numbered(reader: Iterable[list[str]], name: str) -> Iterator[tuple[int, list[str]]]:
    line = 0
    rows = iter(reader)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise TermbaseError(f"not a CSV table ({error})", path=name, line=line + 1) from error
        yield line + 1, row
        line = getattr(reader, "line_num", line + 1)


def _termbase(rows: Iterable[tuple[int, Sequence[str]]], name: str) -> Termbase:
    table = iter(rows)
    columns: tuple[str, ...] = ()
    for line, row in table:
        if any(cell.strip() for cell in row):
            columns = _columns(row, name, line)
            break
    if not columns:
        raise TermbaseError("an empty table; give one with the columns ru, en, kk", path=name)
    concepts = []
    for line, row in table:
        if not any(cell.strip() for cell in row):
            continue
        if any(cell.strip() for cell in row[len(columns) :]):
            raise TermbaseError("more cells than the header has columns", path=name, line=line)
        try:
            concepts.append(read_cells(dict(zip(columns, row, strict=False))))
        except TermbaseError as error:
            raise TermbaseError(error.message, path=name, line=line) from error
    return Termbase(tuple(concepts))


def _columns(row: Sequence[str], name: str, line: int) -> tuple[str, ...]:
    found = [_ALIASES.get(cell, cell) for cell in (c.strip().lower() for c in row)]
    while found and not found[-1]:
        found.pop()
    unknown = [cell for cell in found if cell not in COLUMNS]
    doubled = [cell for cell in found if found.count(cell) > 1]
    if unknown or doubled or "ru" not in found:
        wrong = (
            f"unknown column '{unknown[0]}'"
            if unknown
            else f"column '{doubled[0]}' stands there twice"
            if doubled
            else "no column 'ru'"
        )
        raise TermbaseError(f"{wrong}; columns are {', '.join(COLUMNS)}", path=name, line=line)
    return tuple(found)


def _guarded(cell: str) -> str:
    return "'" + cell if _FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell
