"""What an engine is: masked segments in, n-best masked hypotheses with scores out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from glossary.model import TargetLanguage


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Raw output of an engine for one segment."""

    text: str
    score: float
    """Log-probability of the text, normalised by length; higher is better."""


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What a report says about the engine that served a language pair."""

    name: str
    version: str
    source: str
    target: TargetLanguage
    digest: str
    """First 16 hexadecimal digits of the SHA-256 of the model's weights and vocabulary."""
    knows_slots: bool
    licence: str = ""
    origin: str = ""
    """`embedded`, `installed`, or what a caller names its own engine."""


class Engine(Protocol):
    """Anything that translates segments of one language pair."""

    @property
    def info(self) -> EngineInfo:
        """Name, model and abilities, for the run's signature."""

    def translate(
        self, segments: Sequence[str], *, hypotheses: int = 1
    ) -> tuple[tuple[Hypothesis, ...], ...]:
        """The best hypotheses of each segment, best first; one tuple a segment, in order."""
