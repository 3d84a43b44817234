"""`audarma glossary review`: deciding on proposals one by one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from glossary.cli.options import FOLDER
from glossary.model import Concept, TargetLanguage

_KEYS = "a accept, e edit, r reject, s skip, w why, q quit"


@click.command(epilog="Example: audarma glossary review --glossary my-terms")
@FOLDER
def review(folder: Path | None) -> None:
    """Go through the proposals of the termbase: accept, edit, reject or skip each.

    Every decision is saved at once; the next run goes on where this one stopped.
    """
    from glossary.editing import proposals
    from glossary.store import default_terms, load_termbase

    folder = folder or default_terms()
    waiting = proposals(load_termbase(folder))
    decided = 0
    for number, (concept, language) in enumerate(waiting, 1):
        click.echo(f"\n{number} of {len(waiting)}")
        click.echo(_shown(concept, language))
        answer = _ask(concept, language, folder)
        if answer == "q":
            break
        decided += answer != "s"
    left = len(proposals(load_termbase(folder)))
    click.echo(f"\n{decided} decided, {left} waiting")


def _shown(concept: Concept, language: TargetLanguage) -> str:
    term = concept.target(language)
    other = concept.target("en" if language == "kk" else "kk")
    lines = [
        f"  {concept.id} ({concept.term_class})",
        f"  ru  {concept.source.text}",
        f"  {language}  {term.text if term and term.text else '(empty)'}   <- proposal",
    ]
    if other and other.text:
        lines.append(f"  {other.language}  {other.text}")
    return "\n".join(lines)


def _ask(concept: Concept, language: TargetLanguage, folder: Path) -> str:
    """The key that ended this proposal, its decision already saved."""
    from glossary.editing import accept, reject

    term = concept.target(language)
    while True:
        key = click.prompt(f"  [{_KEYS}]", default="s", show_default=False).strip().lower()[:1]
        if key == "w":
            click.echo(_why(concept, language))
        elif key == "a" and term and term.text:
            _save(folder, concept.id, lambda now: accept(now, language))
            return key
        elif key == "e":
            text = click.prompt("  new text", default=term.text if term else "")
            _save(folder, concept.id, lambda now: accept(now, language, text.strip()))
            return key
        elif key == "r":
            reason = click.prompt("  reason", default="", show_default=False)
            _save(folder, concept.id, lambda now: reject(now, language, reason.strip()))
            return key
        elif key in ("s", "q"):
            return key
        else:
            click.echo(f"  {_KEYS}")


def _why(concept: Concept, language: TargetLanguage) -> str:
    term = concept.target(language)
    lines = [
        f"  source  {source}"
        for source in (*concept.source.sources, *(term.sources if term else ()))
    ]
    notes = [concept.source.note, term.note if term else ""]
    lines += [f"  note    {note}" for note in notes if note]
    return "\n".join(lines) or "  no source and no note"


def _save(folder: Path, identifier: str, decide: Callable[[Concept], Concept]) -> None:
    """Decide on the concept as it is on disk now: others may have changed it meanwhile."""
    from glossary.editing import concept_by_id, replace_concept
    from glossary.store import load_termbase, save_termbase

    current = load_termbase(folder)
    decided = decide(concept_by_id(current, identifier))
    save_termbase(replace_concept(current, decided), folder)
