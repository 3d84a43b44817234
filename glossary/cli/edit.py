"""`audarma glossary add`, `edit` and `remove`: changing the termbase from the command line."""

from __future__ import annotations

from pathlib import Path

import click

from glossary.cli.options import FOLDER, FORMAT, told
from glossary.errors import GlossaryError
from glossary.model import Status, Term, TermClass, Variant

_CLASS = click.Choice([term_class.value for term_class in TermClass])


@click.command(
    epilog='Example: audarma glossary add --class place --ru "Каскелен" --en "Kaskelen" '
    '--kk "Қаскелең" --source https://example.org'
)
@click.option("--class", "term_class", type=_CLASS, required=True, help="What the concept is.")
@click.option("--ru", required=True, help="Russian citation form.")
@click.option("--en", default="", help="English rendering.")
@click.option("--kk", default="", help="Kazakh rendering.")
@click.option("--id", "identifier", default="", help="Id; made from the name if not given.")
@click.option(
    "--variant",
    "variants",
    multiple=True,
    metavar="LANG[KIND]=TEXT",
    help="Another name, for example ru[abbr]=НБРК; may be repeated.",
)
@click.option("--source", "sources", multiple=True, help="Where the names are attested.")
@click.option("--proposal", is_flag=True, help="Keep the renderings waiting for approval.")
@FOLDER
@FORMAT
def add(
    term_class: str,
    ru: str,
    en: str,
    kk: str,
    identifier: str,
    variants: tuple[str, ...],
    sources: tuple[str, ...],
    proposal: bool,
    folder: Path | None,
    shape: str,
) -> None:
    """Add a concept to the termbase and print its id."""
    from glossary.editing import add_concept, fresh_id
    from glossary.model import Concept
    from glossary.store import default_terms, load_termbase, save_termbase

    folder = folder or default_terms()
    termbase = load_termbase(folder)
    named = _variants(variants)
    status = Status.PROPOSAL if proposal else Status.APPROVED
    kind = TermClass(term_class)
    concept = Concept(
        id=identifier or fresh_id(termbase, kind, en, ru),
        term_class=kind,
        source=Term("ru", ru, variants=named["ru"], sources=sources),
        en=Term("en", en, status, named["en"]) if en else None,
        kk=Term("kk", kk, status, named["kk"]) if kk else None,
    )
    save_termbase(add_concept(termbase, concept), folder)
    click.echo(told(shape, concept.id, added=concept.id))


def _variants(written: tuple[str, ...]) -> dict[str, tuple[Variant, ...]]:
    found: dict[str, tuple[Variant, ...]] = {"ru": (), "en": (), "kk": ()}
    for one in written:
        place, equals, text = one.partition("=")
        language, _, rest = place.partition("[")
        if not equals or not text.strip() or language not in found:
            raise GlossaryError(f"«{one}» is no variant; write for example ru[abbr]=НБРК")
        found[language] = (*found[language], Variant(text.strip(), rest.removesuffix("]")))
    return found


@click.command(epilog='Example: audarma glossary edit plc_semey --en "Semei" --status approved')
@click.argument("concept")
@click.option("--ru", default=None, help="Another Russian citation form.")
@click.option("--en", default=None, help="Another English rendering.")
@click.option("--kk", default=None, help="Another Kazakh rendering.")
@click.option(
    "--status",
    type=click.Choice([Status.APPROVED.value, Status.PROPOSAL.value]),
    default=Status.APPROVED.value,
    show_default=True,
    help="Standing of the renderings given.",
)
@FOLDER
@FORMAT
def edit(
    concept: str,
    ru: str | None,
    en: str | None,
    kk: str | None,
    status: str,
    folder: Path | None,
    shape: str,
) -> None:
    """Change names of a concept; its variants, hints and sources stay."""
    from glossary.editing import concept_by_id, replace_concept, with_text
    from glossary.store import default_terms, load_termbase, save_termbase

    if ru is None and en is None and kk is None:
        raise GlossaryError("nothing to change; give --ru, --en or --kk")
    folder = folder or default_terms()
    termbase = load_termbase(folder)
    one = concept_by_id(termbase, concept)
    if ru is not None:
        one = with_text(one, "ru", ru)
    if en is not None:
        one = with_text(one, "en", en, Status(status))
    if kk is not None:
        one = with_text(one, "kk", kk, Status(status))
    save_termbase(replace_concept(termbase, one), folder)
    click.echo(told(shape, f"changed {concept}", changed=concept))


@click.command(epilog="Example: audarma glossary remove plc_semey")
@click.argument("concept")
@FOLDER
@FORMAT
def remove(concept: str, folder: Path | None, shape: str) -> None:
    """Take a concept out of the termbase."""
    from glossary.editing import remove_concept
    from glossary.store import default_terms, load_termbase, save_termbase

    folder = folder or default_terms()
    save_termbase(remove_concept(load_termbase(folder), concept), folder)
    click.echo(told(shape, f"removed {concept}", removed=concept))
