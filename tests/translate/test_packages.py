"""Packages at hand: which one serves, and what becomes of those that are broken."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_package import build_package
from tests.translate.conftest import Run
from translate.engines.argos import engine_from_archive
from translate.engines.install import unpack_package
from translate.engines.packages import choose_engine
from translate.errors import EngineError, MissingModel

ROOT = Path(__file__).parents[2]
NAME = "translate-ru_kk-1_0"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return build_package(tmp_path_factory.mktemp("package")).read_bytes()


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that installed packages go to: not there yet."""
    folder = tmp_path / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    return folder


def _is_one_line(err: str) -> bool:
    return err.startswith("audarma: ") and err.count("\n") == 1


def _install(archive: bytes, packages: Path, tmp_path: Path, name: str = NAME) -> Path:
    path = tmp_path / "given.argosmodel"
    path.write_bytes(archive)
    place = unpack_package(path, packages)
    return place if name == NAME else place.rename(packages / name)


def _without_metadata(package: Path) -> None:
    (package / "metadata.json").unlink()


def _metadata_cut_short(package: Path) -> None:
    (package / "metadata.json").write_text('{"from_code": "ru"')


def _metadata_without_pair(package: Path) -> None:
    (package / "metadata.json").write_text("{}")


def _without_tokenizer(package: Path) -> None:
    (package / "sentencepiece.model").unlink()


def _without_weights(package: Path) -> None:
    (package / "model/model.bin").unlink()


UNREADABLE = (
    _without_metadata,
    _metadata_cut_short,
    _metadata_without_pair,
    _without_tokenizer,
    _without_weights,
)


def _damaged_tokenizer(package: Path) -> None:
    (package / "sentencepiece.model").write_bytes(b"no model")


def _weights_cut_short(package: Path) -> None:
    path = package / "model/model.bin"
    path.write_bytes(path.read_bytes()[:1000])


def _empty_weights(package: Path) -> None:
    (package / "model/model.bin").write_bytes(b"")


UNLOADABLE = (_damaged_tokenizer, _weights_cut_short, _empty_weights)


@pytest.mark.parametrize("damage", UNREADABLE)
def test_a_broken_package_is_named_passed_over_and_can_be_removed(
    run: Run,
    damage: Callable[[Path], None],
    archive: bytes,
    packages: Path,
    tmp_path: Path,
) -> None:
    damage(_install(archive, packages, tmp_path))
    (packages / "stray folder").mkdir()
    ran = run("models", "list")
    assert ran.code == 0
    assert _is_one_line(ran.err)
    assert str(packages / NAME) in ran.err
    assert "* ru-kk  translate-ru_kk-1_0 1.0  embedded, slots" in ran.out
    assert run("models", "remove", NAME).code == 0
    assert run("models", "list").err == ""


@pytest.mark.parametrize("damage", [*UNREADABLE, *UNLOADABLE])
def test_translation_goes_on_with_the_next_package(
    damage: Callable[[Path], None],
    archive: bytes,
    packages: Path,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    _install(archive, packages, tmp_path, "b-sound")
    damage(_install(archive, packages, tmp_path, "a-broken"))
    assert choose_engine("kk").info.name == "b-sound"
    assert choose_engine("en").info.origin == "embedded"
    (record,) = caplog.records
    assert record.getMessage().startswith(f"audarma: {packages / 'a-broken'}: ")
    assert "\n" not in record.getMessage()


def test_the_warning_is_one_line_on_stderr(archive: bytes, packages: Path, tmp_path: Path) -> None:
    _weights_cut_short(_install(archive, packages, tmp_path))
    script = "from translate.engines.packages import choose_engine as c; c('kk'); c('kk'); c('en')"
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert _is_one_line(ran.stderr)
    assert NAME in ran.stderr


@pytest.mark.parametrize("damage", UNLOADABLE)
def test_a_broken_package_asked_for_by_name_is_an_error(
    damage: Callable[[Path], None], archive: bytes, packages: Path, tmp_path: Path
) -> None:
    damage(_install(archive, packages, tmp_path, "mine"))
    with pytest.raises(EngineError, match="mine"):
        choose_engine("kk", "mine")


def test_a_folder_named_like_an_engine_changes_nothing(
    archive: bytes, packages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(archive, packages, tmp_path, "mine")
    here = tmp_path / "here"
    monkeypatch.chdir(tmp_path)
    for name in ("auto", "embedded", "installed", "mine"):
        _install(archive, here, tmp_path, name)
    monkeypatch.chdir(here)
    chosen = {
        name: choose_engine("kk", name).info.origin
        for name in ("auto", "embedded", "installed", "mine", "./mine", str(here / "auto"))
    }
    assert (
        list(chosen.values()) == ["installed", "embedded", "installed", "installed"] + ["file"] * 2
    )


def test_a_path_serves_only_its_own_pair(archive: bytes, packages: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.argosmodel"
    path.write_bytes(archive)
    assert choose_engine("kk", str(path)).info.origin == "file"
    with pytest.raises(MissingModel):
        choose_engine("en", str(path))
    with pytest.raises(EngineError, match="no such file"):
        choose_engine("kk", str(tmp_path / "none.argosmodel"))
    with pytest.raises(MissingModel):
        choose_engine("kk", "none")


def test_a_package_of_other_languages_is_listed_and_never_serves(
    run: Run, packages: Path, tmp_path: Path
) -> None:
    for pair in (("ru", "de"), ("en", "kk")):
        unpack_package(build_package(tmp_path, *pair), packages)
    listed = run("models", "list").out
    assert "  ru-de  translate-ru_de-1_0" in listed
    assert "  en-kk  translate-en_kk-1_0" in listed
    assert "* ru-de" not in listed
    assert choose_engine("en").info.origin == "embedded"
    assert choose_engine("kk").info.origin == "embedded"


def test_the_list_as_json_says_what_serves_and_under_which_licence(
    run: Run, archive: bytes, packages: Path, tmp_path: Path
) -> None:
    _install(archive, packages, tmp_path, "mine")
    rows = json.loads(run("models", "list", "--format", "json").out)
    assert [(row["pair"], row["origin"], row["serves"]) for row in rows] == [
        ("ru-kk", "installed", True),
        ("ru-en", "embedded", True),
        ("ru-kk", "embedded", False),
    ]
    assert rows[0]["licence"] == "not stated"
    assert rows[1]["licence"].startswith("Apache-2.0")


def test_info_tells_place_licence_size_and_digest(
    run: Run, archive: bytes, packages: Path, tmp_path: Path
) -> None:
    place = _install(archive, packages, tmp_path, "mine")
    told = json.loads(run("models", "info", "mine").out)
    files = [place / "sentencepiece.model", *(place / "model").iterdir()]
    assert told["place"] == str(place)
    assert told["bytes"] == sum(path.stat().st_size for path in files)
    assert told["licence"] == "not stated"
    assert told["digest"] == choose_engine("kk", "mine").info.digest
    assert told["digest"] == engine_from_archive(tmp_path / "given.argosmodel").info.digest
    assert run("models", "info", "none").code == 2


@pytest.mark.parametrize("name", ["..", ".", "../packages/mine", "none", "stray", ""])
def test_only_installed_packages_can_be_removed(
    run: Run, archive: bytes, packages: Path, tmp_path: Path, name: str
) -> None:
    _install(archive, packages, tmp_path, "mine")
    (packages / "stray").mkdir()
    ran = run("models", "remove", name)
    assert ran.code == 1
    assert _is_one_line(ran.err)
    assert (packages / "mine/metadata.json").is_file()


def test_build_without_its_libraries_names_the_extra(
    run: Run, packages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for library in ("torch", "transformers", "huggingface_hub"):
        monkeypatch.setitem(sys.modules, library, None)
    for place in (tmp_path, "deepvk/kazRush-ru-kk"):
        ran = run("models", "build", "ru", "kk", "--from", place)
        assert ran.code == 1
        assert _is_one_line(ran.err)
        assert 'pip install "audarma[build]"' in ran.err
