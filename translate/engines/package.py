"""One Argos package, archive or folder: what its metadata says, read without loading its model."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Literal, TypeGuard

from glossary.model import TargetLanguage
from translate.errors import EngineError

Origin = Literal["installed", "embedded", "file"]
TOKENIZERS = ("sentencepiece.model", "bpe.model")
"""Files of which a package has one."""
WEIGHTS = "model/model.bin"
_UNREADABLE = (
    OSError,
    ValueError,
    KeyError,
    RuntimeError,
    EOFError,
    zlib.error,
    zipfile.BadZipFile,
)
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Package:
    """A package that has metadata, a tokenizer and weights; whether they load is not known yet."""

    place: Path
    """An `.argosmodel` file, or the folder it was unpacked to."""
    origin: Origin
    name: str
    version: str
    source: str
    target: str
    licence: str
    knows_slots: bool
    prefix: str
    """Token that every output begins with; empty for a model of one language pair."""
    length_penalty: float
    """How much longer hypotheses are favoured in the search; 1 where the package does not say."""
    members: tuple[str, ...]
    """Paths inside the package of tokenizer and model files, in the order of their digest."""

    @property
    def can_serve(self) -> bool:
        """Whether this is a language pair audarma translates."""
        return self.source == "ru" and is_target(self.target)

    @property
    def tokenizer(self) -> str:
        """The tokenizer's file name."""
        return self.members[-1]

    def read(self) -> dict[str, bytes]:
        """Content of the members by path. Raises EngineError when one is damaged."""
        with _opener(self.place) as open_member:
            return {name: _content(open_member(name)) for name in self.members}

    def blocks(self) -> Iterator[bytes]:
        """Content of the members one after the other. Raises EngineError when one is damaged."""
        with _opener(self.place) as open_member:
            for name in self.members:
                with open_member(name) as opened:
                    while block := opened.read(_BLOCK):
                        yield block

    def digest(self) -> str:
        """As `digest_of` says. Raises EngineError as `blocks` does."""
        return digest_of(self.blocks())


def digest_of(blocks: Iterable[bytes]) -> str:
    """First 16 hexadecimal digits of the SHA-256 of model and tokenizer.

    An archive and its unpacked folder have the same.
    """
    summed = hashlib.sha256()
    for block in blocks:
        summed.update(block)
    return summed.hexdigest()[:16]


def is_target(code: str) -> TypeGuard[TargetLanguage]:
    """Whether audarma translates into the language of this code."""
    return code in ("en", "kk")


def read_package(place: Path, origin: Origin) -> Package:
    """The package at a path. Raises EngineError when metadata, tokenizer or model is missing."""
    with _opener(place) as open_member:
        metadata = json.loads(_content(open_member("metadata.json")))
        members = tuple(_members(place))
    if not isinstance(metadata, dict):
        raise unusable(place, "metadata.json is no JSON object")
    source, target = metadata.get("from_code"), metadata.get("to_code")
    if not (isinstance(source, str) and isinstance(target, str)):
        raise unusable(place, "metadata.json names no language pair")
    if not members or members[-1] not in TOKENIZERS:
        raise unusable(place, f"it has neither {' nor '.join(TOKENIZERS)}")
    if WEIGHTS not in members:
        raise unusable(place, f"it has no {WEIGHTS}")
    return Package(
        place=place,
        origin=origin,
        name=place.stem if place.suffix == ".argosmodel" else place.name,
        version=str(metadata.get("package_version", "")),
        source=source,
        target=target,
        licence=str(metadata.get("licence") or ""),
        knows_slots=bool(metadata.get("slots", False)),
        prefix=str(metadata.get("target_prefix") or ""),
        length_penalty=_penalty(metadata.get("length_penalty")),
        members=members,
    )


def _penalty(stated: object) -> float:
    return float(stated) if isinstance(stated, int | float) and stated > 0 else 1.0


def describe(package: Package) -> dict[str, Any]:
    """What `audarma models info` prints. Sizes are in bytes, unpacked."""
    return {
        "name": package.name,
        "version": package.version,
        "pair": f"{package.source}-{package.target}",
        "origin": package.origin,
        "place": str(package.place),
        "licence": package.licence or "not stated",
        "slots": package.knows_slots,
        "bytes": sum(map(len, package.blocks())),
        "digest": package.digest(),
    }


def unusable(place: Path, reason: object) -> EngineError:
    """The error that names a package which cannot be used."""
    return EngineError(
        f"not a usable Argos package ({reason!s})",
        path=str(place),
        remedy="remove it with: audarma models remove, or install it anew",
    )


def _members(place: Path) -> Iterator[str]:
    """Model files in name order, then the tokenizer that argostranslate would take."""
    if place.is_dir():
        names = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    else:
        with zipfile.ZipFile(place) as opened:
            names = {_inner(name) for name in opened.namelist() if not name.endswith("/")}
    yield from sorted(name for name in names if name.startswith("model/"))
    yield from [name for name in TOKENIZERS if name in names][:1]


@contextmanager
def _opener(place: Path) -> Iterator[Any]:
    """A function that opens a member for reading, whether the package is a file or a folder."""
    try:
        if place.is_dir():
            yield lambda name: (place / name).open("rb")
            return
        with zipfile.ZipFile(place) as opened:
            inside = {_inner(name): name for name in opened.namelist()}

            def open_member(name: str) -> IO[bytes]:
                return opened.open(inside[name])

            yield open_member
    except _UNREADABLE as error:
        reason = f"it has no {error.args[0]}" if isinstance(error, KeyError) else error
        raise unusable(place, reason) from error


def _content(opened: IO[bytes]) -> bytes:
    with opened:
        return opened.read()


def _inner(name: str) -> str:
    return name.partition("/")[2]
