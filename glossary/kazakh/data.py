"""The word lists the Kazakh rules need, read once from `glossary/data`.

Each file is a table with a header line, tab-separated, with its source; a linguist may edit it.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class WordException:
    """What the rules cannot know of a word."""

    harmony: str = ""
    stem: str = ""
    """The shape before every suffix: факт, факті-ге."""
    possessed: str = ""
    """The third-person possessive: орын, орны."""
    also: str = ""
    """Usage beside the first: the other harmony, or `plain` for the stem without its addition."""
    izafet: str = ""
    """`yes` for a compound that ends in a third-person possessive: отбасы."""


def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a data file without its header, each padded to the header's width."""
    lines = (files("glossary") / "data" / name).read_text(encoding="utf-8").splitlines()
    width = len(lines[0].split("\t"))
    rows = (line.split("\t") for line in lines[1:] if line)
    return tuple(tuple((row + [""] * width)[:width]) for row in rows)


WORDS = {row[0]: WordException(*row[1:6]) for row in table("kazakh_words.tsv")}
HEADS = tuple(row[0] for row in table("kazakh_heads.tsv"))
"""Bare heads of institutions and offices: министрлік, комитет, төраға."""
BARE_FINALS = frozenset(row[0] for row in table("kazakh_bare.tsv"))
"""Words whose last ы or і is no possessive: қаржы, Алматы."""
ABBREVIATIONS = {row[0]: tuple(filter(None, row[1:3])) for row in table("kazakh_abbreviations.tsv")}
"""Readings of abbreviations and Latin names, the preferred one first."""
LETTERS = {row[0]: tuple(filter(None, row[1:3])) for row in table("kazakh_letters.tsv")}
"""Names of the letters, for abbreviations spelled out."""
UNITS = {row[0]: tuple(filter(None, row[1:3])) for row in table("kazakh_units.tsv")}
"""How units, currencies and powers of ten are read, the preferred reading first."""
LOOSE_UNITS = frozenset(row[0] for row in table("kazakh_units.tsv") if row[3] == "yes")
"""Units that are read so without a number before them."""
IRREGULAR = {(row[0], row[1]): row[2] for row in table("kazakh_irregular.tsv")}
"""Pronoun forms no rule makes, by word and label: (`ол`, `dat`) is оған."""
