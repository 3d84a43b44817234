"""The termbase as TBX: version 3 (ISO 30042:2019, TBX-Basic in DCA style) and version 2 (martif).

What TBX-Basic has no data category for travels in notes that begin with `x-`: a note is valid
everywhere and every tool keeps it. Forbidden renderings stand at the concept, never in the language
section, where OmegaT would offer them as targets. The preferred term comes first in each language,
because some readers look no further.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

from lxml import etree

from glossary.errors import TermbaseError
from glossary.formats.cells import LANGUAGES
from glossary.formats.po_comments import write_term
from glossary.formats.tbx_reading import read_entries, read_root
from glossary.model import Concept, Language, Status, Term, Termbase

Version = Literal[2, 3]
_XML = "{http://www.w3.org/XML/1998/namespace}lang"
_SPACE = "urn:iso:std:iso:30042:ed-2"
_NAMES: dict[Version, tuple[str, str, str, str, str]] = {
    3: ("tbx", "tbxHeader", "conceptEntry", "langSec", "termSec"),
    2: ("martif", "martifHeader", "termEntry", "langSet", "tig"),
}
_ADMINISTRATIVE = "administrativeStatus"
_TERM_TYPES = {"short": "shortForm", "abbr": "abbreviation", "full": "fullForm"}
"""Kinds of variants that TBX-Basic has a word for."""
_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_OUTSIDE_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def parse_tbx(data: bytes, name: str = "") -> Termbase:
    """The termbase of a TBX file of either version and style; other languages are left out.

    Raises:
        TermbaseError: not well-formed, no TBX, declaring entities, or a concept without a Russian
            term, with the line.
    """
    return Termbase(tuple(read_entries(read_root(data, name), name)))


def serialize_tbx(termbase: Termbase, version: Version = 3) -> bytes:
    """UTF-8 TBX of the termbase; equal termbases give equal bytes.

    Raises:
        TermbaseError: a text with a character that XML cannot carry.
    """
    root_name, header_name, *_ = _NAMES[version]
    space: dict[Any, str] = {None: _SPACE} if version == 3 else {}
    root = etree.Element(f"{{{_SPACE}}}{root_name}" if space else root_name, nsmap=space)
    if version == 3:
        root.set("style", "dca")
    root.set("type", "TBX-Basic")
    root.set(_XML, "ru")
    description = _child(_child(root, header_name), "fileDesc")
    _child(_child(description, "titleStmt"), "title", "Glossary")
    _child(_child(description, "sourceDesc"), "p", "Termbase of audarma")
    body = _child(_child(root, "text"), "body")
    taken = {concept.id for concept in termbase.concepts}
    for number, concept in enumerate(termbase.concepts, 1):
        try:
            _write_concept(body, concept, version, _xml_id(concept.id, number, taken))
        except TermbaseError as error:
            raise TermbaseError(f"{concept.id}: {error.message}") from error
    etree.indent(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _xml_id(identifier: str, number: int, taken: set[str]) -> str:
    if _ID.fullmatch(identifier):
        return identifier
    made = f"c{number}"
    while made in taken:
        made = f"c{made}"
    return made


def _write_concept(body: Any, concept: Concept, version: Version, xml_id: str) -> None:
    _, _, entry_name, section_name, term_name = _NAMES[version]
    entry = _child(body, entry_name)
    entry.set("id", xml_id)
    _child(entry, "descrip", concept.term_class.value, "subjectField")
    if xml_id != concept.id:
        _child(entry, "note", f"x-id: {concept.id}")
    for kind, to in concept.relations:
        _child(entry, "note", f"x-relation: {kind} {to}")
    terms = {"ru": concept.source, "en": concept.en, "kk": concept.kk}
    for language in LANGUAGES:
        term = terms[language]
        for line in _outside_the_section(term):
            _child(entry, "note", f"x-{language}: {line}")
    for language in LANGUAGES:
        term = terms[language]
        if term is not None and term.text:
            section = _child(entry, section_name)
            section.set(_XML, language)
            _write_term(section, term_name, language, term)


def _outside_the_section(term: Term | None) -> Iterator[str]:
    """Lines of a term that its language section must not show; all of them where it has no text."""
    if term is None:
        return
    if term.text:
        yield from (f"forbidden: {text}" for text in term.forbidden)
    else:
        yield from write_term(term)


def _write_term(section: Any, term_name: str, language: Language, term: Term) -> None:
    main = _child(section, term_name)
    _child(main, "term", term.text)
    _child(main, "termNote", "noun", "partOfSpeech")
    sure = term.status is not Status.PROPOSAL
    _child(main, "termNote", _preferred() if sure else _admitted(), _ADMINISTRATIVE)
    for source in term.sources:
        _child(main, "admin", source, "source")
    if term.status is not Status.APPROVED:
        _child(main, "note", f"x-status: {term.status}")
    for key, pairs in (("grammar", term.grammar), ("forms", term.forms)):
        for label, value in pairs:
            _child(main, "note", f"x-{key}: {label}={value}")
    if term.note:
        _child(main, "note", f"x-note: {term.note}" if term.note.startswith("x-") else term.note)
    for variant in term.variants:
        other = _child(section, term_name)
        _child(other, "term", variant.text)
        _child(other, "termNote", _TERM_TYPES.get(variant.kind, "variant"), "termType")
        _child(other, "termNote", _admitted(), _ADMINISTRATIVE)
        if variant.kind and variant.kind not in _TERM_TYPES:
            _child(other, "note", f"x-kind: {variant.kind}")


def _preferred() -> str:
    return "preferredTerm-admn-sts"


def _admitted() -> str:
    return "admittedTerm-admn-sts"


def _child(parent: Any, name: str, text: str = "", kind: str = "") -> Any:
    bad = _OUTSIDE_XML.search(text)
    if bad:
        raise TermbaseError(f"XML cannot carry the character U+{ord(bad[0]):04X}; remove it")
    space = etree.QName(parent).namespace
    made = etree.SubElement(parent, f"{{{space}}}{name}" if space else name)
    if kind:
        made.set("type", kind)
    if text:
        made.text = text
    return made
