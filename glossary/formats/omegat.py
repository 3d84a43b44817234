"""OmegaT glossaries: a text file for one language pair, `source<TAB>target<TAB>comment` a line.

Only renderings in force are written: OmegaT shows what it finds, whatever its standing. The comment
is `class id`, or `class id kind` for another name; with it a file reads back into concepts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from glossary.errors import TermbaseError
from glossary.formats.po_entries import check_text
from glossary.model import Concept, Status, TargetLanguage, Term, Termbase, TermClass, Variant

_COMMENT = re.compile(rf"({'|'.join(TermClass)}) (\S+)(?: ([a-z0-9_-]+))?")


def serialize_omegat(termbase: Termbase, language: TargetLanguage) -> str:
    """The glossary of Russian and one target language, every name of a concept on a line.

    Raises:
        TermbaseError: a text with a tab or a line break in it.
    """
    lines = [
        "\t".join(check_text(part) for part in row)
        for concept in termbase.concepts
        for row in _rows(concept, language)
    ]
    return "".join(f"{line}\n" for line in lines)


def parse_omegat(text: str, language: TargetLanguage, name: str = "") -> Termbase:
    """The termbase of an OmegaT glossary; lines that begin with # are comments.

    Lines of one concept, told by the third column, make one concept; others become terms without
    an id. Raises `TermbaseError` with the line where a source or a target is missing.
    """
    concepts: dict[str, Concept] = {}
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = [column.strip() for column in line.split("\t")]
        if len(columns) < 2 or not columns[0] or not columns[1]:
            raise TermbaseError("must read source<TAB>target[<TAB>comment]", path=name, line=number)
        ours = _COMMENT.fullmatch(columns[2]) if len(columns) > 2 else None
        key = ours[2] if ours else f"#{number}"
        if key in concepts and ours:
            concepts[key] = _widened(concepts[key], language, columns, ours[3] or "")
            continue
        note = columns[2] if len(columns) > 2 and not ours else ""
        source, target = Term("ru", columns[0], note=note), Term(language, columns[1])
        concepts[key] = Concept(
            id=ours[2] if ours else "",
            term_class=TermClass(ours[1]) if ours else TermClass.TERM,
            source=source,
            en=target if language == "en" else None,
            kk=target if language == "kk" else None,
        )
    return Termbase(tuple(concepts.values()))


def _rows(concept: Concept, language: TargetLanguage) -> Iterator[tuple[str, str, str]]:
    target = concept.target(language)
    if target is None or not target.text or target.status is Status.PROPOSAL:
        return
    comment = f"{concept.term_class} {concept.id}"
    yield concept.source.text, target.text, comment
    for variant in concept.source.variants:
        kind = f" {variant.kind}" if variant.kind else ""
        yield variant.text, target.variant(variant.kind), comment + kind


def _widened(concept: Concept, language: TargetLanguage, columns: list[str], kind: str) -> Concept:
    source = replace(concept.source, variants=(*concept.source.variants, Variant(columns[0], kind)))
    target = concept.target(language)
    if target is None or not kind or target.variant(kind) == columns[1]:
        return replace(concept, source=source)
    wider = replace(target, variants=(*target.variants, Variant(columns[1], kind)))
    if language == "en":
        return replace(concept, source=source, en=wider)
    return replace(concept, source=source, kk=wider)
