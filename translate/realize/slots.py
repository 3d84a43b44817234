"""Filling the slots of a hypothesis: each gets its mention in the form the place asks for."""

from __future__ import annotations

import re
from dataclasses import replace

from glossary.kazakh import Particle, particle
from glossary.model import KazakhCase, Mention, MentionClass, RussianCase, TargetLanguage
from translate.masking import MaskedSegment, Slot, SlotUse, slot_uses
from translate.realize.english import render_english
from translate.realize.english_places import EnglishPlace
from translate.realize.kazakh import render_kazakh
from translate.realize.rendered import Concepts, Realization, RealizedTarget, Rendered

_SENTENCE_START = re.compile(r"^[\"“«(]*$")
_DATE_PREPOSITION = re.compile(r"\b(on|in|at) $", re.IGNORECASE)
_PREPOSITIONS = {"date": "on", "date_range": "on", "time": "at"}
_PARTICLE = re.compile(r"^( )(мен|бен|пен|да|де|та|те|ма|ме|ба|бе|па|пе)(?=[ ,.?!»])")
_GLUED = re.compile(
    r"-?(?:(?P<gen>[нтд][ыі]ң)|(?P<abl>[нтд][ае]н)|(?P<loc>н?[дт][ае])|(?P<ins>[мбп]ен)"
    r"|(?P<dat>[ғгқкн][ае])|(?P<acc>[нтд][ыі]))(?!\w)"
)
_GLUED_OWNER = re.compile(r"['’]s\b")
_GENITIVE_BEFORE = re.compile(r"(?:\w[дтн][ыі]ң|\bөз) $")
_NUMERAL_BEFORE = re.compile(
    r"\b(?:екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|қос|бірнеше|көп|әр) $", re.IGNORECASE
)
_RUSSIAN_OWN = re.compile(
    r"\b(?:сво(?:й|его|ему|им|ём|ем|ей|ю|и|их|ими|я|е|ё)|его|е[её]|их) $", re.IGNORECASE
)
_RUSSIAN_DEPENDENT = re.compile(
    r"^ (?:дв(?:ух|ум)|тр[её]х|четыр[её]х|об(?:еих|оих)|[а-яё]+(?:[иы]х|[ое]го|[ое]й)"
    r"|стран[ыа]?|государства?|республики?|сторон[ыа]?|народ(?:а|ов))(?:$|[ ,.;!?])"
)
_COMMON = (
    MentionClass.EVENT,
    MentionClass.DOCUMENT,
    MentionClass.TERM,
    MentionClass.ORG,
    MentionClass.TITLE,
)
_DEFAULT_CASE = {
    RussianCase.NOM: KazakhCase.NOM,
    RussianCase.GEN: KazakhCase.GEN,
    RussianCase.DAT: KazakhCase.DAT,
    RussianCase.ACC: KazakhCase.ACC,
    RussianCase.INS: KazakhCase.INS,
    RussianCase.LOC: KazakhCase.LOC,
}


def fill_slots(
    masked: MaskedSegment, hypothesis: str, language: TargetLanguage, concepts: Concepts
) -> RealizedTarget:
    """The hypothesis with every slot filled, and what was written where.

    Slots that the source does not have are dropped; a missing slot simply does not appear. A
    Kazakh slot without a case takes the case its Russian mention suggests. A case suffix or an
    English 's that the engine wrote after the slot is read as the slot's own.
    """
    by_number = {slot.number: slot for slot in masked.slots}
    text = ""
    done: list[Realization] = []
    at = 0
    uses = slot_uses(hypothesis)
    for index, found in enumerate(uses):
        text += _adapt(hypothesis[at : found.start], done, text, language)
        use = _with_glued_suffix(found, hypothesis, language)
        at = use.end
        slot = by_number.get(use.number)
        if slot is None:
            continue
        if language == "en":
            text = _fit_preposition(text, slot.mention)
            later = by_number.get(uses[index + 1].number) if uses[index + 1 :] else None
            adjacent = bool(later) and hypothesis[use.end : uses[index + 1].start] == " "
            place = EnglishPlace(
                before=text,
                possessive=use.possessive,
                after=hypothesis[use.end :],
                previous=_previous(done, text),
                following=later.mention if later and adjacent else None,
            )
            made = render_english(slot.mention, concepts, place)
            case = None
        else:
            case = use.case or _DEFAULT_CASE[slot.mention.case]
            made = render_kazakh(
                slot.mention,
                concepts,
                case,
                possessed=_is_possessed(masked, slot, use, hypothesis),
                counted=_is_counted(slot, done, text),
                sentence_start=bool(_SENTENCE_START.match(text)),
            )
        done.append(_realization(slot, made, len(text), case))
        text += made.text
    text += _adapt(hypothesis[at:], done, text, language)
    return RealizedTarget(text, tuple(done))


def _with_glued_suffix(use: SlotUse, hypothesis: str, language: TargetLanguage) -> SlotUse:
    """The slot with a suffix that stands right after it: `{1.nom}ға` is `{1.dat}`."""
    pattern = _GLUED_OWNER if language == "en" else _GLUED
    found = pattern.match(hypothesis, use.end)
    if not found:
        return use
    if language == "en":
        return replace(use, end=found.end(), possessive=True)
    return replace(use, end=found.end(), case=KazakhCase(str(found.lastgroup)))


def _previous(done: list[Realization], text: str) -> Mention | None:
    """The mention filled last, if only a space or a comma stands after it."""
    return done[-1].mention if done and text[done[-1].end :] in (" ", ", ") else None


def _realization(slot: Slot, made: Rendered, start: int, case: KazakhCase | None) -> Realization:
    return Realization(
        number=slot.number,
        mention=slot.mention,
        start=start,
        end=start + len(made.text),
        text=made.text,
        rule=made.rule,
        accepted=made.accepted,
        case=case,
    )


def _is_counted(slot: Slot, done: list[Realization], text: str) -> bool:
    """Whether a Kazakh numeral stands just before: «екі {1}», «{1:number} {2}»."""
    if slot.mention.mention_class not in _COMMON:
        return False
    if _NUMERAL_BEFORE.search(text):
        return True
    before = done[-1] if done and text[done[-1].end :] == " " else None
    return before is not None and before.mention.mention_class is MentionClass.NUMBER


def _is_possessed(masked: MaskedSegment, slot: Slot, use: SlotUse, hypothesis: str) -> bool:
    """Whether the slot's owner stands in the genitive before it: «… Тоқаевтың ресми сапары».

    The owner is a slot that follows in Russian («официальный визит {2:person.gen}»), a word that
    follows («правительства двух стран») or a possessive pronoun before it («своего визита»).
    """
    if slot.mention.mention_class not in _COMMON:
        return False
    pieces = masked.pieces
    index = pieces.index(slot)
    left = pieces[index - 1] if index else ""
    right = pieces[index + 1] if index + 1 < len(pieces) else ""
    if isinstance(right, str) and right == " " and index + 2 < len(pieces):
        owner = pieces[index + 2]
        if isinstance(owner, Slot) and owner.mention.case is RussianCase.GEN:
            return any(
                other.number == owner.number and other.case is KazakhCase.GEN
                for other in slot_uses(hypothesis[: use.start])
            )
    if not _GENITIVE_BEFORE.search(hypothesis[: use.start]):
        return False
    owned_by_word = isinstance(right, str) and _RUSSIAN_DEPENDENT.match(right)
    owned_by_pronoun = isinstance(left, str) and _RUSSIAN_OWN.search(left)
    return bool(owned_by_word or owned_by_pronoun)


def _fit_preposition(text: str, mention: Mention) -> str:
    """English `on` before a day, `in` before a month or a year, `at` before a time of day."""
    found = _DATE_PREPOSITION.search(text)
    if not found or mention.quantity is None:
        return text
    if mention.mention_class not in (MentionClass.DATE, MentionClass.TIME):
        return text
    wanted = _PREPOSITIONS.get(mention.quantity.kind, "in")
    cased = wanted.capitalize() if found[1][0].isupper() else wanted
    return text[: found.start(1)] + cased + " "


def _adapt(literal: str, done: list[Realization], text: str, language: TargetLanguage) -> str:
    """The text after a slot, its Kazakh particle in the shape the filled slot asks for."""
    if language != "kk" or not done or done[-1].end != len(text):
        return literal
    found = _PARTICLE.match(literal)
    if not found:
        return literal
    word = found[2]
    neutral: Particle = "мен" if len(word) == 3 else ("да" if word[0] in "дт" else "ма")
    return found[1] + particle(done[-1].text, neutral) + literal[found.end() :]
