"""Every code of the verifier and the ladder, and how their diagnostics are made."""

from __future__ import annotations

from collections.abc import Mapping

from glossary.diagnostics import Diagnostic, Severity
from glossary.model import TargetLanguage

CODES: Mapping[str, str] = {
    "V101": "a mention is missing from the target",
    "V102": "a mention stands in a form its place does not take",
    "V103": "a mention stands more often than in the source",
    "V104": "a forbidden rendering stands in the target",
    "V105": "the slots of the hypothesis are not those of the source",
    "V106": "a name is doubled, or another name of it stands beside it",
    "V201": "Cyrillic letters are left in English",
    "V202": "a Russian form is left in Kazakh",
    "V203": "debris of a slot is left in the target",
    "V204": "the target is empty",
    "V205": "the target repeats itself",
    "V206": "a figure stands in the target that the source does not have",
    "V207": "two articles stand in a row",
    "V301": "a rendering waits for approval",
    "V302": "no hypothesis passes the checks",
}
"""V1xx speak of mentions, V2xx of the text around them, V3xx of how the target came about."""

_WARNINGS = frozenset({"V301"})


def diagnostic(
    code: str,
    message: str,
    language: TargetLanguage,
    concept: str = "",
    *,
    severity: Severity | None = None,
) -> Diagnostic:
    """A diagnostic of that code: an error, unless the code or the caller says otherwise."""
    usual = Severity.WARNING if code in _WARNINGS else Severity.ERROR
    assert code in CODES
    return Diagnostic(code, severity or usual, message, concept, language)
