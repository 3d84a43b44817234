"""Kazakh realization: the official rendering inflected for the case its slot carries.

Only the last word of a phrase or of a list inflects («Қасым-Жомарт Тоқаев пен Садыр Жапаровтың»);
an office or institution with its country forms an izafet («Қазақстан Президенті»).
"""

from __future__ import annotations

from dataclasses import replace

from glossary.english import capitalise
from glossary.kazakh import particle
from glossary.model import KazakhCase, Mention, MentionClass, Number, Term
from glossary.quantities.kazakh import render_kazakh as render_quantity
from translate.realize.kazakh_phrases import Phrase, owned, without_first_genitive
from translate.realize.rendered import (
    Concepts,
    Rendered,
    is_pluralised,
    target_term,
    unlisted_name,
)

_PATRONYMIC_ENDS = ("ұлы", "қызы")


def render_kazakh(
    mention: Mention,
    concepts: Concepts,
    case: KazakhCase,
    *,
    possessed: bool = False,
    counted: bool = False,
    sentence_start: bool = False,
) -> Rendered:
    """The mention in that case; `possessed` adds the third-person suffix a genitive owner asks for.

    A phrase that ends in that suffix already keeps it; `glossary.kazakh` never doubles it.
    `counted` says that a numeral stands before, after which a name is singular («екі президент»).
    """
    if mention.quantity is not None:
        made = render_quantity(mention.quantity, case)
        rendered = Rendered(made.text, made.rule, made.accepted)
    else:
        phrase = phrase_of(_singular(mention) if counted else mention, concepts)
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
        parts = _in_one_style(mention, concepts).parts
        return _list([phrase_of(part, concepts) for part in parts], short=True)
    if mention.mention_class is MentionClass.OFFICER:
        return _prefixed(_nominative(mention.parts[0], concepts), mention.parts[1], concepts)
    if mention.mention_class is MentionClass.OFFICERS:
        return _officers(_in_one_style(mention, concepts), concepts)
    head, owner = mention.parts
    if owner.mention_class is MentionClass.TITLE:
        return _double_office(head, owner, concepts)
    return _with_owner(_owned_name(head, concepts), owner, concepts)


def _singular(mention: Mention) -> Mention:
    """The mention with its head in the singular; a list of persons or states stays as it is."""
    if mention.mention_class not in (MentionClass.TITLE, MentionClass.ORG):
        return mention
    parts = mention.parts and (_singular(mention.parts[0]), *mention.parts[1:])
    return replace(mention, number=Number.SG, parts=parts)


def _in_one_style(mention: Mention, concepts: Concepts) -> Mention:
    """The group with its states abbreviated only where all of them can be.

    «Президенты РК и КР» are «Қазақстан мен Қырғызстан президенттері»: КР has no Kazakh
    abbreviation, since ҚР is Kazakhstan.
    """
    styles = {_nominative(state, concepts).isupper() for state in _states(mention)}
    return _spelt_out(mention) if len(styles) > 1 else mention


def _states(mention: Mention) -> tuple[Mention, ...]:
    if mention.mention_class is MentionClass.COUNTRY:
        return (mention,)
    return tuple(state for part in mention.parts for state in _states(part))


def _spelt_out(mention: Mention) -> Mention:
    if mention.mention_class is MentionClass.COUNTRY:
        return replace(mention, kind="short") if mention.kind == "abbr" else mention
    return replace(mention, parts=tuple(_spelt_out(part) for part in mention.parts))


def _owned_name(head: Mention, concepts: Concepts) -> Phrase:
    """The head as it reads after an owner; the entry's `owned` variant where it has one."""
    phrase = phrase_of(head, concepts)
    term = target_term(head, concepts, "kk") if not head.parts else None
    if term and any(variant.kind == "owned" for variant in term.variants):
        return replace(phrase, last=term.variant("owned"), izafet=True, forms=())
    return phrase


def _single(mention: Mention, concepts: Concepts) -> Phrase:
    term = target_term(mention, concepts, "kk")
    if term is None:
        name = unlisted_name(mention, "kk")
        return Phrase("", name, izafet=name.endswith(_PATRONYMIC_ENDS))
    last = term.variant(mention.kind)
    plural = is_pluralised(mention, concepts)
    chained = None if plural else without_first_genitive(last)
    return Phrase(
        before="",
        last=_common(last) if plural else last,
        izafet=_izafet(mention, term, last),
        number=Number.PL if plural else Number.SG,
        hints=term.grammar,
        forms=term.forms if not mention.kind else (),
        in_genitive=("", chained) if chained else None,
    )


def _common(name: str) -> str:
    """A one-word office or institution as a common noun: in the plural it names no one body.

    >>> _common("Премьер-Министр"), _common("Энергетика министрі")
    ('премьер-министр', 'Энергетика министрі')
    """
    return name if " " in name or name.isupper() else name.lower()


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


def _with_owner(head: Phrase, owner: Mention, concepts: Concepts) -> Phrase:
    is_state = owner.mention_class in (MentionClass.COUNTRY, MentionClass.COUNTRIES)
    return owned(head, phrase_of(owner, concepts), is_state=is_state)


def _double_office(first: Mention, second: Mention, concepts: Concepts) -> Phrase:
    """Two offices of one person; the state stands once, before both."""
    opening = phrase_of(first, concepts)
    closing = phrase_of(second, concepts)
    if second.parts:
        head, owner = second.parts
        opening = _with_owner(_owned_name(first, concepts), owner, concepts)
        closing = phrase_of(head, concepts)
    before = opening.inflected(KazakhCase.NOM).text
    return replace(closing, before=f"{before} – {closing.before}")


def _officers(mention: Mention, concepts: Concepts) -> Phrase:
    first = mention.parts[0]
    if first.mention_class is MentionClass.TITLE:
        holders = _list([phrase_of(part, concepts) for part in mention.parts[1:]], short=True)
        return replace(holders, before=f"{_nominative(first, concepts)} {holders.before}")
    short = all(part.mention_class is MentionClass.PERSON for part in mention.parts)
    return _list([phrase_of(part, concepts) for part in mention.parts], short=short)


def _list(phrases: list[Phrase], *, short: bool) -> Phrase:
    """A list of which only the last member inflects; two short members join with мен/бен/пен."""
    texts = [phrase.inflected(KazakhCase.NOM).text for phrase in phrases[:-1]]
    last = phrases[-1]
    if len(texts) == 1 and short:
        before = f"{texts[0]} {particle(texts[0], 'мен', hints=phrases[0].hints)} "
    else:
        before = ", ".join(texts) + " және "
    return replace(last, before=before + last.before, in_genitive=None)
