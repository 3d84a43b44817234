"""An engine asked about each distinct segment once: releases repeat captions and formulas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from translate.engines.base import Engine, EngineInfo, Hypothesis


@dataclass(frozen=True, slots=True)
class RememberingEngine:
    """The same answers as the engine inside, each distinct segment translated but once."""

    engine: Engine
    _answers: dict[tuple[str, int], tuple[Hypothesis, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def info(self) -> EngineInfo:
        """What the engine inside says of itself."""
        return self.engine.info

    def translate(
        self, segments: Sequence[str], *, hypotheses: int = 1
    ) -> tuple[tuple[Hypothesis, ...], ...]:
        """The hypotheses of each segment, in order."""
        fresh = [s for s in dict.fromkeys(segments) if (s, hypotheses) not in self._answers]
        if fresh:
            found = self.engine.translate(fresh, hypotheses=hypotheses)
            self._answers.update(zip(((s, hypotheses) for s in fresh), found, strict=True))
        return tuple(self._answers[s, hypotheses] for s in segments)
