"""Checks of names: surplus, doubled, under another name, forbidden, or left in Russian."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from glossary.diagnostics import Diagnostic, Severity
from glossary.model import Mention, MentionClass, TargetLanguage, Term
from glossary.normalize import fold
from translate.realize.rendered import target_term
from translate.verify.codes import diagnostic
from translate.verify.forms import FormBook
from translate.verify.match import Found, find_surfaces
from translate.verify.text import blanked

_WATCHED = (MentionClass.PERSON, MentionClass.COUNTRY)
"""Classes of which another name beside the mention is no other word of the language."""
_SUFFIX = {
    "en": r"(?:['’]s|')?",
    "kk": r"(?:-?(?:[ндт][ыі]ң|[ғгқкн][ае]|[нтд][ыі]|н?[дт][ае]|[нтд][ае]н|[мбп]ен))?",
}


def check_names(
    target: str,
    source: str | None,
    mentions: Sequence[Mention],
    everything: Sequence[Found],
    places: Sequence[Found | None],
    book: FormBook,
) -> Iterator[Diagnostic]:
    """What is wrong with the names of a target, its mentions already found at `places`."""
    rest = blanked(target, places)
    leaves = tuple(leaf for mention in mentions for leaf in leaves_of(mention))
    yield from _surplus(source, mentions, everything, places, book)
    yield from _doubled(target, places, book.language)
    yield from _other_names(rest, source, leaves, book)
    yield from _forbidden(rest, leaves, book)
    yield from _forbidden_anywhere(rest, leaves, book)
    if book.language == "kk":
        yield from _russian_forms(rest, leaves, book)


def leaves_of(mention: Mention) -> tuple[Mention, ...]:
    """The single mentions a group is made of, or the mention itself."""
    if not mention.parts:
        return (mention,)
    return tuple(leaf for part in mention.parts for leaf in leaves_of(part))


def _surplus(
    source: str | None,
    mentions: Sequence[Mention],
    everything: Sequence[Found],
    places: Sequence[Found | None],
    book: FormBook,
) -> Iterator[Diagnostic]:
    """Count parity. A source word of the same root («казахстанский») may ask for one more."""
    taken = [place for place in places if place]
    for hit in everything:
        if any(hit.overlaps(place) for place in taken):
            continue
        owners = [m for m in mentions if hit.surface in book.forms(m).surfaces]
        excused = any(_has_kin(leaf, source, book) for m in owners for leaf in leaves_of(m))
        yield diagnostic(
            "V103",
            f"«{hit.surface}» stands once too often",
            book.language,
            severity=Severity.WARNING if excused else None,
        )


def _has_kin(mention: Mention, source: str | None, book: FormBook) -> bool:
    concept = book.concepts.get(mention.concept)
    if not source or concept is None:
        return False
    names = (concept.source.text, *(v.text for v in concept.source.variants))
    roots = {word[:4] for name in names for word in fold(name).lower().split() if len(word) > 4}
    return any(word[:4] in roots for word in re.findall(r"[а-яё-]{6,}", fold(source).lower()))


def _doubled(
    target: str, places: Sequence[Found | None], language: TargetLanguage
) -> Iterator[Diagnostic]:
    """A name's first or last word again right beside it: «President President Tokayev»."""
    folded = fold(target)
    for place in places:
        if place is None:
            continue
        words = re.findall(r"[^\W\d_][\w-]+", place.surface)
        if not words:
            continue
        before = re.search(r"([\w-]+) $", folded[: place.start])
        after = re.match(r" ([\w-]+)", folded[place.end :])
        twice = (before and before[1].lower() == words[0].lower()) or (
            after and after[1].lower() == words[-1].lower()
        )
        if twice:
            yield diagnostic("V106", f"a word of «{place.surface}» is doubled", language)


def _other_names(
    rest: str, source: str | None, leaves: Sequence[Mention], book: FormBook
) -> Iterator[Diagnostic]:
    for leaf in dict.fromkeys(leaf for leaf in leaves if leaf.mention_class in _WATCHED):
        if _has_kin(leaf, source, book):
            continue
        found = find_surfaces(rest, book.other_names(leaf))
        if found:
            message = f"«{found[0].surface}» stands besides «{leaf.surface}»"
            yield diagnostic("V106", message, book.language, leaf.concept)


def _forbidden(rest: str, leaves: Sequence[Mention], book: FormBook) -> Iterator[Diagnostic]:
    for leaf in dict.fromkeys(leaves):
        term = target_term(leaf, book.concepts, book.language)
        for wrong in term.forbidden if term else ():
            if term and not _is_right(wrong, term) and _stands(wrong, rest, book.language):
                message = f"«{wrong}» is a forbidden rendering; write «{term.text}»"
                yield diagnostic("V104", message, book.language, leaf.concept)


def _is_right(wrong: str, term: Term) -> bool:
    """Whether a forbidden rendering is also part of a right one, so that it proves nothing."""
    return any(fold(wrong) in fold(name) for name in (term.text, *(v.text for v in term.variants)))


def _stands(wrong: str, rest: str, language: TargetLanguage) -> bool:
    pattern = rf"(?<![\w-]){re.escape(fold(wrong))}{_SUFFIX[language]}(?![\w-])"
    return re.search(pattern, fold(rest)) is not None


def _forbidden_anywhere(
    rest: str, leaves: Sequence[Mention], book: FormBook
) -> Iterator[Diagnostic]:
    """Misspelt persons and states that are not in the source, but clearly stand for themselves."""
    present = {leaf.concept for leaf in leaves}
    for concept, wrong in book.forbidden_in(rest):
        if concept not in present and _stands(wrong, rest, book.language):
            right = book.concepts[concept].target(book.language)
            message = f"«{wrong}» is a forbidden rendering; write «{right.text if right else ''}»"
            yield diagnostic("V104", message, book.language, concept)


def _russian_forms(rest: str, leaves: Sequence[Mention], book: FormBook) -> Iterator[Diagnostic]:
    for leaf in dict.fromkeys(leaves):
        found = find_surfaces(rest, book.russian_forms(leaf))
        if found:
            message = f"«{found[0].surface}» is Russian; «{leaf.surface}» is rendered elsewhere"
            yield diagnostic("V202", message, "kk", leaf.concept)
