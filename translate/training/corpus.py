"""Reading the press corpus and dividing it into training, dev and held-out files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of the corpus; `en` or `kk` is empty where a source has no such side."""

    ru: str
    en: str
    kk: str
    origin: str = "press"
    """Name of the corpus it came from."""


def read_units(path: Path, origin: str = "press") -> tuple[Unit, ...]:
    """The units of one ru-en-kk file, blank lines skipped; ValueError names a broken line."""
    units = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        columns = [column.strip() for column in line.split("\t")]
        if len(columns) != 3:
            raise ValueError(f"{path}:{number}: {len(columns)} columns where 3 are wanted")
        units.append(Unit(*columns, origin))
    return tuple(units)


def rank(name: str) -> str:
    """A fixed pseudo-random key of a file name: the same on every machine and in every year."""
    return hashlib.sha256(f"audarma held-out {name}".encode()).hexdigest()


def held_out_names(names: Iterable[str], share: float = 0.1) -> tuple[str, ...]:
    """The tenth of the files with the lowest rank, sorted by name.

    Files added later (prefix `n-`) are never chosen: what has been trained on stays trained on, and
    figures of different dates stay comparable.
    """
    given = sorted((name for name in names if not name.startswith("n-")), key=rank)
    return tuple(sorted(given[: round(len(given) * share)]))


def dev_names(names: Iterable[str], held_out: Iterable[str], count: int = 4) -> tuple[str, ...]:
    """The next few files by rank: not trained on, used to watch the training."""
    taken = set(held_out)
    rest = sorted(
        (name for name in names if not name.startswith("n-") and name not in taken), key=rank
    )
    return tuple(sorted(rest[:count]))
