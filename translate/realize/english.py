"""English realization: article, plural, possessive and list of a mention at its place."""

from __future__ import annotations

from dataclasses import replace

from glossary.english import article, capitalise, join_names, plural, possessive
from glossary.model import Mention, MentionClass, Number, TermClass
from glossary.quantities.english import render_english as render_quantity
from glossary.quantities.english import variants_english
from translate.realize.english_places import EnglishPlace
from translate.realize.rendered import (
    Concepts,
    Rendered,
    is_pluralised,
    target_term,
    unlisted_name,
)

_INDEFINITE = "a "
_COUNTABLE = (MentionClass.TITLE, MentionClass.ORG)
_PERSONAL = (MentionClass.PERSON, MentionClass.OFFICER, MentionClass.OFFICERS)


def render_english(mention: Mention, concepts: Concepts, place: EnglishPlace) -> Rendered:
    """The mention as it must stand at that place, with every other form that is right there.

    No article stands after a determiner, an adjective or an owner («Tokayev's official visit»),
    nor before an office that names a role; after a numeral the name is a plural.
    """
    if mention.quantity is not None:
        text = render_quantity(mention.quantity, mention.case)
        others = variants_english(mention.quantity)
        return _placed(text, "", "en.quantity", place, others)
    counted = place.counted and mention.mention_class in _COUNTABLE
    number = Number.PL if counted else mention.number
    bare = _bare(mention, concepts, number)
    brought = _article(mention, bare, concepts)
    rule = f"en.{mention.mention_class.value}"
    if counted:
        brought, rule = "", rule + ".counted"
    elif place.determined:
        brought, rule = "", rule + ".determined"
    elif mention.mention_class is MentionClass.TITLE and place.names_role:
        brought, rule = "", rule + ".role"
    elif brought == _INDEFINITE:
        brought, rule = _indefinite(bare, place), rule + ".a"
    elif brought:
        rule += ".the"
    if number is Number.PL and mention.mention_class is MentionClass.TITLE:
        rule += ".plural"
    return _placed(bare, brought, rule, place, ())


def _placed(
    bare: str, brought: str, rule: str, place: EnglishPlace, others: tuple[str, ...]
) -> Rendered:
    forms = [brought + bare, *others]
    if place.possessive:
        forms = [possessive(form) for form in forms]
        rule += ".possessive"
    if place.starts_sentence:
        forms = [capitalise(form) for form in forms]
    return Rendered(forms[0], rule, tuple(dict.fromkeys(forms)))


def _article(mention: Mention, bare: str, concepts: Concepts) -> str:
    if mention.mention_class in (*_PERSONAL, MentionClass.COUNTRIES):
        return ""
    head = mention
    while head.parts:
        head = head.parts[0]
    term = target_term(head, concepts, "en")
    hint = (term.hint(f"article.{head.kind}") or term.hint("article")) if term else ""
    if hint == "a":
        return _INDEFINITE if mention.number is Number.SG else ""
    return article(bare, TermClass(head.mention_class.value), hint)


def _indefinite(bare: str, place: EnglishPlace) -> str:
    """`a`, `an`; `the` where an «of …» after the name says which one is meant."""
    if place.after.startswith((" of ", " by ")) or place.starts_sentence:
        return "the "
    return "an " if bare[:1].lower() in "aeiou" else "a "


def _bare(mention: Mention, concepts: Concepts, number: Number | None = None) -> str:
    """The name without the article the place may ask for."""
    number = number or mention.number
    if not mention.parts:
        term = target_term(mention, concepts, "en")
        text = term.variant(mention.kind) if term else unlisted_name(mention, "en")
        counted = replace(mention, number=number)
        return plural(text) if is_pluralised(counted, concepts) else text
    if mention.mention_class is MentionClass.COUNTRIES:
        return join_names([_full(part, concepts) for part in mention.parts])
    if mention.mention_class is MentionClass.OFFICER:
        title, person = mention.parts
        return f"{_bare(title, concepts, Number.SG)} {_bare(person, concepts)}"
    if mention.mention_class is MentionClass.OFFICERS:
        return _officers(mention, concepts)
    head, owner = mention.parts
    if owner.mention_class is MentionClass.TITLE:
        return f"{_bare(head, concepts, number)} – {_bare(owner, concepts, number)}"
    return f"{_bare(head, concepts, number)} of {_full(owner, concepts)}"


def _officers(mention: Mention, concepts: Concepts) -> str:
    first = mention.parts[0]
    if first.mention_class is MentionClass.TITLE:
        holders = join_names([_bare(part, concepts) for part in mention.parts[1:]])
        return f"{_bare(first, concepts, Number.PL)} {holders}"
    return join_names([_bare(part, concepts) for part in mention.parts])


def _full(mention: Mention, concepts: Concepts) -> str:
    bare = _bare(mention, concepts)
    return _article(mention, bare, concepts) + bare
