"""What new documents name and the termbase does not know: people, institutions, offices.

People come from `glossary.people`. Institutions and offices are noun phrases that begin with a word
of their kind («комитет», «директор»); their renderings are left to the reviewer, since an official
name cannot be guessed. Everything suggested is a proposal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from glossary.editing import fresh_id
from glossary.model import Concept, Mention, MentionClass, Status, Term, Termbase, TermClass
from glossary.normalize import fold
from glossary.people import find_people, nominative, render_person
from glossary.recognize import Recognizer
from glossary.russian.words import is_known, parses
from glossary.transliteration import Origin, guess_origin

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 6
"""Words of a phrase at most, the head counted."""
_CONTEXT = 60
_Word = tuple[str, int, int]
"""A word with its start and end."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may belong into the termbase."""

    term_class: TermClass
    text: str
    """Citation form."""
    count: int
    context: str
    """The line it first stood in, cut around it."""
    english: str = ""
    kazakh: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    """One place where a candidate stands."""

    term_class: TermClass
    text: str
    line: str
    start: int
    end: int
    origin: Origin | None = None
    mention: Mention | None = None


def suggest(lines: Iterable[str], recognizer: Recognizer, least: int = 1) -> tuple[Candidate, ...]:
    """Candidates that stand at least `least` times in the lines, the most frequent first."""
    found: dict[tuple[TermClass, str], list[_Found]] = {}
    for line in lines:
        known = recognizer.find(line)
        places = [*_people(line, known), *_phrases(line, known)]
        for one in places:
            found.setdefault((one.term_class, fold(one.text).casefold()), []).append(one)
    made = [_candidate(places) for places in found.values() if len(places) >= least]
    return tuple(sorted(made, key=lambda c: (-c.count, c.term_class, c.text)))


def with_candidates(termbase: Termbase, candidates: Iterable[Candidate]) -> Termbase:
    """The termbase with each candidate as a proposal; names that are there already stay out."""
    known = {(c.term_class, fold(c.source.text).casefold()) for c in termbase.concepts}
    for one in candidates:
        key = (one.term_class, fold(one.text).casefold())
        if key in known:
            continue
        known.add(key)
        note = f"suggested: {one.count} x, {one.context}"
        concept = Concept(
            fresh_id(termbase, one.term_class, one.english, one.text),
            one.term_class,
            Term("ru", one.text, note=note),
            Term("en", one.english, Status.PROPOSAL) if one.english else None,
            Term("kk", one.kazakh, Status.PROPOSAL) if one.kazakh else None,
        )
        termbase = replace(termbase, concepts=(*termbase.concepts, concept))
    return termbase


def _candidate(places: list[_Found]) -> Candidate:
    first = places[0]
    start, end = max(0, first.start - _CONTEXT), first.end + _CONTEXT
    cut = first.line[start:end].strip()
    context = f"{'…' if start else ''}{cut}{'…' if end < len(first.line.rstrip()) else ''}"
    english = kazakh = ""
    if first.mention is not None:
        origin = next((place.origin for place in places if place.origin), None)
        english = render_person(first.mention, "en", origin)
        kazakh = render_person(first.mention, "kk", origin)
    return Candidate(
        first.term_class, first.text, len(places), " ".join(context.split()), english, kazakh
    )


def _people(line: str, known: tuple[Mention, ...]) -> Iterator[_Found]:
    for mention in find_people(line, known):
        name = nominative(mention)
        origin = guess_origin(name)
        if origin is Origin.KAZAKHSTAN:
            origin = _origin_nearby(line, known) or origin
        yield _Found(TermClass.PERSON, name, line, mention.start, mention.end, origin, mention)


def _origin_nearby(line: str, known: tuple[Mention, ...]) -> Origin | None:
    """Kyrgyzstan where the line names it and not Kazakhstan: «министр культуры КР …»."""
    countries = {m.concept for m in known if m.mention_class is MentionClass.COUNTRY}
    return Origin.KYRGYZSTAN if countries == {"cty_kg"} else None


def _phrases(line: str, known: tuple[Mention, ...]) -> Iterator[_Found]:
    """Institutions and offices: a head word, its adjectives, and the genitives after it."""
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(line)]
    taken = [(m.start, m.end) for m in known]
    index = 0
    while index < len(words):
        head = _head(words[index][0])
        if head is None or _inside(words[index], taken):
            index += 1
            continue
        first = index
        while first and _joined(line, words[first - 1], words[first]) and _agrees(words, first):
            first -= 1
        last = _last(line, words, taken, (first, index))
        if last > first:
            start, end = words[first][1], words[last][2]
            text = _citation([word for word, _, _ in words[first : last + 1]], index - first)
            if head is TermClass.TITLE:  # offices are written small
                text = text[:1].lower() + text[1:]
            yield _Found(head, text, line, start, end)
        index = last + 1


@cache
def _heads() -> dict[str, TermClass]:
    """Nouns that institutions and offices begin with."""
    text = (files("glossary") / "data" / "suggestion_heads.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:] if line)
    return {word: TermClass(term_class) for word, term_class in rows}


def _last(
    line: str, words: list[_Word], taken: list[tuple[int, int]], places: tuple[int, int]
) -> int:
    """Where the phrase ends: genitives after its head, datives after «по»."""
    first, last = places
    case = "gent"
    while last + 1 < len(words) and last - first + 1 < _LONGEST:
        following = words[last + 1]
        if not _joined(line, words[last], following) or _inside(following, taken):
            break
        if following[0] == "по":  # «комитет по правовой статистике»
            case = "datv"
        elif not _stands_in(following[0], case):
            break
        last += 1
    return last - 1 if words[last][0] == "по" else last


def _head(word: str) -> TermClass | None:
    found = (_heads().get(parse.normal_form) for parse in parses(word)[:3])
    return next((term_class for term_class in found if term_class), None)


def _agrees(words: list[_Word], index: int) -> bool:
    """Whether the word before is an adjective that belongs to the head."""
    tags = [parse.tag for parse in parses(words[index - 1][0])[:3]]
    return any(tag.POS == "ADJF" and "Apro" not in tag for tag in tags)


def _stands_in(word: str, case: str) -> bool:
    tags = [parse.tag for parse in parses(word)[:4]] if is_known(word) else []
    return any(tag.case == case and tag.POS in ("NOUN", "ADJF", "PRTF") for tag in tags)


def _joined(line: str, left: _Word, right: _Word) -> bool:
    return line[left[2] : right[1]] == " "


def _inside(word: _Word, taken: list[tuple[int, int]]) -> bool:
    return any(word[1] < end and start < word[2] for start, end in taken)


def _citation(words: list[str], head: int) -> str:
    """The phrase with its adjectives and head in the nominative singular, the rest as it stands."""
    noun = next((p for p in parses(words[head])[:3] if p.normal_form in _heads()), None)
    if noun is None:
        return " ".join(words)
    base = noun.inflect({"nomn", "sing"})
    made = []
    for word in words[:head]:
        parse = next((p for p in parses(word) if p.tag.POS == "ADJF"), None)
        wanted = {"nomn", "sing"} | ({noun.tag.gender} if noun.tag.gender else set())
        inflected = parse.inflect(wanted) if parse is not None else None
        made.append(_cased(word, inflected.word if inflected else word))
    made.append(_cased(words[head], base.word if base else words[head]))
    return " ".join([*made, *words[head + 1 :]])


def _cased(source: str, word: str) -> str:
    return word[:1].upper() + word[1:] if source[:1].isupper() else word
