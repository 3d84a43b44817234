"""`python -m translate.training STEP`: one command for each step of the recipe (see README.md)."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from translate.training.paths import MODELS, PRESS, TARGETS, WORK


def _until(options: argparse.Namespace) -> float:
    """The moment at which training stops: `--until HH:MM` today, or `--hours` from now."""
    if options.until is None:
        return time.time() + 3600 * options.hours
    hour, minute = map(int, options.until.split(":"))
    today = time.localtime()
    return time.mktime((*today[:3], hour, minute, 0, 0, 0, -1))


def _prepare(options: argparse.Namespace) -> int:
    from translate.training.prepare import prepare

    for origin, count in prepare().items():
        print(f"{origin:12} {count:7}")  # noqa: T201
    return 0


def _vocabulary(options: argparse.Namespace) -> int:
    from translate.training.vocabulary import train_vocabulary

    print(train_vocabulary(size=options.size))  # noqa: T201
    return 0


def _train(options: argparse.Namespace) -> int:
    import torch

    from translate.training.train import train

    torch.set_num_threads(options.threads)
    train(
        _until(options),
        folder=options.folder,
        size=options.pieces,
        rate=options.rate,
        dropout=options.dropout,
        seed=options.seed,
        every=60 * options.every,
        device=options.device,
        most_epochs=options.epochs,
        share=options.share,
    )
    return 0


def _convert(options: argparse.Namespace) -> int:
    from translate.training.convert import convert, greedy_differences
    from translate.training.prepare import read_prepared

    for folder in convert(options.checkpoint, quantization=options.quantization):
        print(folder)  # noqa: T201
    if options.verify:
        sentences = [unit.ru for unit in read_prepared(WORK / "dev.tsv")[: options.verify]]
        differences = greedy_differences(sentences, options.checkpoint)
        for difference in differences:
            print(*difference, sep="\n")  # noqa: T201
        print(f"{len(differences)} of {2 * len(sentences)} greedy outputs differ")  # noqa: T201
        return int(bool(differences))
    return 0


def _pack(options: argparse.Namespace) -> int:
    from translate.training.pack import pack

    for package in pack(output=options.output):
        print(f"{package} {package.stat().st_size / 1e6:.1f} MB")  # noqa: T201
    return 0


def _translate(options: argparse.Namespace) -> int:
    from translate.training.translate import translate

    sentences = sys.stdin.read().splitlines()
    for hypothesis in translate(sentences, options.to, options.models, options.threads):
        print(hypothesis)  # noqa: T201
    return 0


def _evaluate(options: argparse.Namespace) -> int:
    from translate.training.evaluate import evaluate, table

    rows, signatures = evaluate(
        options.models,
        options.sample,
        options.data,
        not options.press_only,
        not options.press_only,
    )
    print(table(rows))  # noqa: T201
    for signature in signatures:
        print(f"- `{signature}`")  # noqa: T201
    return 0


def _check(options: argparse.Namespace) -> int:
    from translate.training.check import check_corpus

    count = 0
    for finding in check_corpus(options.files or sorted(PRESS.glob("*.tsv")), options.seed_article):
        print(finding)  # noqa: T201
        count += 1
    print(f"{count} findings", file=sys.stderr)  # noqa: T201
    return int(bool(count))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m translate.training", description=__doc__)
    steps = parser.add_subparsers(required=True, metavar="STEP")

    step = steps.add_parser("prepare", help="filter the corpora into work/*.tsv")
    step.set_defaults(run=_prepare)

    step = steps.add_parser("vocab", help="train the SentencePiece vocabulary")
    step.add_argument("--size", type=int, default=6000)
    step.set_defaults(run=_vocabulary)

    step = steps.add_parser("train", help="train, or take up the training again")
    step.add_argument("--folder", type=Path, default=WORK / "run", help="checkpoint and log")
    step.add_argument("--hours", type=float, default=2.0, help="time budget")
    step.add_argument("--until", metavar="HH:MM", help="stop at this time of the day instead")
    step.add_argument("--pieces", type=int, default=2500, help="target pieces a batch")
    step.add_argument("--rate", type=float, default=2e-3)
    step.add_argument("--dropout", type=float, default=0.1)
    step.add_argument("--seed", type=int, default=1)
    step.add_argument("--every", type=float, default=10, help="minutes between checkpoints")
    step.add_argument("--epochs", type=int, default=1000, help="stop after so many")
    step.add_argument("--share", type=float, default=1.0, help="part of the press units to use")
    step.add_argument("--device", default="cpu", help="cpu or cuda")
    step.add_argument("--threads", type=int, default=2)
    step.set_defaults(run=_train)

    step = steps.add_parser("convert", help="checkpoint to CTranslate2 models")
    step.add_argument("--checkpoint", type=Path, default=WORK / "run" / "checkpoint.pt")
    step.add_argument("--quantization", default="int8")
    step.add_argument(
        "--verify",
        type=int,
        default=0,
        metavar="N",
        help="compare float32 greedy output with transformers on N dev sentences",
    )
    step.set_defaults(run=_convert)

    step = steps.add_parser("pack", help="CTranslate2 models to .argosmodel packages")
    step.add_argument("--output", type=Path, default=MODELS)
    step.set_defaults(run=_pack)

    step = steps.add_parser("translate", help="masked Russian on stdin, hypotheses on stdout")
    step.add_argument("--to", choices=TARGETS, required=True)
    step.add_argument("--models", type=Path, default=MODELS, help="folder of the packages")
    step.add_argument("--threads", type=int, default=2)
    step.set_defaults(run=_translate)

    step = steps.add_parser("evaluate", help="the evaluation table")
    step.add_argument("--models", type=Path, default=MODELS, help="folder of the packages")
    step.add_argument("--sample", type=int, default=0, metavar="N", help="only N units a set")
    step.add_argument("--data", choices=("heldout", "dev"), default="heldout")
    step.add_argument("--press-only", action="store_true", help="no public sets, no baseline")
    step.set_defaults(run=_evaluate)

    step = steps.add_parser("check", help="check corpus files")
    step.add_argument("files", nargs="*", type=Path, help="default: all of press/")
    step.add_argument(
        "--seed-article", type=Path, default=None, help="text that no unit may repeat"
    )
    step.set_defaults(run=_check)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run one step and return its exit code."""
    options = _parser().parse_args(arguments)
    code: int = options.run(options)
    return code


if __name__ == "__main__":
    sys.exit(main())
