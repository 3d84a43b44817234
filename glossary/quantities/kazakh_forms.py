"""How any Kazakh quantity takes its case: as a noun, or as figures read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.kazakh import inflect
from glossary.model import KazakhCase

if TYPE_CHECKING:
    from collections.abc import Iterable

Forms = tuple[str, ...]
"""A text and the other texts that count as right, the written one first."""


def inflected_forms(texts: Iterable[str], case: KazakhCase, *, izafet: bool = False) -> Forms:
    """Each text in the case; usage that `inflect` accepts follows the form it writes."""
    made = [inflect(text, case, izafet=izafet) for text in texts]
    return (*(m.text for m in made), *(form for m in made for form in m.accepted))


def read_aloud(text: str, spoken: str, case: KazakhCase) -> Forms:
    """A text written with figures or signs, and after a hyphen the suffix of its spoken end."""
    if case is KazakhCase.NOM:
        return (text,)
    made = inflect(spoken, case, izafet=False)
    suffixes = dict.fromkeys(form[len(spoken) :] for form in (made.text, *made.accepted))
    return tuple(f"{text}-{suffix}" for suffix in suffixes)
