"""Argos packages: loading, hypotheses, and what is said of a package that cannot be used."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from glossary.model import TargetLanguage
from glossary.prepared import Prepared
from tests.conftest import EchoEngine, engine_info
from tests.small_package import build_package
from translate.engines.argos import engine_from_archive, engine_from_folder
from translate.engines.base import Hypothesis
from translate.engines.install import remove_package, unpack_package
from translate.engines.packages import choose_engine, embedded_archives
from translate.engines.remembering import RememberingEngine
from translate.errors import EngineError, MissingModel
from translate.pipeline import build_pipeline
from translate.segment import build_document

SEGMENTS = ("Стороны обсудили торговлю.", "", "Президент провел встречу с министром энергетики.")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_package(tmp_path_factory.mktemp("package"))


def test_an_archive_and_its_unpacked_folder_say_the_same(archive: Path, tmp_path: Path) -> None:
    zipped = engine_from_archive(archive)
    unpacked = engine_from_folder(unpack_package(archive, tmp_path))
    assert zipped.translate(SEGMENTS, hypotheses=4) == unpacked.translate(SEGMENTS, hypotheses=4)


def test_each_segment_is_answered_in_order_and_alone_as_in_a_batch(archive: Path) -> None:
    engine = engine_from_archive(archive)
    together = engine.translate(SEGMENTS, hypotheses=2)
    alone = tuple(engine.translate([segment], hypotheses=2)[0] for segment in SEGMENTS)
    assert [[h.text for h in answer] for answer in together] == [
        [h.text for h in answer] for answer in alone
    ]
    assert together[1][0].text == ""
    assert len(together[0]) == 2


def test_a_target_prefix_does_not_leak_into_the_text(tmp_path: Path) -> None:
    engine = engine_from_archive(build_package(tmp_path, target_prefix="▁The"))
    assert not engine.translate(["Стороны"])[0][0].text.startswith("The")


def test_metadata_tells_whether_a_package_knows_slots(archive: Path, tmp_path: Path) -> None:
    assert not engine_from_archive(archive).info.knows_slots
    assert engine_from_archive(build_package(tmp_path, slots=True)).info.knows_slots


def test_no_model_for_a_pair_names_the_command_that_installs_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path))
    monkeypatch.setattr("translate.engines.packages.embedded_archives", lambda: ())
    with pytest.raises(MissingModel, match="audarma models install ru kk"):
        choose_engine("kk")


def test_an_installed_package_comes_before_the_embedded_one(
    archive: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path))
    (tmp_path / "stray folder").mkdir()
    unpack_package(archive, tmp_path)
    assert choose_engine("kk").info.origin == "installed"
    assert choose_engine("kk", "embedded").info.origin == "embedded"
    remove_package(choose_engine("kk").info.name, tmp_path)
    assert choose_engine("kk").info.origin == "embedded"


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"a/metadata.json": "{}", "b/x": ""}, "exactly one folder"),
        ({"../metadata.json": "{}"}, "exactly one folder"),
        ({"a/x": ""}, "no metadata.json"),
        ({"a/metadata.json": "{}"}, "no tokenizer"),
        ({"a/metadata.json": "{}", "a/sentencepiece.model": ""}, "no model/model.bin"),
        (
            {"a/metadata.json": "[]", "a/bpe.model": "", "a/model/model.bin": ""},
            "no JSON object",
        ),
    ],
)
def test_an_unsound_archive_is_refused_and_leaves_nothing(
    members: dict[str, str], reason: str, tmp_path: Path
) -> None:
    archive = tmp_path / "bad.argosmodel"
    with zipfile.ZipFile(archive, "w") as opened:
        for name, text in members.items():
            opened.writestr(name, text)
    folder = tmp_path / "packages"
    with pytest.raises(EngineError, match=reason):
        unpack_package(archive, folder)
    assert not folder.exists() or not list(folder.iterdir())


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04broken"])
def test_a_file_that_is_no_archive_is_refused_in_one_line(content: bytes, tmp_path: Path) -> None:
    archive = tmp_path / "bad.argosmodel"
    archive.write_bytes(content)
    for use in (engine_from_archive, lambda path: unpack_package(path, tmp_path / "p")):
        with pytest.raises(EngineError) as caught:
            use(archive)
        assert "bad.argosmodel" in str(caught.value)
        assert "\n" not in str(caught.value)


def test_packages_are_read_without_torch_and_without_a_trace_in_the_home_folder(
    archive: Path, tmp_path: Path
) -> None:
    folder = unpack_package(archive, tmp_path / "packages")
    home = tmp_path / "home"
    home.mkdir()
    script = (
        "import sys; from pathlib import Path; "
        "from translate.engines.argos import engine_from_folder; "
        f"engine_from_folder(Path({str(folder)!r})).translate(['Стороны']); "
        "heavy = {'torch', 'stanza', 'spacy', 'minisbd', 'onnxruntime'} & set(sys.modules); "
        "assert not heavy, heavy"
    )
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("XDG_")
    } | {"HOME": str(home), "USERPROFILE": str(home)}
    subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        env=environment,
        cwd=Path(__file__).parents[2],
    )
    assert list(home.rglob("*")) == []


def test_the_embedded_models_are_two_packages_that_know_slots() -> None:
    infos = [engine_from_archive(path).info for path in embedded_archives()]
    assert [(i.source, i.target, i.knows_slots) for i in infos] == [
        ("ru", "en", True),
        ("ru", "kk", True),
    ]


def test_a_package_without_slots_is_served_and_loses_no_mention_in_silence(
    archive: Path, prepared: Prepared
) -> None:
    text = (
        "Касым-Жомарт Токаев прибыл в Кыргызстан 21 августа 2025 года.\n"
        "Министр энергетики РК Ерлан Аккенженов сообщил о 2 млрд долларов.\n"
        "Стороны обсудили торговлю.\n"
    )
    engine = engine_from_archive(archive)
    assert not engine.info.knows_slots
    pipeline = build_pipeline(prepared, {"kk": engine})
    translated = pipeline.translate(build_document("a.txt", text, "utf-8"))
    for one in translated.segments:
        (target,) = one.targets
        standing = {realization.number for realization in target.realizations}
        assert standing == {slot.number for slot in one.masked.slots}
        if one.mentions:
            assert "{" not in target.text
            assert target.state == "ok" or target.diagnostics


def test_each_distinct_segment_is_asked_once() -> None:
    asked: list[str] = []

    class Counting(EchoEngine):
        def translate(
            self, segments: Sequence[str], *, hypotheses: int = 1
        ) -> tuple[tuple[Hypothesis, ...], ...]:
            asked.extend(segments)
            return super().translate(segments, hypotheses=hypotheses)

    engine = RememberingEngine(Counting(engine_info("en")))
    first = engine.translate(["a", "b", "a"])
    again = engine.translate(["b", "c"])
    assert asked == ["a", "b", "c"]
    assert first[0] == first[2]
    assert again[0] == first[1]


@pytest.mark.parametrize("target", ["en", "kk"])
def test_long_segments_say_the_same_alone_together_and_on_any_number_of_cores(
    target: TargetLanguage, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = Path(__file__).parents[2] / "translate" / "training" / "press" / "long-001.tsv"
    lines = corpus.read_text(encoding="utf-8").splitlines()[:40]
    segments = [line.split("\t")[0] for line in lines]
    answers = []
    for cores in ("1", "2"):
        monkeypatch.setenv("ARGOS_INTER_THREADS", cores)
        answers.append(choose_engine(target, "embedded").translate(segments, hypotheses=4))
    engine = choose_engine(target, "embedded")
    alone = tuple(engine.translate([segment], hypotheses=4)[0] for segment in segments)
    assert answers[0] == answers[1] == alone
