"""The cache of the prepared termbase: same answers, never trusted from a folder of terms."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from glossary.prepared import Prepared, prepare
from glossary.store import default_terms

TEXT = "Министр энергетики РК Ерлан Аккенженов прибыл в Астану."


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("AUDARMA_CACHE", str(folder))
    return folder


def test_the_cached_recognizer_finds_what_the_built_one_finds(
    cache: Path, prepared: Prepared
) -> None:
    built, cached = prepare(), prepare()
    assert len(list(cache.iterdir())) == 1
    assert cached.recognizer.find(TEXT) == built.recognizer.find(TEXT)
    assert cached.termbase == built.termbase == prepared.termbase


def test_a_damaged_cache_is_passed_over(cache: Path) -> None:
    prepare()
    (place,) = cache.iterdir()
    place.write_bytes(b"damaged")
    assert prepare().recognizer.find(TEXT)


def test_a_change_of_the_terms_makes_a_new_cache(cache: Path, tmp_path: Path) -> None:
    terms = tmp_path / "terms"
    shutil.copytree(default_terms(), terms)
    prepare(terms)
    (first,) = cache.iterdir()
    text = (terms / "en.po").read_text(encoding="utf-8").replace('Bishkek"', 'Frunze"')
    (terms / "en.po").write_text(text, encoding="utf-8")
    prepare(terms)
    (second,) = cache.iterdir()
    assert second.name != first.name


def test_nothing_is_written_beside_a_foreign_termbase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AUDARMA_CACHE", raising=False)
    terms = tmp_path / "terms"
    shutil.copytree(default_terms(), terms)
    before = sorted(terms.rglob("*"))
    prepare(terms)
    assert sorted(terms.rglob("*")) == before
