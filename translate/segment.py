"""Cutting a document into segments: line by line, then sentence by sentence."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from translate.model import Document, Segment, SegmentKind
from translate.segmentation_rules import CANDIDATE, Verdict, decide

SEGMENTER = "press-1+razdel-0.5"
"""Name of the segmentation in signatures: changes whenever a rule does."""

LONGEST = 2000
"""Characters of one segment at most: translation memories refuse longer ones."""

_BREAK = re.compile("[\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029]+")
_MARGIN = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"
_EDGE = re.compile(rf"[\s{_MARGIN}]*(.*?)[\s{_MARGIN}]*\Z", re.DOTALL)
_DATE = re.compile(
    rf"[\s{_MARGIN}]*(date:?[ \t]+(?:(\d{{4}})-(\d\d)-(\d\d)|(\d\d)\.(\d\d)\.(\d{{4}})))(?=\s|\Z)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about one place where a sentence might have ended."""

    offset: int
    """Characters from the start of the text to just after the mark."""
    verdict: Verdict
    rule: str
    left: str
    right: str

    def __str__(self) -> str:
        return f"{self.offset} {self.verdict} {self.rule}: {self.left} | {self.right}"


def segment(text: str) -> tuple[Segment, ...]:
    """The segments of a text in order: never empty, never overlapping, never over a line break.

    What lies between them (spaces, line breaks, a byte order mark) belongs to none.

    >>> [s.text for s in segment("Он прибыл в г. Алматы. Его встретил аким.\\nФото: akorda.kz")]
    ['Он прибыл в г. Алматы.', 'Его встретил аким.', 'Фото: akorda.kz']
    """
    spans = enumerate(_spans(text), start=1)
    return tuple(
        Segment(number, start, end, text[start:end], kind, paragraph)
        for number, (start, end, kind, paragraph) in spans
    )


def build_document(name: str, text: str, encoding: str = "utf-8") -> Document:
    """The document of that text: its segments, and the date its leading metadata gives."""
    return Document(name, text, encoding, segment(text), document_date(text))


def document_date(text: str) -> str:
    """The ISO date that stands at the start of the text as metadata, or an empty string.

    >>> document_date(" date 2025-08-22 Под председательством")
    '2025-08-22'
    """
    found = _DATE.match(text)
    if not found:
        return ""
    year, month, day = (int(found[i] or found[j]) for i, j in ((2, 7), (3, 6), (4, 5)))
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


def explain(text: str) -> tuple[Decision, ...]:
    """Each place where a sentence might have ended, and which rule decided about it."""
    return tuple(
        Decision(at, verdict, rule, text[max(0, at - 30) : at], text[at : at + 30])
        for start, end in _lines(text, _metadata_end(text))
        for at, verdict, rule in _decisions(text[start:end], start)
    )


def _spans(text: str) -> Iterator[tuple[int, int, SegmentKind, int]]:
    body = _metadata_end(text)
    paragraph = 0
    if body:
        found = _DATE.match(text)
        assert found is not None
        paragraph = 1
        yield found.start(1), found.end(1), "metadata", paragraph
    shares_line = bool(body) and not _BREAK.match(text[body:].lstrip(" \t"))
    for start, end in _lines(text, body):
        if not (shares_line and start == body):
            paragraph += 1
        for one_start, one_end in _sentences(text, start, end):
            piece = text[one_start:one_end]
            yield one_start, one_end, "verbatim" if _is_verbatim(piece) else "sentence", paragraph


def _metadata_end(text: str) -> int:
    found = _DATE.match(text) if document_date(text) else None
    return found.end() if found else 0


def _is_verbatim(text: str) -> bool:
    return not any(c.isalnum() for c in text) or bool(_ADDRESS.fullmatch(text))


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Spans of the lines from `start` on that hold more than space."""
    for found in _BREAK.finditer(text, start):
        if not _is_blank(text[start : found.start()]):
            yield start, found.start()
        start = found.end()
    if not _is_blank(text[start:]):
        yield start, len(text)


def _is_blank(text: str) -> bool:
    return not text.strip().strip(_MARGIN).strip()


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    line, last = text[start:end], 0
    cuts = [at - start for at, verdict, _ in _decisions(line, start) if verdict is Verdict.SPLIT]
    for cut in [*cuts, len(line)]:
        if cut > last:
            for first, final in _trimmed_pieces(line, last, cut):
                yield start + first, start + final
        last = cut


def _decisions(line: str, offset: int) -> Iterator[tuple[int, Verdict, str]]:
    start, line = 0, line.rstrip()
    for found in CANDIDATE.finditer(line):
        verdict, rule = decide(line, start, found)
        if verdict is Verdict.SPLIT:
            start = found.end()
        yield offset + found.end(), verdict, rule


def _trimmed_pieces(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence without the space around it, in pieces where it is too long for a segment."""
    start, end = _trim(line, start, end)
    while end - start > LONGEST:
        window = line[start : start + LONGEST]
        found = (window.rfind(mark) + len(mark) for mark in ("; ", ", ", " "))
        cut = next((at for at in found if at > LONGEST // 2), LONGEST)
        first, final = _trim(line, start, start + cut)
        if first < final:
            yield first, final
        start, end = _trim(line, start + cut, end)
    if start < end:
        yield start, end


def _trim(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (line[start].isspace() or line[start] in _MARGIN):
        start += 1
    while end > start and (line[end - 1].isspace() or line[end - 1] in _MARGIN):
        end -= 1
    return start, end
