"""A concept as a record of plain cells, one string a field: what tables of any kind hold.

A cell with several items holds one on each line. A variant is written `[short] Токаев`, a hint
`gender=m`, a relation `holds tit_president cty_kz 2019-03-20..`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from glossary.errors import TermbaseError
from glossary.formats.po_entries import check_text
from glossary.model import Concept, Language, Status, Term, TermClass, Variant

LANGUAGES: tuple[Language, ...] = ("ru", "en", "kk")
_FIELDS = ("status", "variants", "forbidden", "grammar", "forms", "sources", "note")
COLUMNS: tuple[str, ...] = (
    "id",
    "class",
    *LANGUAGES,
    "relations",
    *(f"{language}_{field}" for language in LANGUAGES for field in _FIELDS),
)
"""Names of the cells, in the order a table shows them."""

_KIND = re.compile(r"\[([^\]\s]*)\] (.*)")
_BRACKET = re.compile(r"\[[^\]\s]*\] ")


def write_cells(concept: Concept) -> dict[str, str]:
    """Every cell of the concept by its name in `COLUMNS`; a cell with nothing to say is empty.

    Raises:
        TermbaseError: a text that would not come back (line breaks or spaces around it).
    """
    cells = {
        "id": check_text(concept.id) if concept.id else "",
        "class": concept.term_class.value,
        "relations": _lines(f"{_word(kind)} {check_text(to)}" for kind, to in concept.relations),
    }
    terms = {"ru": concept.source, "en": concept.en, "kk": concept.kk}
    for language in LANGUAGES:
        cells |= dict(_term_cells(language, terms[language]))
    return cells


def read_cells(cells: Mapping[str, str]) -> Concept:
    """The concept that a record describes; missing cells count as empty, a missing class as term.

    A rendering without a status is approved, one without a text is a proposal; a language with no
    cell filled has no term.

    Raises:
        TermbaseError: no Russian name, an unknown class or status, a hint that is not `name=value`.
    """
    name = cells.get("class", "").strip().lower() or TermClass.TERM.value
    if name not in tuple(TermClass):
        raise TermbaseError(f"class '{name}' must be one of {', '.join(TermClass)}")
    source = _term("ru", cells)
    if source is None or not source.text:
        raise TermbaseError("no Russian name; fill the column ru")
    return Concept(
        id=cells.get("id", "").strip(),
        term_class=TermClass(name),
        source=source,
        en=_term("en", cells),
        kk=_term("kk", cells),
        relations=tuple(_relation(line) for line in _items(cells.get("relations", ""))),
    )


def _term_cells(language: Language, term: Term | None) -> Iterator[tuple[str, str]]:
    if term is None:
        return
    yield language, check_text(term.text) if term.text else ""
    yield f"{language}_status", term.status.value
    yield f"{language}_variants", _lines(_variant(variant) for variant in term.variants)
    yield f"{language}_forbidden", _lines(check_text(text) for text in term.forbidden)
    yield f"{language}_grammar", _lines(_pair(hint) for hint in term.grammar)
    yield f"{language}_forms", _lines(_pair(form) for form in term.forms)
    yield f"{language}_sources", _lines(check_text(source) for source in term.sources)
    yield f"{language}_note", _lines(check_text(line) for line in term.note.split("\n") if line)


def _term(language: Language, cells: Mapping[str, str]) -> Term | None:
    def items(field: str) -> tuple[str, ...]:
        return _items(cells.get(f"{language}_{field}", ""))

    text = " ".join(_items(cells.get(language, "")))
    # A status alone is what a spreadsheet fills down a column; it makes no term.
    if not text and not any(items(field) for field in _FIELDS if field != "status"):
        return None
    return Term(
        language=language,
        text=text,
        status=_status(text, cells.get(f"{language}_status", "")),
        variants=tuple(_read_variant(line) for line in items("variants")),
        forbidden=items("forbidden"),
        grammar=tuple(_read_pair(line) for line in items("grammar")),
        forms=tuple(_read_pair(line) for line in items("forms")),
        sources=items("sources"),
        note="\n".join(items("note")),
    )


def _status(text: str, cell: str) -> Status:
    name = cell.strip().lower()
    if name and name not in tuple(Status):
        raise TermbaseError(f"status '{name}' must be one of {', '.join(Status)}")
    if not text:
        return Status.PROPOSAL
    return Status(name) if name else Status.APPROVED


def _lines(items: Iterable[str]) -> str:
    return "\n".join(items)


def _items(cell: str) -> tuple[str, ...]:
    lines = cell.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(line.strip() for line in lines if line.strip())


def _variant(variant: Variant) -> str:
    text = check_text(variant.text)
    if variant.kind and re.search(r"[\]\s]", variant.kind):
        raise TermbaseError(f"'{variant.kind}' is no kind of variant")
    return f"[{variant.kind}] {text}" if variant.kind or _BRACKET.match(text) else text


def _read_variant(line: str) -> Variant:
    found = _KIND.fullmatch(line)
    return Variant(found[2].strip(), found[1]) if found else Variant(line)


def _pair(hint: tuple[str, str]) -> str:
    name, value = hint
    if not name or "=" in name:
        raise TermbaseError(f"'{name}' cannot name a hint")
    return f"{check_text(name)}={check_text(value)}"


def _read_pair(line: str) -> tuple[str, str]:
    name, equals, value = (part.strip() for part in line.partition("="))
    if not (name and equals and value):
        raise TermbaseError(f"'{line}' must read name=value")
    return name, value


def _word(kind: str) -> str:
    if not kind or " " in kind:
        raise TermbaseError(f"'{kind}' cannot name a relation")
    return check_text(kind)


def _relation(line: str) -> tuple[str, str]:
    kind, _, to = line.partition(" ")
    if not to.strip():
        raise TermbaseError(f"relation '{line}' must name a kind of link and what it links to")
    return kind, to.strip()
