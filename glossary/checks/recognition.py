"""Checks that put names through recognition itself: found at all, found as what, worded how."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks.findings import Finding, approved, names
from glossary.model import Concept, RussianCase, Termbase, TermClass
from glossary.normalize import fold
from glossary.recognize import Recognizer
from glossary.russian import paradigm
from glossary.russian.words import is_known, parses

_WORD = re.compile(r"\w+")
_PROPER = frozenset({TermClass.PERSON, TermClass.COUNTRY, TermClass.PLACE, TermClass.MEDIA})
_LEAD = "здесь "
"""Words before a tried name, so that its capital letter is not that of a sentence."""


def unreachable_name(termbase: Termbase, recognizer: Recognizer) -> Iterator[Finding]:
    """a Russian name is not found as its own concept"""
    for concept in termbase.concepts:
        for name, _ in names(concept.source):
            text = _LEAD + name
            found = recognizer.find(text)
            if any(
                mention.concept == concept.id
                and (mention.start, mention.end) == (len(_LEAD), len(text))
                for mention in found
            ):
                continue
            others = ", ".join(f"«{m.surface}» {m.concept}" for m in found) or "nothing"
            yield Finding(concept.id, "ru", f"«{name}», found: {others}")


def wrong_citation(termbase: Termbase, recognizer: Recognizer) -> Iterator[Finding]:
    """the Russian citation form is no nominative"""
    del recognizer
    for concept in termbase.concepts:
        term = concept.source
        forms = paradigm(term.text, concept.term_class, grammar=term.grammar, forms=term.forms)
        nominatives = {fold(form.text) for form in forms if form.case is RussianCase.NOM}
        declared = bool(term.forms) or concept.term_class in _PROPER
        if fold(term.text) not in nominatives or not (declared or _may_be_nominative(term.text)):
            yield Finding(concept.id, "ru", f"«{term.text}»")


def nested_wording(termbase: Termbase, recognizer: Recognizer) -> Iterator[Finding]:
    """a name holds another concept's name and is worded differently in English"""
    concepts = {concept.id: concept for concept in termbase.concepts}
    for concept in termbase.concepts:
        if concept.en is None or not approved(concept.en):
            continue
        english = _plain(concept.en.text)
        for mention in recognizer.find_all(_LEAD + concept.source.text):
            inner = concepts[mention.concept]
            whole = mention.end - mention.start == len(concept.source.text)
            if whole or inner.id == concept.id or not _worded(inner):
                continue
            if not any(wording in english for wording in _worded(inner)):
                detail = f"«{concept.en.text}» names {inner.id} in other words"
                yield Finding(concept.id, "en", detail)


def _worded(concept: Concept) -> tuple[str, ...]:
    """Every accepted English name of an enforced concept."""
    if concept.en is None or not approved(concept.en):
        return ()
    return tuple(_plain(name) for name, _ in names(concept.en))


def _plain(text: str) -> str:
    """The words of a text between spaces, so that a name is found as whole words."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _may_be_nominative(text: str) -> bool:
    """Whether the first word can be one, as far as the dictionary knows it."""
    first = text.split()[0].strip('«»"')
    if first.isupper() or not is_known(first):
        return True
    cases = {parse.tag.case for parse in parses(first)}
    return None in cases or "nomn" in cases
