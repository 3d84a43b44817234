"""Findings of checks over the termbase and over translations: a code, a severity, a message."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error stops a release, a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding of one check."""

    code: str
    """Stable name of the check, e.g. `G301`; documented where the check is registered."""
    severity: Severity
    message: str
    concept: str = ""
    """Id of the concept the finding is about; empty when it is about none."""
    language: str = ""
    """Language of the term the finding is about; empty when it is about the whole concept."""

    def __str__(self) -> str:
        place = " ".join(part for part in (self.concept, self.language) if part)
        head = f"{self.code} {self.severity}"
        return f"{head} {place}: {self.message}" if place else f"{head}: {self.message}"
