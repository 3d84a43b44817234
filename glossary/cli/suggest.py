"""`audarma glossary suggest`: names in new documents that the termbase does not know."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from glossary.cli.options import FOLDER, FORMAT, read_text


@click.command(epilog="Example: audarma glossary suggest releases/*.txt --least 2 --write")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@FOLDER
@FORMAT
@click.option(
    "--least", type=click.IntRange(1), default=1, show_default=True, help="Times at least."
)
@click.option("--write", is_flag=True, help="Put them into the termbase as proposals for review.")
def suggest(
    files: tuple[Path, ...], folder: Path | None, shape: str, least: int, write: bool
) -> None:
    """Print people, institutions and offices of FILES that the termbase does not know.

    Each with how often it stands there, one line of context, and for people the spelling by the
    custom of their country. The first run loads a model of names, which takes some seconds.
    """
    from glossary.prepared import prepare
    from glossary.store import default_terms, save_termbase
    from glossary.suggest import suggest as candidates_of
    from glossary.suggest import with_candidates

    prepared = prepare(folder)
    lines = [line for file in files for line in read_text(file).splitlines()]
    found = candidates_of(lines, prepared.recognizer, least)
    for one in found:
        if shape == "json":
            click.echo(
                json.dumps({**asdict(one), "term_class": one.term_class.value}, ensure_ascii=False)
            )
            continue
        spelt = f"  {one.english} | {one.kazakh}" if one.english else ""
        click.echo(
            f"{one.count:>4}  {one.term_class.value:<7} {one.text}{spelt}\n      {one.context}"
        )
    if write and found:
        widened = with_candidates(prepared.termbase, found)
        save_termbase(widened, folder or default_terms())
        added = len(widened.concepts) - len(prepared.termbase.concepts)
        click.echo(
            f"{added} proposals written; go through them with: audarma glossary review", err=True
        )
