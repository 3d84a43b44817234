"""Files in and out: every bad path gets one clear line, and no output is ever half written."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate import store
from translate.errors import (
    AudarmaError,
    MissingInput,
    OutputError,
    OutputPathError,
    UnreadableInput,
    UnsupportedFormat,
)
from translate.store import read_document, read_lines, write_atomically, write_together

FULL = Path("/dev/full")
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def leftovers(folder: Path) -> list[str]:
    """Names of temporary files in the folder."""
    return [p.name for p in folder.iterdir() if p.name.startswith(".audarma-")]


def test_a_document_is_read(tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.write_bytes("date 2025-08-22\r\nОн прибыл.".encode("cp1251"))
    document = read_document(path)
    assert (document.name, document.encoding, document.date) == (
        "release.txt",
        "cp1251",
        "2025-08-22",
    )
    assert document.text.encode(document.encoding) == path.read_bytes()
    assert [s.text for s in document.sentences] == ["Он прибыл."]


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (b"", UnreadableInput, "the file is empty"),
        (b"\n", UnreadableInput, "there is no text in it"),
        (b"a\0b", UnreadableInput, "byte 1: a NUL byte"),
        (b"PK\x03\x04", UnsupportedFormat, "this is a Word document"),
        ("Élève".encode("latin-1"), UnreadableInput, "byte 0: neither UTF-8 nor Windows-1251"),
    ],
)
def test_bad_data(tmp_path: Path, data: bytes, error: type[AudarmaError], message: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    with pytest.raises(error) as caught:
        read_document(path)
    line = str(caught.value)
    assert line.startswith(str(path))
    assert message in line
    assert ";" in line, "the line names a remedy"
    assert caught.value.exit_code == 1


@pytest.mark.parametrize(
    "name", ["none.txt", "", "file/below.txt", "\0", "new\nline.txt", "\udcff"]
)
def test_a_path_that_leads_to_no_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("текст", encoding="utf-8")
    with pytest.raises((MissingInput, UnreadableInput)) as caught:
        read_document(tmp_path / name)
    assert str(caught.value).isprintable()
    assert caught.value.exit_code == (1 if name == "\0" else 2)


@pytest.mark.skipif(AS_ROOT, reason="root may read everything")
def test_a_locked_file(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("текст", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(UnreadableInput, match="no permission"):
        read_document(path)


def test_a_huge_file_is_refused_without_reading_it_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "LARGEST", 10)
    path = tmp_path / "huge.txt"
    path.write_bytes(b"x" * 11)
    with pytest.raises(UnreadableInput, match="larger than"):
        read_document(path)


def test_lines_keep_their_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = "\ufeffодин\r\n\n\u2028два\x0b\nтри".encode()
    path = tmp_path / "lines.txt"
    path.write_bytes(data)
    expected = ["один", "", "\u2028два\x0b", "три"]
    assert list(read_lines(path)) == expected
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert list(read_lines(Path("-"))) == expected


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes(b"a\nb\xff\n")
    with pytest.raises(UnreadableInput, match=r"line 2, byte 1: not UTF-8 \(0xFF\)"):
        list(read_lines(path))
    with pytest.raises(MissingInput):
        list(read_lines(tmp_path / "none"))
    with pytest.raises(MissingInput):
        list(read_lines(tmp_path))


def test_writing_makes_folders_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "out.txt"
    write_atomically(path, b"one")
    write_atomically(path, iter([b"t", b"wo"]))
    assert path.read_bytes() == b"two"
    assert not leftovers(path.parent)


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    plain, written = tmp_path / "plain", tmp_path / "written"
    plain.write_bytes(b"")
    write_atomically(written, b"")
    assert written.stat().st_mode == plain.stat().st_mode


def test_a_link_keeps_pointing_at_its_file(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_folder_takes_no_file(tmp_path: Path) -> None:
    with pytest.raises(OutputPathError, match="this is a folder") as caught:
        write_atomically(tmp_path, b"x")
    assert caught.value.exit_code == 2


def test_no_folder_is_made_under_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"kept")
    for below in ("file/out.txt", "file/deep/out.txt"):
        with pytest.raises(OutputPathError, match="its folder is a file"):
            write_atomically(tmp_path / below, b"x")
    assert (tmp_path / "file").read_bytes() == b"kept"


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")
def test_a_device_is_refused() -> None:
    with pytest.raises(OutputPathError, match="this is a device"):
        write_atomically(FULL, b"x")


def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_bytes(b"old 1")
    second.write_bytes(b"old 2")
    synced: list[int] = []

    def full(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="second: the disk is full; free some space") as caught:
        write_together({first: b"new 1", second: b"new 2"})
    assert caught.value.exit_code == 1
    assert (first.read_bytes(), second.read_bytes()) == (b"old 1", b"old 2")
    assert not leftovers(tmp_path)


def test_an_error_in_the_data_passes_through_and_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, broken())
    assert path.read_bytes() == b"old"
    assert not leftovers(tmp_path)
