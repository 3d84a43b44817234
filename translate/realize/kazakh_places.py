"""What the words around a slot in a Kazakh hypothesis ask of the name in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from glossary.kazakh import Particle, particle
from glossary.model import KazakhCase, Mention, MentionClass, RussianCase
from translate.masking import MaskedSegment, Slot, SlotUse, slot_uses
from translate.realize.rendered import Realization

_PARTICLE = re.compile(r"^( )(мен|бен|пен|да|де|та|те|ма|ме|ба|бе|па|пе)(?=[ ,.?!»])")
_GLUED = re.compile(
    r"-?(?:(?P<gen>[нтд][ыі]ң)|(?P<abl>[нтд][ае]н)|(?P<loc>н?[дт][ае])|(?P<ins>[мбп]ен)"
    r"|(?P<dat>[ғгқкн][ае])|(?P<acc>[нтд][ыі]))(?!\w)"
)
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
_GOVERNED = {
    KazakhCase.NOM: "туралы|жайлы|жайында|үшін|арқылы|бойынша|сияқты|секілді|ретінде",
    KazakhCase.DAT: "дейін|шейін|сәйкес|қарай|қарамастан|арналған",
    KazakhCase.ABL: "бері|бастап|тыс|гөрі",
}
"""Postpositions that take one case only (KAZAKH.md, section 8); кейін and қарсы do not."""
_LEADERS = (MentionClass.PERSON, MentionClass.OFFICER, MentionClass.OFFICERS, MentionClass.TITLE)
"""Those who may lead: «министр бастап келді»."""
_POSTPOSITION = re.compile(
    " (?:" + "|".join(f"(?P<{case}>{words})" for case, words in _GOVERNED.items()) + r")(?!\w)"
)


def with_case(use: SlotUse, mention: Mention, hypothesis: str) -> tuple[SlotUse, KazakhCase]:
    """The slot with any suffix the engine wrote after it (`{1.nom}ға`), and the case it takes.

    A postposition after the slot decides before anything else («Қазақстан туралы», «2030 жылға
    дейін»); then a suffix; then the slot's own label; then what the Russian case suggests.
    """
    found = _GLUED.match(hypothesis, use.end)
    case = use.case or _DEFAULT_CASE[mention.case]
    if found:
        use, case = replace(use, end=found.end()), KazakhCase(str(found.lastgroup))
    governed = _POSTPOSITION.match(hypothesis, use.end)
    if governed and not (mention.mention_class in _LEADERS and governed[0] == " бастап"):
        case = KazakhCase(str(governed.lastgroup))
    return replace(use, case=case), case


def is_counted(slot: Slot, done: Sequence[Realization], text: str) -> bool:
    """Whether a Kazakh numeral stands just before: «екі {1}», «{1:number} {2}»."""
    if slot.mention.mention_class not in _COMMON:
        return False
    if _NUMERAL_BEFORE.search(text):
        return True
    before = done[-1] if done and text[done[-1].end :] == " " else None
    return before is not None and before.mention.mention_class is MentionClass.NUMBER


def is_possessed(masked: MaskedSegment, slot: Slot, use: SlotUse, hypothesis: str) -> bool:
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


def with_particle(literal: str, name: str) -> str:
    """The words after a name, a particle at their head in the shape the name asks for.

    >>> with_particle(" мен Астана", "Қасым-Жомарт Тоқаев")
    ' пен Астана'
    """
    found = _PARTICLE.match(literal)
    if not found:
        return literal
    word = found[2]
    neutral: Particle = "мен" if len(word) == 3 else ("да" if word[0] in "дт" else "ма")
    return found[1] + particle(name, neutral) + literal[found.end() :]
