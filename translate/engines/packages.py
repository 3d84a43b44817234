"""Which packages there are, and which of them serves a language pair."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from glossary.model import TargetLanguage
from translate.engines.argos import ArgosEngine, engine_from_archive, engine_from_folder
from translate.errors import EngineError, MissingModel


def packages_folder() -> Path:
    """Where installed packages live: `ARGOS_PACKAGES_DIR`, else the folder Argos itself uses.

    The folder need not exist; nothing is created.
    """
    asked = os.environ.get("ARGOS_PACKAGES_DIR", "")
    if asked:
        return Path(asked)
    data = os.environ.get("XDG_DATA_HOME", "")
    base = Path(data) if data else Path.home() / ".local" / "share"
    return base / "argos-translate" / "packages"


def embedded_archives() -> tuple[Path, ...]:
    """The packages shipped with audarma, in name order."""
    folder = Path(str(resources.files("translate") / "models"))
    return tuple(sorted(folder.glob("*.argosmodel")))


def installed_engines() -> Iterator[ArgosEngine]:
    """Engines of every usable installed package; folders that hold no package are passed over."""
    folder = packages_folder()
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if (path / "metadata.json").is_file() and (path / "model").is_dir():
            yield engine_from_folder(path)


def available_engines() -> Iterator[ArgosEngine]:
    """Installed packages first, then the embedded ones: the order in which a pair is served."""
    yield from installed_engines()
    for archive in embedded_archives():
        yield engine_from_archive(archive)


def choose_engine(target: TargetLanguage, name: str = "auto") -> ArgosEngine:
    """The engine that serves Russian into `target`.

    `name` is `auto` (the first that fits), `embedded`, the name of a package, or a path to an
    `.argosmodel` file or to an unpacked package. Raises MissingModel when nothing fits.
    """
    path = Path(name)
    if name.endswith(".argosmodel"):
        if not path.is_file():
            raise EngineError(
                "no such file", path=name, remedy="give the path of an .argosmodel package"
            )
        candidates = iter([engine_from_archive(path, origin="file")])
    elif (path / "metadata.json").is_file():
        candidates = iter([engine_from_folder(path, origin="file")])
    else:
        candidates = available_engines()
    for engine in candidates:
        if (engine.info.source, engine.info.target) != ("ru", target):
            continue
        if name in ("auto", engine.info.name, engine.info.origin) or path.exists():
            return engine
    raise MissingModel("ru", target, name)
