"""Which packages there are, and which of them serves a language pair."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from pathlib import Path

from glossary.model import TargetLanguage
from translate.engines.argos import ArgosEngine, open_engine
from translate.engines.package import Origin, Package, read_package
from translate.errors import EngineError, MissingModel

_LOG = logging.getLogger(__name__)
Broken = Callable[[EngineError], None]
"""Told of each package that is passed over because it cannot be used."""


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


def packages_at_hand(broken: Broken | None = None) -> Iterator[Package]:
    """Installed packages in name order, then the embedded ones: the order in which they serve.

    Installed packages of other language pairs are among them. A package that cannot be read is
    told to `broken`, or logged once, and passed over; folders that are no packages are not told.
    """
    for path, origin in _places():
        try:
            yield read_package(path, origin)
        except EngineError as error:
            (broken or _log)(error)


def choose_engine(target: TargetLanguage, name: str = "auto") -> ArgosEngine:
    """The engine that serves Russian into `target`, its model loaded.

    `name` is `auto` (the first that serves, see `packages_at_hand`), `embedded`, `installed`, the
    name of a package, or else a path to an `.argosmodel` file or to an unpacked package; a file or
    folder that happens to be called like one of the former is taken only by a path, as `./auto`.
    Unasked for, a package that does not load is logged and the next one serves.

    Raises MissingModel when nothing fits, EngineError when the package asked for cannot be used.
    """
    at_hand = tuple(packages_at_hand())
    named = tuple(package for package in at_hand if package.name == name)
    if name == "auto":
        return _first_that_loads(at_hand, target, name)
    if name in ("embedded", "installed"):
        same = tuple(package for package in at_hand if package.origin == name)
        return _first_that_loads(same, target, name)
    for package in named or (read_package(_existing(name, target), "file"),):
        if (package.source, package.target) == ("ru", target):
            engine = open_engine(package)
            engine.load()
            return engine
    raise MissingModel("ru", target, name)


def _first_that_loads(
    packages: tuple[Package, ...], target: TargetLanguage, name: str
) -> ArgosEngine:
    for package in packages:
        if (package.source, package.target) != ("ru", target):
            continue
        try:
            engine = open_engine(package)
            engine.load()
        except EngineError as error:
            _log(error)
        else:
            return engine
    raise MissingModel("ru", target, name)


def _existing(name: str, target: TargetLanguage) -> Path:
    path = Path(name)
    if path.exists():
        return path
    if path.suffix == ".argosmodel" or len(path.parts) > 1:
        raise EngineError("no such file", path=name, remedy="give the path of a package")
    raise MissingModel("ru", target, name)


def _places() -> Iterator[tuple[Path, Origin]]:
    folder = packages_folder()
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if not path.name.startswith(".") and _looks_like_a_package(path):
            yield path, "installed"
    for archive in embedded_archives():
        yield archive, "embedded"


def _looks_like_a_package(folder: Path) -> bool:
    return (folder / "metadata.json").is_file() or (folder / "model").is_dir()


def _log(error: EngineError) -> None:
    _log_line(f"audarma: {error}")


@cache
def _log_line(line: str) -> None:
    """Log a line unless this process has: each target language goes through the packages anew."""
    _LOG.warning("%s", line)
