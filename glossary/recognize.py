"""Recognition: glossary terms in Russian text, in whatever form they stand there.

Every name is expanded to its paradigm and looked up as a surface; capitals, token boundaries,
web addresses and namesakes are checked; the lattice keeps the longest; the context picks the case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glossary.automaton import Hit, SurfaceIndex, entry_readings, name_number
from glossary.boundaries import addresses, is_whole
from glossary.canonical import QUOTES, Canonical, canonical
from glossary.capitals import Capitals, capitals_of, is_common, is_shouted
from glossary.context import choose_readings
from glossary.partners import Reading, Span
from glossary.lattice import best_path
from glossary.model import (
    Concept,
    Mention,
    MentionClass,
    Status,
    TermClass,
    Termbase,
)
from glossary.namesakes import is_namesake
from glossary.russian import paradigm
from glossary.russian_names import person_gender, split_name
from glossary.variants import Name, PersonParts, is_quoted, names, person_parts

_BARE_CLASSES = {TermClass.PLACE, TermClass.COUNTRY, TermClass.MEDIA}


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name of a concept, ready to be checked against a hit."""

    concept: str
    term_class: TermClass
    kind: str
    status: Status
    rank: int
    """Order of the concept in the termbase; derived names come after all stated ones."""
    capitals: Capitals
    quoted: bool
    abbreviated: bool
    surname: bool
    parts: PersonParts


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A hit that passed every check, with the entry it stands for."""

    start: int
    end: int
    weight: float
    entry: _Entry
    readings: tuple[Reading, ...]


@dataclass(slots=True)
class Recognizer:
    """Finds the mentions of a termbase's concepts. Picklable, so it can be kept between runs."""

    entries: tuple[_Entry, ...]
    index: SurfaceIndex

    def find(self, text: str) -> tuple[Mention, ...]:
        """The mentions in the text: longest readings, disjoint, in order, with their case."""
        path = best_path(list(self._candidates(text)))
        spans = [
            Span(c.start, c.end, MentionClass(c.entry.term_class.value), c.readings) for c in path
        ]
        return tuple(
            _mention(text, candidate, readings)
            for candidate, readings in zip(path, choose_readings(text, spans), strict=True)
        )

    def find_all(self, text: str) -> tuple[Mention, ...]:
        """Every acceptable match, nested and overlapping ones too: the fallbacks of `find`."""
        found = sorted(self._candidates(text), key=lambda c: (c.start, -c.end))
        return tuple(_mention(text, candidate, candidate.readings) for candidate in found)

    def _candidates(self, text: str) -> Iterator[_Candidate]:
        ready = canonical(text)
        zones = addresses(text)
        for hit in self.index.find(ready):
            start, end = ready.span(hit.start, hit.end)
            words = tuple(ready.cased[a:b] for a, b in hit.tokens)
            yield from self._accepted(ready, hit, (start, end), words, zones)

    def _accepted(
        self,
        text: Canonical,
        hit: Hit,
        span: tuple[int, int],
        words: tuple[str, ...],
        zones: tuple[tuple[int, int], ...],
    ) -> Iterator[_Candidate]:
        best: dict[str, _Candidate] = {}
        shouted: bool | None = None
        for packed in hit.entries:
            entry = self.entries[name_number(packed)]
            if not entry.capitals.allow(words):
                continue
            start, end = _with_quotes(text.original, span, quoted=entry.quoted)
            if start < 0 or not is_whole(text.original, start, end, zones):
                continue
            if len(words) == 1 and words[0][0].isupper() and entry.term_class in _BARE_CLASSES:
                shouted = _is_shouted_at(text.original, start) if shouted is None else shouted
                opening = shouted or _opens_sentence(text.original, start)
                if not entry.quoted and opening and is_common(words[0]):
                    continue
            readings = entry_readings(packed)
            if entry.surname:
                cases = frozenset(case for case, _ in readings)
                if is_namesake(text.cased, hit.start, hit.end, entry.parts, cases):
                    continue
            weight = len(words) - 0.01 + (0.5 if entry.quoted else 0.0)
            candidate = _Candidate(start, end, weight, entry, readings)
            rival = best.get("")
            if rival is None or entry.rank < rival.entry.rank:
                best[""] = candidate
            elif rival.entry.concept == entry.concept:
                merged = tuple(dict.fromkeys((*rival.readings, *readings)))
                best[""] = _Candidate(rival.start, rival.end, weight, rival.entry, merged)
        yield from best.values()


def build_recognizer(termbase: Termbase) -> Recognizer:
    """The recognizer of a termbase: every form of every name of every concept."""
    index = SurfaceIndex({}, {})
    entries: list[_Entry] = []
    for rank, concept in enumerate(termbase.concepts):
        parts = person_parts(concept)
        grammar = _grammar(concept)
        for name in names(concept):
            place = rank + (len(termbase.concepts) if name.derived else 0)
            forms = concept.source.forms if name.text == concept.source.text else ()
            hints = grammar if name.text == concept.source.text else _inherited(grammar)
            index.add(
                len(entries), paradigm(name.text, concept.term_class, grammar=hints, forms=forms)
            )
            entries.append(_entry(concept, name, place, parts))
    return Recognizer(tuple(entries), index)


def _grammar(concept: Concept) -> tuple[tuple[str, str], ...]:
    hints = dict(concept.source.grammar)
    if concept.term_class is TermClass.PERSON and "gender" not in hints:
        hints["gender"] = person_gender(concept.source.text).value
    return tuple(hints.items())


def _inherited(grammar: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """What a hint on the citation form says about the other names: only the person's gender."""
    return tuple((key, value) for key, value in grammar if key == "gender")


def _entry(concept: Concept, name: Name, rank: int, parts: PersonParts) -> _Entry:
    person = concept.term_class is TermClass.PERSON
    surname = person and {r for r in split_name(name.text).roles if r} == {"surname"}
    return _Entry(
        concept.id,
        concept.term_class,
        name.kind,
        _status(concept),
        rank,
        capitals_of(name.text, concept.term_class),
        is_quoted(name.text),
        name.text.isupper(),
        surname and bool(parts.given),
        parts if person else PersonParts(),
    )


def _status(concept: Concept) -> Status:
    targets = (concept.en, concept.kk)
    if any(term is None or not term.text or term.status is Status.PROPOSAL for term in targets):
        return Status.PROPOSAL
    return Status.APPROVED


def _with_quotes(text: str, span: tuple[int, int], *, quoted: bool) -> tuple[int, int]:
    """The span widened to the quotation marks that belong to it; (-1, -1) where they do not fit."""
    start, end = span
    inside = sum(c in QUOTES for c in text[start:end])
    before = start > 0 and text[start - 1] in QUOTES
    after = end < len(text) and text[end] in QUOTES
    if quoted:
        return (start - 1, end + 1) if before and after and not inside % 2 else (-1, -1)
    if inside % 2 == 0:
        return start, end
    return (start, end + 1) if after else (-1, -1)


def _is_shouted_at(text: str, position: int) -> bool:
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return is_shouted(text[start : end if end >= 0 else len(text)])


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(' \t\u00a0"«“„–—-')
    return not before or before[-1] in ".!?…:\n"


def _mention(text: str, candidate: _Candidate, readings: tuple[Reading, ...]) -> Mention:
    case, number = readings[0]
    return Mention(
        candidate.start,
        candidate.end,
        text[candidate.start : candidate.end],
        MentionClass(candidate.entry.term_class.value),
        case,
        number,
        concept=candidate.entry.concept,
        kind=candidate.entry.kind,
        status=candidate.entry.status,
        cases=readings,
    )
