"""The main flow: document -> mentions -> masked segments -> targets. Sees no path."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from glossary.grouping import atomic_mentions, group_mentions, merge_mentions
from glossary.incumbency import check_claims
from glossary.model import Mention, TargetLanguage, Termbase
from glossary.people import find_people
from glossary.prepared import Prepared
from glossary.quantities import find_quantities
from glossary.recognize import Recognizer
from translate import __version__
from translate.engines.base import Engine
from translate.engines.remembering import RememberingEngine
from translate.ladder import Ladder
from translate.masking import MaskedSegment, mask
from translate.model import Document, Segment
from translate.realize.rendered import Concepts, can_render
from translate.results import Signature, Target, TranslatedDocument, TranslatedSegment
from translate.segment import SEGMENTER
from translate.verify.forms import FormBook

_MOST_SLOTS = 12
"""Slots the embedded models have seen in one segment; later mentions are taken group by group."""
_BATCH = 32

Progress = Callable[[int], None]
"""Told how many segments have just been finished, all languages of a segment counted once each."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Termbase, recognizer and one engine a target language: everything a run needs."""

    termbase: Termbase
    recognizer: Recognizer
    concepts: Concepts
    ladders: Mapping[TargetLanguage, Ladder]
    options: tuple[tuple[str, str], ...] = ()
    people: bool = True
    """Whether people the termbase does not know are found and written by transliteration."""

    @property
    def languages(self) -> tuple[TargetLanguage, ...]:
        """The target languages, in the order they were asked for."""
        return tuple(self.ladders)

    @property
    def signature(self) -> Signature:
        """What made the results, for reports."""
        return Signature(
            version=__version__,
            engines=tuple(ladder.engine.info for ladder in self.ladders.values()),
            segmenter=SEGMENTER,
            termbase=self.termbase.digest,
            options=self.options,
        )

    def translate(
        self, document: Document, progress: Progress = lambda count: None
    ) -> TranslatedDocument:
        """The document with a target in each language for each of its sentences."""
        day = date.fromisoformat(document.date) if document.date else date.today()
        sentences = document.sentences
        read = [self._read(segment.text) for segment in sentences]
        masked = [one for one, _ in read]
        targets = {
            language: list(self._targets(language, masked, progress)) for language in self.languages
        }
        translated = {
            segment.number: TranslatedSegment(
                segment=segment,
                masked=masked[i],
                targets=tuple(targets[language][i] for language in self.languages),
                unrendered=read[i][1],
                diagnostics=check_claims(
                    (slot.mention for slot in masked[i].slots), self.concepts, day
                ),
            )
            for i, segment in enumerate(sentences)
        }
        return TranslatedDocument(
            document=document,
            segments=tuple(
                translated.get(segment.number) or _copied(segment, self.languages)
                for segment in document.segments
            ),
            signature=self.signature,
        )

    def translate_lines(self, lines: Iterable[str], language: TargetLanguage) -> Iterator[str]:
        """One translation a line, same order and count; an empty line stays empty."""
        ladder = self.ladders[language]
        for batch in _batches(lines, _BATCH * 8):
            masked = [self._read(line)[0] for line in batch]
            filled = [i for i, line in enumerate(batch) if line.strip()]
            answers = dict(zip(filled, ladder.translate([masked[i] for i in filled]), strict=True))
            for i in range(len(batch)):
                yield " ".join(answers[i].text.split()) if i in answers else ""

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The mentions of a text after grouping, in text order."""
        found = merge_mentions(self.recognizer.find(text), find_quantities(text))
        if self.people:
            found = merge_mentions((*found, *find_people(text, found)), ())
        return group_mentions(text, found)

    def _read(self, text: str) -> tuple[MaskedSegment, tuple[Mention, ...]]:
        """The masked segment, and the mentions that no target language has a name for."""
        kept: list[Mention] = []
        unrendered: list[Mention] = []
        for mention in self.mentions(text):
            if self._renderable(mention):
                kept.append(mention)
                continue
            for part in atomic_mentions((mention,)):
                (kept if self._renderable(part) else unrendered).append(part)
        return mask(text, kept[:_MOST_SLOTS]), (*unrendered, *kept[_MOST_SLOTS:])

    def _renderable(self, mention: Mention) -> bool:
        return all(can_render(mention, self.concepts, language) for language in self.languages)

    def _targets(
        self, language: TargetLanguage, masked: Sequence[MaskedSegment], progress: Progress
    ) -> Iterator[Target]:
        """Targets in document order; segments travel in batches of like length."""
        ladder = self.ladders[language]
        order = sorted(range(len(masked)), key=lambda i: (len(masked[i].text), i))
        done: dict[int, Target] = {}
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            answers = ladder.translate([masked[i] for i in batch])
            done.update(zip(batch, answers, strict=True))
            progress(len(batch))
        for i in range(len(masked)):
            yield done[i]


def _batches(lines: Iterable[str], size: int) -> Iterator[list[str]]:
    waiting: list[str] = []
    for line in lines:
        waiting.append(line)
        if len(waiting) == size:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _copied(segment: Segment, languages: Sequence[TargetLanguage]) -> TranslatedSegment:
    """Metadata and verbatim segments stand in the targets as they are."""
    return TranslatedSegment(
        segment=segment,
        masked=MaskedSegment((segment.text,)),
        targets=tuple(Target(language, segment.text, "", "copied", "ok") for language in languages),
    )


def build_pipeline(
    prepared: Prepared,
    engines: Mapping[TargetLanguage, Engine],
    options: tuple[tuple[str, str], ...] = (),
    *,
    people: bool = True,
) -> Pipeline:
    """A pipeline over a prepared termbase and one engine a target language."""
    concepts = {concept.id: concept for concept in prepared.termbase.concepts}
    return Pipeline(
        termbase=prepared.termbase,
        recognizer=prepared.recognizer,
        concepts=concepts,
        ladders={
            language: Ladder(RememberingEngine(engine), FormBook(concepts, language))
            for language, engine in engines.items()
        },
        options=options,
        people=people,
    )
