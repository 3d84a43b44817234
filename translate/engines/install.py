"""Putting packages in their folder and taking them out, safely.

argostranslate's own install and uninstall import torch and stanza, and leave a half-unpacked
package behind when those are missing; so the archive is checked and unpacked here.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

from translate.engines.package import TOKENIZERS, WEIGHTS
from translate.errors import EngineError

_LARGEST = 8 * 1024**3
"""Bytes an unpacked package may take: the largest known one, 3 B parameters in int8, takes half."""


def unpack_package(archive: Path, folder: Path) -> Path:
    """Unpack an `.argosmodel` file below `folder` and return the package's own folder.

    The package appears whole or not at all; one of the same name is replaced. Raises EngineError
    when the archive is damaged, holds more than one top folder, reaches out of it, or lacks
    metadata, tokenizer or model.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            name = _checked_name(opened, archive)
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".audarma-", dir=folder) as scratch:
                opened.extractall(scratch)
                return _move_in(Path(scratch, name), folder / name)
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError) as error:
        raise EngineError(
            f"cannot be installed ({error})",
            path=str(archive),
            remedy="download or build the package again, and see that the disk has room",
        ) from error


def _checked_name(opened: zipfile.ZipFile, archive: Path) -> str:
    """The name of the one top folder, once the archive has been found sound."""
    paths = [PurePosixPath(info.filename) for info in opened.infolist()]
    tops = {path.parts[0] for path in paths if path.parts}
    escaping = any(path.is_absolute() or ".." in path.parts for path in paths)
    if len(tops) != 1 or escaping or any("\\" in str(path) for path in paths):
        raise _broken(archive, "it does not hold exactly one folder")
    if sum(info.file_size for info in opened.infolist()) > _LARGEST:
        raise _broken(archive, "it unpacks to more than 8 GB")
    top = tops.pop()
    names = {str(path) for path in paths}
    if f"{top}/metadata.json" not in names:
        raise _broken(archive, "it has no metadata.json")
    if not any(f"{top}/{tokenizer}" in names for tokenizer in TOKENIZERS):
        raise _broken(archive, "it has no tokenizer")
    if f"{top}/{WEIGHTS}" not in names:
        raise _broken(archive, f"it has no {WEIGHTS}")
    damaged = opened.testzip()
    if damaged:
        raise _broken(archive, f"its member {damaged} is damaged")
    if not isinstance(json.loads(opened.read(f"{top}/metadata.json")), dict):
        raise _broken(archive, "its metadata.json is no JSON object")
    return top


def _broken(archive: Path, reason: str) -> EngineError:
    return EngineError(
        f"not an Argos package: {reason}", path=str(archive), remedy="download or build it again"
    )


def _move_in(unpacked: Path, place: Path) -> Path:
    """Put the unpacked folder in its place; a package that stood there goes only then."""
    old = place.with_name(f".audarma-old-{place.name}")
    if place.exists():
        place.replace(old)
    unpacked.replace(place)
    shutil.rmtree(old, ignore_errors=True)
    return place


def remove_package(name: str, folder: Path) -> None:
    """Delete an installed package's folder, even one that is broken.

    Raises EngineError when there is none of that name, or it cannot be deleted.
    """
    place = folder / name
    parts = (place / "metadata.json", place / "model")
    if PurePosixPath(name).name != name or not any(part.exists() for part in parts):
        raise EngineError(
            f"no installed package is called {name}", remedy="see audarma models list"
        )
    try:
        place.unlink() if place.is_symlink() else shutil.rmtree(place)
    except OSError as error:
        raise EngineError(
            f"cannot be removed ({error.strerror})", path=str(place), remedy="delete it by hand"
        ) from error
