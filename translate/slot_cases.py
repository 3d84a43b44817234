"""Slot cases: a source, a hypothesis as a model would give it, and what may stand in each slot."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from glossary.model import TargetLanguage
from translate.errors import UnreadableInput
from translate.masking import mask
from translate.pipeline import Pipeline
from translate.realize.slots import fill_slots
from translate.verify.forms import FormBook
from translate.verify.target import Expected, verify


@dataclass(frozen=True, slots=True)
class SlotCase:
    """One case of a case file."""

    label: str
    source: str
    language: TargetLanguage
    hypothesis: str
    accepted: tuple[tuple[int, tuple[str, ...]], ...]
    """Numbers of the slots the source must have, and every form that is right in each."""
    target: str = ""
    """The whole target, where the words around the slots change too."""


@dataclass(frozen=True, slots=True)
class FilledSlot:
    """What stands in one slot of a case."""

    number: int
    text: str
    """Empty where the source has no such mention."""
    enforced: bool
    correct: bool
    rule: str = ""


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A case as the realizer fills it and the verifier sees it."""

    case: SlotCase
    target: str
    slots: tuple[FilledSlot, ...]
    unwanted: tuple[str, ...]
    """Stretches of the source that were taken for mentions and are none."""

    @property
    def right(self) -> bool:
        """Whether nothing at all is wrong."""
        whole = not self.case.target or self.case.target == self.target
        return whole and not self.unwanted and all(s.enforced and s.correct for s in self.slots)


@dataclass(frozen=True, slots=True)
class SlotFigures:
    """Counts over the results of one language; the rates are shares of 1."""

    language: TargetLanguage
    cases: int
    slots: int
    enforced: int
    correct: int
    unwanted: int

    @property
    def enforcement_rate(self) -> float:
        """Slots whose mention the verifier finds exactly once."""
        return self.enforced / self.slots if self.slots else 1.0

    @property
    def form_correct_rate(self) -> float:
        """Slots that hold one of the accepted forms."""
        return self.correct / self.slots if self.slots else 1.0

    @property
    def false_enforcement_rate(self) -> float:
        """Cases in which something was enforced that is no mention."""
        return self.unwanted / self.cases if self.cases else 0.0


def parse_cases(text: str) -> tuple[SlotCase, ...]:
    """The cases of a JSON file: a list of objects as `tests/cases/slots` has them.

    Raises UnreadableInput where the text is not such a list.
    """
    try:
        return tuple(_case(one) for one in json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableInput(
            f"not a list of slot cases ({error})",
            remedy="each needs label, source, language, hypothesis and slots",
        ) from error


def _case(one: dict[str, Any]) -> SlotCase:
    language = one["language"]
    if language not in ("en", "kk"):
        raise ValueError(f"language {language!r}")
    return SlotCase(
        label=str(one["label"]),
        source=str(one["source"]),
        language=language,
        hypothesis=str(one["hypothesis"]),
        accepted=tuple(
            (int(slot["number"]), tuple(map(str, slot["accepted"]))) for slot in one["slots"]
        ),
        target=str(one.get("target", "")),
    )


def judge_case(case: SlotCase, pipeline: Pipeline) -> CaseResult:
    """The case with its slots filled and the target verified; no engine is asked."""
    masked = mask(case.source, pipeline.mentions(case.source))
    filled = fill_slots(masked, case.hypothesis, case.language, pipeline.concepts)
    made = {one.number: one for one in filled.realizations}
    present = [slot for slot in masked.slots if slot.number in made]
    expected = [Expected(slot.mention, made[slot.number].case) for slot in present]
    seen = verify(filled.text, expected, FormBook(pipeline.concepts, case.language))
    faulty = any(d.code in ("V102", "V103", "V106") for d in seen.diagnostics)
    standing = {s.number for s, place in zip(present, seen.places, strict=True) if place}
    wanted = dict(case.accepted)
    return CaseResult(
        case=case,
        target=filled.text,
        slots=tuple(
            FilledSlot(
                number,
                made[number].text if number in made else "",
                enforced=number in standing and not faulty,
                correct=number in made and made[number].text in forms,
                rule=made[number].rule if number in made else "",
            )
            for number, forms in case.accepted
        ),
        unwanted=tuple(s.mention.surface for s in masked.slots if s.number not in wanted),
    )


def count_results(results: Iterable[CaseResult], language: TargetLanguage) -> SlotFigures:
    """The figures of one language."""
    mine = [result for result in results if result.case.language == language]
    slots = [slot for result in mine for slot in result.slots]
    return SlotFigures(
        language=language,
        cases=len(mine),
        slots=len(slots),
        enforced=sum(slot.enforced for slot in slots),
        correct=sum(slot.correct for slot in slots),
        unwanted=sum(1 for result in mine if result.unwanted),
    )
