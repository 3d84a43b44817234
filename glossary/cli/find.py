"""`audarma glossary find`: every mention of a text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from glossary.cli.options import FOLDER, read_text
from glossary.model import Mention


@click.command(epilog="Example: audarma glossary find release.txt")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--grouped", is_flag=True, help="Show offices, holders and lists as one mention.")
@FOLDER
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="json")
def find(file: Path, grouped: bool, folder: Path | None, shape: str) -> None:
    """Print every mention of a Russian text as JSON lines, in text order.

    Offsets count characters of the file.
    """
    from glossary.grouping import group_mentions, merge_mentions
    from glossary.prepared import prepare
    from glossary.quantities import find_quantities

    recognizer = prepare(folder).recognizer
    offset = 0
    for line in read_text(file).splitlines(keepends=True):
        mentions = merge_mentions(recognizer.find(line), find_quantities(line))
        if grouped:
            mentions = group_mentions(line, mentions)
        for mention in mentions:
            _print_mention(_mention(mention, offset), shape)
        offset += len(line)


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
