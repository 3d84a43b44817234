"""Kazakh realization: the official rendering inflected for the case its slot carries.

Only the last word of a phrase or of a list inflects («Қасым-Жомарт Тоқаев пен Садыр Жапаровтың»);
an office or institution with its country forms an izafet («Қазақстан Президенті»).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from glossary.english import capitalise
from glossary.kazakh import inflect, particle
from glossary.model import KazakhCase, Mention, MentionClass, Number, Term
from glossary.quantity_kazakh import render_kazakh as render_quantity
from translate.realize.rendered import Concepts, Rendered, is_pluralised, target_term

_PATRONYMIC_ENDS = ("ұлы", "қызы")
_STATE_WORDS = ("Республикасы", "Федерациясы", "Патшалығы", "Мемлекеті", "Королдігі")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A Kazakh phrase of which only `last` inflects; `before` stays as it is."""

    before: str
    last: str
    izafet: bool | None = None
    possessive: int = 0
    number: Number = Number.SG
    hints: tuple[tuple[str, str], ...] = ()
    forms: tuple[tuple[str, str], ...] = ()

    def inflected(self, case: KazakhCase) -> Rendered:
        """The whole phrase in a case."""
        made = inflect(
            self.last,
            case,
            number=self.number,
            possessive=self.possessive,
            izafet=self.izafet,
            hints=self.hints,
            forms=self.forms,
        )
        accepted = tuple(self.before + form for form in made.accepted)
        return Rendered(self.before + made.text, made.rule, accepted or (self.before + made.text,))


def render_kazakh(
    mention: Mention,
    concepts: Concepts,
    case: KazakhCase,
    *,
    possessed: bool = False,
    sentence_start: bool = False,
) -> Rendered:
    """The mention in that case; `possessed` adds the third-person suffix a genitive owner asks for.

    A phrase that ends in that suffix already keeps it; `glossary.kazakh` never doubles it.
    """
    if mention.quantity is not None:
        made = render_quantity(mention.quantity, case)
        rendered = Rendered(made.text, made.rule, made.accepted)
    else:
        phrase = phrase_of(mention, concepts)
        rendered = (replace(phrase, possessive=3) if possessed else phrase).inflected(case)
    if not sentence_start:
        return rendered
    return Rendered(
        capitalise(rendered.text),
        rendered.rule,
        tuple(capitalise(form) for form in rendered.accepted),
    )


def phrase_of(mention: Mention, concepts: Concepts) -> Phrase:
    """How the mention is built in Kazakh, ready to inflect."""
    if not mention.parts:
        return _single(mention, concepts)
    if mention.mention_class is MentionClass.COUNTRIES:
        return _countries(mention, concepts)
    if mention.mention_class is MentionClass.OFFICER:
        return _prefixed(_nominative(mention.parts[0], concepts), mention.parts[1], concepts)
    if mention.mention_class is MentionClass.OFFICERS:
        return _officers(mention, concepts)
    head, owner = mention.parts
    if owner.mention_class is MentionClass.TITLE:
        return _double_office(head, owner, concepts)
    return _owned(_owned_name(head, concepts), owner, concepts)


def _countries(mention: Mention, concepts: Concepts) -> Phrase:
    """A list of states in one style: abbreviations only when all of them have one."""
    phrases = [phrase_of(part, concepts) for part in mention.parts]
    if len({phrase.last.isupper() for phrase in phrases}) > 1:
        long = [replace(p, kind="short") if p.kind == "abbr" else p for p in mention.parts]
        phrases = [phrase_of(part, concepts) for part in long]
    return _list(phrases, short=True)


def _owned_name(head: Mention, concepts: Concepts) -> Phrase:
    """The head as it reads after an owner; the entry's `owned` variant where it has one."""
    phrase = phrase_of(head, concepts)
    term = target_term(head, concepts, "kk") if not head.parts else None
    if term and any(variant.kind == "owned" for variant in term.variants):
        return replace(phrase, last=term.variant("owned"))
    return phrase


def _single(mention: Mention, concepts: Concepts) -> Phrase:
    term = target_term(mention, concepts, "kk")
    if term is None:
        return Phrase("", mention.surface)
    last = term.variant(mention.kind)
    return Phrase(
        before="",
        last=last,
        izafet=_izafet(mention, term, last),
        number=Number.PL if is_pluralised(mention, concepts) else Number.SG,
        hints=term.grammar,
        forms=term.forms if not mention.kind else (),
    )


def _izafet(mention: Mention, term: Term, text: str) -> bool | None:
    """Whether the name ends in a third-person possessive; None leaves it to the generator."""
    hint = term.hint("izafet")
    if hint:
        return hint == "yes"
    if mention.mention_class is MentionClass.PERSON:
        return text.endswith(_PATRONYMIC_ENDS)
    return None


def _nominative(mention: Mention, concepts: Concepts) -> str:
    return phrase_of(mention, concepts).inflected(KazakhCase.NOM).text


def _prefixed(before: str, mention: Mention, concepts: Concepts) -> Phrase:
    phrase = phrase_of(mention, concepts)
    return replace(phrase, before=f"{before} {phrase.before}")


def _owned(head: Phrase, owner: Mention, concepts: Concepts) -> Phrase:
    """Owner + head: «Қазақстан Президенті», «ҚР Энергетика министрлігі», «Қазақстанның … министрі».

    A one-word head follows the bare short name of a state; a longer head, an institution and a
    full official name ask for the genitive; an abbreviation stays bare.
    """
    owned_by = _owner(owner, concepts, head.last)
    return replace(head, before=f"{owned_by} {head.before}", possessive=3)


def _owner(owner: Mention, concepts: Concepts, head: str) -> str:
    phrase = phrase_of(owner, concepts)
    bare = phrase.inflected(KazakhCase.NOM).text
    if bare.isupper():
        return bare
    official = any(bare.endswith(word) for word in _STATE_WORDS)
    is_state = owner.mention_class in (MentionClass.COUNTRY, MentionClass.COUNTRIES)
    if is_state and not official and " " not in head:
        return bare
    return phrase.inflected(KazakhCase.GEN).text


def _double_office(first: Mention, second: Mention, concepts: Concepts) -> Phrase:
    """Two offices of one person; the state stands once, before both."""
    opening = phrase_of(first, concepts)
    if not second.parts:
        closing = phrase_of(second, concepts)
        before = opening.inflected(KazakhCase.NOM).text
        return replace(closing, before=f"{before} – {closing.before}")
    head, owner = second.parts
    opening = _owned(_owned_name(first, concepts), owner, concepts)
    closing = phrase_of(head, concepts)
    return replace(closing, before=f"{opening.inflected(KazakhCase.NOM).text} – {closing.before}")


def _officers(mention: Mention, concepts: Concepts) -> Phrase:
    first = mention.parts[0]
    if first.mention_class is MentionClass.TITLE:
        holders = _list([phrase_of(part, concepts) for part in mention.parts[1:]], short=True)
        title = _nominative(first, concepts)
        title = title if title[1:2].isupper() or first.parts else title[:1].lower() + title[1:]
        return replace(holders, before=f"{title} {holders.before}")
    short = all(part.mention_class is MentionClass.PERSON for part in mention.parts)
    return _list([phrase_of(part, concepts) for part in mention.parts], short=short)


def _list(phrases: list[Phrase], *, short: bool) -> Phrase:
    """A list of which only the last member inflects; two short members join with мен/бен/пен."""
    texts = [phrase.inflected(KazakhCase.NOM).text for phrase in phrases[:-1]]
    last = phrases[-1]
    if len(texts) == 1 and short:
        before = f"{texts[0]} {particle(texts[0], 'мен')} "
    else:
        before = ", ".join(texts) + " және "
    return replace(last, before=before + last.before)
