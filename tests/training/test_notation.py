"""Slots of the masked notation."""

from hypothesis import given
from hypothesis import strategies as st

from translate.training.notation import (
    CLASSES,
    KAZAKH_CASES,
    RUSSIAN_CASES,
    Slot,
    malformed,
    renumbered,
    slots,
    symbols,
    without_slots,
)

numbers = st.integers(1, 12)
russian = st.builds(Slot, numbers, st.sampled_from(CLASSES), st.sampled_from(RUSSIAN_CASES))
kazakh = st.builds(Slot, numbers, st.just(""), st.sampled_from(KAZAKH_CASES))
english = st.builds(Slot, numbers, st.just(""), st.sampled_from(["", "'s"]))


def written(slot: Slot, language: str) -> str:
    kind = f":{slot.kind}" if slot.kind else ""
    case = slot.case if language == "en" else f".{slot.case}"
    return f"{{{slot.number}{kind}{case}}}"


def spelled(text: str) -> bool:
    """Whether `text` can be put together from the vocabulary's symbols."""
    return not text or any(
        spelled(text[len(symbol) :]) for symbol in symbols() if text.startswith(symbol)
    )


@given(st.lists(russian), st.lists(english), st.lists(kazakh))
def test_slots_written_are_slots_read(ru: list[Slot], en: list[Slot], kk: list[Slot]) -> None:
    for language, wanted in (("ru", ru), ("en", en), ("kk", kk)):
        text = " и ".join(written(slot, language) for slot in wanted)
        assert list(slots(text, language)) == wanted
        assert malformed(text, language) == ()


@given(russian, english, kazakh)
def test_the_vocabulary_spells_every_slot(ru: Slot, en: Slot, kk: Slot) -> None:
    for language, slot in (("ru", ru), ("en", en), ("kk", kk)):
        assert spelled(written(slot, language))
        assert spelled("▁" + written(slot, language))


def test_a_slot_of_another_language_is_malformed() -> None:
    assert malformed("{1.nom} was here", "en") == ("{1.nom}",)
    assert malformed("{1} был здесь", "ru") == ("{1}",)
    assert malformed("{1:person.nom} келді", "kk") == ("{1:person.nom}",)


@given(st.lists(russian, unique_by=lambda slot: slot.number))
def test_renumbering_there_and_back_changes_nothing(found: list[Slot]) -> None:
    text = " и ".join(written(slot, "ru") for slot in found)
    there = {n: 13 - n for n in range(1, 13)}
    assert renumbered(renumbered(text, there), there) == text


def test_punctuation_closes_up_where_a_slot_went() -> None:
    assert without_slots("Он, {1:person.nom}, приехал в {2:place.acc}.") == "Он,, приехал в."
    assert without_slots("{1's} visit to «{2}»") == "visit to «»"
