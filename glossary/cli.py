"""`audarma glossary`: find, look up, inflect and check terms."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from glossary.errors import GlossaryError
from glossary.model import Concept, KazakhCase, Mention, Number, Term, Termbase

_FOLDER = click.option(
    "--glossary",
    "folder",
    type=click.Path(path_type=Path),
    default=None,
    help="Folder of the termbase; the shipped one if not given.",
)
_FORMAT = click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Shape of the output.",
)
_CASES = click.Choice([case.value for case in KazakhCase])


@click.group()
def glossary() -> None:
    """Find, look up, inflect and check terms.

    \b
    Example:
      audarma glossary lookup "министр энергетики"
    """


@glossary.command(epilog="Example: audarma glossary find release.txt")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--grouped", is_flag=True, help="Show offices, holders and lists as one mention.")
@_FOLDER
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="json")
def find(file: Path, grouped: bool, folder: Path | None, shape: str) -> None:
    """Print every mention of a Russian text as JSON lines, in text order.

    Offsets count characters of the file.
    """
    from glossary.grouping import group_mentions, merge_mentions
    from glossary.quantities import find_quantities
    from glossary.recognize import build_recognizer
    from glossary.store import load_termbase

    recognizer = build_recognizer(load_termbase(folder))
    offset = 0
    for line in _read(file).splitlines(keepends=True):
        mentions = merge_mentions(recognizer.find(line), find_quantities(line))
        if grouped:
            mentions = group_mentions(line, mentions)
        for mention in mentions:
            _print_mention(_mention(mention, offset), shape)
        offset += len(line)


def _read(path: Path) -> str:
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read ({error.strerror}); give a file") from error
    for encoding in ("utf-8", "cp1251"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            place = error.start
    raise GlossaryError(f"{path}, byte {place}: not a text in UTF-8 or cp1251; convert it to UTF-8")


def _mention(mention: Mention, offset: int) -> dict[str, Any]:
    made: dict[str, Any] = {
        "start": mention.start + offset,
        "end": mention.end + offset,
        "surface": mention.surface,
        "concept": mention.concept,
        "class": mention.mention_class.value,
        "case": mention.case.value,
        "number": mention.number.value,
    }
    if mention.parts:
        made["parts"] = [_mention(part, offset) for part in mention.parts]
    return made


def _print_mention(made: dict[str, Any], shape: str) -> None:
    if shape == "json":
        click.echo(json.dumps(made, ensure_ascii=False))
        return
    place = f"{made['start']}-{made['end']}"
    labels = f"{made['class']}.{made['case']}.{made['number']}"
    click.echo(f"{place:>12}  {labels:<20}  {made['surface']}  {made['concept']}")


@glossary.command(epilog='Example: audarma glossary lookup "министр энергетики"')
@click.argument("text")
@_FOLDER
@_FORMAT
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


@glossary.command(epilog="Example: audarma glossary show tit_min_energy")
@click.argument("concept")
@_FOLDER
@_FORMAT
def show(concept: str, folder: Path | None, shape: str) -> None:
    """Print a concept: renderings, all Russian forms, the Kazakh case table, sources."""
    from glossary.kazakh import inflect as inflect_kazakh
    from glossary.russian import paradigm

    one = _by_id(_load(folder), concept)
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


def _load(folder: Path | None) -> Termbase:
    from glossary.store import load_termbase

    return load_termbase(folder)


def _by_id(termbase: Termbase, concept: str) -> Concept:
    for one in termbase.concepts:
        if one.id == concept:
            return one
    raise GlossaryError(f"no concept has the id {concept}; find it with: audarma glossary lookup")


@glossary.command(epilog='Example: audarma glossary inflect --case dat "Энергетика министрлігі"')
@click.argument("text", required=False)
@click.option("--lang", type=click.Choice(["kk"]), default="kk", show_default=True)
@click.option("--case", type=_CASES, default="nom", show_default=True, help="Case to put it in.")
@click.option("--number", type=click.Choice(["sg", "pl"]), default="sg", show_default=True)
@click.option("--possessive", type=click.IntRange(0, 3), default=0, help="Person to add: 1, 2, 3.")
@click.option(
    "--batch",
    type=click.Path(path_type=Path, allow_dash=True),
    default=None,
    help="Read lines text<TAB>case[<TAB>possessive]; print each with its accepted forms.",
)
def inflect(
    text: str | None, lang: str, case: str, number: str, possessive: int, batch: Path | None
) -> None:
    """Print the accepted forms of a Kazakh TEXT in a case, separated by |.

    In a batch, a third column `possessive` says that the text already ends in a third-person
    possessive (министрлігі).
    """
    from glossary.kazakh import inflect as inflect_kazakh

    if (text is None) == (batch is None):
        raise click.UsageError("give either TEXT or --batch")
    if text is not None:
        made = inflect_kazakh(text, KazakhCase(case), number=Number(number), possessive=possessive)
        click.echo("|".join(made.accepted))
        return
    assert batch is not None
    for number_of_line, line in enumerate(_read(batch).splitlines(), 1):
        if not line.strip():
            continue
        columns = line.split("\t")
        if len(columns) < 2 or columns[1] not in [c.value for c in KazakhCase]:
            raise GlossaryError(
                f"{batch}:{number_of_line}: not text<TAB>case; cases are "
                + " ".join(c.value for c in KazakhCase)
            )
        izafet = True if columns[2:3] == ["possessive"] else None
        made = inflect_kazakh(columns[0], KazakhCase(columns[1]), izafet=izafet)
        click.echo("\t".join([line, "|".join(made.accepted)]))


@glossary.command(epilog="Example: audarma glossary check --format json")
@_FOLDER
@_FORMAT
def check(folder: Path | None, shape: str) -> None:
    """Print coded findings over the termbase; exit code 1 when there is an error."""
    from glossary.diagnostics import Severity
    from glossary.validate import validate

    found = list(validate(_load(folder)))
    for one in found:
        if shape == "json":
            fields = ("code", "severity", "message", "concept", "language")
            made = {name: str(getattr(one, name)) for name in fields}
            click.echo(json.dumps(made, ensure_ascii=False))
        else:
            click.echo(str(one))
    if any(one.severity is Severity.ERROR for one in found):
        sys.exit(1)


@glossary.command(epilog="Example: audarma glossary stats")
@_FOLDER
@_FORMAT
def stats(folder: Path | None, shape: str) -> None:
    """Print how many concepts there are by class and by status."""
    from collections import Counter

    termbase = _load(folder)
    counts = Counter(
        (concept.term_class.value, _standing(concept)) for concept in termbase.concepts
    )
    classes = sorted({name for name, _ in counts})
    table = {
        name: {state: counts[name, state] for state in ("approved", "proposal")} for name in classes
    }
    if shape == "json":
        click.echo(json.dumps({"digest": termbase.digest, "classes": table}, indent=1))
        return
    for name, row in table.items():
        click.echo(f"{name:<14}{row['approved']:>6} approved{row['proposal']:>6} proposals")


def _standing(concept: Concept) -> str:
    terms = [concept.source, concept.en, concept.kk]
    complete = all(term and term.text and term.status.value != "proposal" for term in terms)
    return "approved" if complete else "proposal"
