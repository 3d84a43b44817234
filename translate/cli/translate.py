"""`audarma translate`: documents in, texts, memory and audit report out."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from glossary.model import TargetLanguage
from translate.errors import AudarmaError, MissingInput, UsageError
from translate.languages import parse_languages

if TYPE_CHECKING:
    from translate.pipeline import Pipeline, Progress
    from translate.results import TranslatedDocument


@click.command(epilog="Example: audarma translate release.txt --to en,kk --out out")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--to", "targets", default="en,kk", show_default=True, help="Target languages.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("out"),
    show_default=True,
    help="Folder for the results.",
)
@click.option(
    "--engine",
    default="auto",
    show_default=True,
    help="auto, embedded, a package's name, or a path to a package.",
)
@click.option(
    "--glossary",
    type=click.Path(path_type=Path),
    default=None,
    help="Folder of the termbase; the shipped one if not given.",
)
@click.option(
    "--lines",
    type=click.Path(path_type=Path, allow_dash=True),
    default=None,
    help="Translate one segment a line from this file (- for stdin) to stdout.",
)
@click.option("--resume", is_flag=True, help="Skip documents whose results are already complete.")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Shape of the summary.",
)
def translate(
    files: tuple[Path, ...],
    targets: str,
    out: Path,
    engine: str,
    glossary: Path | None,
    lines: Path | None,
    resume: bool,
    shape: str,
) -> None:
    """Translate Russian documents, enforce the glossary, write a ru-en-kk memory.

    For STEM.txt the results are STEM.tmx, STEM.en.txt, STEM.kk.txt and STEM.report.json in the
    output folder. Exit code 0 when all went well, 1 when a file could not be translated, 2 for
    wrong use.
    """
    started = time.monotonic()
    languages = parse_languages(targets)
    if lines is not None:
        if files or len(languages) != 1:
            raise UsageError(
                "--lines translates one stream into one language",
                remedy="give no FILE, and --to en or --to kk",
            )
        _translate_lines(lines, languages, engine, glossary)
        return
    if not files:
        raise UsageError("no file to translate", remedy="name one, or use --lines -")
    _translate_files(files, languages, out, engine, glossary, resume, shape, started)


def _pipeline(
    languages: tuple[TargetLanguage, ...], engine: str, glossary: Path | None
) -> Pipeline:
    from glossary.store import load_termbase
    from translate.engines.packages import choose_engine
    from translate.pipeline import build_pipeline

    engines = {language: choose_engine(language, engine) for language in languages}
    options = (("to", ",".join(languages)), ("engine", engine))
    return build_pipeline(load_termbase(glossary), engines, options)


def _translate_files(
    files: tuple[Path, ...],
    languages: tuple[TargetLanguage, ...],
    out: Path,
    engine: str,
    glossary: Path | None,
    resume: bool,
    shape: str,
    started: float,
) -> None:
    from translate.report import totals
    from translate.results_folder import results_are_complete, write_results
    from translate.store import read_document

    documents, failed = [], []
    for path in files:
        try:
            documents.append((path, read_document(path)))
        except AudarmaError as error:
            failed.append(error)
            click.echo(f"audarma: {error}", err=True)
    if not documents:
        sys.exit(2 if all(isinstance(e, MissingInput) for e in failed) else 1)
    pipeline = _pipeline(languages, engine, glossary)
    done: list[TranslatedDocument] = []
    for path, document in documents:
        if resume and results_are_complete(out, path.stem, document, pipeline.signature):
            click.echo(f"{path.name}: complete, skipped", err=True)
            continue
        with _progress(path.name, len(document.sentences) * len(languages)) as progress:
            translated = pipeline.translate(document, progress)
        for diagnostic in write_results(out, path.stem, translated):
            click.echo(f"{path.name}: {diagnostic}", err=True)
        done.append(translated)
    counts = totals(done)
    seconds = time.monotonic() - started
    click.echo(json.dumps(counts) if shape == "json" else _summary(counts, out, seconds))
    if failed:
        sys.exit(1)


def _translate_lines(
    source: Path, languages: tuple[TargetLanguage, ...], engine: str, glossary: Path | None
) -> None:
    from translate.store import read_lines

    pipeline = _pipeline(languages, engine, glossary)
    for text in pipeline.translate_lines(read_lines(source), languages[0]):
        click.echo(text)


@contextmanager
def _progress(label: str, length: int) -> Iterator[Progress]:
    """A bar on stderr when stderr is a terminal; else nothing is shown."""
    if not sys.stderr.isatty():
        yield lambda count: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield bar.update


def _summary(counts: dict[str, Any], out: Path, seconds: float) -> str:
    proposals = f", {counts['proposals']} from entries to review" if counts["proposals"] else ""
    return (
        f"{counts['segments']} segments, {counts['mentions']} mentions{proposals}; "
        f"{counts['enforced']} of {counts['occurrences']} forms enforced; "
        f"{counts['needs_work']} segments need work; {seconds:.1f} s\n"
        f"Results are in {out}"
    )
