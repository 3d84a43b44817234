"""Every surface a mention may have in a target, from the termbase and the generators alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from glossary.english import capitalise, possessive
from glossary.model import KazakhCase, Mention, TargetLanguage
from glossary.normalize import fold
from translate.realize.english import render_english
from translate.realize.english_places import EnglishPlace
from translate.realize.kazakh import render_kazakh
from translate.realize.rendered import Concepts


@dataclass(frozen=True, slots=True)
class AcceptedForms:
    """The surfaces of one mention, folded, with the Kazakh cases each stands for."""

    cases: Mapping[str, frozenset[KazakhCase]]
    """Empty sets in English, which has no cases."""

    @property
    def surfaces(self) -> frozenset[str]:
        """The folded surfaces themselves."""
        return frozenset(self.cases)


@dataclass(frozen=True, slots=True)
class FormBook:
    """The accepted forms of mentions in one language, each mention's worked out once."""

    concepts: Concepts
    language: TargetLanguage
    _known: dict[object, AcceptedForms] = field(default_factory=dict, compare=False, repr=False)

    def forms(self, mention: Mention) -> AcceptedForms:
        """All forms that count as a rendering of the mention."""
        key = _identity(mention)
        if key not in self._known:
            self._known[key] = accepted_forms(mention, self.concepts, self.language)
        return self._known[key]


def _identity(mention: Mention) -> object:
    """What a mention's renderings depend on: all but its place and its Russian case."""
    return (
        mention.concept or mention.surface,
        mention.kind,
        mention.mention_class,
        mention.number,
        mention.quantity,
        tuple(_identity(part) for part in mention.parts),
    )


def accepted_forms(mention: Mention, concepts: Concepts, language: TargetLanguage) -> AcceptedForms:
    """All forms that count as a rendering of the mention in that language."""
    if language == "en":
        return AcceptedForms({fold(form): frozenset() for form in _english(mention, concepts)})
    found: dict[str, set[KazakhCase]] = {}
    for case, form in _kazakh(mention, concepts):
        found.setdefault(fold(form), set()).add(case)
    return AcceptedForms({form: frozenset(cases) for form, cases in found.items()})


def _english(mention: Mention, concepts: Concepts) -> Iterable[str]:
    determined = render_english(mention, concepts, EnglishPlace(before="x the "))
    for form in determined.accepted:
        yield from (form, capitalise(form), possessive(form), possessive(capitalise(form)))


def _kazakh(mention: Mention, concepts: Concepts) -> Iterable[tuple[KazakhCase, str]]:
    for case in KazakhCase:
        for possessed in (False, True):
            made = render_kazakh(mention, concepts, case, possessed=possessed)
            for form in made.accepted:
                yield case, form
                yield case, capitalise(form)
