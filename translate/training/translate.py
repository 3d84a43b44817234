"""Masked sentences through a packed model, as the tool does it: one segment per sequence."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from translate.training.paths import MODELS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BEAM, LENGTH_PENALTY = 4, 1.2


class PackedModel:
    """An `.argosmodel` opened in memory, without installing it."""

    def __init__(self, package: Path, threads: int = 2) -> None:
        import ctranslate2
        import sentencepiece

        with zipfile.ZipFile(package) as archive:
            members = {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}
        self.pieces = sentencepiece.SentencePieceProcessor(
            model_proto=members["sentencepiece.model"]
        )
        files: dict[str, Any] = {
            name.removeprefix("model/"): io.BytesIO(content)
            for name, content in members.items()
            if name.startswith("model/")
        }
        self.translator = ctranslate2.Translator(
            "model", files=files, inter_threads=1, intra_threads=threads
        )

    def hypotheses(self, sentences: Sequence[str], count: int = 1) -> list[list[str]]:
        """The `count` best hypotheses of each sentence, best first; nothing for an empty one."""
        results = self.translator.translate_batch(
            [self.pieces.encode(sentence, out_type=str) for sentence in sentences],
            beam_size=max(BEAM, count),
            num_hypotheses=count,
            length_penalty=LENGTH_PENALTY,
            replace_unknowns=True,
            max_batch_size=2048,
            batch_type="tokens",
        )
        return [
            [self.pieces.decode_pieces(pieces).strip() for pieces in result.hypotheses]
            for result in results
        ]


def package_for(target: str, folder: Path = MODELS) -> Path:
    """Where the shipped package for `target` lies."""
    return folder / f"translate-ru_{target}-1_0.argosmodel"


def translate(
    sentences: Sequence[str], target: str, folder: Path = MODELS, threads: int = 2
) -> list[str]:
    """The first hypothesis for each masked Russian sentence; an empty line stays empty."""
    model = PackedModel(package_for(target, folder), threads)
    wanted = [i for i, sentence in enumerate(sentences) if sentence.strip()]
    best = [""] * len(sentences)
    found = model.hypotheses([sentences[i] for i in wanted])
    for i, hypotheses in zip(wanted, found, strict=True):
        best[i] = hypotheses[0]
    return best
