"""`audarma glossary inflect`: Kazakh forms."""

from __future__ import annotations

from pathlib import Path

import click

from glossary.cli.options import read_text
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
    for number_of_line, line in enumerate(read_text(batch).splitlines(), 1):
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
