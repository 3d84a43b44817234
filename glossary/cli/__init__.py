"""`audarma glossary`: find, look up, inflect, check and change terms."""

from __future__ import annotations

import click

from glossary.cli.check import check, officials, stats
from glossary.cli.edit import add, edit, remove
from glossary.cli.exchange import export, import_terms
from glossary.cli.find import find
from glossary.cli.inflect import inflect
from glossary.cli.lookup import lookup, show
from glossary.cli.review import review
from glossary.cli.suggest import suggest


@click.group()
def glossary() -> None:
    """Find, look up, inflect, check and change terms.

    \b
    Example:
      audarma glossary lookup "министр энергетики"
    """


for command in (
    find,
    lookup,
    show,
    inflect,
    add,
    edit,
    remove,
    review,
    suggest,
    import_terms,
    export,
    check,
    officials,
    stats,
):
    glossary.add_command(command)
