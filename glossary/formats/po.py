"""The termbase as gettext files: one template for the Russian side, one PO file for each target.

The conventions are written down for people in `glossary/terms/README.md`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from glossary.errors import TermbaseError
from glossary.formats.po_comments import Comment, parse_comments, read_term, write_term
from glossary.formats.po_entries import Entry, check_text, format_entries, parse_entries
from glossary.model import Concept, Status, TargetLanguage, Term, Termbase, TermClass

SOURCE_NAME = "glossary.pot"
TARGET_NAMES: dict[TargetLanguage, str] = {"en": "en.po", "kk": "kk.po"}


@dataclass(frozen=True, slots=True)
class PoFiles:
    """The three texts a termbase is stored in."""

    source: str
    en: str
    kk: str


def parse(files: PoFiles) -> Termbase:
    """The termbase of the three texts, concepts in the order of the template, no digest.

    Raises:
        TermbaseError: names the file and the line of what is broken, unknown, doubled or left
            without its source entry.
    """
    source = parse_entries(files.source, SOURCE_NAME)
    concepts = tuple(_concept(entry) for entry in source)
    _check_ids(concepts, source)
    en = _targets("en", files.en, source)
    kk = _targets("kk", files.kk, source)
    keys = ((entry.context, entry.text) for entry in source)
    return Termbase(
        tuple(
            replace(concept, en=en.get(key), kk=kk.get(key))
            for concept, key in zip(concepts, keys, strict=True)
        )
    )


def serialize(termbase: Termbase) -> PoFiles:
    """The three texts of a termbase; equal termbases give equal bytes.

    Raises:
        TermbaseError: a text that PO files cannot carry, with the concept it belongs to.
    """
    contexts = _contexts(termbase.concepts)
    return PoFiles(
        source=format_entries(_source_entries(termbase.concepts, contexts), "ru"),
        en=format_entries(_target_entries("en", termbase.concepts, contexts), "en"),
        kk=format_entries(_target_entries("kk", termbase.concepts, contexts), "kk"),
    )


def _targets(
    language: TargetLanguage, text: str, source: tuple[Entry, ...]
) -> dict[tuple[str, str], Term]:
    name = TARGET_NAMES[language]
    known = {(entry.context, entry.text) for entry in source}
    terms = {}
    for entry in parse_entries(text, name):
        if (entry.context, entry.text) not in known:
            raise TermbaseError(
                f"'{entry.text}' ({entry.context}) is not in {SOURCE_NAME}; "
                "add it there or remove it here",
                path=name,
                line=entry.line,
            )
        if not entry.translation and not entry.comments:
            continue
        try:
            comments = parse_comments(entry.comments)
            term = read_term(language, entry.translation, comments, entry.fuzzy)
            terms[entry.context, entry.text] = term
        except TermbaseError as error:
            raise TermbaseError(error.message, path=name, line=entry.line) from error
    return terms


def _concept(entry: Entry) -> Concept:
    """The concept with its Russian side alone."""
    try:
        comments = parse_comments((*entry.extracted, *entry.comments))
        return Concept(
            id=_id(comments, entry),
            term_class=_term_class(entry.context),
            source=read_term("ru", entry.text, comments, entry.fuzzy),
            relations=tuple(_relation(c.value) for c in comments if c.key == "relation"),
        )
    except TermbaseError as error:
        raise TermbaseError(error.message, path=SOURCE_NAME, line=entry.line) from error


def _id(comments: Iterable[Comment], entry: Entry) -> str:
    ids = [comment.value for comment in comments if comment.key == "id"]
    if len(ids) != 1:
        raise TermbaseError(f"'{entry.text}' needs one 'id:' comment and has {len(ids)}")
    return ids[0]


def _term_class(context: str) -> TermClass:
    name = context.partition("#")[0]
    if name not in tuple(TermClass):
        raise TermbaseError(f"msgctxt '{context}' must begin with one of {', '.join(TermClass)}")
    return TermClass(name)


def _relation(value: str) -> tuple[str, str]:
    kind, _, rest = value.partition(" ")
    if not rest.strip():
        raise TermbaseError(f"'relation: {value}' must name a kind of link and what it links to")
    return kind, rest.strip()


def _check_ids(concepts: tuple[Concept, ...], source: tuple[Entry, ...]) -> None:
    seen: dict[str, int] = {}
    for concept, entry in zip(concepts, source, strict=True):
        if concept.id in seen:
            raise TermbaseError(
                f"id '{concept.id}' stands already in line {seen[concept.id]}; choose another",
                path=SOURCE_NAME,
                line=entry.line,
            )
        seen[concept.id] = entry.line


def _contexts(concepts: tuple[Concept, ...]) -> tuple[str, ...]:
    """The msgctxt of each concept: its class, and its id where class and name are not unique."""
    count = Counter((concept.term_class, concept.source.text) for concept in concepts)
    return tuple(
        f"{c.term_class}#{c.id}" if count[c.term_class, c.source.text] > 1 else str(c.term_class)
        for c in concepts
    )


def _source_entries(concepts: tuple[Concept, ...], contexts: tuple[str, ...]) -> Iterator[Entry]:
    for concept, context in zip(concepts, contexts, strict=True):
        term = concept.source
        try:
            lines = (
                f"id: {check_text(concept.id)}",
                *(() if term.status is Status.APPROVED else (f"status: {term.status}",)),
                *write_term(term),
                *(f"relation: {kind} {check_text(to)}" for kind, to in concept.relations),
            )
            yield Entry(context, check_text(term.text), extracted=lines)
        except TermbaseError as error:
            raise TermbaseError(f"{concept.id}: {error.message}", path=SOURCE_NAME) from error


def _target_entries(
    language: TargetLanguage, concepts: tuple[Concept, ...], contexts: tuple[str, ...]
) -> Iterator[Entry]:
    for concept, context in zip(concepts, contexts, strict=True):
        term = concept.target(language)
        if term is None:
            yield Entry(context, concept.source.text)
            continue
        proposal = term.status is Status.PROPOSAL
        try:
            yield Entry(
                context,
                concept.source.text,
                check_text(term.text) if term.text else "",
                comments=(*(() if proposal else (f"status: {term.status}",)), *write_term(term)),
                fuzzy=proposal and bool(term.text),
            )
        except TermbaseError as error:
            path = TARGET_NAMES[language]
            raise TermbaseError(f"{concept.id}: {error.message}", path=path) from error
