"""Recognition: glossary terms in Russian text, in whatever form they stand there.

Every name is expanded to its paradigm and looked up as a surface; capitals, token boundaries,
web addresses and namesakes are checked; the lattice keeps the longest; the context picks the case.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import IO

from glossary.canonical import Canonical, canonical
from glossary.errors import GlossaryError
from glossary.model import (
    Concept,
    Form,
    Mention,
    MentionClass,
    Number,
    Termbase,
    TermClass,
)
from glossary.recognition.automaton import Hit, SurfaceIndex, entry_readings, name_number
from glossary.recognition.boundaries import addresses, is_whole, with_quotes, with_tail
from glossary.recognition.capitals import ANY, CAPITAL
from glossary.recognition.context import choose_readings
from glossary.recognition.entries import Entry, PackedEntries, entry_of, packed_entries
from glossary.recognition.homes import country_at_end, country_names, homes
from glossary.recognition.homographs import Homograph
from glossary.recognition.lattice import best_path
from glossary.recognition.namesakes import is_namesake
from glossary.recognition.partners import Reading, Span
from glossary.recognition.variants import Name, names, person_parts
from glossary.russian import paradigm
from glossary.russian.persons import person_gender

_FORMAT = f"recognizer 5, Python {sys.version_info.major}.{sys.version_info.minor}"
"""Marshalled data are read by the Python version that wrote them only."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A hit that passed every check, with the entry it stands for."""

    start: int
    end: int
    weight: float
    entry: Entry
    readings: tuple[Reading, ...]


@dataclass(slots=True)
class Recognizer:
    """Finds the mentions of a termbase's concepts."""

    entries: Sequence[Entry]
    index: SurfaceIndex

    def to_bytes(self) -> bytes:
        """The recognizer as bytes for a cache of one's own; `from_bytes` gives it back."""
        packed = packed_entries(self.entries)
        index = (self.index.surfaces, self.index.lengths)
        return marshal.dumps((_FORMAT, packed.chunks, packed.length, *index))

    @staticmethod
    def from_bytes(content: bytes) -> Recognizer:
        """The recognizer that `to_bytes` wrote.

        Raises GlossaryError where the bytes are those of another version or of something else.
        """
        return Recognizer.from_file(BytesIO(content))

    @staticmethod
    def from_file(file: IO[bytes]) -> Recognizer:
        """The recognizer of a cache file, read piece by piece. Raises as `from_bytes` does."""
        try:
            written, chunks, length, surfaces, lengths = marshal.load(file)
            if written != _FORMAT:
                raise ValueError(f"format {written}")
            return Recognizer(PackedEntries(chunks, length), SurfaceIndex(surfaces, lengths))
        except (EOFError, KeyError, TypeError, ValueError) as error:
            raise GlossaryError(f"not a recognizer of this version ({error})") from error

    def __reduce__(self) -> tuple[Callable[[bytes], Recognizer], tuple[bytes]]:
        return Recognizer.from_bytes, (self.to_bytes(),)

    def find(self, text: str) -> tuple[Mention, ...]:
        """The mentions in the text: longest readings, disjoint, in order, with their case."""
        path = best_path(list(self._candidates(text)))
        spans = [_span(candidate) for candidate in path]
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
        found: list[tuple[Hit, _Candidate]] = []
        for hit in self.index.find(ready):
            span = ready.span(hit.start, hit.end)
            words = tuple(ready.cased[a:b] for a, b in hit.tokens)
            found += [(hit, c) for c in self._accepted(ready, hit, span, words, zones)]
        named = {candidate.end for _, candidate in found}
        states = {
            candidate.start: candidate.entry.concept
            for _, candidate in found
            if candidate.entry.term_class is TermClass.COUNTRY
        }
        for hit, candidate in found:
            state, own = states.get(candidate.end + 1), candidate.entry.homes
            if state and own and state not in own:
                continue
            # What stands right before is a term of its own, hence nobody's given name.
            free = not candidate.entry.surname or candidate.start - 1 in named
            if free or not _is_namesake(ready, hit, candidate):
                yield candidate

    def _accepted(
        self,
        text: Canonical,
        hit: Hit,
        span: tuple[int, int],
        words: tuple[str, ...],
        zones: tuple[tuple[int, int], ...],
    ) -> Iterator[_Candidate]:
        best: dict[str, _Candidate] = {}
        for packed in hit.entries:
            entry = self.entries[name_number(packed)]
            if not entry.capitals.allow(words):
                continue
            start, end = with_quotes(text.original, span, quoted=entry.quoted)
            end = with_tail(text.original, end, entry.tail)
            if min(start, end) < 0 or not is_whole(text.original, start, end, zones):
                continue
            readings = entry_readings(packed)
            if len(words) == 1 and not entry.quoted:
                exact = entry.capitals.demands[0] not in (ANY, CAPITAL)
                homograph = Homograph(text.original, start, end, entry.term_class, readings, exact)
                if homograph.is_other_word():
                    continue
            weight = len(words) - 0.01 + (end - start - hit.end + hit.start) * 0.0001
            candidate = _Candidate(start, end, weight, entry, readings)
            rival = best.get("")
            if rival is None or _order(candidate) < _order(rival):
                best[""] = candidate
            elif rival.entry.concept == entry.concept and rival.start == start:
                merged = tuple(dict.fromkeys((*rival.readings, *readings)))
                best[""] = _Candidate(rival.start, rival.end, weight, rival.entry, merged)
        yield from best.values()


def build_recognizer(termbase: Termbase) -> Recognizer:
    """The recognizer of a termbase: every form of every name of every concept."""
    index = SurfaceIndex({}, {})
    entries: list[Entry] = []
    countries = country_names(termbase.concepts)
    for rank, concept in enumerate(termbase.concepts):
        parts = person_parts(concept)
        own = homes(concept, countries)
        for name, forms in names_with_forms(concept):
            place = rank + (len(termbase.concepts) if name.derived else 0)
            index.add(len(entries), forms)
            bare = () if country_at_end(name.text, countries) else own
            entries.append(entry_of(concept, name, place, parts, bare))
    return Recognizer(tuple(entries), index)


def names_with_forms(concept: Concept) -> Iterator[tuple[Name, tuple[Form, ...]]]:
    """Every name a concept is recognised by, with its paradigm.

    Hints and irregular forms of the termbase belong to the citation form; of the hints only the
    gender speaks for the other names too.
    """
    grammar = _grammar(concept)
    for name in names(concept):
        cited = name.text == concept.source.text
        hints = grammar if cited else tuple(hint for hint in grammar if hint[0] == "gender")
        forms = concept.source.forms if cited else ()
        yield name, paradigm(name.text, concept.term_class, grammar=hints, forms=forms)


def _grammar(concept: Concept) -> tuple[tuple[str, str], ...]:
    hints = dict(concept.source.grammar)
    if concept.term_class is TermClass.PERSON and "gender" not in hints:
        hints["gender"] = person_gender(concept.source.text).value
    return tuple(hints.items())


def _is_namesake(text: Canonical, hit: Hit, candidate: _Candidate) -> bool:
    cases = frozenset(case for case, _ in candidate.readings)
    return is_namesake(text.cased, hit.start, hit.end, candidate.entry.parts, cases)


def _span(candidate: _Candidate) -> Span:
    """What the context sees of a candidate; a family is read only where a person cannot be."""
    readings = candidate.readings
    if candidate.entry.term_class is TermClass.PERSON:
        readings = tuple(r for r in readings if r[1] is Number.SG) or readings
    mention_class = MentionClass(candidate.entry.term_class.value)
    return Span(candidate.start, candidate.end, mention_class, readings)


def _order(candidate: _Candidate) -> tuple[int, int]:
    """Of names with one surface the wider comes first, then the earlier concept."""
    return candidate.start - candidate.end, candidate.entry.rank


def _mention(text: str, candidate: _Candidate, readings: tuple[Reading, ...]) -> Mention:
    case, number = readings[0]
    others = tuple(reading for reading in candidate.readings if reading not in readings)
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
        cases=(*readings, *others),
    )
