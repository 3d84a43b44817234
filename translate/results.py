"""What the pipeline hands on: each segment, its mentions, its targets and how they came about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from glossary.diagnostics import Diagnostic
from glossary.model import Mention, TargetLanguage
from translate.engines.base import EngineInfo
from translate.masking import MaskedSegment
from translate.model import Document, Segment
from translate.realize.rendered import Realization

Rung = Literal[
    "engine", "next hypothesis", "clauses", "trimmed", "template", "slots only", "copied"
]
"""How far down the ladder a target came: `engine` is the first hypothesis as it was."""

State = Literal["ok", "needs work"]


@dataclass(frozen=True, slots=True)
class Step:
    """One rung tried for a target: what the engine said and why it was taken or not."""

    rung: Rung
    hypothesis: str
    score: float
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A segment in one target language."""

    language: TargetLanguage
    text: str
    hypothesis: str
    """The masked hypothesis the text was realized from; empty where no engine was asked."""
    rung: Rung
    state: State
    realizations: tuple[Realization, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    steps: tuple[Step, ...] = ()
    """Every rung tried, in order; the last one is the one taken."""


@dataclass(frozen=True, slots=True)
class TranslatedSegment:
    """A source segment with its mentions and its targets."""

    segment: Segment
    masked: MaskedSegment
    targets: tuple[Target, ...]
    unrendered: tuple[Mention, ...] = ()
    """Mentions recognised but left to the engine, since a target language has no name for them."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Findings about the source: an office-holder who did not hold the office on that day."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The enforced mentions in text order; offsets count from the start of the segment."""
        return tuple(slot.mention for slot in self.masked.slots)

    @property
    def state(self) -> State:
        """`needs work` when any target does."""
        return "needs work" if any(t.state == "needs work" for t in self.targets) else "ok"

    def target(self, language: TargetLanguage) -> Target | None:
        """The target in that language, if it was asked for."""
        return next((t for t in self.targets if t.language == language), None)


@dataclass(frozen=True, slots=True)
class Signature:
    """Everything that could change a result: quoted at the head of each report."""

    version: str
    engines: tuple[EngineInfo, ...]
    segmenter: str
    termbase: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TranslatedDocument:
    """A document with all its segments translated, in order."""

    document: Document
    segments: tuple[TranslatedSegment, ...]
    signature: Signature
