"""Source files in, result files out: where paths become text, and bytes become files."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from translate.errors import (
    InputError,
    MissingInput,
    OutputError,
    OutputPathError,
    UnreadableInput,
)
from translate.formats.text import decode
from translate.model import Document
from translate.segment import build_document

LARGEST = 64 * 1024 * 1024
"""Bytes of one source file at most; a book has one or two million."""

_NAME_A_FILE = "name a text file"


def read_document(path: Path) -> Document:
    """The document at that path, decoded and segmented; its name is the file's, without folders.

    Raises `MissingInput` where there is no file, `UnreadableInput` where it is empty, locked, too
    large, binary or in an unknown encoding, `UnsupportedFormat` where it is no plain text.
    """
    data = read_bytes(path)
    try:
        text, encoding = decode(data)
    except InputError as error:
        raise error.at(str(path)) from None
    return build_document(path.name, text, encoding)


def read_bytes(path: Path) -> bytes:
    """The bytes of a source file, up to `LARGEST`. Raises as `read_document` does."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise MissingInput("no such file", path=str(path), remedy=_NAME_A_FILE) from None
    except IsADirectoryError:
        raise MissingInput("this is a folder", path=str(path), remedy=_NAME_A_FILE) from None
    except PermissionError:
        raise UnreadableInput(
            "no permission to read it", path=str(path), remedy="change its permissions"
        ) from None
    except (OSError, ValueError) as error:
        raise UnreadableInput(f"cannot be read: {_reason(error)}", path=str(path)) from None
    if not data:
        raise UnreadableInput(
            "the file is empty", path=str(path), remedy="give a file that holds text"
        )
    if len(data) > LARGEST:
        raise UnreadableInput(
            f"larger than {LARGEST // 2**20} MiB", path=str(path), remedy="split it into parts"
        )
    return data


def read_lines(path: Path) -> Iterator[str]:
    """The lines of a UTF-8 file, or of standard input for `-`, without their line ends.

    Only a line feed, with or without a carriage return, ends a line, so that as many lines come
    out as other line tools count. Raises `MissingInput`, and `UnreadableInput` naming the line.
    """
    if str(path) == "-":
        yield from _decoded_lines(sys.stdin.buffer, "standard input")
        return
    try:
        with path.open("rb") as file:
            yield from _decoded_lines(file, str(path))
    except (FileNotFoundError, NotADirectoryError):
        raise MissingInput("no such file", path=str(path), remedy=_NAME_A_FILE) from None
    except IsADirectoryError:
        raise MissingInput("this is a folder", path=str(path), remedy=_NAME_A_FILE) from None
    except OSError as error:
        raise UnreadableInput(f"cannot be read: {_reason(error)}", path=str(path)) from None


def _decoded_lines(lines: Iterable[bytes], name: str) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise UnreadableInput(
                f"not UTF-8 (0x{line[error.start]:02X})",
                path=name,
                place=f"line {number}, byte {error.start}",
                remedy="save it in UTF-8",
            ) from None
        yield text.removesuffix("\n").removesuffix("\r")


def write_atomically(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Put the data at that path, as a whole or not at all; missing folders are made.

    Raises `OutputPathError` for a path that can take no file, `OutputError` when writing fails;
    what stood there before is then untouched and nothing is left beside it. An error raised by
    the iterable itself passes through, with the same promise.
    """
    write_together({path: data})


def write_together(files: Mapping[Path, bytes | Iterable[bytes]]) -> None:
    """Write several files; none of them replaces anything before all are safely on the disk.

    Raises as `write_atomically` does.
    """
    staged: list[tuple[Path, Path, Path]] = []
    try:
        for path, data in files.items():
            target = _checked_target(path)
            beside = target.with_name(f".audarma-{secrets.token_hex(8)}.tmp")
            staged.append((beside, target, path))
            _write(beside, path, (data,) if isinstance(data, bytes) else data)
        for beside, target, path in staged:
            with _reporting(path):
                beside.replace(target)
    finally:
        for beside, _, _ in staged:
            with contextlib.suppress(OSError):
                beside.unlink()


def _checked_target(path: Path) -> Path:
    """Where the bytes go: links followed, folders made. A link keeps pointing at its file."""
    shown = str(path)
    with _reporting(path):
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise OutputPathError(
                "this is a folder, not a file", path=shown, remedy="name another output"
            )
        if target.exists() and not target.is_file():
            raise OutputPathError(
                "this is a device, not a file", path=shown, remedy="name another output"
            )
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise OutputPathError(
                "its folder is a file", path=shown, remedy="name another output folder"
            ) from None
    return target


def _write(beside: Path, path: Path, chunks: Iterable[bytes]) -> None:
    with _reporting(path):
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    file = os.fdopen(descriptor, "wb")
    try:
        for chunk in chunks:
            with _reporting(path):
                file.write(chunk)
        with _reporting(path):
            file.flush()
            os.fsync(descriptor)
    finally:
        with _reporting(path):
            file.close()


@contextlib.contextmanager
def _reporting(path: Path) -> Iterator[None]:
    """Turn an operating system's error into one line that names the output and the remedy."""
    try:
        yield
    except (OSError, ValueError) as error:
        full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
        denied = isinstance(error, PermissionError)
        remedy = "free some space" if full else "choose another folder with --out"
        reason = "no permission to write here" if denied else _reason(error)
        raise OutputError(
            "the disk is full" if full else reason, path=str(path), remedy=remedy
        ) from None


def _reason(error: OSError | ValueError) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text[:1].lower() + text[1:]
