"""Ten thousand segments against an engine that means harm; the same bytes every time."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from glossary.model import TargetLanguage
from glossary.prepared import Prepared
from tests.conftest import HostileEngine, engine_info
from tests.made_sentences import masked_segment, sentence
from translate.engines.base import Engine, Hypothesis
from translate.engines.packages import choose_engine
from translate.ladder import Ladder
from translate.masking import MaskedSegment
from translate.results import Target
from translate.verify.forms import FormBook
from translate.verify.target import Expected, verify

_SEGMENTS = 5000
_BATCH = 100
_SPITE = (
    "Kassym-Jomart Tokayev",
    "Tokayev's",
    "Токаева",
    "Қырғызстанның",
    "the the",
    "2 млрд",
    "17",
    "1:person.nom",
    "}{",
    "Kazakhstan",
)
_SENTENCES = (
    "Касым-Жомарт Токаев провел встречу с министром энергетики РК Ерланом Аккенженовым.",
    "В Астане обсудили сотрудничество Казахстана и Кыргызстана.",
    "Стороны договорились развивать торговлю, а также рассмотрели вопросы транспорта.",
    "22 августа 2025 года Правительство утвердило план на 2 млрд тенге.",
    "Президент поручил Министерству финансов подготовить доклад, который заслушают весной.",
    "Работа продолжается.",
)


@dataclass
class SpitefulEngine(HostileEngine):
    """A hostile engine that also writes names, figures and debris outside the slots."""

    def translate(
        self, segments: Sequence[str], *, hypotheses: int = 1
    ) -> tuple[tuple[Hypothesis, ...], ...]:
        """The hostile hypotheses, every third with something added at its end or start."""
        answers = super().translate(segments, hypotheses=hypotheses)
        dice = random.Random(f"spite {self.seed}/{self.calls}")
        return tuple(tuple(self._worse(one, dice) for one in hyps) for hyps in answers)

    def _worse(self, hypothesis: Hypothesis, dice: random.Random) -> Hypothesis:
        added = dice.choice(_SPITE)
        text = dice.choice(
            (hypothesis.text, f"{added} {hypothesis.text}", f"{hypothesis.text} {added}")
        )
        return Hypothesis(text, hypothesis.score)


@dataclass(frozen=True)
class Counts:
    """What must be nought, and how many segments came through without work left."""

    dropped: int
    doubled: int
    debris: int
    unmarked: int
    ok: int


def counted(segments: Sequence[MaskedSegment], targets: Sequence[Target], book: FormBook) -> Counts:
    dropped = doubled = debris = unmarked = ok = 0
    for masked, target in zip(segments, targets, strict=True):
        debris += any(mark in target.text for mark in ("{", "}", ".nom}"))
        wanted = sorted(slot.number for slot in masked.slots)
        if target.state == "needs work":
            unmarked += not any(d.severity == "error" for d in target.diagnostics)
            continue
        ok += 1
        made = {one.number: one for one in target.realizations}
        dropped += sorted(one.number for one in target.realizations) != wanted
        expected = [Expected(slot.mention, made[slot.number].case) for slot in masked.slots]
        dropped += not verify(target.text, expected, book).satisfied
        rest = target.text
        for one in target.realizations:
            assert target.text[one.start : one.end] == one.text
            rest = rest[: one.start] + "\0" * len(one.text) + rest[one.end :]
        doubled += any(one.text in rest for one in target.realizations if len(one.text) > 3)
    return Counts(dropped, doubled, debris, unmarked, ok)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "kk"])
def test_ten_thousand_segments_lose_nothing(language: TargetLanguage, prepared: Prepared) -> None:
    book = FormBook({c.id: c for c in prepared.termbase.concepts}, language)
    totals = Counts(0, 0, 0, 0, 0)
    for start in range(0, _SEGMENTS, _BATCH):
        segments = [
            masked_segment(sentence(seed), prepared.termbase, prepared.recognizer)
            for seed in range(start, start + _BATCH)
        ]
        engine = SpitefulEngine(engine_info(language), start)
        found = counted(segments, Ladder(engine, book).translate(segments), book)
        totals = Counts(
            totals.dropped + found.dropped,
            totals.doubled + found.doubled,
            totals.debris + found.debris,
            totals.unmarked + found.unmarked,
            totals.ok + found.ok,
        )
    assert (totals.dropped, totals.doubled, totals.debris, totals.unmarked) == (0, 0, 0, 0)
    assert totals.ok > _SEGMENTS // 10


def slots_of(text: str, prepared: Prepared) -> int:
    return len(masked_segment(text, prepared.termbase, prepared.recognizer).slots)


def said(engine: Engine, prepared: Prepared, size: int) -> list[str]:
    """The targets of the sentences, translated so many at a time."""
    language = engine.info.target
    ladder = Ladder(engine, FormBook({c.id: c for c in prepared.termbase.concepts}, language))
    masked = [masked_segment(s, prepared.termbase, prepared.recognizer) for s in _SENTENCES]
    return [
        target.text
        for start in range(0, len(masked), size)
        for target in ladder.translate(masked[start : start + size])
    ]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "kk"])
def test_runs_threads_and_batches_give_the_same_bytes(
    language: TargetLanguage, prepared: Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_INTRA_THREADS", "1")
    one = choose_engine(language, "embedded")
    first = said(one, prepared, len(_SENTENCES))
    assert said(one, prepared, len(_SENTENCES)) == first
    assert said(one, prepared, 1) == first
    assert said(one, prepared, 4) == first
    monkeypatch.setenv("ARGOS_INTRA_THREADS", "2")
    assert said(choose_engine(language, "embedded"), prepared, 3) == first


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "kk"])
def test_a_segment_without_mentions_is_the_plain_engine_s(
    language: TargetLanguage, prepared: Prepared
) -> None:
    engine = choose_engine(language, "embedded")
    plain = [s for s in _SENTENCES if not slots_of(s, prepared)]
    assert len(plain) >= 2
    answers = engine.translate(plain)
    ladder = Ladder(engine, FormBook({c.id: c for c in prepared.termbase.concepts}, language))
    targets = ladder.translate([MaskedSegment((text,)) for text in plain])
    assert [target.text for target in targets] == [hyps[0].text for hyps in answers]
