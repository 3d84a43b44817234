"""Every surface a mention may have in a target, from the termbase and the generators alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from glossary.english import capitalise, possessive
from glossary.model import KazakhCase, Mention, MentionClass, Number, TargetLanguage, TermClass
from glossary.normalize import fold
from glossary.recognize import names_with_forms
from translate.realize.english import render_english
from translate.realize.english_places import EnglishPlace
from translate.realize.kazakh import render_kazakh
from translate.realize.rendered import Concepts, target_term
from translate.verify.match import words_of

_COUNTABLE = (MentionClass.TITLE, MentionClass.ORG)
_LONG = 5
"""Letters a forbidden rendering must have to be looked for where its concept is not mentioned."""


@dataclass(frozen=True, slots=True)
class AcceptedForms:
    """The surfaces of one mention, folded, with the Kazakh cases each stands for."""

    cases: Mapping[str, frozenset[KazakhCase]]
    """Empty sets in English, which has no cases."""
    counted: frozenset[str] = frozenset()
    """Surfaces that are right only after a numeral: «both Presidents», «екі президент»."""

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
    _names: dict[object, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    _forbidden: dict[str, list[tuple[str, str]]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def forms(self, mention: Mention) -> AcceptedForms:
        """All forms that count as a rendering of the mention."""
        key = _identity(mention)
        if key not in self._known:
            self._known[key] = accepted_forms(mention, self.concepts, self.language)
        return self._known[key]

    def other_names(self, mention: Mention) -> frozenset[str]:
        """Folded forms of the concept's names of other kinds: the surname beside the full name."""
        return self._once(("other", mention.concept, mention.kind), lambda: self._others(mention))

    def russian_forms(self, mention: Mention) -> frozenset[str]:
        """Folded Russian forms of the concept that no Kazakh form of it looks like."""
        return self._once(("ru", mention.concept), lambda: self._russian(mention))

    def forbidden_in(self, text: str) -> Iterator[tuple[str, str]]:
        """Concept ids and forbidden renderings of persons and states that may stand in the text."""
        if not self._forbidden:
            self._forbidden.update(_by_first_word(self.concepts, self.language))
        for word in dict.fromkeys(words_of(text)):
            for length in range(_LONG - 1, len(word) + 1):
                yield from self._forbidden.get(word[:length], ())

    def _once(self, key: object, make: Callable[[], Iterable[str]]) -> frozenset[str]:
        if key not in self._names:
            self._names[key] = frozenset(make())
        return self._names[key]

    def _others(self, mention: Mention) -> Iterator[str]:
        term = target_term(mention, self.concepts, self.language)
        own = self.forms(mention).surfaces
        for variant in term.variants if term else ():
            if variant.kind and variant.kind != mention.kind:
                other = replace(mention, kind=variant.kind, number=Number.SG)
                yield from self.forms(other).surfaces - own
        if mention.kind:
            yield from self.forms(replace(mention, kind="")).surfaces - own

    def _russian(self, mention: Mention) -> Iterator[str]:
        concept = self.concepts.get(mention.concept)
        term = target_term(mention, self.concepts, self.language)
        if concept is None or term is None or concept.term_class is TermClass.ABBREVIATION:
            return
        kinds = ("", *(variant.kind for variant in term.variants))
        forms = (self.forms(replace(mention, kind=kind)).surfaces for kind in kinds)
        kazakh = {surface.casefold() for surfaces in forms for surface in surfaces}
        names = (term.text, *(variant.text for variant in term.variants))
        kazakh |= {word for name in names for word in (fold(name).casefold(), *_small_words(name))}
        for _, paradigm in names_with_forms(concept):
            for form in paradigm:
                surface = fold(form.text)
                if len(surface) >= _LONG and surface.casefold() not in kazakh:
                    yield surface


def _small_words(name: str) -> list[str]:
    return [word.casefold() for word in words_of(name)]


def _by_first_word(
    concepts: Concepts, language: TargetLanguage
) -> dict[str, list[tuple[str, str]]]:
    """Forbidden renderings of persons and states, by their first word, that name nothing else."""
    terms = [term for c in concepts.values() if (term := c.target(language))]
    right = {fold(name) for term in terms for name in (term.text, *(v.text for v in term.variants))}
    found: dict[str, list[tuple[str, str]]] = {}
    for concept in concepts.values():
        term = concept.target(language)
        if term is None or concept.term_class not in (TermClass.PERSON, TermClass.COUNTRY):
            continue
        for wrong in term.forbidden:
            words = words_of(wrong)
            if len(wrong) >= _LONG and fold(wrong) not in right and words:
                found.setdefault(words[0], []).append((concept.id, wrong))
    return found


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
        free = {fold(form) for form in _english(mention, concepts, EnglishPlace("x the "))}
        after_numeral = EnglishPlace("x two " if mention.mention_class in _COUNTABLE else "x the ")
        all_ = free | {fold(form) for form in _english(mention, concepts, after_numeral)}
        return AcceptedForms(dict.fromkeys(all_, frozenset()), frozenset(all_ - free))
    found: dict[str, set[KazakhCase]] = {}
    for case, form in _kazakh(mention, concepts):
        found.setdefault(fold(form), set()).add(case)
    free = set(found)
    for case, form in _kazakh(mention, concepts, counted=True):
        found.setdefault(fold(form), set()).add(case)
    cases = {form: frozenset(cases) for form, cases in found.items()}
    return AcceptedForms(cases, frozenset(set(found) - free))


def _english(mention: Mention, concepts: Concepts, place: EnglishPlace) -> Iterable[str]:
    for form in render_english(mention, concepts, place).accepted:
        yield from (form, capitalise(form), possessive(form), possessive(capitalise(form)))


def _kazakh(
    mention: Mention, concepts: Concepts, *, counted: bool = False
) -> Iterable[tuple[KazakhCase, str]]:
    for case in KazakhCase:
        for possessed in (False, True):
            made = render_kazakh(mention, concepts, case, possessed=possessed, counted=counted)
            for form in made.accepted:
                yield case, form
                yield case, capitalise(form)
