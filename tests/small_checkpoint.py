"""Hugging Face checkpoints of random weights, one for each family that can be converted.

Everything about them but the weights is as in the published models: token numbers, special
tokens, file names. Needs torch and transformers.
"""

from __future__ import annotations

import io
import json
from importlib import import_module
from pathlib import Path
from typing import Any

import sentencepiece

CORPUS = (
    "Президент провел встречу с министром.",
    "Стороны обсудили вопросы торговли и энергетики.",
    "В 2025 году объём экспорта вырос на 12,5 % и превысил 3 млрд долларов США.",
    "Министр подчеркнул: «Проект будет завершён в срок».",
    "Президент министрмен кездесті.",
    "Тараптар сауда және энергетика мәселелерін талқылады.",
)
_SIZES = {"d_model": 32, "encoder_layers": 2, "decoder_layers": 2}
_HEADS = {
    "encoder_attention_heads": 4,
    "decoder_attention_heads": 4,
    "encoder_ffn_dim": 64,
    "decoder_ffn_dim": 64,
}


def train_pieces(corpus: tuple[str, ...] = CORPUS, **options: Any) -> bytes:
    """A small SentencePiece model."""
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(corpus * 4),
        model_writer=written,
        vocab_size=options.pop("vocab_size", 120),
        hard_vocab_limit=False,
        minloglevel=2,
        **options,
    )
    return written.getvalue()


def build_t5(folder: Path, *marks: str, scaled: bool = False) -> Path:
    """A T5: padding, end and unknown first, no start token; `scaled` as the first T5 were."""
    transformers = import_module("transformers")
    pieces = train_pieces(pad_id=0, eos_id=1, unk_id=2, bos_id=-1, user_defined_symbols=list(marks))
    (folder / "spiece.model").write_bytes(pieces)
    config = transformers.T5Config(
        vocab_size=_size(pieces) + 3,  # real ones are padded too
        d_model=32,
        d_kv=8,
        d_ff=64,
        num_layers=2,
        num_heads=4,
        feed_forward_proj="gated-gelu",
        tie_word_embeddings=scaled,
        decoder_start_token_id=0,
    )
    _tokenizer(folder, "T5Tokenizer", extra_ids=0)
    return _save(folder, transformers.T5ForConditionalGeneration(config))


def build_marian(folder: Path, *marks: str, target: bytes | None = None) -> Path:
    """A Marian model such as OPUS-MT: two SentencePiece files, one vocabulary, padding last."""
    transformers = import_module("transformers")
    source = train_pieces(CORPUS[:4], bos_id=-1)
    target = target or train_pieces(CORPUS[4:], bos_id=-1)
    (folder / "source.spm").write_bytes(source)
    (folder / "target.spm").write_bytes(target)
    tokens = dict.fromkeys(["</s>", "<unk>", *marks, *_pieces(source), *_pieces(target), "<pad>"])
    (folder / "vocab.json").write_text(
        json.dumps({token: number for number, token in enumerate(tokens)}), encoding="utf-8"
    )
    config = transformers.MarianConfig(
        vocab_size=len(tokens),
        decoder_vocab_size=len(tokens),
        pad_token_id=len(tokens) - 1,
        eos_token_id=0,
        forced_eos_token_id=None,
        decoder_start_token_id=len(tokens) - 1,
        activation_function="swish",
        scale_embedding=True,
        max_position_embeddings=128,
        **_SIZES,
        **_HEADS,
    )
    _tokenizer(folder, "MarianTokenizer", source_lang="ru", target_lang="kk")
    return _save(folder, transformers.MarianMTModel(config))


def build_m2m100(folder: Path) -> Path:
    """An M2M100: a vocabulary file beside the pieces, language tokens after it, then filler."""
    transformers = import_module("transformers")
    pieces = train_pieces(unk_id=0, bos_id=1, eos_id=2)
    (folder / "sentencepiece.bpe.model").write_bytes(pieces)
    tokens = ["<s>", "<pad>", "</s>", "<unk>", *_pieces(pieces)]
    (folder / "vocab.json").write_text(
        json.dumps({token: number for number, token in enumerate(tokens)}), encoding="utf-8"
    )
    tokenizer = transformers.M2M100Tokenizer(
        str(folder / "vocab.json"), str(folder / "sentencepiece.bpe.model"), src_lang="ru"
    )
    languages = len(tokenizer.lang_token_to_id)
    config = transformers.M2M100Config(
        vocab_size=len(tokens) + languages + 8, max_position_embeddings=128, **_SIZES, **_HEADS
    )
    tokenizer.save_pretrained(folder)
    return _save(folder, transformers.M2M100ForConditionalGeneration(config))


def build_nllb(folder: Path) -> Path:
    """An NLLB: numbers of the pieces moved by one, language tokens in `tokenizer.json`."""
    transformers = import_module("transformers")
    codes = import_module("transformers.models.nllb.tokenization_nllb").FAIRSEQ_LANGUAGE_CODES
    pieces = train_pieces(unk_id=0, bos_id=1, eos_id=2, model_type="bpe")
    (folder / "sentencepiece.bpe.model").write_bytes(pieces)
    tokenizer = transformers.NllbTokenizer.from_pretrained(folder)
    tokenizer.add_tokens(codes, special_tokens=True)
    tokenizer.save_pretrained(folder)
    config = transformers.M2M100Config(
        vocab_size=len(tokenizer) + 2, max_position_embeddings=128, **_SIZES, **_HEADS
    )
    return _save(folder, transformers.M2M100ForConditionalGeneration(config))


def _save(folder: Path, model: Any) -> Path:
    """Write the model with weights so large that its answers depend on what it reads."""
    torch = import_module("torch")
    dice = torch.Generator().manual_seed(0)
    marian = model.config.model_type == "marian"
    with torch.no_grad():
        for name, weights in sorted(model.named_parameters(), key=lambda named: named[0]):
            if weights.dim() > 1:
                size = 2.0 if marian else 0.1 if "embed" in name or "shared" in name else 0.5
                weights.copy_(torch.randn(weights.shape, generator=dice) * size)
        if marian:  # the decoder starts from its padding, which is 0
            model.model.shared.weight[model.config.pad_token_id] = 0
    model.eval().save_pretrained(folder)
    return folder


def _tokenizer(folder: Path, kind: str, **options: Any) -> None:
    (folder / "tokenizer_config.json").write_text(
        json.dumps({"tokenizer_class": kind, **options}), encoding="utf-8"
    )


def _size(pieces: bytes) -> int:
    return int(sentencepiece.SentencePieceProcessor(model_proto=pieces).vocab_size())


def _pieces(model: bytes) -> list[str]:
    """The ordinary pieces."""
    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    return [
        processor.id_to_piece(i)
        for i in range(processor.vocab_size())
        if not (processor.is_control(i) or processor.is_unknown(i))
    ]
