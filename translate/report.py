"""The audit report of a translated document, and its totals."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from glossary.diagnostics import Diagnostic
from glossary.model import Mention, Status
from translate.engines.base import EngineInfo
from translate.model import Document
from translate.realize.rendered import Realization
from translate.results import Signature, Target, TranslatedDocument, TranslatedSegment

Json = dict[str, Any]


def report_json(translated: TranslatedDocument) -> str:
    """The report as JSON text: signature, segments with their audit lines, totals."""
    return json.dumps(report(translated), ensure_ascii=False, indent=1) + "\n"


def report(translated: TranslatedDocument) -> Json:
    """The report as plain values; offsets count characters of the source and target files."""
    document = translated.document
    return {
        "document": document.name,
        "date": document.date,
        "encoding": document.encoding,
        "source": source_digest(document),
        "signature": signature(translated.signature),
        "totals": totals((translated,)),
        "segments": [_segment(one) for one in translated.segments],
    }


def source_digest(document: Document) -> str:
    """The SHA-256 of the document's text, first 16 hexadecimal digits."""
    return hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def signature(made_by: Signature) -> Json:
    """The run's signature as plain values."""
    return {
        "version": made_by.version,
        "engines": [_engine(info) for info in made_by.engines],
        "segmenter": made_by.segmenter,
        "termbase": made_by.termbase,
        "options": dict(made_by.options),
    }


def totals(documents: Iterable[TranslatedDocument]) -> Json:
    """Counts over documents: segments, mentions by class, what was enforced, what needs work."""
    segments = [one for document in documents for one in document.segments]
    sentences = [one for one in segments if one.segment.kind == "sentence"]
    targets = [target for one in sentences for target in one.targets]
    mentions = [mention for one in sentences for mention in one.mentions]
    return {
        "segments": len(sentences),
        "mentions": len(mentions),
        "by_class": dict(sorted(Counter(m.mention_class.value for m in mentions).items())),
        "occurrences": sum(len(one.mentions) * len(one.targets) for one in sentences),
        "enforced": sum(enforced(target) for target in targets),
        "proposals": sum(1 for m in mentions if m.status is Status.PROPOSAL),
        "unrendered": sum(len(one.unrendered) for one in sentences),
        "officials_to_check": sum(len(one.diagnostics) for one in sentences),
        "needs_work": sum(1 for one in sentences if one.state == "needs work"),
        "rungs": {
            language: dict(sorted(counted.items())) for language, counted in _rungs(targets).items()
        },
    }


def _rungs(targets: Iterable[Target]) -> Mapping[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for target in targets:
        found.setdefault(target.language, Counter())[target.rung] += 1
    return found


def enforced(target: Target) -> int:
    """How many mentions of a target stand in it in an accepted form."""
    wrong = sum(1 for d in target.diagnostics if d.code in ("V101", "V102"))
    return max(len({r.number for r in target.realizations}) - wrong, 0)


def _engine(info: EngineInfo) -> Json:
    return {
        "pair": f"{info.source}-{info.target}",
        "name": info.name,
        "version": info.version,
        "model": info.digest,
        "slots": info.knows_slots,
        "origin": info.origin,
    }


def _segment(one: TranslatedSegment) -> Json:
    segment = one.segment
    return {
        "number": segment.number,
        "kind": segment.kind,
        "paragraph": segment.paragraph,
        "start": segment.start,
        "end": segment.end,
        "state": one.state,
        "source": segment.text,
        "masked": one.masked.text,
        "mentions": [
            _mention(slot.mention, segment.start, slot.number) for slot in one.masked.slots
        ],
        "unrendered": [_mention(m, segment.start, 0) for m in one.unrendered],
        "diagnostics": [_diagnostic(found) for found in one.diagnostics],
        "targets": {target.language: _target(target, segment.start) for target in one.targets},
    }


def _mention(mention: Mention, offset: int, slot: int) -> Json:
    made: Json = {
        "slot": slot,
        "start": mention.start + offset,
        "end": mention.end + offset,
        "surface": mention.surface,
        "concept": mention.concept,
        "class": mention.mention_class.value,
        "case": mention.case.value,
        "number": mention.number.value,
        "status": mention.status.value,
    }
    if mention.kind:
        made["kind"] = mention.kind
    if mention.parts:
        made["parts"] = [_mention(part, offset, 0) for part in mention.parts]
    if mention.quantity:
        made["quantity"] = {"kind": mention.quantity.kind, **dict(mention.quantity.fields)}
    return made


def _target(target: Target, offset: int) -> Json:
    return {
        "text": target.text,
        "state": target.state,
        "rung": target.rung,
        "hypothesis": target.hypothesis,
        "audit": [_audit(one, offset, target) for one in target.realizations],
        "diagnostics": [_diagnostic(one) for one in target.diagnostics],
    }


def _audit(one: Realization, offset: int, target: Target) -> Json:
    status = "proposal" if one.mention.status is Status.PROPOSAL else "enforced"
    if target.state == "needs work":
        status = "needs work"
    return {
        "slot": one.number,
        "source_start": one.mention.start + offset,
        "source_end": one.mention.end + offset,
        "surface": one.mention.surface,
        "concept": one.mention.concept or _parts(one.mention),
        "class": one.mention.mention_class.value,
        "russian_case": one.mention.case.value,
        "russian_number": one.mention.number.value,
        "target_start": one.start,
        "target_end": one.end,
        "form": one.text,
        "kazakh_case": one.case.value if one.case else None,
        "rule": one.rule,
        "status": status,
    }


def _parts(mention: Mention) -> str:
    """The concept ids of a group, joined with `+` in text order."""
    return "+".join(part.concept or _parts(part) for part in mention.parts)


def _diagnostic(one: Diagnostic) -> Json:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "message": one.message,
        "concept": one.concept,
    }
