"""A small but real Argos package: random weights, gibberish output, everything else as it is.

Its engine knows no slots, so it stands for any package a user may install.
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece
from ctranslate2.specs.transformer_spec import TransformerSpec

_WIDTH, _FEED, _HEADS = 32, 64, 4
_CORPUS = (
    "Президент провел встречу с министром.",
    "Стороны обсудили вопросы торговли и энергетики.",
    "The President held a meeting with the Minister.",
    "The parties discussed trade and energy.",
    "Президент министрмен кездесті.",
    "Тараптар сауда және энергетика мәселелерін талқылады.",
)


def build_package(folder: Path, source: str = "ru", target: str = "kk", **metadata: Any) -> Path:
    """Write `translate-SOURCE_TARGET-1_0.argosmodel` into the folder and return its path."""
    name = f"translate-{source}_{target}-1_0"
    vocabulary = _vocabulary()
    model = folder / f"{name}-model"
    _write_model(model, vocabulary)
    about = {
        "package_version": "1.0",
        "argos_version": "1.9",
        "from_code": source,
        "from_name": source,
        "to_code": target,
        "to_name": target,
        **metadata,
    }
    archive = folder / f"{name}.argosmodel"
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr(f"{name}/metadata.json", json.dumps(about))
        opened.writestr(f"{name}/sentencepiece.model", vocabulary)
        for path in sorted(model.iterdir()):
            opened.write(path, f"{name}/model/{path.name}")
    return archive


def _vocabulary() -> bytes:
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(_CORPUS * 4),
        model_writer=written,
        vocab_size=200,
        hard_vocab_limit=False,
        unk_id=0,
        bos_id=1,
        eos_id=2,
        minloglevel=2,
    )
    return written.getvalue()


def _write_model(folder: Path, vocabulary: bytes) -> None:
    processor = sentencepiece.SentencePieceProcessor(model_proto=vocabulary)
    pieces = [processor.id_to_piece(i) for i in range(processor.vocab_size())]
    dice = np.random.default_rng(0)

    def linear(layer: Any, rows: int, columns: int) -> None:
        layer.weight = dice.normal(0, 0.3, (rows, columns)).astype(np.float32)
        layer.bias = np.zeros(rows, np.float32)

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = np.ones(_WIDTH, np.float32), np.zeros(_WIDTH, np.float32)

    table = dice.normal(0, 1, (len(pieces), _WIDTH)).astype(np.float32)
    spec = TransformerSpec.from_config((1, 1), _HEADS, pre_norm=True)
    for part in (spec.encoder, spec.decoder):
        embedded = part.embeddings
        (embedded[0] if isinstance(embedded, list) else embedded).weight = table
        part.position_encodings.encodings = dice.normal(0, 0.1, (512, _WIDTH)).astype(np.float32)
        norm(part.layer_norm)
        for layer in part.layer:
            norm(layer.self_attention.layer_norm)
            norm(layer.ffn.layer_norm)
            linear(layer.self_attention.linear[0], 3 * _WIDTH, _WIDTH)
            linear(layer.self_attention.linear[1], _WIDTH, _WIDTH)
            linear(layer.ffn.linear_0, _FEED, _WIDTH)
            linear(layer.ffn.linear_1, _WIDTH, _FEED)
            if hasattr(layer, "attention"):
                norm(layer.attention.layer_norm)
                linear(layer.attention.linear[0], _WIDTH, _WIDTH)
                linear(layer.attention.linear[1], 2 * _WIDTH, _WIDTH)
                linear(layer.attention.linear[2], _WIDTH, _WIDTH)
    linear(spec.decoder.projection, len(pieces), _WIDTH)
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.config.add_source_eos = False
    spec.validate()
    spec.optimize(quantization=None)
    folder.mkdir(parents=True)
    spec.save(str(folder))
