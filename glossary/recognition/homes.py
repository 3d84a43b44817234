"""The state an institution or office belongs to, read from the names the termbase gives it.

«Администрация Президента Республики Казахстан» makes Kazakhstan the home of the bare
«Администрация Президента», so that «администрация президента США» is not taken for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from glossary.model import Concept, RussianCase, TermClass
from glossary.recognition.automaton import key_words, surface_key
from glossary.recognition.variants import names
from glossary.russian import paradigm

_OWNED = (TermClass.ORG, TermClass.TITLE, TermClass.DOCUMENT)


def country_names(concepts: Iterable[Concept]) -> dict[str, str]:
    """Genitives of all countries, as surface keys, with the id of the country."""
    return {
        surface_key(form.text): concept.id
        for concept in concepts
        if concept.term_class is TermClass.COUNTRY
        for name in names(concept)
        for form in paradigm(name.text, TermClass.COUNTRY)
        if form.case is RussianCase.GEN
    }


def country_at_end(text: str, countries: Mapping[str, str]) -> str:
    """The id of the country a name ends with, or nothing.

    >>> country_at_end("Сенат Парламента РК", {"рк": "cty_kz"})
    'cty_kz'
    """
    words = key_words(surface_key(text))
    tails = (" ".join(words[start:]) for start in range(1, len(words)))
    return next((countries[tail] for tail in tails if tail in countries), "")


def homes(concept: Concept, countries: Mapping[str, str]) -> tuple[str, ...]:
    """The countries that the names of an institution, office or document end with."""
    if concept.term_class not in _OWNED:
        return ()
    texts = (concept.source.text, *(variant.text for variant in concept.source.variants))
    found = (country_at_end(text, countries) for text in texts)
    return tuple(dict.fromkeys(country for country in found if country))
