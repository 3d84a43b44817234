"""The checker of the press corpus: the format of press/GUIDE.md and the patterns of bad language.

Each rule has a code; the rule's docstring is its message. F: format, C: content, P: pattern.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from translate.training.corpus import Unit
from translate.training.notation import ANY_SLOT, MOST_SLOTS, malformed, slots
from translate.training.shingles import near_duplicates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

PATTERNS = Path(__file__).with_name("patterns.tsv")
ALIKE = 0.8
"""Character 5-gram Jaccard similarity above which two Russian sentences are near-duplicates."""
SEED_RUN = 8
"""So many words in a row shared with the seed article are an overlap."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule."""

    path: Path
    line: int
    code: str
    message: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code} {self.message}: {self.text[:100]}"


def _plain(text: str) -> str:
    return ANY_SLOT.sub(" ", text)


def _malformed_slot(unit: Unit) -> bool:
    """a slot is not in the notation of its language"""
    return any(malformed(getattr(unit, language), language) for language in ("ru", "en", "kk"))


def _slot_sets_differ(unit: Unit) -> bool:
    """the three sides do not hold the same slots, each once"""
    numbers = [sorted(s.number for s in slots(getattr(unit, x), x)) for x in ("ru", "en", "kk")]
    return not (numbers[0] == numbers[1] == numbers[2]) or len(set(numbers[0])) < len(numbers[0])


def _slot_order(unit: Unit) -> bool:
    """Russian slot numbers do not run 1, 2, 3, or there are more than the vocabulary knows"""
    numbers = [slot.number for slot in slots(unit.ru, "ru")]
    return numbers != list(range(1, len(numbers) + 1)) or len(numbers) > MOST_SLOTS


_NAMES = re.compile(r"\b(?:COVID|[A-Z]+\d*|[A-Z][A-Za-z.]+)\b")


def _script(unit: Unit) -> bool:
    """letters of a wrong script or language"""
    if re.search(r"[A-Za-z]", _NAMES.sub("", _plain(unit.ru))):
        return True
    if re.search(r"[a-z]", _NAMES.sub("", _plain(unit.kk))):
        return True
    if re.search(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]", unit.en):
        return True
    return bool(re.search(r"[ӘәҒғҚқҢңӨөҰұҮүҺһІі]", unit.ru))


def _mixed_word(unit: Unit) -> bool:
    """a word mixes Latin and Cyrillic letters"""
    text = " ".join((_plain(unit.ru), _plain(unit.kk)))
    return bool(re.search(r"[А-Яа-яӘ-ӹ][A-Za-z]|[A-Za-z][А-Яа-яӘ-ӹ]", text))


def _not_kazakh(unit: Unit) -> bool:
    """the Kazakh side has no letter of its own"""
    words = _plain(unit.kk).split()
    kazakh = re.search(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]", _plain(unit.kk))
    return len(words) > 2 and len(slots(unit.ru, "ru")) < 3 and not kazakh


def figures(text: str) -> list[str]:
    """The numbers written in digits, separators dropped, sorted.

    >>> figures("1 200 тонн и 3,5 млн"), figures("1,200 tonnes and 3.5 million")
    (['1200', '35'], ['1200', '35'])
    """
    found = re.findall(r"\d+(?:[ \u00a0\u202f]\d{3}(?!\d)|[.,]\d+)*", _plain(text))
    return sorted(re.sub(r"\D", "", number) for number in found)


def _numbers_differ(unit: Unit) -> bool:
    """numbers written in digits differ between the languages"""
    return not figures(unit.ru) == figures(unit.en) == figures(unit.kk)


def _length(unit: Unit) -> bool:
    """fewer than 3 or more than 45 Russian words"""
    return not 3 <= len(unit.ru.split()) <= 45


def _proportion(unit: Unit) -> bool:
    """one side is far longer than the others: something is added or lost"""
    ru, en, kk = (len(_plain(text)) + 15 for text in (unit.ru, unit.en, unit.kk))
    return max(ru, en, kk) > 2.3 * min(ru, en, kk)


def _end_mark(unit: Unit) -> bool:
    """the sides do not end alike (full stop, question, exclamation, none)"""
    ends = [re.search(r"[.?!]?(?=[»”\")]*$)", text) for text in (unit.ru, unit.en, unit.kk)]
    return len({end[0] if end else "" for end in ends}) > 1


RULES: dict[str, Callable[[Unit], bool]] = {
    "F101": _malformed_slot,
    "F102": _slot_sets_differ,
    "F103": _slot_order,
    "F201": _script,
    "F202": _mixed_word,
    "F203": _not_kazakh,
    "C101": _numbers_differ,
    "C102": _length,
    "C103": _proportion,
    "C104": _end_mark,
}
"""The rules about one unit; F001 columns, C201 near-duplicate, C202 seed article concern more."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression that finds bad language in one column, with advice."""

    code: str
    language: str
    search: re.Pattern[str]
    advice: str


def read_patterns(path: Path = PATTERNS) -> tuple[Pattern, ...]:
    """The patterns of the table: code, language, expression, advice; ValueError for a bad one."""
    patterns = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, language, expression, advice = line.split("\t")
            patterns.append(Pattern(code, language, re.compile(expression), advice))
    return tuple(patterns)


def check_unit(unit: Unit, patterns: Sequence[Pattern] = ()) -> Iterator[tuple[str, str]]:
    """(code, message) of each rule and pattern the unit breaks."""
    for code, rule in RULES.items():
        if rule(unit):
            yield code, rule.__doc__ or code
    percents = {slot.number for slot in slots(unit.ru, "ru") if slot.kind == "percent"}
    for pattern in patterns:
        text = getattr(unit, pattern.language)
        # A pattern names a percent slot as such, though only the Russian side tells its class.
        named = re.sub(r"(?<=\{)\d+", lambda m: "PERCENT" if int(m[0]) in percents else m[0], text)
        if pattern.search.search(text) or pattern.search.search(named):
            yield pattern.code, pattern.advice


def seed_runs(article: str) -> frozenset[tuple[str, ...]]:
    """Every run of eight words of the article, lower-cased."""
    words = re.findall(r"\w+", article.lower())
    return frozenset(tuple(words[i : i + SEED_RUN]) for i in range(len(words) - SEED_RUN + 1))


def repeats_seed(text: str, runs: frozenset[tuple[str, ...]]) -> bool:
    """Whether `text` shares a run of words with the article; a slot interrupts a run."""
    return any(run in runs for part in ANY_SLOT.split(text) for run in seed_runs(part))


def check_corpus(paths: Iterable[Path], seed_article: Path | None = None) -> Iterator[Finding]:
    """Everything wrong with the files, unit rules first, then near-duplicates across all files."""
    runs = seed_runs(seed_article.read_text(encoding="utf-8")) if seed_article else frozenset()
    patterns = read_patterns()
    places: list[tuple[Path, int]] = []
    sources: list[str] = []
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            columns = line.split("\t")
            if not line.strip():
                continue
            if len(columns) != 3:
                yield Finding(path, number, "F001", "a line has not three columns", line)
                continue
            unit = Unit(*columns)
            for code, message in check_unit(unit, patterns):
                yield Finding(path, number, code, message, line)
            if runs and repeats_seed(unit.ru, runs):
                yield Finding(path, number, "C202", "repeats the seed article", line)
            places.append((path, number))
            sources.append(unit.ru)
    for later, earlier, score in near_duplicates(sources, ALIKE):
        path, number = places[later]
        other, line_number = places[earlier]
        message = f"near-duplicate ({score:.2f}) of {other.name}:{line_number}"
        yield Finding(path, number, "C201", message, sources[later])
