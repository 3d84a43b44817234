"""Recognition measured: quality beside the usual matchers, speed and memory by termbase size.

    python tests/benchmarks/recognition/run.py [--sizes 1000 10000 100000] [--characters 1000000]

Prints Markdown tables. The figures of a size come from a process of their own, which loads the
recognizer from its cache as the tool does.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from baselines import Found, baselines
from synthetic import enlarged, press_text

from glossary.canonical import canonical
from glossary.model import Concept, Term, Termbase, TermClass, Variant
from glossary.recognize import Recognizer, build_recognizer

_CASES = Path(__file__).parents[2] / "cases" / "recognition"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--characters", type=int, default=1_000_000)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        sys.stdout.write(json.dumps(measured(options.measure, options.characters)))
        return
    sys.stdout.write(f"{quality_table()}\n\n{speed_table(options.sizes, options.characters)}\n")


def quality_table() -> str:
    """Recall and precision of mentions (span and concept), by stratum and matcher."""
    termbase = small_termbase()
    recognizer = build_recognizer(termbase)

    def ours(text: str) -> Iterable[Found]:
        return ((m.start, m.end, m.concept) for m in recognizer.find(text))

    matchers: list[tuple[str, Callable[[str], Iterable[Found]]]] = [("audarma", ours)]
    matchers += [(baseline.name, baseline.matcher(termbase)) for baseline in baselines()]
    strata = {
        path.stem: json.loads(path.read_text("utf-8")) for path in sorted(_CASES.glob("*.json"))
    }
    everything = [case for cases in strata.values() for case in cases]
    lines = [
        "| matcher | recall | precision | false alarms on negatives | recall by stratum |",
        "|---|---|---|---|---|",
    ]
    for name, find in matchers:
        recall, precision, _ = score(everything, find)
        alarms = score(strata["negatives"], find)[2]
        parts = ", ".join(
            f"{stratum} {100 * score(cases, find)[0]:.1f}"
            for stratum, cases in strata.items()
            if stratum != "negatives"
        )
        lines.append(
            f"| {name} | {100 * recall:.2f} % | {100 * precision:.2f} % "
            f"| {alarms} of {len(strata['negatives'])} | {parts} |"
        )
    return "\n".join(lines)


def score(
    cases: list[dict[str, Any]], find: Callable[[str], Iterable[Found]]
) -> tuple[float, float, int]:
    """Recall, precision and the number of false mentions over the cases."""
    right = wanted = given = 0
    for case in cases:
        gold, position = set(), 0
        for mention in case["mentions"]:
            start = case["text"].index(mention["surface"], position)
            position = start + len(mention["surface"])
            gold.add((_trimmed(case["text"], start, position), mention["concept"]))
        found = {(_trimmed(case["text"], s, e), concept) for s, e, concept in find(case["text"])}
        right += len(gold & found)
        wanted += len(gold)
        given += len(found)
    return right / max(wanted, 1), right / max(given, 1), given - right


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without quotation marks and full stops, which the matchers treat differently."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def speed_table(sizes: list[int], characters: int) -> str:
    """Build, cached load, memory and speed for each size."""
    lines = [
        "| concepts | forms | build | cache | load | memory | matching | with case |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for size in sizes:
        started = time.perf_counter()
        recognizer = build_recognizer(enlarged(small_termbase(), size))
        build = time.perf_counter() - started
        forms = len(recognizer.index.surfaces)
        with tempfile.TemporaryDirectory() as folder:
            cache = Path(folder) / "recognizer"
            cache.write_bytes(recognizer.to_bytes())
            del recognizer
            command = [sys.executable, __file__, "--measure", str(cache)]
            output = subprocess.run(
                [*command, "--characters", str(characters)], check=True, capture_output=True
            ).stdout
            row = json.loads(output)
            size_mb = cache.stat().st_size / 1e6
        lines.append(
            f"| {size:,} | {forms:,} | {build:.1f} s | {size_mb:.0f} MB | {row['load']:.2f} s "
            f"| {row['memory']:.0f} MB | {row['matching']:.2f} M/s | {row['find']:.2f} M/s |"
        )
    return "\n".join(lines)


def measured(cache: Path, characters: int) -> dict[str, float]:
    """Seconds to load, peak megabytes, and millions of characters a second of processor time."""
    started = time.process_time()
    with cache.open("rb") as file:
        recognizer = Recognizer.from_file(file)
    load = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sentences = [
        case["text"]
        for path in sorted(_CASES.glob("*.json"))
        for case in json.loads(path.read_text("utf-8"))
    ]
    text = press_text(sentences, characters)
    recognizer.find(text[:20_000])
    started = time.process_time()
    hits = sum(1 for _ in recognizer.index.find(canonical(text)))
    matching = len(text) / (time.process_time() - started) / 1e6
    started = time.process_time()
    mentions = recognizer.find(text)
    find = len(text) / (time.process_time() - started) / 1e6
    return {
        "load": load,
        "memory": memory,
        "matching": matching,
        "find": find,
        "hits": hits,
        "mentions": len(mentions),
    }


def small_termbase() -> Termbase:
    """The termbase the recognition cases were written for."""
    with (_CASES / "termbase.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return Termbase(
        tuple(
            Concept(
                row["id"],
                TermClass(row["class"]),
                Term(
                    "ru",
                    row["russian"],
                    variants=tuple(Variant(v) for v in row["variants"].split("|") if v),
                ),
                Term("en", row["id"]),
                Term("kk", row["id"]),
            )
            for row in rows
        )
    )


if __name__ == "__main__":
    main()
