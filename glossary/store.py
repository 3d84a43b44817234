"""The termbase on disk: read whole, written whole, named by the hash of its content."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from glossary.errors import TermbaseError
from glossary.formats.po import SOURCE_NAME, TARGET_NAMES, PoFiles, parse, serialize
from glossary.model import Termbase


def default_terms() -> Path:
    """The folder of the termbase that is shipped with the package."""
    return Path(str(files("glossary") / "terms"))


def load_termbase(folder: Path | None = None) -> Termbase:
    """The termbase kept in a folder (by default the shipped one), with its digest.

    Raises:
        TermbaseError: one line that names the file, the place and what to do about it.
    """
    folder = default_terms() if folder is None else folder
    if not folder.is_dir():
        raise TermbaseError(
            "no such folder of terms; give one that holds glossary.pot", path=str(folder)
        )
    texts = PoFiles(
        source=_read(folder / SOURCE_NAME),
        en=_read(folder / TARGET_NAMES["en"]),
        kk=_read(folder / TARGET_NAMES["kk"]),
    )
    try:
        termbase = parse(texts)
    except TermbaseError as error:
        path = str(folder / error.path)
        raise TermbaseError(error.message, path=path, line=error.line) from error
    return replace(termbase, digest=digest(termbase))


def save_termbase(termbase: Termbase, folder: Path) -> None:
    """Write the three files of a termbase; each replaces its predecessor only when all are whole.

    Raises:
        TermbaseError: a text that the files cannot carry, or a folder that cannot be written.
    """
    texts = serialize(termbase)
    contents = {
        folder / SOURCE_NAME: texts.source,
        folder / TARGET_NAMES["en"]: texts.en,
        folder / TARGET_NAMES["kk"]: texts.kk,
    }
    written: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in contents.items():
            written[path] = _write_beside(path, text)
        for path, beside in written.items():
            beside.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise TermbaseError(f"cannot be written ({reason})", path=str(folder)) from error
    finally:
        for beside in written.values():
            beside.unlink(missing_ok=True)


def digest(termbase: Termbase) -> str:
    """16 hex digits that name the content of a termbase, whatever its files look like.

    Comment order, headers, line ends and the wrapping of an editor do not change it.
    """
    texts = serialize(termbase)
    content = "\0".join((texts.source, texts.en, texts.kk))
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TermbaseError(
            f"not UTF-8 (byte {error.start}); save the file as UTF-8", path=str(path)
        ) from error
    except FileNotFoundError as error:
        raise TermbaseError(
            "the file is missing; a folder of terms needs glossary.pot, en.po and kk.po",
            path=str(path),
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise TermbaseError(f"cannot be read ({reason})", path=str(path)) from error


def _write_beside(path: Path, text: str) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside
