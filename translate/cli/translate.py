"""`audarma translate`: documents in, texts, memory and audit report out."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from glossary.model import TargetLanguage
from translate.arguments import parse_day, parse_languages
from translate.errors import AudarmaError, MissingInput, UsageError

if TYPE_CHECKING:
    from translate.model import Document
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
@click.option(
    "--date", "day", default=None, help="Day of the documents that name none: 2025-08-22."
)
@click.option(
    "--people/--no-people",
    default=True,
    show_default=True,
    help="Find people the termbase does not know and write their names by transliteration.",
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
    day: str | None,
    people: bool,
    resume: bool,
    shape: str,
) -> None:
    """Translate Russian documents, enforce the glossary, write a ru-en-kk memory.

    For STEM.txt the results are STEM.tmx, STEM.en.txt, STEM.kk.txt and STEM.report.json in the
    output folder. Exit code 0 when all went well, 1 when a file could not be translated, 2 for
    wrong use.
    """
    started = time.monotonic()
    request = _Request(
        parse_languages(targets), out, engine, glossary, parse_day(day), people, resume
    )
    if lines is not None:
        if files or len(request.languages) != 1:
            raise UsageError(
                "--lines translates one stream into one language",
                remedy="give no FILE, and --to en or --to kk",
            )
        _translate_lines(lines, request)
        return
    if not files:
        raise UsageError("no file to translate", remedy="name one, or use --lines -")
    counts, failed = _translate_files(files, request)
    seconds = time.monotonic() - started
    click.echo(json.dumps(counts) if shape == "json" else _summary(counts, out, seconds))
    if failed:
        sys.exit(1)


@dataclass(frozen=True, slots=True)
class _Request:
    """What was asked for."""

    languages: tuple[TargetLanguage, ...]
    out: Path
    engine: str
    glossary: Path | None
    day: str
    people: bool
    resume: bool

    def pipeline(self) -> Pipeline:
        from glossary.prepared import prepare
        from translate.engines.packages import choose_engine
        from translate.pipeline import build_pipeline

        engines = {language: choose_engine(language, self.engine) for language in self.languages}
        options = (
            ("to", ",".join(self.languages)),
            ("engine", self.engine),
            ("date", self.day),
            ("people", "yes" if self.people else "no"),
        )
        return build_pipeline(prepare(self.glossary), engines, options, people=self.people)


def _translate_files(files: tuple[Path, ...], request: _Request) -> tuple[dict[str, Any], bool]:
    """The totals of the documents translated, and whether a file could not be."""
    from translate.report import totals
    from translate.results_folder import results_are_complete, write_results

    _refuse_same_stem(files)
    documents, errors = _read_all(files, request.day)
    if not documents:
        sys.exit(2 if all(isinstance(error, MissingInput) for error in errors) else 1)
    pipeline = request.pipeline()
    done: list[TranslatedDocument] = []
    for path, document in documents:
        stem = path.stem
        if request.resume and results_are_complete(request.out, stem, document, pipeline.signature):
            click.echo(f"{path.name}: complete, skipped", err=True)
            continue
        steps = len(document.sentences) * len(request.languages)
        try:
            with _progress(path.name, steps) as progress:
                translated = pipeline.translate(document, progress)
        except KeyboardInterrupt:
            click.echo(f"\naudarma: stopped at {path.name}; go on with --resume", err=True)
            sys.exit(130)
        for diagnostic in write_results(request.out, stem, translated):
            click.echo(f"{path.name}: {diagnostic}", err=True)
        done.append(translated)
    return totals(done), bool(errors)


def _refuse_same_stem(files: tuple[Path, ...]) -> None:
    """Results are named after the file's stem; two of one name would overwrite each other."""
    seen: dict[str, Path] = {}
    for path in files:
        other = seen.setdefault(path.stem, path)
        if other is not path:
            raise UsageError(
                f"{other} and {path} would share their results",
                remedy="rename one, or translate them into different folders with --out",
            )


def _read_all(
    files: tuple[Path, ...], day: str
) -> tuple[list[tuple[Path, Document]], list[AudarmaError]]:
    """The documents that can be read; the errors of the others, each already told."""
    from translate.store import read_document

    documents: list[tuple[Path, Document]] = []
    errors: list[AudarmaError] = []
    for path in files:
        try:
            document = read_document(path)
        except AudarmaError as error:
            errors.append(error)
            click.echo(f"audarma: {error}", err=True)
        else:
            documents.append((path, replace(document, date=document.date or day)))
    return documents, errors


def _translate_lines(source: Path, request: _Request) -> None:
    from translate.store import read_lines

    for text in request.pipeline().translate_lines(read_lines(source), request.languages[0]):
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
    officials = counts["officials_to_check"]
    warning = f"; officials to check: {officials}" if officials else ""
    return (
        f"{counts['segments']} segments, {counts['mentions']} mentions{proposals}; "
        f"{counts['enforced']} of {counts['occurrences']} forms enforced; "
        f"{counts['needs_work']} segments need work{warning}; {seconds:.1f} s\n"
        f"Results are in {out}"
    )
