"""Errors of the tool. Each prints as one line that names the file, the place and the remedy."""

from __future__ import annotations

from typing import ClassVar, Self


class AudarmaError(Exception):
    """Root of everything the translate package raises on bad input, bad output or bad arguments.

    >>> print(UnreadableInput("the file is empty", path="a.txt", remedy="give it some text"))
    a.txt: the file is empty; give it some text
    """

    exit_code: ClassVar[int] = 1
    """What the process returns: 1 for bad data, 2 for wrong use."""

    def __init__(self, message: str, *, path: str = "", place: str = "", remedy: str = "") -> None:
        self.message, self.path, self.place, self.remedy = message, path, place, remedy
        where = ", ".join(part for part in (path, place) if part)
        what = f"{message}; {remedy}" if remedy else message
        super().__init__(one_line(f"{where}: {what}" if where else what))

    def at(self, path: str) -> Self:
        """The same error, now naming the file; formats raise without a path, the store adds it."""
        return type(self)(self.message, path=path, place=self.place, remedy=self.remedy)


class UsageError(AudarmaError):
    """A command asked for something that cannot be, such as an unknown target language."""

    exit_code = 2


class InputError(AudarmaError):
    """A source file that cannot be translated as it is."""


class MissingInput(InputError):
    """A path that leads to no file: nothing there, or a folder."""

    exit_code = 2


class UnreadableInput(InputError):
    """A file that is there but cannot be read as text: empty, damaged, binary, or locked."""


class UnsupportedFormat(InputError):
    """A file of a kind the tool does not read."""


class OutputError(AudarmaError):
    """A result that could not be written; what stood at its path before is untouched."""


class OutputPathError(OutputError):
    """An output path that can never take a file: it is a folder, or lies under a file."""

    exit_code = 2


class EngineError(AudarmaError):
    """A translation package that cannot be used."""


class MissingModel(EngineError):
    """No package at hand serves a language pair."""

    def __init__(self, source: str, target: str, name: str = "auto") -> None:
        self.source, self.target, self.name = source, target, name
        asked = "" if name == "auto" else f" under the name {name}"
        super().__init__(
            f"no model translates {source} into {target}{asked}",
            remedy=f"install one with: audarma models install {source} {target}",
        )


class MissingOffer(EngineError):
    """The index of packages has none for a language pair."""

    def __init__(self, source: str, target: str) -> None:
        self.source, self.target = source, target
        super().__init__(
            f"the Argos index offers no package from {source} into {target}",
            remedy=f"build one with: audarma models build {source} {target} --from MODEL",
        )


def one_line(text: str) -> str:
    """The text with line breaks, controls and lone surrogates escaped, so that it prints anywhere.

    >>> one_line("a\\nb")
    'a\\\\nb'
    """
    return "".join(c if c.isprintable() else _escaped(c) for c in text)


def _escaped(character: str) -> str:
    return " " if character.isspace() and character not in _BREAKS else ascii(character)[1:-1]


_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
