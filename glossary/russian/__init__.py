"""Paradigms: every case and number form of a Russian name, whatever it names."""

from __future__ import annotations

from glossary.errors import InflectionError
from glossary.model import Form, Gender, Number, RussianCase, TermClass
from glossary.russian.names import decline_person
from glossary.russian.persons import person_gender
from glossary.russian.phrases import decline_phrase
from glossary.russian.words import (
    CASES,
    CELLS,
    NOM,
    PL,
    SG,
    Cell,
    Declension,
    frozen,
    is_abbreviation,
)

_PLURAL_ABBREVIATIONS = {"США", "ОАЭ", "СМИ"}


def paradigm(
    text: str,
    term_class: TermClass,
    *,
    grammar: tuple[tuple[str, str], ...] = (),
    forms: tuple[tuple[str, str], ...] = (),
) -> tuple[Form, ...]:
    """Every case and number form of a name, citation form first, no form twice in one cell.

    Hints in `grammar`: `gender` (m, f), `decline` (no: one surface for every case), `number`
    (sg or pl: the other number is left out), `head` (index of the head word). `forms` are
    irregular forms by label, `("gen.sg", text)`; each replaces its whole cell.

    Raises InflectionError for an empty text or a label that names no case and number.

    >>> [f.text for f in paradigm("Ош", TermClass.PLACE)]
    ['Ош', 'Оша', 'Ошу', 'Ош', 'Ошем', 'Оше']
    """
    if not text.strip():
        raise InflectionError("an empty name has no forms")
    hints = dict(grammar)
    rows = dict(_decline(text, term_class, hints))
    for label, form in forms:
        cell = _cell(label)
        rows[cell] = tuple(part.strip() for part in form.split("|"))
    if not any(text in rows.get((NOM, number), ()) for number in (SG, PL)):
        rows[(NOM, SG)] = (text,)
    return tuple(
        Form(form, case, number) for case, number in CELLS for form in rows.get((case, number), ())
    )


def _decline(text: str, term_class: TermClass, hints: dict[str, str]) -> Declension:
    numbers = tuple(Number(n) for n in (hints["number"],)) if hints.get("number") else (SG, PL)
    if hints.get("decline") == "no":
        return frozen(text, numbers if "number" in hints else (SG,))
    if all(is_abbreviation(word) for word in text.split()):
        return frozen(text, _abbreviation_numbers(text, term_class, numbers))
    if term_class is TermClass.PERSON:
        return decline_person(text, person_gender(text, hints.get("gender", "")))
    head = int(hints["head"]) if hints.get("head", "").isdigit() else -1
    return decline_phrase(text, term_class, numbers=numbers, head=head)


def _abbreviation_numbers(
    text: str, term_class: TermClass, numbers: tuple[Number, ...]
) -> tuple[Number, ...]:
    if len(numbers) == 1:
        return numbers
    if text in _PLURAL_ABBREVIATIONS:
        return (PL,)
    return (SG, PL) if term_class is TermClass.ABBREVIATION else (SG,)


def _cell(label: str) -> Cell:
    case, _, number = label.partition(".")
    try:
        return RussianCase(case), Number(number or "sg")
    except ValueError:
        raise InflectionError(
            f"no Russian form is called {label!r}; write a case of "
            f"{' '.join(CASES)} and a number, as in gen.sg"
        ) from None


def holder_gender(text: str, grammar: tuple[tuple[str, str], ...] = ()) -> Gender:
    """The gender of the person a name belongs to."""
    return person_gender(text, dict(grammar).get("gender", ""))
