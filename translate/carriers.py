"""Carriers: ordinary words that stand for slots before an engine that does not know slots.

Each mention is replaced by a name or noun of its class, gender and number, in its Russian case;
the form in which the engine gives it back is read into a slot again. Quantities stand for
themselves: they are found in the output by their value.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass

from glossary.model import (
    Gender,
    KazakhCase,
    Mention,
    MentionClass,
    Number,
    RussianCase,
    TargetLanguage,
)
from glossary.quantities import find_target_quantities, normal_form
from glossary.russian import paradigm
from translate.carrier_words import CARRIERS, PROBES, Carrier
from translate.engines.base import Engine
from translate.masking import MaskedSegment, Slot
from translate.realize.rendered import Concepts

_CASE_ENDINGS = (
    ("gen", r"[ндт][ыі]ң"),
    ("abl", r"[ндт][ае]н"),
    ("loc", r"н?[дт][ае]"),
    ("ins", r"[мбп]ен"),
    ("dat", r"[ғгқк][ае]|н[ае]"),
    ("acc", r"[ндт][ыі]|(?<=[ыі])н"),
)
_KAZAKH_ENDING = (
    r"-?(?:с?[ыі](?=\b|н|мен\b|не?\b))?(?:" + "|".join(f"(?P<{c}>{e})" for c, e in _CASE_ENDINGS)
) + r")?"
_AND = {"en": r",? and ", "kk": r" (?:мен|бен|пен|және) "}
_GROUPS = (MentionClass.OFFICERS, MentionClass.COUNTRIES)
_ATTRIBUTE = "_audarma_surviving_carriers"


@dataclass(frozen=True, slots=True)
class Carried:
    """A segment with carriers in place of slots, and which carriers stand for which slot."""

    text: str
    carriers: tuple[tuple[Slot, tuple[Carrier, ...]], ...]
    """One carrier, two for a plural, none where the mention stands for itself."""


def carry(
    masked: MaskedSegment,
    attempt: int = 0,
    *,
    concepts: Concepts | None = None,
    surviving: Collection[Carrier] | None = None,
) -> Carried:
    """The segment as an engine without slots can read it; each attempt uses other carriers.

    `surviving` are the carriers the engine is known to give back; they are taken first.
    """
    literal = " ".join(piece for piece in masked.pieces if isinstance(piece, str)).lower()
    used: Counter[Carrier] = Counter()
    out: list[str] = []
    chosen: list[tuple[Slot, tuple[Carrier, ...]]] = []
    for piece in masked.pieces:
        if isinstance(piece, str):
            out.append(piece)
            continue
        if piece.mention.quantity is not None:
            out.append(piece.mention.surface)
            chosen.append((piece, ()))
            continue
        wanted = 2 if _is_plural(piece.mention) else 1
        supply = _supply(piece.mention, attempt, concepts, surviving)
        free = [c for c in supply if not used[c] and c.russian.lower()[:-1] not in literal]
        taken = tuple((free or list(supply))[:wanted])
        used.update(taken)
        out.append(" и ".join(_russian_form(c, piece.mention.case) for c in taken))
        chosen.append((piece, taken))
    return Carried("".join(out), tuple(chosen))


def _is_plural(mention: Mention) -> bool:
    if mention.mention_class in _GROUPS:
        return True
    return mention.number is Number.PL and mention.mention_class is MentionClass.TITLE


def _supply(
    mention: Mention,
    attempt: int,
    concepts: Concepts | None,
    surviving: Collection[Carrier] | None,
) -> tuple[Carrier, ...]:
    """Carriers of the class: those that survive first, then those of the right gender."""
    supply = CARRIERS.get(mention.mention_class, CARRIERS[MentionClass.ORG])
    gender = _gender(mention, concepts)

    def rank(carrier: Carrier) -> tuple[bool, bool]:
        return (surviving is not None and carrier not in surviving, carrier.gender is not gender)

    ranked = sorted(supply, key=rank)
    return (*ranked[attempt:], *ranked[:attempt])


def _gender(mention: Mention, concepts: Concepts | None) -> Gender:
    """The grammatical gender, by the termbase's hint or the ending of the head's first word."""
    head = mention
    while head.parts:
        head = head.parts[-1] if head.mention_class is MentionClass.OFFICER else head.parts[0]
    concept = concepts.get(head.concept) if concepts else None
    if concept is None:
        return Gender.MASC
    hint = concept.source.hint("gender")
    if hint:
        return Gender(hint)
    person = head.mention_class is MentionClass.PERSON
    words = concept.source.text.split()
    word = words[-1 if person else 0].lower()
    if word.endswith(("а", "я")):
        return Gender.FEM
    return Gender.NEUT if word.endswith(("о", "е", "ё")) and not person else Gender.MASC


def _russian_form(carrier: Carrier, case: RussianCase) -> str:
    for form in paradigm(carrier.russian, carrier.term_class):
        if form.case is case and form.number is Number.SG:
            return form.text
    return carrier.russian


def read_back(hypothesis: str, carried: Carried, language: TargetLanguage) -> str:
    """The hypothesis with each carrier found in it turned back into its slot."""
    text = hypothesis
    for slot, carriers in carried.carriers:
        if not carriers:
            text = _quantity_to_slot(text, slot, language)
        elif language == "en":
            text = _english_to_slot(text, slot, carriers)
        else:
            text = _kazakh_to_slot(text, slot, carriers)
    return text


def _english_to_slot(text: str, slot: Slot, carriers: tuple[Carrier, ...]) -> str:
    names = _AND["en"].join(f"(?:{'|'.join(map(re.escape, c.english))})" for c in carriers)
    flags = re.IGNORECASE if carriers[0].russian.islower() else re.NOFLAG
    found = re.compile(rf"(?:\b[Tt]he |\b[Aa]n? )?\b{names}\b(['’]s)?", flags)
    return found.sub(lambda m: f"{{{slot.number}{chr(39) + 's' if m[1] else ''}}}", text)


def _kazakh_to_slot(text: str, slot: Slot, carriers: tuple[Carrier, ...]) -> str:
    names = _AND["kk"].join(f"(?:{'|'.join(map(re.escape, c.kazakh))})" for c in carriers)
    stem = names.replace("ь)", "ь?)")
    flags = re.IGNORECASE if carriers[0].russian.islower() else re.NOFLAG
    found = re.compile(rf"(?<![\w-]){stem}{_KAZAKH_ENDING}(?![\w-])", flags)

    def slot_of(match: re.Match[str]) -> str:
        case = next((c for c, value in match.groupdict().items() if value), "nom")
        return f"{{{slot.number}.{case}}}"

    return found.sub(slot_of, text)


def _quantity_to_slot(text: str, slot: Slot, language: TargetLanguage) -> str:
    quantity = slot.mention.quantity
    assert quantity is not None
    wanted = normal_form(quantity)
    for start, end, value in find_target_quantities(text, language):
        if value == wanted:
            case = "" if language == "en" else f".{_case_of_end(text[start:end])}"
            return text[:start] + f"{{{slot.number}{case}}}" + text[end:]
    return text


def _case_of_end(surface: str) -> str:
    """The Kazakh case a quantity stands in, read from its ending."""
    for case, ending in _CASE_ENDINGS:
        if re.search(rf"(?:{ending})$", surface):
            return case
    return KazakhCase.NOM.value


def surviving_carriers(engine: Engine) -> frozenset[Carrier]:
    """The carriers that this engine gives back in every probe; worked out once for an engine.

    A few dozen short sentences are translated. The answer is kept on the engine object.
    """
    known = getattr(engine, _ATTRIBUTE, None)
    if known is None:
        known = _calibrate(engine)
        with suppress(AttributeError):
            object.__setattr__(engine, _ATTRIBUTE, known)
    assert isinstance(known, frozenset)
    return known


def _calibrate(engine: Engine) -> frozenset[Carrier]:
    carriers = tuple(dict.fromkeys(c for supply in CARRIERS.values() for c in supply))
    asked = [(c, *_probe(c, probe)) for c in carriers for probe in PROBES]
    answers = engine.translate([text for _, _, text in asked], hypotheses=1)
    failed = set()
    for (carrier, slot, text), hypotheses in zip(asked, answers, strict=True):
        carried = Carried(text, ((slot, (carrier,)),))
        read = read_back(hypotheses[0].text, carried, engine.info.target)
        if read.count(f"{{{slot.number}") != 1:
            failed.add(carrier)
    return frozenset(set(carriers) - failed)


def _probe(carrier: Carrier, probe: str) -> tuple[Slot, str]:
    case = next(case for case in RussianCase if f"{{{case.value}}}" in probe)
    form = _russian_form(carrier, case)
    mention = Mention(0, len(form), form, MentionClass.TERM, case, Number.SG)
    return Slot(1, mention), probe.replace(f"{{{case.value}}}", form)
