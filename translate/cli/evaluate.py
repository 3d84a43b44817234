"""`audarma evaluate`: how often the right form stands in its slot, and what it costs elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate.errors import AudarmaError, UsageError

if TYPE_CHECKING:
    from translate.evaluation import Comparison, Consistency
    from translate.pipeline import Pipeline
    from translate.slot_cases import CaseResult


@click.command(epilog="Example: audarma evaluate tests/cases/slots/*.json")
@click.argument("cases", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--references",
    type=click.Path(path_type=Path),
    default=None,
    help="Table of human translations to score against: ru<TAB>en<TAB>kk, named in line 1.",
)
@click.option(
    "--document",
    "documents",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Translate this document and tell whether its names are consistent. May be repeated.",
)
@click.option("--to", "targets", default="en,kk", show_default=True, help="Target languages.")
@click.option("--engine", default="auto", show_default=True, help="As in audarma translate.")
@click.option(
    "--glossary",
    type=click.Path(path_type=Path),
    default=None,
    help="Folder of the termbase; the shipped one if not given.",
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Shape of the figures.",
)
def evaluate(
    cases: tuple[Path, ...],
    references: Path | None,
    documents: tuple[Path, ...],
    targets: str,
    engine: str,
    glossary: Path | None,
    shape: str,
) -> None:
    """Measure enforcement: form-correct rate on slot cases, chrF++ against references.

    CASES are JSON files with accepted forms for each slot; no engine is asked for them. With
    --references each language is translated and compared with the plain engine and with base
    forms pasted into the slots; with --document one rendering for each name is asked.

    Exit code 0 when every case is right, 1 when one is wrong.
    """
    from glossary.prepared import prepare
    from translate.arguments import parse_languages
    from translate.engines.packages import choose_engine
    from translate.evaluation import compare
    from translate.pipeline import build_pipeline

    asks_engine = references is not None or bool(documents)
    if not cases and not asks_engine:
        raise UsageError("nothing to evaluate", remedy="name case files, or give --references")
    languages = parse_languages(targets)
    engines = {one: choose_engine(one, engine) for one in languages} if asks_engine else {}
    pipeline = build_pipeline(prepare(glossary), engines)
    results = [one for one in _judged(cases, pipeline) if one.case.language in languages]
    compared = []
    if references is not None:
        table = _table(references)
        for language in languages:
            pairs = [(row["ru"], row[language]) for row in table if row[language]]
            compared.append(compare(pipeline, language, pairs))
    kept = {str(path): _consistency(path, pipeline) for path in documents}
    if shape == "json":
        figures = {**_json(results, compared), "documents": _by_document(kept)}
        click.echo(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        for line in _lines(results, compared):
            click.echo(line)
        for name, one in kept.items():
            click.echo(
                f"{name}: {one.consistent} of {one.entities} repeated names in one rendering"
            )
    raise SystemExit(0 if all(result.right for result in results) else 1)


def _judged(cases: tuple[Path, ...], pipeline: Pipeline) -> Iterator[CaseResult]:
    from translate.slot_cases import judge_case, parse_cases

    for path in cases:
        try:
            parsed = parse_cases(_text(path))
        except AudarmaError as error:
            raise error.at(str(path)) from None
        for case in parsed:
            yield judge_case(case, pipeline)


def _consistency(path: Path, pipeline: Pipeline) -> Consistency:
    from translate.evaluation import consistency
    from translate.store import read_document

    translated = pipeline.translate(read_document(path))
    targets = [target for one in translated.segments for target in one.targets]
    return consistency(targets, pipeline.concepts)


def _by_document(kept: dict[str, Consistency]) -> dict[str, dict[str, float]]:
    return {name: {**asdict(one), "rate": one.rate} for name, one in kept.items()}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot be read ({error})", path=str(path)) from None


def _table(path: Path) -> list[dict[str, str]]:
    head, *rows = _text(path).splitlines() or [""]
    names = head.split("\t")
    if "ru" not in names or not {"en", "kk"} & set(names):
        raise UsageError("the first line must name the columns ru and en or kk", path=str(path))
    table = []
    for row in rows:
        cells = dict(zip(names, row.split("\t"), strict=False))
        table.append({name: cells.get(name, "") for name in ("ru", "en", "kk")})
    return table


def _json(results: list[CaseResult], compared: list[Comparison]) -> dict[str, Any]:
    return {
        "cases": [{**asdict(figures), **_rates(figures)} for figures in _figures(results)],
        "wrong": [
            {"label": r.case.label, "language": r.case.language, "target": r.target}
            for r in results
            if not r.right
        ],
        "references": [asdict(one) for one in compared],
    }


def _figures(results: list[CaseResult]) -> list[Any]:
    from translate.slot_cases import count_results

    spoken = dict.fromkeys(result.case.language for result in results)
    return [count_results(results, language) for language in spoken]


def _rates(figures: Any) -> dict[str, float]:
    return {
        "enforcement_rate": figures.enforcement_rate,
        "form_correct_rate": figures.form_correct_rate,
        "false_enforcement_rate": figures.false_enforcement_rate,
    }


def _lines(results: list[CaseResult], compared: list[Comparison]) -> Iterator[str]:
    for result in results:
        if not result.right:
            yield from _wrong(result)
    for figures in _figures(results):
        yield (
            f"{figures.language}: {figures.cases} cases, {figures.slots} slots; "
            f"enforced {figures.enforcement_rate:.2%}, "
            f"form correct {figures.form_correct_rate:.2%}, "
            f"false enforcement {figures.false_enforcement_rate:.2%}"
        )
    for one in compared:
        yield (
            f"{one.language}: {one.segments} segments, {one.with_mentions} with mentions; "
            f"{one.enforced} of {one.mentions} mentions enforced, {one.needs_work} need work, "
            f"{one.untouched} of {one.segments - one.with_mentions} others untouched"
        )
        for score in one.scores:
            sure = "" if score.p_value is None else f", p = {score.p_value:.3f}"
            yield f"  {score.system:<13} chrF++ {score.chrf:5.2f} ± {score.interval:.2f}{sure}"
        if one.signature:
            yield f"  {one.signature}"


def _wrong(result: CaseResult) -> Iterator[str]:
    yield f"wrong: {result.case.language}, {result.case.label}: {result.target}"
    accepted = dict(result.case.accepted)
    for slot in result.slots:
        if not slot.correct:
            right = " | ".join(accepted[slot.number])
            yield f"  {{{slot.number}}} is «{slot.text}», right: {right}"
        elif not slot.enforced:
            yield f"  {{{slot.number}}} «{slot.text}» does not stand there once and alone"
    for surface in result.unwanted:
        yield f"  «{surface}» is no mention"
