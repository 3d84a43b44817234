"""People a text names and the termbase does not know: found, read, and rendered as proposals.

Two finders look: the shape of the words (people_shapes) and a model of names in news
(people_model). A certain shape stands by itself, an uncertain one where the model agrees; where
both see a name the shape decides where it begins and ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.model import Mention, MentionClass, Number, Status, TargetLanguage
from glossary.people.forms import Reading, readings
from glossary.people.model import person_spans
from glossary.people.shapes import is_verb, looks_like_surname, shapes
from glossary.recognition.boundaries import addresses
from glossary.recognition.context import choose_readings
from glossary.recognition.partners import Span
from glossary.russian.words import is_known, parses
from glossary.transliteration import Origin, transliterate

_CYRILLIC_NAME = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][\w.’'ʼ\u00a0 -]*")
_CAPITALISED = re.compile(r"(?<![\w-])[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+")
_LOUD = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ]{3,}")
_QUOTES = '«"„“'


def find_people(text: str, known: tuple[Mention, ...] = ()) -> tuple[Mention, ...]:
    """Mentions of people beside the known ones, in text order: no concept, standing `proposal`.

    A name that touches a known mention is left alone. The case is chosen by form and context.
    """
    if not _may_hold_a_name(text, known):
        return ()
    spans = [span for span in _spans(text) if _is_free(text, span, known)]
    found = [readings(text[start:end]) for start, end in spans]
    context = [
        Span(start, end, MentionClass.PERSON, tuple((r.case, Number.SG) for r in possible))
        for (start, end), possible in zip(spans, found, strict=True)
    ]
    chosen = choose_readings(text, context)
    return tuple(
        Mention(
            start,
            end,
            text[start:end],
            MentionClass.PERSON,
            cases[0][0],
            Number.SG,
            status=Status.PROPOSAL,
            cases=cases,
        )
        for (start, end), cases in zip(spans, chosen, strict=True)
    )


def nominative(mention: Mention) -> str:
    """The name of a found person as a citation form.

    >>> nominative(find_people("О победе Ильи Ильина сообщили газеты.")[0])
    'Илья Ильин'
    """
    return _reading(mention).nominative


def render_person(mention: Mention, language: TargetLanguage, origin: Origin | None = None) -> str:
    """The citation form of a found person in that language, to be inflected and approved.

    >>> mention = find_people("Медаль вручили Серику Сапиеву.")[0]
    >>> render_person(mention, "en"), render_person(mention, "kk")
    ('Serik Sapiyev', 'Серік Сапиев')
    """
    return transliterate(nominative(mention), language, origin)


def _reading(mention: Mention) -> Reading:
    possible = readings(mention.surface)
    return next((r for r in possible if r.case is mention.case), possible[0])


def _may_hold_a_name(text: str, known: Sequence[Mention]) -> bool:
    """Whether a capitalised word beside the known mentions is none the dictionary explains.

    Loading the model of names costs a second; most segments show at a glance that they hold none.
    """
    return any(
        not any(_meet(found.span(), (m.start, m.end)) for m in known)
        and _may_be_a_name(found[0].lower())
        for found in _CAPITALISED.finditer(text)
    )


def _may_be_a_name(word: str) -> bool:
    grammemes = ("Name", "Surn", "Patr")
    if len(word) < 3:
        return False
    return not is_known(word) or any(g in parse.tag for parse in parses(word) for g in grammemes)


def _spans(text: str) -> list[tuple[int, int]]:
    shaped = shapes(text)
    modelled = person_spans(text)
    found = [
        (shape.start, shape.end)
        for shape in shaped
        if shape.certain or any(_meet((shape.start, shape.end), span) for span in modelled)
    ]
    for start, end in modelled:
        if any(_meet((start, end), (s.start, s.end)) for s in shaped):
            continue
        if _is_name(text[start:end]):
            found.append((start, end))
    return sorted(found)


def _is_name(surface: str) -> bool:
    """Whether a span that only the model saw may stand: Cyrillic, no headline, a likely surname."""
    if not _CYRILLIC_NAME.fullmatch(surface) or _LOUD.search(surface):
        return False
    words = surface.split()
    if any(len(word) < 2 for word in words) or is_verb(words[0]):  # «Позвоните Тому»
        return False
    return len(words) > 1 or looks_like_surname(surface)


def _is_free(text: str, span: tuple[int, int], known: Sequence[Mention]) -> bool:
    quoted = span[0] > 0 and text[span[0] - 1] in _QUOTES
    inside = any(_meet(span, zone) for zone in addresses(text))
    return not quoted and not inside and not any(_meet(span, (m.start, m.end)) for m in known)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
