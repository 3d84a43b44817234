"""The termbase with its recognizer, ready to use: built once, then read from a cache.

Expanding every name to its paradigm takes seconds; reading the result back takes a tenth of one.
The cache of the shipped termbase lies in the package's own `__pycache__`, as Python's own does;
that of another termbase only where `AUDARMA_CACHE` names a folder. A cache is never read from a
folder of terms, which may come from anybody.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from glossary.model import Termbase
from glossary.recognize import Recognizer, build_recognizer
from glossary.store import default_terms, load_termbase

_FILES = ("glossary.pot", "en.po", "kk.po")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A termbase and the recognizer of its names."""

    termbase: Termbase
    recognizer: Recognizer


def prepare(folder: Path | None = None) -> Prepared:
    """The termbase of a folder (the shipped one by default) with its recognizer.

    Raises TermbaseError as `load_termbase` does. A cache that cannot be read or written is passed
    over in silence: it only saves time.
    """
    place = _cache_place(default_terms() if folder is None else folder, shipped=folder is None)
    if place is not None:
        with suppress(Exception):
            found = pickle.loads(place.read_bytes())
            if isinstance(found, Prepared):
                return found
    termbase = load_termbase(folder)
    prepared = Prepared(termbase, build_recognizer(termbase))
    if place is not None:
        _write(place, prepared)
    return prepared


def _cache_place(folder: Path, *, shipped: bool) -> Path | None:
    """The file that caches a termbase in its present state and for the present code."""
    asked = os.environ.get("AUDARMA_CACHE", "")
    if asked:
        home = Path(asked)
    elif shipped and not sys.dont_write_bytecode:
        home = Path(__file__).parent / "__pycache__"
    else:
        return None
    key = hashlib.sha256(sys.version.encode())
    try:
        for name in _FILES:
            key.update((folder / name).read_bytes())
        code = Path(__file__).parent
        for path in (*sorted(code.rglob("*.py")), *sorted((code / "data").iterdir())):
            facts = path.stat()
            key.update(f"{path.name} {facts.st_size} {facts.st_mtime_ns}".encode())
    except OSError:
        return None
    return home / f"termbase-{key.hexdigest()[:24]}.cache"


def _write(place: Path, prepared: Prepared) -> None:
    """Put the cache in its place and older ones away; a folder that takes no file is left alone."""
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as beside:
            beside.write(pickle.dumps(prepared, protocol=5))
        Path(beside.name).replace(place)
        for old in place.parent.glob("termbase-*.cache"):
            if old != place:
                old.unlink()
