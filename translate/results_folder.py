"""Results on disk: four files a document, written whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

from translate.deliver import text_in, units
from translate.formats.tmx import serialize_tmx
from translate.model import Document
from translate.report import report_json, signature, source_digest
from translate.results import Signature, TranslatedDocument
from translate.store import write_atomically


def write_results(folder: Path, stem: str, translated: TranslatedDocument) -> tuple[Path, ...]:
    """Write STEM.tmx, one text a language and STEM.report.json; return their paths.

    Every file is made in memory first and then replaces its predecessor as a whole; the report
    comes last, so a document whose report is there is complete.
    """
    contents = {
        f"{stem}.tmx": b"".join(serialize_tmx(units(translated, stem)).chunks),
        **{
            f"{stem}.{info.target}.txt": text_in(translated, info.target).encode()
            for info in translated.signature.engines
        },
        f"{stem}.report.json": report_json(translated).encode(),
    }
    paths = []
    for name, data in contents.items():
        write_atomically(folder / name, data)
        paths.append(folder / name)
    return tuple(paths)


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
