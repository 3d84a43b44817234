"""TBX of any version and style read into concepts, its XML dangers refused.

Elements are known by their local names, so that the default namespace of version 3, the module
namespaces of DCT style and the bare names of version 2 read alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from glossary.errors import TermbaseError
from glossary.formats.po_comments import parse_comments, read_term
from glossary.model import Concept, Language, Status, Term, TermClass, Variant

_XML = "{http://www.w3.org/XML/1998/namespace}"
_LANGUAGES: dict[str, Language] = {
    **dict.fromkeys(("ru", "rus"), "ru"),
    **dict.fromkeys(("en", "eng"), "en"),
    **dict.fromkeys(("kk", "kaz", "kz"), "kk"),
}
_DATA = frozenset({"admin", "descrip", "note", "termNote", "ref", "xref"})
_GROUPS = frozenset({"adminGrp", "descripGrp", "termNoteGrp", "termGrp"})
_KINDS = {
    "shortForm": "short",
    "abbreviation": "abbr",
    "acronym": "abbr",
    "initialism": "abbr",
    "fullForm": "full",
}
_REFUSED = frozenset({"deprecatedTerm", "supersededTerm", "deprecated", "forbidden", "obsolete"})
_ADMITTED = frozenset({"admittedTerm", "admitted", "regulatedTerm"})
_GENDERS = {"masculine": "m", "feminine": "f"}
_ENTITIES = tuple("<!ENTITY".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_REMEDY = "export it again as TBX"


@dataclass(frozen=True, slots=True)
class _Name:
    """One term section, taken apart."""

    text: str
    data: tuple[tuple[str, str], ...]

    def all(self, key: str) -> tuple[str, ...]:
        return tuple(value for name, value in self.data if name == key)

    def first(self, key: str) -> str:
        return next(iter(self.all(key)), "")

    @property
    def standing(self) -> str:
        return self.first("administrativeStatus").removesuffix("-admn-sts")


def read_root(data: bytes, name: str) -> Any:
    """The root element of a TBX file.

    Raises:
        TermbaseError: entity declarations, broken XML (with its line), or another kind of file.
    """
    if any(word in data for word in _ENTITIES):
        raise TermbaseError(f"declares XML entities, which no TBX needs; {_REMEDY}", path=name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = error.lineno or 0 if isinstance(error, etree.XMLSyntaxError) else 0
        reason = str(error).split(", line ")[0]
        raise TermbaseError(f"not well-formed XML: {reason}", path=name, line=line) from None
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise TermbaseError(f"declares XML entities, which no TBX needs; {_REMEDY}", path=name)
    if _local(root) not in ("tbx", "martif"):
        raise TermbaseError(f"XML, but not TBX (its root is <{_local(root)}>)", path=name)
    return root


def read_entries(root: Any, name: str) -> Iterator[Concept]:
    """The concepts under a root, in file order. Raises `TermbaseError` with the line."""
    for element in root.iter():
        if isinstance(element.tag, str) and _local(element) in ("conceptEntry", "termEntry"):
            try:
                yield _concept(element)
            except TermbaseError as error:
                line = int(element.sourceline or 0)
                raise TermbaseError(error.message, path=name, line=line) from error


def _concept(entry: Any) -> Concept:
    data = tuple(_data(entry))
    own = {key: tuple(v for k, v in data if k == key) for key, _ in data}
    field = next(iter(own.get("subjectField", ())), "").strip()
    known = field in tuple(TermClass)
    terms: dict[Language, Term | None] = {
        language: _term(language, tuple(_names(entry, language)), own.get(f"x-{language}", ()))
        for language in ("ru", "en", "kk")
    }
    source = terms["ru"]
    if source is None or not source.text:
        raise TermbaseError("a concept without a Russian term; add one")
    remarks = [*own.get("note", ()), *own.get("definition", ())]
    if field and not known:
        remarks.append(f"subject field: {field}")
    if remarks:
        note = "\n".join([source.note, *remarks] if source.note else remarks)
        source = replace(source, note=note)
    return Concept(
        id=next(iter(own.get("x-id", ())), entry.get("id") or entry.get(f"{_XML}id") or ""),
        term_class=TermClass(field) if known else TermClass.TERM,
        source=source,
        en=terms["en"],
        kk=terms["kk"],
        relations=tuple(_pair(line, " ") for line in own.get("x-relation", ())),
    )


def _term(language: Language, names: tuple[_Name, ...], lines: tuple[str, ...]) -> Term | None:
    carried = read_term(language, "", parse_comments(lines), False)
    allowed = [one for one in names if one.standing not in _REFUSED]
    refused = tuple(one.text for one in names if one.standing in _REFUSED)
    if not allowed:
        if not lines and not refused:
            return None
        return replace(carried, forbidden=(*carried.forbidden, *refused))
    preferred = [one for one in allowed if one.standing.startswith("preferred")]
    main = (preferred or allowed)[0]
    notes = [text.removeprefix("x-note: ") for text in (*main.all("note"), *main.all("x-note"))]
    gender = _GENDERS.get(main.first("grammaticalGender"))
    hints = tuple(_pair(hint, "=") for hint in main.all("x-grammar"))
    return Term(
        language=language,
        text=main.text,
        status=_status(main),
        variants=tuple(Variant(one.text, _kind(one)) for one in allowed if one is not main),
        forbidden=(*carried.forbidden, *refused),
        grammar=hints or ((("gender", gender),) if gender and language == "ru" else ()),
        forms=tuple(_pair(form, "=") for form in main.all("x-forms")),
        sources=main.all("source"),
        note="\n".join(notes),
    )


def _status(name: _Name) -> Status:
    written = name.first("x-status")
    if written:
        if written not in tuple(Status):
            raise TermbaseError(f"x-status '{written}' must be one of {', '.join(Status)}")
        return Status(written)
    return Status.PROPOSAL if name.standing in _ADMITTED else Status.APPROVED


def _kind(name: _Name) -> str:
    return name.first("x-kind") or _KINDS.get(name.first("termType"), "")


def _names(entry: Any, language: Language) -> Iterator[_Name]:
    for section in entry:
        if _local(section) not in ("langSec", "langSet"):
            continue
        code = re.split("[-_]", (section.get(f"{_XML}lang") or "").lower())[0]
        if _LANGUAGES.get(code) != language:
            continue
        for holder in section:
            if _local(holder) not in ("termSec", "tig", "ntig"):
                continue
            term = next((e for e in holder.iter() if _local(e) == "term"), None)
            text = "" if term is None else "".join(term.itertext())
            if text.strip():
                yield _Name(text.strip(), tuple(_data(holder)))


def _data(holder: Any) -> Iterator[tuple[str, str]]:
    """Data categories of an element and its groups by name; an `x-` note by its own key."""
    for element in _flat(holder):
        local = _local(element)
        text = "".join(element.itertext()).strip()
        key = element.get("type", local) if local in _DATA and local != "note" else local
        if local == "note":
            found = re.match(r"(x-[a-z]+): ", text)
            if found:
                key, text = found[1], text[found.end() :]
        if text:
            yield key, text


def _flat(holder: Iterable[Any]) -> Iterator[Any]:
    for element in holder:
        local = _local(element)
        if local in _GROUPS:
            yield from _flat(element)
        elif local not in ("langSec", "langSet", "termSec", "tig", "ntig", "term"):
            yield element


def _pair(line: str, mark: str) -> tuple[str, str]:
    left, _, right = line.partition(mark)
    if not left.strip() or not right.strip():
        raise TermbaseError(f"'{line}' must hold a name and a value")
    return left.strip(), right.strip()


def _local(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
