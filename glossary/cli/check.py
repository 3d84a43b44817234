"""`audarma glossary check`, `stats` and `officials`: the state of the termbase."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import click

from glossary.cli.options import FOLDER, FORMAT
from glossary.errors import GlossaryError
from glossary.model import Concept


@click.command(epilog="Example: audarma glossary check --date 2025-08-22 --select G1,G6")
@FOLDER
@FORMAT
@click.option("--date", "day", default=None, help="Also list what has expired by this day.")
@click.option("--select", default=None, help="Codes or their beginnings, comma-separated.")
def check(folder: Path | None, shape: str, day: str | None, select: str | None) -> None:
    """Print coded findings over the termbase; exit code 1 when there is an error.

    The codes are explained in glossary/terms/README.md.
    """
    from glossary.diagnostics import Severity
    from glossary.store import load_termbase
    from glossary.validate import CODES, validate

    codes = tuple(code.strip() for code in select.split(",") if code.strip()) if select else CODES
    found = validate(load_termbase(folder), select=codes, day=_day(day) if day else None)
    for one in found:
        if shape == "json":
            fields = ("code", "severity", "message", "concept", "language")
            made = {name: str(getattr(one, name)) for name in fields}
            click.echo(json.dumps(made, ensure_ascii=False))
        else:
            click.echo(str(one))
    if any(one.severity is Severity.ERROR for one in found):
        sys.exit(1)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise GlossaryError(f"«{text}» is no day; write it as 2025-08-22") from None


@click.command(epilog="Example: audarma glossary officials --date 2025-08-22 --body cty_kz")
@FOLDER
@FORMAT
@click.option("--date", "day", default=None, help="The day; today if not given.")
@click.option("--body", default=None, help="Only offices of this state or organisation (its id).")
def officials(folder: Path | None, shape: str, day: str | None, body: str | None) -> None:
    """Print who holds which office on a day."""
    from glossary.store import load_termbase
    from glossary.tenure import holders

    termbase = load_termbase(folder)
    names = {concept.id: concept.source.text for concept in termbase.concepts}
    when = _day(day) if day else date.today()
    rows = [
        {
            "person": names.get(tenure.person, tenure.person),
            "office": names.get(tenure.office, tenure.office),
            "body": names.get(tenure.body, tenure.body),
            "from": tenure.start,
            "to": tenure.end,
        }
        for tenure in holders(termbase, when)
        if body is None or tenure.body == body
    ]
    if shape == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        click.echo(f"{row['body']}: {row['office']} – {row['person']} ({row['from']}..{row['to']})")


@click.command(epilog="Example: audarma glossary stats")
@FOLDER
@FORMAT
def stats(folder: Path | None, shape: str) -> None:
    """Print how many concepts there are by class and by status."""
    from collections import Counter

    from glossary.store import load_termbase

    termbase = load_termbase(folder)
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
