"""TMX out and in: valid for its DTD and schema, safe to read, and the same after a round trip."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tracemalloc
import venv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from glossary.diagnostics import Diagnostic
from translate.errors import InputError, UnreadableInput, UnsupportedFormat
from translate.formats.tmx import TmxHeader, parse_tmx, serialize_tmx
from translate.model import TranslationUnit

SCHEMAS = Path(__file__).parents[2] / ".." / "shared" / "tmx"
needs_schemas = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="no ../shared/tmx here")

legal = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff") | (
    st.sampled_from("\t\n\r\x85\x7f&<>\"'")
)
any_text = st.text(max_size=20)
texts = st.text(legal, max_size=20).map(lambda text: f"{text}Ә")
kinds = st.text(legal, max_size=8).map(lambda text: f"x-{text}")
units = st.builds(
    TranslationUnit,
    tuid=st.text(legal, min_size=1, max_size=20),
    source=texts,
    targets=st.tuples(st.tuples(st.just("en"), texts), st.tuples(st.just("kk"), texts)),
    properties=st.lists(st.tuples(kinds, st.text(legal, max_size=8)), max_size=3).map(tuple),
    notes=st.lists(st.text(legal, max_size=8), max_size=2).map(tuple),
)
wild_units = st.builds(
    TranslationUnit,
    tuid=any_text,
    source=any_text,
    targets=st.lists(st.tuples(st.sampled_from(["en", "kk", "de"]), any_text), max_size=3).map(
        tuple
    ),
    properties=st.lists(st.tuples(any_text.map("x-{}".format), any_text), max_size=2).map(tuple),
)

SAMPLE = (
    TranslationUnit(
        "release-0001",
        "Он прибыл в\u00a0«Акорду» & <дом>.",
        (("en", "He arrived at the Akorda & <house>."), ("kk", "Ол «Ақордаға» келді & <үй>.")),
        (("x-document", "release.txt"), ("x-segment", "1")),
        ("a note",),
    ),
    TranslationUnit("release-0002", "Фото", (("en", "Photo"), ("kk", "Сурет"))),
)


def serialized(
    some: tuple[TranslationUnit, ...], header: TmxHeader | None = None
) -> tuple[bytes, list[Diagnostic]]:
    stream = serialize_tmx(some, header)
    return b"".join(stream.chunks), stream.diagnostics


@pytest.fixture(scope="module")
def validators() -> tuple[Any, Any]:
    return (
        etree.DTD(str(SCHEMAS / "tmx14.dtd")),
        etree.XMLSchema(etree.parse(str(SCHEMAS / "tmx14.xsd"))),
    )


@given(st.lists(units, max_size=4).map(tuple))
def test_round_trip(some: tuple[TranslationUnit, ...]) -> None:
    data, diagnostics = serialized(some)
    assert parse_tmx(data) == some
    assert diagnostics == []
    assert serialized(some)[0] == data


@needs_schemas
@given(st.lists(wild_units | units, max_size=4).map(tuple))
def test_valid_whatever_the_text(
    validators: tuple[Any, Any], some: tuple[TranslationUnit, ...]
) -> None:
    data, _ = serialized(some, TmxHeader(date="2025-08-22"))
    tree = etree.fromstring(data)
    for validator in validators:
        assert validator.validate(tree), validator.error_log
    for unit in parse_tmx(data):
        assert [code for code, text in unit.targets if text.strip()] == ["en", "kk"]


@needs_schemas
@pytest.mark.skipif(shutil.which("xmllint") is None, reason="no xmllint here")
def test_xmllint_agrees(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_bytes(serialized(SAMPLE)[0])
    for check in (["--dtdvalid", "tmx14.dtd"], ["--schema", "tmx14.xsd"]):
        command = ["xmllint", "--noout", "--nonet", *check, str(path)]
        subprocess.run(command, cwd=SCHEMAS, check=True, capture_output=True)


def test_header() -> None:
    data, _ = serialized((), TmxHeader(tool_version='1"2', date="2025-08-22"))
    header = etree.fromstring(data)[0]
    assert {str(k): str(v) for k, v in header.attrib.items()} == {
        "creationtool": "audarma",
        "creationtoolversion": '1"2',
        "segtype": "sentence",
        "o-tmf": "audarma",
        "adminlang": "en",
        "srclang": "ru",
        "datatype": "plaintext",
        "creationdate": "20250822T000000Z",
    }


def test_illegal_characters_are_removed_and_reported() -> None:
    unit = TranslationUnit(
        "u\x00", "а\x01\x02\x01", (("en", "b\ud800"), ("kk", "ә\uffff")), (("x-a", "\x1b"),)
    )
    data, diagnostics = serialized((unit,))
    (read,) = parse_tmx(data)
    assert (read.tuid, read.source, read.targets) == ("u", "а", (("en", "b"), ("kk", "ә")))
    assert [(d.code, d.language, d.message) for d in diagnostics] == [
        ("T101", "ru", "unit u: removed 3 of U+0001, U+0002"),
        ("T101", "en", "unit u: removed 1 of U+D800"),
        ("T101", "kk", "unit u: removed 1 of U+FFFF"),
        ("T101", "", "unit u: removed 1 of U+0000"),
        ("T101", "", "unit u: removed 1 of U+001B"),
    ]


@pytest.mark.parametrize(
    ("source", "targets"),
    [("а", (("en", "b"),)), ("", (("en", "b"), ("kk", "ә"))), ("а", (("en", " "), ("kk", "ә")))],
)
def test_an_incomplete_unit_is_left_out_and_reported(
    source: str, targets: tuple[tuple[str, str], ...]
) -> None:
    data, diagnostics = serialized((TranslationUnit("u", source, targets),))
    assert parse_tmx(data) == ()
    assert [d.code for d in diagnostics] == ["T102"]


def test_a_bilingual_memory_asks_for_its_language_only() -> None:
    data, diagnostics = serialized(SAMPLE, TmxHeader(targets=("kk",)))
    assert [u.targets for u in parse_tmx(data)] == [u.targets[1:] for u in SAMPLE]
    assert diagnostics == []


def test_a_property_without_its_prefix_is_a_mistake() -> None:
    unit = TranslationUnit("u", "а", (("en", "b"), ("kk", "ә")), (("state", "mt"),))
    with pytest.raises(ValueError, match="x-"):
        serialized((unit,))


def test_memory_does_not_grow_with_the_units() -> None:
    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in serialize_tmx(SAMPLE[0] for _ in range(count)).chunks:
            pass
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    peak(10)
    assert peak(5000) < peak(50) + 500_000


BOMB = (
    b'<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<tmx version="1.4"><header srclang="ru"/><body><tu><tuv xml:lang="ru"><seg>&b;</seg>'
    b"</tuv></tu></body></tmx>"
)
OUTSIDE = BOMB.replace(b'<!ENTITY a "ha">', b'<!ENTITY a SYSTEM "file:///etc/passwd">')


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", UnreadableInput),
        (b"text", UnreadableInput),
        (b"<tmx>", UnreadableInput),
        (serialized(SAMPLE)[0][:-30], UnreadableInput),
        (serialized(SAMPLE)[0].replace(b"Photo", b"&#1;"), UnreadableInput),
        (serialized(SAMPLE)[0].replace(b"Photo", b"a & b"), UnreadableInput),
        (serialized(SAMPLE)[0].replace(b"Photo", b"&undeclared;"), UnreadableInput),
        (serialized(SAMPLE)[0].replace("Фото".encode(), b"\xff"), UnreadableInput),
        (b"<xliff/>", UnsupportedFormat),
        (BOMB, UnreadableInput),
        (BOMB.decode().encode("utf-16"), UnreadableInput),
        (OUTSIDE, UnreadableInput),
        (b"<tmx>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</tmx>", UnreadableInput),
    ],
)
def test_bad_files_are_refused_in_one_line(data: bytes, error: type[InputError]) -> None:
    with pytest.raises(error) as caught:
        parse_tmx(data)
    assert str(caught.value).isprintable()
    assert "; " in str(caught.value)


@given(st.binary(max_size=200))
def test_damage_is_refused_or_read(noise: bytes) -> None:
    data = serialized(SAMPLE)[0]
    for damaged in (noise, data[:300] + noise + data[300:]):
        refusal = ""
        try:
            parse_tmx(damaged)
        except InputError as error:
            refusal = str(error)
        assert refusal.isprintable()


def test_foreign_habits_are_understood() -> None:
    data = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.1">
    <header srclang="*all*"/><body>
    <tu><prop type="p">v</prop><tuv lang="EN-us"><seg>Press <ph>&lt;b/></ph><hi>now</hi></seg></tuv>
    <tuv xml:lang="kk_KZ"><seg>Қазір</seg></tuv><tuv xml:lang="RUS"><seg>Сейчас</seg></tuv></tu>
    <tu tuid="t" srclang="en"><tuv xml:lang="en"><seg>a</seg></tuv></tu>
    <tu srclang="fr"><tuv xml:lang="en"><seg>a</seg></tuv></tu><tu/>
    </body></tmx>"""
    assert parse_tmx(data.encode()) == (
        TranslationUnit("1", "Сейчас", (("en", "Press now"), ("kk", "Қазір")), (("p", "v"),)),
        TranslationUnit("t", "a", (), source_language="en"),
    )


@pytest.mark.skipif(
    not (SCHEMAS / "compliance-kit").is_dir(), reason="no ../shared/tmx/compliance-kit here"
)
def test_the_compliance_kit_is_read() -> None:
    files = sorted((SCHEMAS / "compliance-kit").glob("*.tmx"))
    counts = {path.name: len(parse_tmx(path.read_bytes())) for path in files}
    assert len(counts) == 23
    for path in files:
        assert counts[path.name] == len(list(etree.parse(str(path)).getroot().iter("tu"))), path


TOOLKIT = """
import json, sys
from translate.storage import tmx
memory = tmx.tmxfile.parsefile(sys.argv[1])
print(json.dumps([[u.source, u.gettarget("en"), u.gettarget("kk")] for u in memory.units]))
"""


@pytest.fixture(scope="session")
def toolkit_python(request: pytest.FixtureRequest) -> str:
    """An interpreter that has translate-toolkit; its import name is ours, so it lives apart."""
    named = os.environ.get("AUDARMA_TRANSLATE_TOOLKIT_PYTHON")
    if named:
        return named
    cache = request.config.cache
    if cache is None:
        pytest.skip("pytest has no cache to keep an environment in")
    folder = cache.mkdir("translate-toolkit")
    python = folder / "env" / "bin" / "python"
    probe = [str(python), "-I", "-c", "from translate.storage import tmx"]
    if not python.exists() or subprocess.run(probe, capture_output=True).returncode:
        try:
            if uv := shutil.which("uv"):
                _run(uv, "venv", "--clear", str(folder / "env"))
                _run(uv, "pip", "install", "-q", "--python", str(python), "translate-toolkit")
            else:
                venv.create(folder / "env", with_pip=True, clear=True)
                _run(str(python), "-m", "pip", "install", "-q", "translate-toolkit")
            _run(*probe)
        except (OSError, subprocess.SubprocessError) as error:
            pytest.skip(f"translate-toolkit cannot be installed here: {error}")
    return str(python)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def test_translate_toolkit_reads_every_unit(toolkit_python: str, tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_bytes(serialized(SAMPLE)[0])
    done = subprocess.run(
        [toolkit_python, "-I", "-c", TOOLKIT, str(path)],
        check=True,
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert json.loads(done.stdout) == [
        [unit.source, unit.target("en"), unit.target("kk")] for unit in SAMPLE
    ]
