"""Gettext entries from PO text and back, with the silent failures of the parser made loud.

polib 1.2.0 loads an unterminated string as an empty one, cuts lines at U+2028 and its like, takes
a text that names a file for the file, and reports syntax as `OSError`. Every line is therefore
checked here before polib sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import polib

from glossary.errors import TermbaseError

_STRING = r'"(?:[^"\\]|\\[\\ntrvbf"])*"'
_KEYWORD_LINE = re.compile(rf"(msgctxt|msgid|msgstr)\s+{_STRING}")
_CONTINUATION = re.compile(_STRING)
_PLURAL = re.compile(r"msgid_plural\b|msgstr\[")
_OBSOLETE = re.compile(r"#~\|?\s*")
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Control characters, line and paragraph separators, lone surrogates."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message: its context, Russian text, translation and comment lines."""

    context: str
    text: str
    translation: str = ""
    comments: tuple[str, ...] = ()
    """Lines of people and of this tool, written `# …`."""
    extracted: tuple[str, ...] = ()
    """Lines of the source side, written `#. …`; gettext tools copy them into every PO file."""
    fuzzy: bool = False
    line: int = field(default=0, compare=False)


def parse_entries(text: str, name: str) -> tuple[Entry, ...]:
    """The entries of a PO text in file order, without header and obsolete entries.

    Raises:
        TermbaseError: names the file `name` and the line of a syntax error, of a plural entry, of
            a forbidden character or of a second entry with the same context and text.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    _check_lines(text, name)
    try:
        # The newline in front keeps the text from being taken for the name of a file.
        parsed = polib.pofile("\n" + text, wrapwidth=0)
    except OSError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) - 1 if found else 0
        raise TermbaseError("not valid PO; correct this line", path=name, line=line) from error
    entries = tuple(_entry(entry) for entry in parsed if not entry.obsolete)
    _check_duplicates(entries, name)
    return entries


def format_entries(entries: Iterable[Entry], language: str) -> str:
    """PO text of the entries under a header that never changes, so that diffs show terms only.

    Raises:
        TermbaseError: an entry holds a character that PO files cannot carry.
    """
    return "".join(f"{line}\n" for line in _lines(entries, language))


def check_text(text: str) -> str:
    """The text itself, if a name or comment value can be stored: not empty, on one line, no
    spaces around it.

    Raises:
        TermbaseError: says what is wrong and shows the text.
    """
    if not text or text != text.strip():
        raise TermbaseError(f"a stored text must not be empty or begin or end in a space: {text!r}")
    bad = _bad_character(text)
    if bad:
        raise TermbaseError(f"{text!r} holds {bad}; remove it")
    return text


def _lines(entries: Iterable[Entry], language: str) -> Iterator[str]:
    yield 'msgid ""'
    yield 'msgstr ""'
    yield '"Project-Id-Version: audarma termbase\\n"'
    yield f'"Language: {language}\\n"'
    yield '"MIME-Version: 1.0\\n"'
    yield '"Content-Type: text/plain; charset=UTF-8\\n"'
    yield '"Content-Transfer-Encoding: 8bit\\n"'
    yield '"X-Source-Language: ru\\n"'
    for entry in entries:
        yield ""
        yield from (f"# {line}".rstrip() for line in entry.comments)
        yield from (f"#. {line}".rstrip() for line in entry.extracted)
        if entry.fuzzy:
            yield "#, fuzzy"
        yield f'msgctxt "{_escape(entry.context)}"'
        yield f'msgid "{_escape(entry.text)}"'
        yield f'msgstr "{_escape(entry.translation)}"'


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _entry(entry: polib.POEntry) -> Entry:
    return Entry(
        context=entry.msgctxt or "",
        text=entry.msgid,
        translation=entry.msgstr,
        comments=tuple(entry.tcomment.split("\n")) if entry.tcomment else (),
        extracted=tuple(entry.comment.split("\n")) if entry.comment else (),
        fuzzy="fuzzy" in entry.flags,
        line=max((entry.linenum or 0) - 1, 1),
    )


def _bad_character(text: str) -> str:
    found = _FORBIDDEN.search(text)
    return f"the character U+{ord(found[0]):04X}" if found else ""


def _check_lines(text: str, name: str) -> None:
    """Raise at the first line that is neither a comment nor a whole keyword or string line."""
    bad = _FORBIDDEN.search(text.replace("\n", " ").replace("\t", " "))
    if bad:
        raise TermbaseError(
            f"{_bad_character(bad[0])} in this line; remove it",
            path=name,
            line=text.count("\n", 0, bad.start()) + 1,
        )
    expected = ""
    number = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.strip(" \t")
        if line.startswith("#~"):
            line = _OBSOLETE.sub("", line, count=1)
        if not line or line.startswith("#"):
            continue
        if _PLURAL.match(line):
            raise TermbaseError(
                "a termbase has no plural entries; remove this one", path=name, line=number
            )
        found = _KEYWORD_LINE.fullmatch(line)
        if found is None and not _CONTINUATION.fullmatch(line):
            raise TermbaseError(
                "expected msgctxt, msgid, msgstr or a comment with its quotation marks closed; "
                "correct this line",
                path=name,
                line=number,
            )
        if found and expected and found[1] not in expected.split():
            raise TermbaseError(f"expected {expected} before this line", path=name, line=number)
        if found:
            expected = {"msgctxt": "msgid", "msgid": "msgstr", "msgstr": ""}[found[1]]
    if expected:
        raise TermbaseError(f"the file ends where {expected} was due", path=name, line=number)


def _check_duplicates(entries: Iterable[Entry], name: str) -> None:
    seen: dict[tuple[str, str], int] = {}
    for entry in entries:
        key = (entry.context, entry.text)
        if key in seen:
            raise TermbaseError(
                f"'{entry.text}' ({entry.context}) stands already in line {seen[key]}; "
                "remove one of the two or tell them apart with #… after the class",
                path=name,
                line=entry.line,
            )
        seen[key] = entry.line
