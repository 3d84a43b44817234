"""The termbase on disk: what loads, what is refused and in which words, what a save leaves."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.errors import TermbaseError
from glossary.model import Concept, Status, Term, Termbase, TermClass
from glossary.store import default_terms, digest, load_termbase, save_termbase

ENTRY = Concept(
    "ins_un",
    TermClass.ORG,
    Term("ru", "Организация Объединенных Наций", sources=("https://www.un.org",)),
    Term("en", "United Nations"),
    Term("kk", "Біріккен Ұлттар Ұйымы"),
)
TERMBASE = Termbase((ENTRY,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_termbase(TERMBASE, tmp_path / "terms")
    return tmp_path / "terms"


def test_a_saved_termbase_loads_with_its_digest(folder: Path) -> None:
    assert load_termbase(folder) == replace(TERMBASE, digest=digest(TERMBASE))


def test_a_save_leaves_only_the_three_files(folder: Path) -> None:
    save_termbase(TERMBASE, folder)
    assert sorted(path.name for path in folder.iterdir()) == ["en.po", "glossary.pot", "kk.po"]


def test_a_failed_save_leaves_the_old_files(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    broken = replace(ENTRY, kk=Term("kk", "Біріккен\nҰлттар Ұйымы"))
    with pytest.raises(TermbaseError, match="ins_un"):
        save_termbase(Termbase((broken,)), folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "terms").write_text("a file")
    with pytest.raises(TermbaseError, match=r"terms: cannot be written"):
        save_termbase(TERMBASE, tmp_path / "terms")


def test_the_digest_names_the_content_and_not_the_layout(folder: Path) -> None:
    wanted = load_termbase(folder).digest
    path = folder / "en.po"
    text = path.read_text(encoding="utf-8")
    edited = text.replace('"Language: en\\n"', '"Language: en\\n"\n"X-Generator: Poedit 3.5\\n"')
    path.write_bytes(b"\xef\xbb\xbf" + edited.replace("\n", "\r\n").encode())
    assert load_termbase(folder).digest == wanted
    path.write_text(text.replace("United Nations", "The United Nations"), encoding="utf-8")
    assert load_termbase(folder).digest != wanted


@pytest.mark.parametrize("name", ["glossary.pot", "en.po", "kk.po"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(TermbaseError) as caught:
        load_termbase(folder)
    assert str(caught.value).startswith(f"{folder / name}: the file is missing")


def test_a_file_in_another_encoding_is_named_with_the_byte(folder: Path) -> None:
    path = folder / "glossary.pot"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1251", errors="replace"))
    with pytest.raises(TermbaseError, match=r"glossary\.pot: not UTF-8 \(byte \d+\); save"):
        load_termbase(folder)


def test_a_broken_file_is_named_with_its_folder_and_line(folder: Path) -> None:
    path = folder / "kk.po"
    path.write_text(path.read_text(encoding="utf-8") + '\nmsgid "a\n', encoding="utf-8")
    with pytest.raises(TermbaseError) as caught:
        load_termbase(folder)
    message = str(caught.value)
    assert message.startswith(f"{path}:15: ")
    assert "\n" not in message


def test_no_folder_and_a_file_for_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", tmp_path / "file"):
        (tmp_path / "file").touch()
        with pytest.raises(TermbaseError, match="no such folder"):
            load_termbase(path)


def test_a_directory_for_a_file_is_named(folder: Path) -> None:
    (folder / "en.po").unlink()
    (folder / "en.po").mkdir()
    with pytest.raises(TermbaseError, match=r"en\.po: cannot be read"):
        load_termbase(folder)


def test_the_shipped_files_are_as_the_tool_writes_them(tmp_path: Path) -> None:
    save_termbase(load_termbase(), tmp_path)
    for path in tmp_path.iterdir():
        shipped = default_terms() / path.name
        assert path.read_text(encoding="utf-8") == shipped.read_text(encoding="utf-8")


def test_the_shipped_termbase_is_large_enough_to_work_with() -> None:
    enforced = [
        concept
        for concept in load_termbase().concepts
        if all(
            term is not None and term.status is not Status.PROPOSAL
            for term in (concept.en, concept.kk)
        )
    ]
    assert len(enforced) >= 600


@pytest.mark.parametrize("name", ["glossary.pot", "en.po", "kk.po"])
def test_gettext_accepts_the_shipped_files(name: str) -> None:
    msgfmt = shutil.which("msgfmt")
    if msgfmt is None:
        pytest.skip("msgfmt of GNU gettext is not installed")
    command = [msgfmt, "--check", "--output-file=/dev/null", str(default_terms() / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
