"""Results on disk: four files a document, written whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

from glossary.diagnostics import Diagnostic
from translate.deliver import text_in, units
from translate.formats.tmx import TmxHeader, serialize_tmx
from translate.model import Document
from translate.report import report_json, signature, source_digest
from translate.results import Signature, TranslatedDocument
from translate.store import write_together


def write_results(
    folder: Path, stem: str, translated: TranslatedDocument
) -> tuple[Diagnostic, ...]:
    """Write STEM.tmx, one text a language and STEM.report.json; what was left out of the memory.

    Every file is made before the first one replaces its predecessor, the report last: a document
    whose report is there is complete.
    """
    languages = tuple(info.target for info in translated.signature.engines)
    header = TmxHeader(date=translated.document.date, targets=languages)
    stream = serialize_tmx(units(translated, stem), header)
    contents = {folder / f"{stem}.tmx": b"".join(stream.chunks)}
    for language in languages:
        contents[folder / f"{stem}.{language}.txt"] = text_in(translated, language).encode()
    contents[folder / f"{stem}.report.json"] = report_json(translated).encode()
    write_together(contents)
    return tuple(stream.diagnostics)


def results_are_complete(folder: Path, stem: str, document: Document, made_by: Signature) -> bool:
    """Whether the folder holds this document's results made with the same signature."""
    try:
        loaded = json.loads((folder / f"{stem}.report.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(
        isinstance(loaded, dict)
        and loaded.get("signature") == signature(made_by)
        and loaded.get("source") == source_digest(document)
    )
