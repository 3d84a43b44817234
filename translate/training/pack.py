"""Packing a converted model into an `.argosmodel`: the same bytes for the same weights."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

from translate.training.paths import MODELS, TARGETS, VOCABULARY, WORK
from translate.training.translate import LENGTH_PENALTY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NAMES = {"ru": "Russian", "en": "English", "kk": "Kazakh"}
VERSION = "1.0"
_EPOCH = (2026, 1, 1, 0, 0, 0)
"""Zip stores a time for each member; a fixed one keeps packing deterministic."""


def metadata(target: str) -> bytes:
    """The package's `metadata.json`: ASCII, as argostranslate reads it in the locale's encoding.

    `slots` tells audarma that the model was trained on the masked notation; `length_penalty` is
    the one its development set prefers.
    """
    facts = {
        "package_version": VERSION,
        "argos_version": "1.9",
        "from_code": "ru",
        "from_name": NAMES["ru"],
        "to_code": target,
        "to_name": NAMES[target],
        "slots": True,
        "length_penalty": LENGTH_PENALTY,
        "licence": "Apache-2.0; training data: see translate/models/README.md",
    }
    return (json.dumps(facts, indent=2) + "\n").encode("ascii")


def pack(
    converted: Path = WORK / "converted", output: Path = MODELS, targets: Sequence[str] = TARGETS
) -> tuple[Path, ...]:
    """Write `translate-ru_XX-1_0.argosmodel` for each target and return the paths."""
    output.mkdir(parents=True, exist_ok=True)
    packages = []
    for target in targets:
        top = f"translate-ru_{target}-{VERSION.replace('.', '_')}"
        members = {
            "metadata.json": metadata(target),
            "sentencepiece.model": VOCABULARY.read_bytes(),
        }
        for path in sorted((converted / target).iterdir()):
            members[f"model/{path.name}"] = path.read_bytes()
        package = output / f"{top}.argosmodel"
        fresh = package.with_suffix(".new")
        with zipfile.ZipFile(fresh, "w") as archive:
            for name, content in sorted(members.items()):
                entry = zipfile.ZipInfo(f"{top}/{name}", _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, content, compresslevel=9)
        fresh.replace(package)
        packages.append(package)
    return tuple(packages)
