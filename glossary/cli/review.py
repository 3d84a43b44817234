"""`audarma glossary review`: deciding on proposals one by one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from glossary.cli.options import FOLDER
from glossary.model import Concept, TargetLanguage

Decision = Callable[[Concept], Concept]


def _stop(concept: Concept) -> Concept:
    """Stands for the wish to stop: changes nothing."""
    return concept


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
        decide = _ask(concept, language)
        if decide is _stop:
            break
        if decide is not None:
            _save(folder, concept.id, decide)
            decided += 1
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


def _ask(concept: Concept, language: TargetLanguage) -> Decision | None:
    """What to do with the proposal: a decision, None to skip it, `_stop` to stop."""
    from glossary.editing import accept, reject

    term = concept.target(language)
    while True:
        key = click.prompt(f"  [{_KEYS}]", default="s", show_default=False).strip().lower()[:1]
        if key == "w":
            click.echo(_why(concept, language))
        elif key == "a" and term and term.text:
            return partial(accept, language=language)
        elif key == "e":
            text = click.prompt("  new text", default=term.text if term else "")
            return partial(accept, language=language, text=text.strip())
        elif key == "r":
            reason = click.prompt("  reason", default="", show_default=False)
            return partial(reject, language=language, reason=reason.strip())
        elif key in ("s", "q"):
            return _stop if key == "q" else None
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


def _save(folder: Path, identifier: str, decide: Decision) -> None:
    """Decide on the concept as it is on disk now: others may have changed it meanwhile."""
    from glossary.editing import concept_by_id, replace_concept
    from glossary.store import load_termbase, save_termbase

    current = load_termbase(folder)
    decided = decide(concept_by_id(current, identifier))
    save_termbase(replace_concept(current, decided), folder)
