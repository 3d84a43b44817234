"""Checks on a termbase, each with a code that never changes its meaning.

| code | severity | what is wrong |
|------|----------|---------------|
| G101 | error    | two concepts have the same id |
| G102 | error    | two concepts of one class have the same Russian citation form |
| G103 | error    | one Russian name belongs to two concepts and is rendered differently |
| G104 | warning  | one Russian name belongs to two concepts |
| G105 | warning  | a name is listed twice in one language of a concept |
| G106 | warning  | a Russian name is not found as its own concept |
| G107 | warning  | the Russian citation form is no nominative |
| G201 | warning  | approved in one language and not in the other |
| G202 | error    | a Russian variant is of a kind that the target does not name |
| G203 | warning  | a rendering is of a kind that no Russian variant has, or that is already taken |
| G204 | info     | a name holds another concept's name and is worded differently in English |
| G301 | error    | Latin and Cyrillic letters stand in one word |
| G302 | error    | a Latin word that looks Cyrillic stands in a Russian or Kazakh name |
| G303 | error    | Cyrillic letters stand in an English name |
| G304 | error    | a name holds a doubled space or a character that does not show |
| G305 | warning  | a quotation mark or bracket of a name has no partner |
| G401 | warning  | a rendering contains what another concept forbids |
| G402 | error    | a rendering is forbidden by its own entry |
| G501 | warning  | an approved concept names no source |
| G502 | warning  | a grammar hint that nothing reads |
| G601 | error    | a relation cannot be read or leads to no concept |
| G602 | info     | the person has left the office |
| G603 | info     | two persons hold the same office of the same body at once |
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date

from glossary.checks import content as checks_content
from glossary.checks import letters as checks_letters
from glossary.checks import names as checks_names
from glossary.checks import recognition as checks_recognition
from glossary.checks.findings import Finding
from glossary.diagnostics import Diagnostic, Severity
from glossary.errors import GlossaryError
from glossary.model import Termbase
from glossary.recognize import Recognizer, build_recognizer

Check = Callable[[Termbase], Iterator[Finding]]
RecognitionCheck = Callable[[Termbase, Recognizer], Iterator[Finding]]
DatedCheck = Callable[[Termbase, date], Iterator[Finding]]

CHECKS: dict[str, tuple[Severity, Check]] = {
    "G101": (Severity.ERROR, checks_names.duplicate_id),
    "G102": (Severity.ERROR, checks_names.duplicate_name),
    "G103": (Severity.ERROR, checks_names.conflicting_renderings),
    "G104": (Severity.WARNING, checks_names.ambiguous_name),
    "G105": (Severity.WARNING, checks_names.repeated_name),
    "G201": (Severity.WARNING, checks_names.missing_rendering),
    "G202": (Severity.ERROR, checks_names.unpaired_kind),
    "G203": (Severity.WARNING, checks_names.unreachable_kind),
    "G301": (Severity.ERROR, checks_letters.mixed_scripts),
    "G302": (Severity.ERROR, checks_letters.look_alike),
    "G303": (Severity.ERROR, checks_letters.leftover_cyrillic),
    "G304": (Severity.ERROR, checks_letters.invisible_character),
    "G305": (Severity.WARNING, checks_letters.unbalanced_quotes),
    "G401": (Severity.WARNING, checks_content.forbidden_inside),
    "G402": (Severity.ERROR, checks_content.forbidden_itself),
    "G501": (Severity.WARNING, checks_content.missing_source),
    "G502": (Severity.WARNING, checks_content.unknown_hint),
    "G601": (Severity.ERROR, checks_content.broken_relation),
}
"""Checks by code; the docstring of each is the message its findings begin with."""

RECOGNITION_CHECKS: dict[str, tuple[Severity, RecognitionCheck]] = {
    "G106": (Severity.WARNING, checks_recognition.unreachable_name),
    "G107": (Severity.WARNING, checks_recognition.wrong_citation),
    "G204": (Severity.INFO, checks_recognition.nested_wording),
}
"""Checks that need the recognizer of the termbase; it is built once, and only for them."""

DATED_CHECKS: dict[str, tuple[Severity, DatedCheck]] = {
    "G602": (Severity.INFO, checks_content.expired_tenure),
    "G603": (Severity.INFO, checks_content.shared_office),
}
"""Checks that judge a termbase on a day."""

CODES = tuple(sorted((*CHECKS, *RECOGNITION_CHECKS, *DATED_CHECKS)))


def validate(
    termbase: Termbase, *, select: Collection[str] = CODES, day: date | None = None
) -> tuple[Diagnostic, ...]:
    """The findings of the selected checks: on entries, on recognition, on time in office.

    `select` names codes or their beginnings (`G1` stands for all of G101 to G107). Checks on
    time in office run only when a `day` is given.

    Raises:
        GlossaryError: `select` names a code that does not exist.
    """
    unknown = [name for name in select if not any(code.startswith(name) for code in CODES)]
    if unknown:
        raise GlossaryError(
            f"no check is called {', '.join(unknown)}; known are {', '.join(CODES)}"
        )
    return tuple(_diagnostics(termbase, tuple(select), day))


def _diagnostics(
    termbase: Termbase, select: tuple[str, ...], day: date | None
) -> Iterator[Diagnostic]:
    for code, (severity, check) in CHECKS.items():
        if code.startswith(select):
            for finding in check(termbase):
                yield _diagnostic(code, severity, check.__doc__, finding)
    chosen = {code: row for code, row in RECOGNITION_CHECKS.items() if code.startswith(select)}
    recognizer = build_recognizer(termbase) if chosen else None
    for code, (severity, recognition_check) in chosen.items():
        if recognizer is not None:
            for finding in recognition_check(termbase, recognizer):
                yield _diagnostic(code, severity, recognition_check.__doc__, finding)
    for code, (severity, dated_check) in DATED_CHECKS.items():
        if day is not None and code.startswith(select):
            for finding in dated_check(termbase, day):
                yield _diagnostic(code, severity, dated_check.__doc__, finding)


def _diagnostic(code: str, severity: Severity, message: str | None, finding: Finding) -> Diagnostic:
    text = f"{message}: {finding.detail}" if finding.detail else str(message)
    return Diagnostic(code, severity, text, finding.concept, finding.language)
