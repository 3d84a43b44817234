"""The evaluation table: press corpus held out, FLORES-200, xwmt; model and memory baseline."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translate.training.corpus import Unit
from translate.training.measures import (
    case_counts,
    is_copy,
    keeps_slots,
    length_ratio,
    repeats,
)
from translate.training.notation import without_slots
from translate.training.paths import MODELS, TARGETS, TESTSETS, WORK
from translate.training.prepare import read_prepared

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Scores:
    """One row of the table; shares from 0 to 100, `nan` where a figure does not apply."""

    data: str
    target: str
    system: str
    units: int
    bleu: float
    chrf: float
    slots_kept: float
    cases_right: float
    length: float
    repeating: float
    copied: float


def score(
    data: str,
    target: str,
    system: str,
    sources: Sequence[str],
    hypotheses: Sequence[str],
    references: Sequence[str],
) -> tuple[Scores, tuple[str, str]]:
    """The row for one system on one set, and the sacrebleu signatures of its two text scores."""
    from sacrebleu.metrics import BLEU, CHRF

    bleu, chrf = BLEU(), CHRF(word_order=2)
    bare = [without_slots(text) for text in hypotheses]
    wanted = [without_slots(text) for text in references]
    n = len(sources)
    masked = [i for i in range(n) if "{" in sources[i]]
    kept = sum(keeps_slots(sources[i], hypotheses[i], target) for i in masked)
    cases = [case_counts(hypotheses[i], references[i]) for i in masked] if target == "kk" else []
    slot_count = sum(total for _, total in cases)
    row = Scores(
        data,
        target,
        system,
        n,
        bleu.corpus_score(bare, [wanted]).score,
        chrf.corpus_score(bare, [wanted]).score,
        100 * kept / len(masked) if masked else float("nan"),
        100 * sum(right for right, _ in cases) / slot_count if slot_count else float("nan"),
        length_ratio(bare, wanted),
        100 * sum(map(repeats, bare)) / n,
        100 * sum(is_copy(s, h) for s, h in zip(sources, hypotheses, strict=True)) / n,
    )
    return row, (str(bleu.get_signature()), str(chrf.get_signature()))


def public_sets(folder: Path = TESTSETS) -> dict[str, tuple[Unit, ...]]:
    """The public sets that are at hand; xwmt is detokenised, both sides."""
    from sacremoses import MosesDetokenizer

    sets = {}
    for name in ("flores200-devtest", "xwmt"):
        path = folder / f"{name}.ru-en-kk.tsv"
        if not path.exists():
            continue
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
        if name == "xwmt":
            tools = [MosesDetokenizer(lang=language) for language in ("ru", "en", "ru")]
            rows = [[t.detokenize(c.split()) for t, c in zip(tools, r, strict=True)] for r in rows]
        sets[name] = tuple(Unit(*row, name) for row in rows)
    return sets


def memory_baseline(sources: Sequence[str], target: str, training: Sequence[Unit]) -> list[str]:
    """For each source the target of the most similar training unit, empty when none is alike."""
    from translate.training.shingles import Neighbours

    memory = [unit for unit in training if getattr(unit, target)]
    neighbours = Neighbours([unit.ru for unit in memory])
    found = (neighbours.nearest(source)[0] for source in sources)
    return [getattr(memory[i], target) if i >= 0 else "" for i in found]


def evaluate(
    folder: Path = MODELS,
    sample: int = 0,
    data: str = "heldout",
    public: bool = True,
    baseline: bool = True,
    seed: int = 7,
) -> tuple[tuple[Scores, ...], tuple[str, ...]]:
    """Rows for every set and target with the packages in `folder`, and the distinct signatures.

    `sample` keeps that many units of each set, chosen once and for all by `seed`.
    """
    from translate.training.translate import translate

    sets = {data: read_prepared(WORK / f"{data}.tsv"), **(public_sets() if public else {})}
    training = [u for u in read_prepared(WORK / "train.tsv") if u.origin == "press"]
    rows, signatures = [], set()
    for name, units in sets.items():
        if sample and sample < len(units):
            units = tuple(random.Random(seed).sample(units, sample))
        sources = [unit.ru for unit in units]
        for target in TARGETS:
            references = [getattr(unit, target) for unit in units]
            systems = {"model": translate(sources, target, folder)}
            if baseline and name == data:
                systems["memory"] = memory_baseline(sources, target, training)
            for system, hypotheses in systems.items():
                row, used = score(name, target, system, sources, hypotheses, references)
                rows.append(row)
                signatures.update(used)
    return tuple(rows), tuple(sorted(signatures))


def table(rows: Sequence[Scores]) -> str:
    """The rows as a Markdown table."""
    head = (
        "| set | target | system | units | BLEU | chrF++ | slots kept % | kk case right % "
        "| length | repeating % | copied % |\n|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n"
    )
    return (
        head
        + "\n".join(
            f"| {r.data} | {r.target} | {r.system} | {r.units} | {r.bleu:.1f} | {r.chrf:.1f} "
            f"| {_share(r.slots_kept)} | {_share(r.cases_right)} | {r.length:.2f} "
            f"| {r.repeating:.1f} | {r.copied:.1f} |"
            for r in rows
        )
        + "\n"
    )


def _share(value: float) -> str:
    return "–" if value != value else f"{value:.1f}"
