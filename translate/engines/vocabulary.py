"""The tokens of a Hugging Face checkpoint in the order of their numbers, read from its files.

transformers' tokenizer classes change what they write, read and number from release to release;
the files of a published model do not.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from translate.errors import EngineError

_FAIRSEQ = ("<s>", "<pad>", "</s>", "<unk>")


def read_vocabulary(folder: Path, kind: str, tokenizer: Path, size: int) -> tuple[str, ...]:
    """As many tokens as the model has numbers for; those no file names are filled up.

    Raises EngineError when the files are damaged or hold more tokens than the model.
    """
    try:
        tokens = _numbered(folder, kind, tokenizer)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EngineError(f"its vocabulary cannot be read ({error})", path=str(folder)) from error
    if max(tokens.values(), default=-1) >= size:
        raise EngineError(
            f"its vocabulary has {max(tokens.values()) + 1} tokens, its model {size}",
            path=str(folder),
            remedy="take tokenizer and model from the same place",
        )
    by_number = {number: token for token, number in tokens.items()}
    return tuple(by_number.get(number, f"<unused{number}>") for number in range(size))


def _numbered(folder: Path, kind: str, tokenizer: Path) -> dict[str, int]:
    complete = folder / "tokenizer.json"
    if complete.is_file():
        return _of_tokenizers(_load(complete))
    names = folder / "vocab.json"
    if kind == "marian":
        return dict(_load(names))
    if kind == "m2m_100":
        if names.is_file():
            return _followed(_load(names), (f"__{code}__" for code in _m2m100_codes(folder)))
        pieces = _pieces(tokenizer)[len(_FAIRSEQ) - 1 :]
        return _followed(_enumerated([*_FAIRSEQ, *pieces]), [*_nllb_codes(), "<mask>"])
    return _enumerated(_pieces(tokenizer))


def _of_tokenizers(whole: dict[str, Any]) -> dict[str, int]:
    """The tokens of a `tokenizer.json`."""
    vocabulary = whole["model"]["vocab"]
    if isinstance(vocabulary, list):  # a unigram model: pairs of piece and score
        vocabulary = _enumerated(piece for piece, _ in vocabulary)
    return {**vocabulary, **{token["content"]: token["id"] for token in whole["added_tokens"]}}


def _pieces(tokenizer: Path) -> list[str]:
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_file=str(tokenizer))
    return [processor.id_to_piece(number) for number in range(processor.vocab_size())]


def _m2m100_codes(folder: Path) -> tuple[str, ...]:
    settings = folder / "tokenizer_config.json"
    named = _load(settings).get("language_codes", "m2m100") if settings.is_file() else "m2m100"
    module = importlib.import_module("transformers.models.m2m_100.tokenization_m2m_100")
    return tuple(module.FAIRSEQ_LANGUAGE_CODES[named])


def _nllb_codes() -> tuple[str, ...]:
    module = importlib.import_module("transformers.models.nllb.tokenization_nllb")
    return tuple(module.FAIRSEQ_LANGUAGE_CODES)


def _enumerated(tokens: Iterable[str]) -> dict[str, int]:
    return {token: number for number, token in enumerate(tokens)}


def _followed(tokens: dict[str, int], more: Iterable[str]) -> dict[str, int]:
    return {**tokens, **{token: len(tokens) + i for i, token in enumerate(more)}}


def _load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
