"""The ladder against an engine that does everything wrong: nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.model import TargetLanguage, Termbase
from glossary.recognize import Recognizer
from tests.conftest import EchoEngine, HostileEngine, engine_info
from tests.made_sentences import masked_segment, sentence
from translate.engines.base import EngineInfo, Hypothesis
from translate.ladder import Ladder
from translate.masking import MaskedSegment
from translate.results import Target
from translate.verify.forms import FormBook
from translate.verify.target import Expected, verify

Books = Mapping[TargetLanguage, FormBook]


@pytest.fixture(scope="module")
def books(termbase: Termbase) -> Books:
    concepts = {concept.id: concept for concept in termbase.concepts}
    return {"en": FormBook(concepts, "en"), "kk": FormBook(concepts, "kk")}


def stands_or_is_reported(target: Target, masked: MaskedSegment, books: Books) -> bool:
    """Every mention once in the target, or the unit says it needs work and which mention fails."""
    if target.state == "needs work":
        return any(d.severity == "error" and d.message for d in target.diagnostics)
    cases = {r.number: r.case for r in target.realizations}
    expected = [Expected(slot.mention, cases[slot.number]) for slot in masked.slots]
    seen = verify(target.text, expected, books[target.language])
    return seen.satisfied and len(cases) == len(masked.slots)


@pytest.mark.parametrize("language", ["en", "kk"])
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**9))
def test_every_mention_stands_once_or_the_unit_needs_work(
    language: TargetLanguage,
    seed: int,
    termbase: Termbase,
    recognizer: Recognizer,
    books: Books,
) -> None:
    masked = masked_segment(sentence(seed), termbase, recognizer)
    engine = HostileEngine(engine_info(language), seed)
    (target,) = Ladder(engine, books[language]).translate([masked])
    assert stands_or_is_reported(target, masked, books)
    assert "{" not in target.text
    assert "}" not in target.text
    if target.rung == "template":
        assert target.state == "needs work"
        assert {r.number for r in target.realizations} == {s.number for s in masked.slots}


@pytest.mark.parametrize("language", ["en", "kk"])
def test_a_faultless_engine_stays_on_the_first_rung(
    language: TargetLanguage, termbase: Termbase, recognizer: Recognizer, books: Books
) -> None:
    text = "В Астане министр энергетики РК Ерлан Аккенженов сообщил о 2 млрд долларов."
    masked = masked_segment(text, termbase, recognizer)
    (target,) = Ladder(EchoEngine(engine_info(language)), books[language]).translate([masked])
    assert (target.rung, target.state) == ("engine", "ok")
    assert len(target.realizations) == 3


def test_a_segment_without_mentions_is_what_the_engine_said(books: Books) -> None:
    masked = MaskedSegment(("Стороны обсудили планы.",))
    engine = EchoEngine(engine_info("en"))
    (target,) = Ladder(engine, books["en"]).translate([masked])
    assert target.text == engine.say(masked.text)


def test_a_segment_without_words_never_reaches_the_engine(
    termbase: Termbase, recognizer: Recognizer, books: Books
) -> None:
    engine = HostileEngine(engine_info("kk"))
    segments = [
        masked_segment("Касым-Жомарт Токаев.", termbase, recognizer),
        MaskedSegment(("* * *",)),
    ]
    named, stars = Ladder(engine, books["kk"]).translate(segments)
    assert engine.calls == 0
    assert (named.text, named.rung) == ("Қасым-Жомарт Тоқаев.", "slots only")
    assert (stars.text, stars.rung) == ("* * *", "copied")


@dataclass
class ScriptedEngine:
    """Says what it is told to, best first, and remembers what it was asked."""

    info: EngineInfo
    answers: tuple[str, ...]
    asked: list[str] = field(default_factory=list)

    def translate(
        self, segments: Sequence[str], *, hypotheses: int = 1
    ) -> tuple[tuple[Hypothesis, ...], ...]:
        """The same hypotheses for every segment."""
        self.asked += segments
        said = tuple(Hypothesis(text, -1.0 - i) for i, text in enumerate(self.answers))
        return (said[:hypotheses],) * len(segments)


@pytest.mark.parametrize(
    ("answers", "text", "rung"),
    [
        (("{1} met {2}.", "{2} met {1}."), "Astana met Kazakhstan.", "engine"),
        (("{1} met.", "{2} met {1}."), "Kazakhstan met Astana.", "next hypothesis"),
        (("{1} {1} met {2}.", "{1} saw {2}."), "Astana saw Kazakhstan.", "next hypothesis"),
        (("{1} met met {2}.", "{1} met {2}."), "Astana met Kazakhstan.", "next hypothesis"),
        (("{1} met met {2}.", "{1} met."), "Astana met met Kazakhstan.", "engine"),
        (("{1} met 7 {2}.", "{1} met {2}."), "Astana met Kazakhstan.", "next hypothesis"),
    ],
    ids=["best first", "missing", "doubled", "doubtful", "only doubtful", "strange figure"],
)
def test_the_best_hypothesis_that_verifies_is_taken(
    answers: tuple[str, ...],
    text: str,
    rung: str,
    termbase: Termbase,
    recognizer: Recognizer,
    books: Books,
) -> None:
    masked = masked_segment("Астана принимает Казахстан.", termbase, recognizer)
    engine = ScriptedEngine(engine_info("en"), answers)
    (target,) = Ladder(engine, books["en"]).translate([masked])
    assert (target.text, target.rung, target.state) == (text, rung, "ok")


def test_a_segment_too_long_for_an_engine_is_cut_from_the_start(
    termbase: Termbase, recognizer: Recognizer, books: Books
) -> None:
    clause = "стороны подробно рассмотрели вопросы развития торговли в Астане"
    masked = masked_segment("; ".join([clause] * 16) + ".", termbase, recognizer)
    masked = MaskedSegment(masked.pieces[:40])
    assert len(masked.text) > 900
    engine = ScriptedEngine(engine_info("en"), ("{1} and {2}.",))
    Ladder(engine, books["en"]).translate([masked])
    assert engine.asked
    assert max(map(len, engine.asked)) < len(masked.text)


def test_halves_are_joined_where_the_whole_fails(
    termbase: Termbase, recognizer: Recognizer, books: Books
) -> None:
    text = "Астана готовит большой форум этой весной, а Казахстан ждет много гостей."
    masked = masked_segment(text, termbase, recognizer)
    engine = ScriptedEngine(engine_info("en"), ("We wait for {1}.",))
    (target,) = Ladder(engine, books["en"]).translate([masked])
    assert (target.rung, target.state) == ("clauses", "ok")
    assert target.text == "We wait for Astana, we wait for Kazakhstan."
