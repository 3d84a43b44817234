"""`audarma glossary lookup` and `show`: what the termbase says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from glossary.cli.options import FOLDER, FORMAT
from glossary.model import Concept, KazakhCase, Term


@click.command(epilog='Example: audarma glossary lookup "министр энергетики"')
@click.argument("text")
@FOLDER
@FORMAT
def lookup(text: str, folder: Path | None, shape: str) -> None:
    """Print the concepts one of whose names in any language holds TEXT."""
    from glossary.normalize import fold
    from glossary.store import load_termbase

    wanted = fold(text).casefold()
    found = [
        concept
        for concept in load_termbase(folder).concepts
        if any(wanted in fold(name).casefold() for name in _names(concept))
    ]
    if shape == "json":
        click.echo(json.dumps([_concept(one) for one in found], ensure_ascii=False, indent=1))
        return
    for one in found:
        renderings = " | ".join(term.text for term in (one.en, one.kk) if term)
        click.echo(f"{one.id}  {one.source.text} | {renderings}")
    if not found:
        click.echo(f"no concept has a name with «{text}»", err=True)


def _names(concept: Concept) -> Iterator[str]:
    for term in (concept.source, concept.en, concept.kk):
        if term:
            yield term.text
            yield from (variant.text for variant in term.variants)


def _concept(concept: Concept) -> dict[str, Any]:
    return {
        "id": concept.id,
        "class": concept.term_class.value,
        "relations": [f"{key} {value}" for key, value in concept.relations],
        **{term.language: _term(term) for term in (concept.source, concept.en, concept.kk) if term},
    }


def _term(term: Term) -> dict[str, Any]:
    return {
        "text": term.text,
        "status": term.status.value,
        "variants": [{"kind": v.kind, "text": v.text} for v in term.variants],
        "forbidden": list(term.forbidden),
        "grammar": dict(term.grammar),
        "forms": dict(term.forms),
        "sources": list(term.sources),
        "note": term.note,
    }


@click.command(epilog="Example: audarma glossary show tit_min_energy")
@click.argument("concept")
@FOLDER
@FORMAT
def show(concept: str, folder: Path | None, shape: str) -> None:
    """Print a concept: renderings, all Russian forms, the Kazakh case table, sources."""
    from glossary.editing import concept_by_id
    from glossary.kazakh import inflect as inflect_kazakh
    from glossary.russian import paradigm
    from glossary.store import load_termbase

    one = concept_by_id(load_termbase(folder), concept)
    forms = paradigm(
        one.source.text, one.term_class, grammar=one.source.grammar, forms=one.source.forms
    )
    russian = {f"{form.case}.{form.number}": form.text for form in forms}
    izafet = {"yes": True, "no": False}.get(one.kk.hint("izafet")) if one.kk else None
    kazakh = {
        case.value: list(
            inflect_kazakh(
                one.kk.text, case, izafet=izafet, hints=one.kk.grammar, forms=one.kk.forms
            ).accepted
        )
        for case in (KazakhCase if one.kk else ())
        if one.kk
    }
    made = {**_concept(one), "russian_forms": russian, "kazakh_cases": kazakh}
    if shape == "json":
        click.echo(json.dumps(made, ensure_ascii=False, indent=1))
        return
    click.echo(f"{one.id} ({one.term_class})")
    for term in (one.source, one.en, one.kk):
        if term:
            others = ", ".join(v.text for v in term.variants)
            click.echo(f"  {term.language}  {term.text}" + (f"  ({others})" if others else ""))
    for label, form in russian.items():
        click.echo(f"  ru {label:<7} {form}")
    for label, accepted in kazakh.items():
        click.echo(f"  kk {label:<7} {' | '.join(accepted)}")
    for source in one.source.sources:
        click.echo(f"  source  {source}")
