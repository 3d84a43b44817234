"""Figures of the evaluation that are ours, packing, and the search for what is alike."""

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.training import pack as packing
from translate.training.measures import case_counts, is_copy, keeps_slots, length_ratio
from translate.training.shingles import Neighbours, near_duplicates, shingles, similarity

texts = st.text("абвг деё", min_size=1, max_size=40)


def test_a_slot_lost_or_doubled_or_broken_is_not_kept() -> None:
    source = "{1:person.nom} и {2:person.nom} прибыли."
    assert keeps_slots(source, "{2} and {1} arrived.", "en")
    assert not keeps_slots(source, "{1} arrived.", "en")
    assert not keeps_slots(source, "{1}, {2} and {2} arrived.", "en")
    assert not keeps_slots(source, "{1} and {2} arrived {.", "en")


def test_a_missing_slot_has_no_right_case() -> None:
    assert case_counts("келді.", "{1.nom} {2.dat} келді.") == (0, 2)


def test_copies_and_lengths() -> None:
    assert is_copy("Визит {1:org.gen} завершён.", "визит завершён.")
    assert length_ratio(["a b", "c"], ["a b c", "d e f"]) == 0.5


@given(texts, texts)
def test_similarity_is_symmetric_and_bounded(first: str, second: str) -> None:
    a, b = shingles(first), shingles(second)
    assert similarity(a, b) == similarity(b, a)
    assert 0 <= similarity(a, b) <= similarity(a, a) == 1


@given(st.lists(texts, max_size=12))
def test_the_index_finds_what_comparing_all_pairs_finds(found: list[str]) -> None:
    sets = [shingles(text) for text in found]
    pairs = {
        (i, j) for i in range(len(sets)) for j in range(i) if similarity(sets[i], sets[j]) > 0.8
    }
    assert {(i, j) for i, j, _ in near_duplicates(found)} == pairs


def test_the_nearest_neighbour() -> None:
    memory = Neighbours(["Президент прибыл в столицу", "Урожай собран полностью"])
    assert memory.nearest("Урожай собран почти полностью")[0] == 1
    assert memory.nearest("xyz") == (-1, 0.0)


def test_packing_twice_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vocabulary = tmp_path / "vocabulary.model"
    vocabulary.write_bytes(b"pieces")
    monkeypatch.setattr(packing, "VOCABULARY", vocabulary)
    for target in ("en", "kk"):
        (tmp_path / "converted" / target).mkdir(parents=True)
        (tmp_path / "converted" / target / "model.bin").write_bytes(b"weights")
    first = [p.read_bytes() for p in packing.pack(tmp_path / "converted", tmp_path / "one")]
    packages = packing.pack(tmp_path / "converted", tmp_path / "two")
    assert [p.read_bytes() for p in packages] == first
    with zipfile.ZipFile(packages[1]) as archive:
        facts = json.loads(archive.read("translate-ru_kk-1_0/metadata.json").decode("ascii"))
    assert (facts["from_code"], facts["to_code"]) == ("ru", "kk")
    assert "target_prefix" not in facts
