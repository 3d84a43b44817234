"""Fixtures shared by the tests: the shipped termbase, its recognizer, engines that misbehave."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from glossary.model import TargetLanguage, Termbase
from glossary.prepared import Prepared, prepare
from glossary.recognize import Recognizer
from translate.engines.base import EngineInfo, Hypothesis

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SEED_ARTICLE = ROOT / "seeds" / "2025-08-22-interstate-council.txt"

_SLOT = re.compile(r"\{(\d+):[a-z]+\.[a-z]+\}")
_KAZAKH_CASES = ("nom", "gen", "dat", "acc", "loc", "abl", "ins")


def engine_info(target: TargetLanguage, *, knows_slots: bool = True) -> EngineInfo:
    """What a test engine says of itself."""
    return EngineInfo("fake", "0", "ru", target, "0" * 16, knows_slots)


@dataclass
class EchoEngine:
    """Gives each segment back with its slots in the target's notation: an engine without faults."""

    info: EngineInfo

    def translate(
        self, segments: Sequence[str], *, hypotheses: int = 1
    ) -> tuple[tuple[Hypothesis, ...], ...]:
        """One hypothesis a segment: its slots in order between words of the target language."""
        return tuple((Hypothesis(self.say(text), -1.0),) for text in segments)

    def say(self, text: str) -> str:
        """Words of the target language around the slots of the text."""
        numbers = [int(n) for n in _SLOT.findall(text)]
        if self.info.target == "en":
            return " and ".join(["It was said", *(f"{{{n}}}" for n in numbers)]) + "."
        return " және ".join([*(f"{{{n}.nom}}" for n in numbers), "бұл айтылды"]) + "."


@dataclass
class HostileEngine(EchoEngine):
    """Drops, doubles, reorders, mangles and invents slots, repeats itself or says nothing."""

    seed: int = 0
    calls: int = field(default=0, init=False)

    def translate(
        self, segments: Sequence[str], *, hypotheses: int = 1
    ) -> tuple[tuple[Hypothesis, ...], ...]:
        """Hypotheses each spoilt in its own way; the same seed spoils in the same way."""
        self.calls += 1
        dice = random.Random(f"{self.seed}/{self.calls}")
        return tuple(
            tuple(Hypothesis(self._spoil(text, dice), -1.0 - i) for i in range(hypotheses))
            for text in segments
        )

    def _spoil(self, text: str, dice: random.Random) -> str:
        numbers = [int(n) for n in _SLOT.findall(text)]
        slots = [self._slot(n, dice) for n in numbers]
        fault = dice.choice(
            ("none", "drop", "double", "reorder", "mangle", "invent", "empty", "repeat", "echo")
        )
        if fault == "empty":
            return ""
        if fault == "echo":
            return text
        if fault == "drop" and slots:
            slots.pop(dice.randrange(len(slots)))
        if fault == "double" and slots:
            slots.append(dice.choice(slots))
        if fault == "reorder":
            dice.shuffle(slots)
        if fault == "mangle" and slots:
            at = dice.randrange(len(slots))
            slots[at] = dice.choice(("{", "{ 1 }", "{x}", "{1:person", "1.nom}", "{{1}}"))
        if fault == "invent":
            slots.append(self._slot(dice.randint(1, 30), dice))
        words = ["word"] * 12 if fault == "repeat" else ["these", "are", "words"]
        pieces = [
            piece
            for pair in zip(words, [*slots, *[""] * len(words)], strict=False)
            for piece in pair
            if piece
        ]
        return " ".join([*pieces, *slots[len(words) :]]) + "."

    def _slot(self, number: int, dice: random.Random) -> str:
        if self.info.target == "en":
            return f"{{{number}}}" if dice.random() < 0.8 else f"{{{number}'s}}"
        return f"{{{number}.{dice.choice(_KAZAKH_CASES)}}}"


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One cache of the prepared termbase for every command the tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDARMA_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def prepared(cache_of_the_session: None) -> Prepared:
    """The shipped termbase with its recognizer."""
    return prepare()


@pytest.fixture(scope="session")
def termbase(prepared: Prepared) -> Termbase:
    """The shipped termbase."""
    return prepared.termbase


@pytest.fixture(scope="session")
def recognizer(prepared: Prepared) -> Recognizer:
    """The recognizer of the shipped termbase."""
    return prepared.recognizer
