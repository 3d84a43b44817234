"""TMX 1.4b: translation units out to a memory that CAT tools take, and back in.

Written by hand and not with an XML library, so that a million units need no more memory than
one. No DOCTYPE is written: no reader needs it, and hardened ones (.NET, defusedxml) refuse files
that have it. Rules: TMX 1.4b specification, and the readers' habits listed with each function.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from glossary.diagnostics import Diagnostic, Severity
from translate import __version__
from translate.errors import InputError, UnreadableInput, UnsupportedFormat
from translate.model import TranslationUnit

LANGUAGES = ("en", "kk")
"""Targets a unit of the trilingual memory must have, in the order of writing."""

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_THREE_LETTERS = {"rus": "ru", "eng": "en", "kaz": "kk"}
_INLINE_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
_REMEDY = "export it again from the tool that made it"


@dataclass(frozen=True, slots=True)
class TmxHeader:
    """What the head of a memory says besides the fixed attributes."""

    tool_version: str = __version__
    date: str = ""
    """ISO date of the memory (never the clock: the same units give the same bytes), or empty."""
    targets: tuple[str, ...] = LANGUAGES
    """Languages a unit must have to be written: both, or one for a bilingual memory."""


@dataclass(frozen=True, slots=True)
class TmxStream:
    """A memory on its way out: its bytes in pieces, and what had to be said about them."""

    chunks: Iterator[bytes]
    diagnostics: list[Diagnostic] = field(default_factory=list)
    """Grows while `chunks` is consumed: `T101` characters removed, `T102` unit left out."""


def serialize_tmx(units: Iterable[TranslationUnit], header: TmxHeader | None = None) -> TmxStream:
    """The units as a TMX 1.4b file in UTF-8, one piece a unit.

    A unit without text in its source or one of the header's targets is left out, and characters
    XML 1.0 forbids are removed; both are reported. Raises `ValueError` for a property whose type
    does not begin with `x-` (Trados ignores it).
    """
    found: list[Diagnostic] = []
    return TmxStream(_chunks(units, header or TmxHeader(), found), found)


def _chunks(
    units: Iterable[TranslationUnit], header: TmxHeader, found: list[Diagnostic]
) -> Iterator[bytes]:
    date = f' creationdate="{header.date.replace("-", "")}T000000Z"' if header.date else ""
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'<header creationtool="audarma" creationtoolversion={_quoted(header.tool_version)}'
        ' segtype="sentence" o-tmf="audarma" adminlang="en" srclang="ru" datatype="plaintext"'
        f"{date}/>\n<body>\n"
    ).encode()
    for unit in units:
        wanted = tuple((code, unit.target(code) or "") for code in header.targets)
        texts = tuple((c, _clean(t, unit, c, found)) for c, t in (("ru", unit.source), *wanted))
        empty = [code for code, text in texts if not text.strip()]
        if empty:
            message = f"unit {unit.tuid} left out: no text in {', '.join(empty)}"
            found.append(Diagnostic("T102", Severity.WARNING, message))
        else:
            yield _tu(unit, texts, found).encode()
    yield b"</body>\n</tmx>\n"


def _tu(unit: TranslationUnit, texts: tuple[tuple[str, str], ...], found: list[Diagnostic]) -> str:
    def clean(text: str) -> str:
        return _clean(text, unit, "", found)

    lines = [f"<tu tuid={_quoted(clean(unit.tuid))}>"]
    lines += [f"<note>{clean(note).translate(_ESCAPES)}</note>" for note in unit.notes]
    for kind, value in unit.properties:
        if not kind.startswith("x-"):
            raise ValueError(f"property type {kind!r} does not begin with x-")
        escaped = clean(value).translate(_ESCAPES)
        lines.append(f"<prop type={_quoted(clean(kind))}>{escaped}</prop>")
    lines += [
        f'<tuv xml:lang="{code}"><seg>{text.translate(_ESCAPES)}</seg></tuv>'
        for code, text in texts
    ]
    return "\n".join([*lines, "</tu>\n"])


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPES).translate(_ATTRIBUTE)}"'


def _clean(text: str, unit: TranslationUnit, language: str, found: list[Diagnostic]) -> str:
    """The text without what XML 1.0 forbids: controls, lone surrogates, U+FFFE and U+FFFF."""
    removed = _ILLEGAL.findall(text)
    if not removed:
        return text
    names = ", ".join(f"U+{ord(c):04X}" for c in sorted(set(removed)))
    message = f"unit {_ILLEGAL.sub('', unit.tuid)}: removed {len(removed)} of {names}"
    found.append(Diagnostic("T101", Severity.WARNING, message, language=language))
    return _ILLEGAL.sub("", text)


def parse_tmx(data: bytes) -> tuple[TranslationUnit, ...]:
    """The units of a TMX file of any tool, in order; those without a source text are passed over.

    Language codes are reduced to their primary tag (`kk-KZ`, `KAZ` -> `kk`), TMX 1.1's `lang` is
    accepted, inline codes are dropped. The source is the unit's or header's `srclang`, Russian
    where that is `*all*`. Entities are never expanded and nothing is fetched.

    Raises `UnreadableInput` with line and column for XML that is not well-formed or declares
    entities, `UnsupportedFormat` for XML that is not TMX.
    """
    return tuple(_parse(data))


def _parse(data: bytes) -> Iterator[TranslationUnit]:
    events: Any = etree.iterparse(
        io.BytesIO(data),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
    )
    source, number = "*all*", 0
    try:
        for event, element in events:
            if event == "start":
                if element.getparent() is None:
                    _check_root(element)
                continue
            if element.tag == "header":
                source = element.get("srclang", source)
            elif element.tag == "tu":
                number += 1
                unit = _unit(element, source, number)
                if unit is not None:
                    yield unit
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise UnreadableInput(
            f"not well-formed XML: {str(error.msg).split(', line ')[0]}",
            place=f"line {line}, column {column}",
            remedy=_REMEDY,
        ) from None


def _check_root(root: Any) -> None:
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise _entities()
    if root.tag != "tmx":
        raise UnsupportedFormat(f"XML, but not TMX (its root is <{root.tag}>)", remedy=_REMEDY)


def _entities() -> InputError:
    return UnreadableInput("declares XML entities, which no memory needs", remedy=_REMEDY)


def _unit(element: Any, header_source: str, number: int) -> TranslationUnit | None:
    texts: dict[str, str] = {}
    for tuv in element.iterfind("tuv"):
        seg = tuv.find("seg")
        code = tuv.get(_XML_LANG) or tuv.get("lang") or ""
        if seg is not None and code:
            texts.setdefault(_primary(code), _plain(seg))
    asked = _primary(element.get("srclang") or header_source)
    source = asked if asked in texts else "ru" if asked == "*all*" and "ru" in texts else ""
    if asked == "*all*" and not source:
        source = next(iter(texts), "")
    if not source:
        return None
    return TranslationUnit(
        tuid=element.get("tuid") or str(number),
        source=texts[source],
        targets=tuple((code, text) for code, text in texts.items() if code != source),
        properties=tuple((p.get("type", ""), _plain(p)) for p in element.iterfind("prop")),
        notes=tuple(_plain(note) for note in element.iterfind("note")),
        source_language=source,
    )


def _primary(code: str) -> str:
    """The primary language tag: `kk` for `kk-KZ`, `KK_kz` and `kaz`; `*all*` stays."""
    primary = re.split("[-_]", code.strip().lower(), maxsplit=1)[0]
    return _THREE_LETTERS.get(primary, primary)


def _plain(element: Any) -> str:
    """The text of an element, that of native inline codes left out."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag is etree.Entity:
            raise _entities()
        if isinstance(child.tag, str) and child.tag not in _INLINE_CODES:
            pieces.append(_plain(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
