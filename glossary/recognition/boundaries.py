"""Where a match may begin and end: at whole words, outside web addresses, handles and compounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.canonical import HYPHENS, QUOTES

_HINT = re.compile(r"[@#]\w|//|\.[A-Za-z]")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>«»\"]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<!\w)[@#]\w+"
    r"|(?<![\w.-])(?:[\w-]+\.)+[A-Za-z]{2,}(?![\w-])(?:/[^\s<>«»\"]*)?",
)


def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of URLs, e-mail addresses, handles, hashtags, domain and file names.

    >>> addresses("Фото: akorda.kz. См. https://zakon.kz/news?id=7.")
    ((6, 15), (21, 47))
    """
    return tuple(
        (match.start(), match.start() + len(match.group().rstrip(".,;:!?)/")))
        for stretch in _suspects(text)
        for match in _ADDRESS.finditer(text, *stretch)
    )


def _suspects(text: str) -> Iterator[tuple[int, int]]:
    """The stretches without blanks that may hold an address."""
    end = 0
    while hint := _HINT.search(text, end):
        start = max(text.rfind(" ", 0, hint.start()), text.rfind("\n", 0, hint.start())) + 1
        ends = [place for c in " \n" if (place := text.find(c, hint.end())) >= 0]
        end = min(ends, default=len(text))
        yield start, end


def is_whole(text: str, start: int, end: int, zones: tuple[tuple[int, int], ...]) -> bool:
    """Whether start..end is a whole word or words of the text, no part of a compound or address."""
    for zone_start, zone_end in zones:
        if zone_start < end and start < zone_end and (zone_start, zone_end) != (start, end):
            return start <= zone_start and zone_end <= end
    return not (_is_attached(text, start - 1, start - 2) or _is_attached(text, end, end + 1))


def _is_attached(text: str, joint: int, beyond: int) -> bool:
    """Whether a hyphen at `joint` ties the match to a word or number at `beyond`."""
    if not 0 <= joint < len(text):
        return False
    if text[joint] == "_":
        return True
    return text[joint] in HYPHENS and 0 <= beyond < len(text) and text[beyond].isalnum()


def with_quotes(text: str, span: tuple[int, int], *, quoted: bool) -> tuple[int, int]:
    """The span widened to the quotation marks that belong to it; (-1, -1) where they do not fit."""
    start, end = span
    before = start > 0 and text[start - 1] in QUOTES
    after = end < len(text) and text[end] in QUOTES
    unclosed = _unclosed(text[start:end])
    if quoted:
        return (start - 1, end + 1) if before and after and not unclosed else (-1, -1)
    if not unclosed:
        return start, end
    return (start, end + 1) if after and unclosed > 0 else (-1, -1)


def with_tail(text: str, end: int, tail: str) -> int:
    """The end widened by what the name ends in (the + of ОПЕК+); -1 where the text lacks it.

    The full stop of an initial may be missing: it coincides with that of the sentence.
    """
    if not tail or end < 0 or text.startswith(tail, end):
        return end + len(tail)
    return end if tail == "." else -1


def _unclosed(text: str) -> int:
    """How many quotation marks are opened and not closed; negative where one closes too many."""
    directed = sum(text.count(c) for c in "«“„") - sum(text.count(c) for c in "»”")
    return directed + text.count('"') % 2
