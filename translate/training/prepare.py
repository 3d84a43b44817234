"""Prepared training data: work/train.tsv, work/dev.tsv, work/heldout.tsv (origin, ru, en, kk)."""

from __future__ import annotations

import csv
import sys
from typing import TYPE_CHECKING

from translate.training.corpus import Unit, dev_names, held_out_names, read_units
from translate.training.filters import acceptable, is_prose
from translate.training.paths import CORPORA, HELD_OUT, PRESS, WORK
from translate.training.shingles import near_duplicates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


def _rows(path: Path) -> Iterator[dict[str, str]]:
    if not path.exists():
        print(f"left out, not at hand: {path}", file=sys.stderr)  # noqa: T201
        return
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def everyday(folder: Path) -> Iterator[Unit]:
    """Tatoeba and TICO-19 pairs, each with one target."""
    for row in _rows(folder / "tatoeba.ru-en.tsv"):
        if acceptable(row["ru"], row["en"], "en") and len(row["ru"].split()) > 3:
            yield Unit(row["ru"], row["en"], "", "tatoeba-en")
    for row in _rows(folder / "tatoeba.ru-kk.tsv"):
        if acceptable(row["ru"], row["kk"], "kk"):
            yield Unit(row["ru"], "", row["kk"], "tatoeba-kk")
    for row in _rows(folder / "tico19.ru-en.tsv"):
        if acceptable(row["ru"], row["en"], "en") and len(row["ru"].split()) <= 40:
            yield Unit(row["ru"], row["en"], "", "tico19")


def software(folder: Path) -> Iterator[Unit]:
    """Prose of the software corpus: full sentences only, the trilingual file only."""
    seen = set()
    for row in _rows(folder / "software.ru-en-kk.tsv"):
        ru, en, kk = (row[key] or "" for key in ("ru", "en", "kk"))
        if ru in seen or not (is_prose(ru, 5) and is_prose(en, 5) and is_prose(kk, 4)):
            continue
        if acceptable(ru, en, "en") and acceptable(ru, kk, "kk"):
            seen.add(ru)
            yield Unit(ru, en, kk, "software")


def lexicon(folder: Path) -> Iterator[Unit]:
    """Nouns and noun phrases of the lexicon, in citation form."""
    for path in sorted((folder / "lexicon").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if len(columns) == 5:
                yield Unit(columns[0], columns[2], columns[4], "lexicon")


def filled_slots(units: Iterable[Unit]) -> Iterator[Unit]:
    """Press units with slots filled from the termbase: none yet, the termbase is being written."""
    yield from ()


def _write(path: Path, units: Iterable[Unit]) -> int:
    lines = [f"{u.origin}\t{u.ru}\t{u.en}\t{u.kk}\n" for u in units]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(lines), encoding="utf-8")
    return len(lines)


def read_prepared(path: Path) -> tuple[Unit, ...]:
    """The units of a file that `prepare` wrote."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(Unit(ru, en, kk, origin) for origin, ru, en, kk in rows)


def prepare(press: Path = PRESS, corpora: Path = CORPORA, work: Path = WORK) -> dict[str, int]:
    """Write the three data files and return the number of units of each kind."""
    files = {path.name: path for path in sorted(press.glob("*.tsv"))}
    held_out = _held_out(files)
    dev = dev_names(files, held_out)
    train = [name for name in files if name not in held_out and name not in dev]
    reserved = [u for name in (*held_out, *dev) for u in read_units(files[name])]
    pressed = unlike(reserved, [u for name in train for u in read_units(files[name])])
    auxiliary = [*filled_slots(pressed), *everyday(corpora), *software(corpora), *lexicon(corpora)]
    _write(work / "heldout.tsv", (u for name in held_out for u in read_units(files[name])))
    _write(work / "dev.tsv", (u for name in dev for u in read_units(files[name])))
    _write(work / "train.tsv", [*pressed, *auxiliary])
    counts: dict[str, int] = {"dev and held out": len(reserved)}
    for unit in [*pressed, *auxiliary]:
        counts[unit.origin] = counts.get(unit.origin, 0) + 1
    return counts


def unlike(reserved: Sequence[Unit], units: Sequence[Unit]) -> list[Unit]:
    """The units that are neither near-duplicates of a reserved unit nor of an earlier one."""
    border = len(reserved)
    pairs = near_duplicates([unit.ru for unit in (*reserved, *units)])
    dropped = {later - border for later, _, _ in pairs if later >= border}
    return [unit for number, unit in enumerate(units) if number not in dropped]


def _held_out(files: Iterable[str]) -> tuple[str, ...]:
    """The committed list where there is one, so that renaming a file cannot move the border."""
    if HELD_OUT.exists():
        return tuple(HELD_OUT.read_text(encoding="utf-8").split())
    names = held_out_names(files)
    HELD_OUT.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    return names
