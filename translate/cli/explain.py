"""`audarma explain FILE:SEGMENT`: how one segment came to its translation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.errors import UsageError

if TYPE_CHECKING:
    from glossary.model import Mention
    from translate.results import Target, TranslatedSegment


@click.command(epilog="Example: audarma explain seeds/2025-08-22-interstate-council.txt:1")
@click.argument("place", metavar="FILE:SEGMENT")
@click.option("--to", "targets", default="en,kk", show_default=True, help="Target languages.")
@click.option("--engine", default="auto", show_default=True, help="As in audarma translate.")
@click.option(
    "--glossary",
    type=click.Path(path_type=Path),
    default=None,
    help="Folder of the termbase; the shipped one if not given.",
)
def explain(place: str, targets: str, engine: str, glossary: Path | None) -> None:
    """Show a segment's way: mentions, masked source, hypotheses, rungs, forms and checks."""
    from dataclasses import replace

    from glossary.prepared import prepare
    from translate.arguments import parse_languages
    from translate.engines.packages import choose_engine
    from translate.pipeline import build_pipeline
    from translate.store import read_document

    file, _, number = place.rpartition(":")
    if not file or not number.isdigit():
        raise UsageError(f"«{place}» is not FILE:SEGMENT", remedy="write for example release.txt:3")
    document = read_document(Path(file))
    chosen = tuple(s for s in document.segments if s.number == int(number))
    if not chosen:
        raise UsageError(
            f"{file} has no segment {number}", remedy=f"it has 1 to {len(document.segments)}"
        )
    languages = parse_languages(targets)
    engines = {language: choose_engine(language, engine) for language in languages}
    pipeline = build_pipeline(prepare(glossary), engines)
    translated = pipeline.translate(replace(document, segments=chosen))
    for line in _story(translated.segments[0]):
        click.echo(line)


def _story(one: TranslatedSegment) -> Iterator[str]:
    segment = one.segment
    yield f"segment {segment.number} ({segment.kind}), characters {segment.start}-{segment.end}"
    yield f"source    {segment.text}"
    yield f"masked    {one.masked.text}"
    for slot in one.masked.slots:
        yield from _mention(slot.mention, f"{{{slot.number}}}", 1)
    for mention in one.unrendered:
        yield from _mention(mention, "not enforced", 1)
    for diagnostic in one.diagnostics:
        yield f"  {diagnostic}"
    for target in one.targets:
        yield from _target(target)


def _mention(mention: Mention, label: str, depth: int) -> Iterator[str]:
    what = mention.concept or (mention.quantity.kind if mention.quantity else "group")
    reading = f"{mention.mention_class} {mention.case}.{mention.number}"
    yield f"{'  ' * depth}{label} «{mention.surface}» {reading}, {what}, {mention.status}"
    for part in mention.parts:
        yield from _mention(part, "·", depth + 1)


def _target(target: Target) -> Iterator[str]:
    yield ""
    yield f"{target.language}: {target.rung}, {target.state}"
    for step in target.steps:
        yield f"  tried {step.rung} ({step.score:.2f}): {step.hypothesis}"
        for diagnostic in step.diagnostics:
            yield f"    {diagnostic}"
    for made in target.realizations:
        case = f" {made.case}" if made.case else ""
        yield f"  {{{made.number}}}{case} -> «{made.text}» by {made.rule}"
        if len(made.accepted) > 1:
            yield f"    also right: {' | '.join(made.accepted[1:])}"
    yield f"  text  {target.text}"
