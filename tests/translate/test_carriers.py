"""Carriers: what stands for a slot before an engine without slots, and how it is read back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from glossary.kazakh import inflect
from glossary.model import (
    KazakhCase,
    Mention,
    MentionClass,
    Number,
    RussianCase,
    TargetLanguage,
)
from glossary.prepared import Prepared
from tests.conftest import engine_info
from tests.made_sentences import masked_segment
from translate.carrier_words import CARRIERS, Carrier
from translate.carriers import Carried, carry, read_back, surviving_carriers
from translate.engines.base import EngineInfo, Hypothesis
from translate.ladder import Ladder
from translate.masking import MaskedSegment, Slot
from translate.verify.forms import FormBook

_ALL = tuple(dict.fromkeys(c for supply in CARRIERS.values() for c in supply))


@dataclass
class WordEngine:
    """Knows no slots: renders the carriers it is told to know and spells the rest as a name."""

    info: EngineInfo
    lost: frozenset[str] = frozenset()
    """English carriers it never gives back."""
    asked: list[str] = field(default_factory=list)

    def translate(
        self, segments: Sequence[str], *, hypotheses: int = 1
    ) -> tuple[tuple[Hypothesis, ...], ...]:
        """One hypothesis a segment: the English names of the Russian carriers, in their order."""
        self.asked += segments
        return tuple((Hypothesis(self._say(text), -0.5),) for text in segments)

    def _say(self, text: str) -> str:
        found: list[tuple[int, str]] = []
        for carrier in _ALL:
            stem = carrier.russian.lower()[:-1].split()[0][:5]
            at = text.lower().find(stem)
            if at >= 0 and carrier.english[0] not in self.lost:
                found.append((at, carrier.english[0]))
        return "It was said of " + " with ".join(name for _, name in sorted(found)) + "."


def slot(mention_class: MentionClass, number: int = 1) -> Slot:
    return Slot(number, Mention(0, 1, "x", mention_class, RussianCase.NOM, Number.SG))


@pytest.mark.parametrize("carrier", _ALL, ids=lambda carrier: carrier.russian)
def test_every_kazakh_form_of_a_carrier_is_read_with_its_case(carrier: Carrier) -> None:
    carried = Carried("", ((slot(MentionClass.TERM), (carrier,)),))
    for name in carrier.kazakh:
        for case in KazakhCase:
            for form in inflect(name, case).accepted:
                read = read_back(f"Бұл {form} болды.", carried, "kk")
                assert read == f"Бұл {{1.{case}}} болды."


@pytest.mark.parametrize("carrier", _ALL, ids=lambda carrier: carrier.russian)
def test_english_carriers_are_read_with_article_and_possessive(carrier: Carrier) -> None:
    carried = Carried("", ((slot(MentionClass.TERM), (carrier,)),))
    for name in carrier.english:
        assert read_back(f"It was the {name}.", carried, "en") == "It was {1}."
        assert read_back(f"{name}'s plan", carried, "en") == "{1's} plan"
        assert read_back(f"{name}ian plan", carried, "en") == f"{name}ian plan"


def test_a_pair_stands_for_a_plural() -> None:
    first, second = CARRIERS[MentionClass.PERSON][:2]
    carried = Carried("", ((slot(MentionClass.OFFICERS), (first, second)),))
    assert read_back("Ivan Petrov and Anton Sokolov met.", carried, "en") == "{1} met."
    kazakh = "Иван Петров пен Антон Соколовтың сөзі"
    assert read_back(kazakh, carried, "kk") == "{1.gen} сөзі"


def test_a_carrier_given_back_twice_is_two_slots() -> None:
    carried = Carried("", ((slot(MentionClass.PLACE), CARRIERS[MentionClass.PLACE][:1]),))
    assert read_back("London, London", carried, "en") == "{1}, {1}"


def test_carriers_agree_in_case_gender_and_number(prepared: Prepared) -> None:
    concepts = {c.id: c for c in prepared.termbase.concepts}
    masked = masked_segment(
        "Аиду Балаеву и президентов Казахстана и Кыргызстана приняли в Астане.",
        prepared.termbase,
        prepared.recognizer,
    )
    sent = carry(masked, concepts=concepts)
    woman, presidents, city = sent.carriers
    assert woman[1][0].russian.endswith("а")
    assert "Анну Соколову" in sent.text
    assert len(presidents[1]) == 2
    assert re.search(r" и \w+а \w+а ", sent.text)
    assert len({c.russian for _, taken in sent.carriers for c in taken}) == 4
    assert city[1][0].russian in ("Варшава", "Прага", "Вена")


def test_a_carrier_never_stands_in_the_text_already() -> None:
    mention = slot(MentionClass.PLACE).mention
    masked = MaskedSegment(("Из Лондона, Мадрида и Берлина едут в ", Slot(1, mention), "."))
    sent = carry(masked)
    assert sent.carriers[0][1][0].russian in ("Варшава", "Прага", "Вена")


def test_attempts_take_different_carriers(prepared: Prepared) -> None:
    masked = masked_segment("В Астане тепло.", prepared.termbase, prepared.recognizer)
    assert len({carry(masked, attempt).text for attempt in range(3)}) == 3


def test_calibration_is_run_once_and_prefers_what_survives(prepared: Prepared) -> None:
    lost = frozenset({"London", "Madrid", "Berlin"})
    engine = WordEngine(engine_info("en", knows_slots=False), lost)
    surviving = surviving_carriers(engine)
    names = {carrier.english[0] for carrier in surviving}
    assert not lost & names
    assert "Warsaw" in names
    asked = len(engine.asked)
    assert surviving_carriers(engine) == surviving
    assert len(engine.asked) == asked
    masked = masked_segment("Париж ждет гостей.", prepared.termbase, prepared.recognizer)
    assert carry(masked, surviving=surviving).carriers[0][1][0] in surviving


@pytest.mark.parametrize("lost", [frozenset(), frozenset({"London", "Madrid", "Ivan Petrov"})])
def test_the_ladder_reads_carriers_back_into_the_glossary_s_forms(
    lost: frozenset[str], prepared: Prepared
) -> None:
    language: TargetLanguage = "en"
    concepts = {c.id: c for c in prepared.termbase.concepts}
    text = "Касым-Жомарт Токаев прибыл в Бишкек."
    masked = masked_segment(text, prepared.termbase, prepared.recognizer)
    engine = WordEngine(engine_info(language, knows_slots=False), lost)
    (target,) = Ladder(engine, FormBook(concepts, language)).translate([masked])
    assert (target.state, target.rung) == ("ok", "engine")
    assert target.text == "It was said of Kassym-Jomart Tokayev with Bishkek."


def test_an_engine_that_gives_nothing_back_leaves_work(prepared: Prepared) -> None:
    concepts = {c.id: c for c in prepared.termbase.concepts}
    masked = masked_segment("Астана ждет гостей.", prepared.termbase, prepared.recognizer)
    everything = frozenset(carrier.english[0] for carrier in _ALL)
    engine = WordEngine(engine_info("en", knows_slots=False), everything)
    (target,) = Ladder(engine, FormBook(concepts, "en")).translate([masked])
    assert (target.state, target.rung) == ("needs work", "template")
    assert "Astana" in target.text
