"""The files a translated document becomes: memory, one text a language, audit report. No path."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from glossary.model import TargetLanguage
from translate.formats.text import rebuild
from translate.model import TranslationUnit
from translate.results import TranslatedDocument, TranslatedSegment

_FOLDED_SPACE = str.maketrans({"\t": " "})


def text_in(translated: TranslatedDocument, language: TargetLanguage) -> str:
    """The document in a target language, paragraphs and spacing as in the source."""
    targets = {
        one.segment.number: target.text
        for one in translated.segments
        for target in one.targets
        if target.language == language
    }
    return rebuild(translated.document, targets)


def units(translated: TranslatedDocument, stem: str) -> Iterator[TranslationUnit]:
    """Complete units of the document, in order, ready for a memory.

    A sentence that stands in a target only as a list of its mentions is not a translation and
    gives no unit; nor does one whose target is empty.
    """
    for one in translated.segments:
        if one.segment.kind == "sentence" and _is_complete(one):
            yield _unit(translated, one, stem)


def _is_complete(one: TranslatedSegment) -> bool:
    return bool(one.targets) and all(
        target.text.strip() and target.rung != "template" for target in one.targets
    )


def _unit(translated: TranslatedDocument, one: TranslatedSegment, stem: str) -> TranslationUnit:
    number = one.segment.number
    engines = {info.target: info for info in translated.signature.engines}
    named = [engines[target.language] for target in one.targets if target.language in engines]
    properties = [
        ("x-document", translated.document.name),
        ("x-segment", str(number)),
        ("x-state", "needs work" if one.state == "needs work" else "mt"),
        ("x-engine", ", ".join(f"{info.name}@{info.digest}" for info in named)),
        ("x-termbase", translated.signature.termbase),
    ]
    for slot in one.masked.slots:
        forms = [
            f"{target.language}={r.text}"
            for target in one.targets
            for r in target.realizations
            if r.number == slot.number
        ]
        source = slot.mention.surface.translate(_FOLDED_SPACE)
        what = slot.mention.concept or slot.mention.mention_class.value
        properties.append(("x-mention", f"{what}: {source} | {' | '.join(forms)}"))
    return TranslationUnit(
        tuid=_tuid(stem, number, one.segment.text),
        source=one.segment.text,
        targets=tuple((target.language, target.text) for target in one.targets),
        properties=tuple(properties),
    )


def _tuid(stem: str, number: int, source: str) -> str:
    """A name that stays the same as long as the sentence stands where it stands."""
    digest = hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{stem}-{number:04d}-{digest}"
