"""The commands: exit codes, one-line errors, and results left alone when something fails."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.translate.conftest import Run

TEXT = "Касым-Жомарт Токаев прибыл в Астану.\n\n22 августа состоялась встреча."


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "release.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def one_line(err: str) -> bool:
    return err.startswith("audarma: ") and err.count("\n") == 1


def test_translate_writes_four_files_and_a_summary(run: Run, release: Path, tmp_path: Path) -> None:
    ran = run("translate", release, "--out", tmp_path / "out")
    assert ran.code == 0
    assert "2 segments, 3 mentions" in ran.out
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "release.en.txt",
        "release.kk.txt",
        "release.report.json",
        "release.tmx",
    ]
    assert "Kassym-Jomart Tokayev" in (tmp_path / "out/release.en.txt").read_text(encoding="utf-8")


def test_the_summary_as_json_is_one_object(run: Run, release: Path, tmp_path: Path) -> None:
    ran = run("translate", release, "--to", "en", "--out", tmp_path, "--format", "json")
    assert json.loads(ran.out)["segments"] == 2
    assert not (tmp_path / "release.kk.txt").exists()


def test_lines_keep_order_and_count(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text("Астана\n\nСадыр Жапаров\n", encoding="utf-8")
    ran = run("translate", "--lines", lines, "--to", "kk")
    assert ran.out.split("\n") == ["Астана", "", "Садыр Жапаров", ""]


def test_resume_leaves_complete_results_alone(run: Run, release: Path, tmp_path: Path) -> None:
    arguments = ("translate", release, "--out", tmp_path / "out", "--to", "en")
    run(*arguments)
    report = tmp_path / "out/release.report.json"
    before = report.stat().st_mtime_ns
    ran = run(*arguments, "--resume")
    assert "complete, skipped" in ran.err
    assert report.stat().st_mtime_ns == before


def _binary(folder: Path) -> Path:
    path = folder / "binary.txt"
    path.write_bytes(b"\x00\x01\x02\xff" * 50)
    return path


def _undecodable(folder: Path) -> Path:
    path = folder / "bad.txt"
    path.write_bytes("Привет, ".encode() + b"\xff\xfe\x98" + b" world")
    return path


def _empty(folder: Path) -> Path:
    path = folder / "empty.txt"
    path.write_bytes(b"")
    return path


def _missing(folder: Path) -> Path:
    return folder / "missing.txt"


def _folder(folder: Path) -> Path:
    path = folder / "folder.txt"
    path.mkdir()
    return path


@pytest.mark.parametrize(
    ("make", "code", "says"),
    [
        (_binary, 1, "binary.txt"),
        (_undecodable, 1, "byte"),
        (_empty, 1, "empty"),
        (_missing, 2, "missing.txt"),
        (_folder, 2, "folder"),
    ],
)
def test_bad_input_gets_one_line_and_leaves_results_alone(
    run: Run, tmp_path: Path, make: object, code: int, says: str
) -> None:
    assert callable(make)
    path = make(tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    kept = out / f"{path.stem}.tmx"
    kept.write_text("earlier result", encoding="utf-8")
    ran = run("translate", path, "--out", out)
    assert ran.code == code
    assert one_line(ran.err), ran.err
    assert says in ran.err
    assert kept.read_text(encoding="utf-8") == "earlier result"
    assert list(out.iterdir()) == [kept]


def test_a_good_file_beside_a_bad_one_is_still_translated(
    run: Run, release: Path, tmp_path: Path
) -> None:
    ran = run("translate", _empty(tmp_path), release, "--to", "en", "--out", tmp_path / "out")
    assert ran.code == 1
    assert (tmp_path / "out/release.tmx").exists()


def test_two_files_of_one_stem_are_wrong_use(run: Run, release: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "release.txt").write_text(TEXT, encoding="utf-8")
    ran = run("translate", release, other / "release.txt")
    assert ran.code == 2
    assert one_line(ran.err)


def test_an_interrupted_run_says_how_to_go_on(
    run: Run, release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("translate.pipeline.Pipeline.translate", interrupted)
    ran = run("translate", release, "--out", tmp_path / "out")
    assert ran.code == 130
    assert "--resume" in ran.err
    assert not (tmp_path / "out").exists()


def test_cp1251_is_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(TEXT.encode("cp1251"))
    assert run("translate", path, "--to", "en", "--out", tmp_path / "out").code == 0
    written = (tmp_path / "out/old.en.txt").read_text(encoding="utf-8")
    assert "Kassym-Jomart Tokayev" in written


@pytest.mark.parametrize("codes", ["de", "en,fr", "", "ru"])
def test_an_unknown_target_language_is_wrong_use(run: Run, release: Path, codes: str) -> None:
    ran = run("translate", release, "--to", codes)
    assert ran.code == 2
    assert one_line(ran.err)
    assert "known are en and kk" in ran.err


def test_no_model_is_one_line_with_the_command_that_installs_one(
    run: Run, release: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    monkeypatch.setattr("translate.engines.packages.embedded_archives", lambda: ())
    ran = run("translate", release, "--out", tmp_path / "out")
    assert ran.code == 1
    assert one_line(ran.err)
    assert "audarma models install ru en" in ran.err


def test_a_broken_termbase_is_one_line_with_its_place(
    run: Run, release: Path, tmp_path: Path
) -> None:
    terms = tmp_path / "terms"
    terms.mkdir()
    ran = run("translate", release, "--glossary", terms, "--out", tmp_path / "out")
    assert ran.code == 1
    assert one_line(ran.err)
    (terms / "glossary.pot").write_text('msgid "Астана\nmsgstr ""', encoding="utf-8")
    for name in ("en.po", "kk.po"):
        (terms / name).write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    ran = run("translate", release, "--glossary", terms, "--out", tmp_path / "out")
    assert ran.code == 1
    assert one_line(ran.err)
    assert "glossary.pot:1" in ran.err


def test_an_output_folder_that_is_a_file_is_one_line(
    run: Run, release: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    ran = run("translate", release, "--to", "en", "--out", tmp_path / "file")
    assert ran.code in (1, 2)
    assert one_line(ran.err)


@pytest.mark.slow
def test_a_megabyte_in_one_line_is_translated(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Казахстан готов к диалогу. " * 23_000, encoding="utf-8")
    ran = run("translate", path, "--to", "en", "--out", tmp_path / "out")
    assert ran.code == 0, ran.err


def test_explain_tells_the_way_of_a_segment(run: Run, release: Path) -> None:
    ran = run("explain", f"{release}:1", "--to", "en")
    assert ran.code == 0
    assert "{1:person.nom}" in ran.out
    assert "Kassym-Jomart Tokayev" in ran.out
    assert run("explain", f"{release}:9").code == 2
    assert run("explain", "release").code == 2


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys; sys.argv = ['audarma', '--help']\n"
        "from translate.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'ctranslate2', 'pymorphy3', 'lxml', 'polib', 'argostranslate', 'numpy'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        cwd=Path(__file__).parents[2],
        stdout=subprocess.DEVNULL,
    )


def _commands() -> list[tuple[str, ...]]:
    import click

    from translate.cli import cli

    found: list[tuple[str, ...]] = []
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        found.append((name,))
        if isinstance(command, click.Group):
            found.extend((name, sub) for sub in command.list_commands(context))
    return found


@pytest.mark.parametrize("command", _commands(), ids=" ".join)
def test_every_command_has_help_with_an_example(run: Run, command: tuple[str, ...]) -> None:
    ran = run(*command, "--help")
    assert ran.code == 0
    assert "Example:" in ran.out
