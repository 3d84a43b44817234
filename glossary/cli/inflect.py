"""`audarma glossary inflect`: Kazakh forms."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from glossary.cli.options import FORMAT, read_text
from glossary.errors import GlossaryError
from glossary.model import KazakhCase, Number

_CASES = click.Choice([case.value for case in KazakhCase])


@click.command(epilog='Example: audarma glossary inflect --case dat "Энергетика министрлігі"')
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
@FORMAT
def inflect(
    text: str | None,
    lang: str,
    case: str,
    number: str,
    possessive: int,
    batch: Path | None,
    shape: str,
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
        click.echo(_shown(text, case, made.accepted, shape))
        return
    assert batch is not None
    for line, accepted in _batch(batch):
        if shape == "json":
            written, asked = line.split("\t")[:2]
            click.echo(_shown(written, asked, accepted, shape))
        else:
            click.echo("\t".join([line, "|".join(accepted)]))


def _batch(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lines of a batch, each with its accepted forms."""
    from glossary.kazakh import inflect as inflect_kazakh

    cases = [case.value for case in KazakhCase]
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if not line.strip():
            continue
        columns = line.split("\t")
        if len(columns) < 2 or columns[1] not in cases:
            raise GlossaryError(f"{path}:{number}: not text<TAB>case; cases are {' '.join(cases)}")
        izafet = True if columns[2:3] == ["possessive"] else None
        yield line, inflect_kazakh(columns[0], KazakhCase(columns[1]), izafet=izafet).accepted


def _shown(text: str, case: str, accepted: tuple[str, ...], shape: str) -> str:
    if shape == "json":
        made = {"text": text, "case": case, "accepted": list(accepted)}
        return json.dumps(made, ensure_ascii=False)
    return "|".join(accepted)
