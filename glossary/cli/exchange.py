"""`audarma glossary import` and `export`: the termbase from and for other programs."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from glossary.cli.options import FOLDER, read_text
from glossary.errors import GlossaryError
from glossary.model import TargetLanguage, Termbase

_SUFFIXES = {".tbx": "tbx", ".xml": "tbx", ".csv": "csv", ".tsv": "csv", ".xlsx": "xlsx"}
_LARGEST = 64 * 1024 * 1024
_PAIRS = ("ru-en", "ru-kk")


@click.command("import", epilog="Example: audarma glossary import terms.tbx --glossary my-terms")
@click.argument("file", type=click.Path(path_type=Path))
@FOLDER
@click.option(
    "--format",
    "shape",
    type=click.Choice(["tbx", "csv", "xlsx", "omegat"]),
    default=None,
    help="Format of FILE; by its ending if not given.",
)
@click.option(
    "--pair", type=click.Choice(_PAIRS), default=None, help="Languages of an OmegaT file."
)
@click.option("--approved", is_flag=True, help="Keep the standing of the renderings in the file.")
@click.option("--overwrite", is_flag=True, help="Where the file differs, take what it says.")
@click.option("--dry-run", is_flag=True, help="Say what would change and write nothing.")
def import_terms(
    file: Path,
    folder: Path | None,
    shape: str | None,
    pair: str | None,
    approved: bool,
    overwrite: bool,
    dry_run: bool,
) -> None:
    """Take the terms of FILE (TBX, CSV, XLSX, OmegaT) into the termbase.

    A concept is matched by its id, else by its class and Russian name. New renderings wait for
    review as proposals. What differs from the termbase is printed, one line each, and left as it
    is; the exit code is then 1.
    """
    from glossary.merging import merge
    from glossary.store import default_terms, load_termbase, save_termbase

    folder = folder or default_terms()
    ours = load_termbase(folder)
    theirs = _read(file, shape or _shape(file), pair)
    merged = merge(ours, theirs, approved=approved, overwrite=overwrite)
    if (merged.added or merged.changed) and not dry_run:
        save_termbase(merged.termbase, folder)
    for line in merged.conflicts:
        click.echo(f"conflict: {line}")
    done = "would be added" if dry_run else "added"
    click.echo(
        f"{len(merged.added)} concepts {done}, {len(merged.changed)} changed, "
        f"{len(merged.conflicts)} conflicts"
    )
    if merged.conflicts:
        sys.exit(1)


def _shape(file: Path) -> str:
    shape = _SUFFIXES.get(file.suffix.lower())
    if shape is None:
        raise GlossaryError(f"{file}: no format has the ending «{file.suffix}»; give --format")
    return shape


def _read(file: Path, shape: str, pair: str | None) -> Termbase:
    if shape == "tbx":
        from glossary.formats.tbx import parse_tbx

        return parse_tbx(_bytes(file), str(file))
    if shape == "csv":
        from glossary.formats.table import parse_csv

        return parse_csv(read_text(file), str(file))
    if shape == "xlsx":
        from glossary.formats.table import parse_xlsx

        return parse_xlsx(_bytes(file), str(file))
    from glossary.formats.omegat import parse_omegat

    return parse_omegat(read_text(file), _target(pair), str(file))


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except OSError as error:
        raise GlossaryError(f"{file}: cannot be read ({error.strerror}); give a file") from error
    if len(data) > _LARGEST:
        raise GlossaryError(f"{file}: larger than {_LARGEST // 2**20} MiB; split it")
    return data


def _target(pair: str | None) -> TargetLanguage:
    if pair is None:
        raise GlossaryError("an OmegaT glossary has two languages; give --pair ru-en or ru-kk")
    return "en" if pair == "ru-en" else "kk"


@click.command(epilog="Example: audarma glossary export terms.tbx --format tbx --pair ru-en")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@FOLDER
@click.option(
    "--format",
    "shape",
    type=click.Choice(["tbx", "tbx2", "csv", "xlsx", "omegat"]),
    required=True,
    help="tbx is version 3 (TBX-Basic), tbx2 version 2.",
)
@click.option("--pair", type=click.Choice(_PAIRS), default=None, help="Only these two languages.")
@click.option("--approved-only", is_flag=True, help="Leave proposals out.")
def export(
    file: Path, folder: Path | None, shape: str, pair: str | None, approved_only: bool
) -> None:
    """Write the termbase to FILE (- for standard output) for other programs.

    TBX, CSV and XLSX hold everything the termbase does. An OmegaT glossary needs --pair and holds
    the renderings in force.
    """
    from glossary.store import load_termbase

    termbase = _restricted(load_termbase(folder), pair, approved_only)
    if not termbase.concepts:
        raise GlossaryError("no concept to export")
    data = _writers(pair)[shape](termbase)
    if str(file) == "-":
        sys.stdout.buffer.write(data)
    else:
        _write(file, data)
        click.echo(f"{file}: {len(termbase.concepts)} concepts", err=True)


def _restricted(termbase: Termbase, pair: str | None, approved_only: bool) -> Termbase:
    from dataclasses import replace

    from glossary.model import Status, Term

    def kept(term: Term | None, language: TargetLanguage) -> Term | None:
        other = pair is not None and _target(pair) != language
        waits = approved_only and term is not None and term.status is Status.PROPOSAL
        return None if other or waits else term

    found = tuple(
        replace(one, en=kept(one.en, "en"), kk=kept(one.kk, "kk")) for one in termbase.concepts
    )
    if approved_only:
        found = tuple(one for one in found if one.en or one.kk)
    return replace(termbase, concepts=found)


def _writers(pair: str | None) -> dict[str, Callable[[Termbase], bytes]]:
    from glossary.formats.omegat import serialize_omegat
    from glossary.formats.table import serialize_csv, serialize_xlsx
    from glossary.formats.tbx import serialize_tbx

    return {
        "tbx": serialize_tbx,
        "tbx2": lambda termbase: serialize_tbx(termbase, 2),
        # Excel reads UTF-8 only after a byte order mark.
        "csv": lambda termbase: serialize_csv(termbase).encode("utf-8-sig"),
        "xlsx": serialize_xlsx,
        "omegat": lambda termbase: serialize_omegat(termbase, _target(pair)).encode(),
    }


def _write(file: Path, data: bytes) -> None:
    """Write the file beside its target and rename it, so that a failure leaves the old one."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as opened:
                opened.write(data)
            beside.chmod(0o644)
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise GlossaryError(f"{file}: cannot be written ({error.strerror})") from error
