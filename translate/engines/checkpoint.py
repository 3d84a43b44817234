"""Hugging Face checkpoints of translation models, read without torch: what a package needs of them.

An Argos package has one SentencePiece file, one fixed token before every source and one before
every target; the families below fit that, each in its way.

| family | tokenizer | before the source | before the target |
|---|---|---|---|
| T5 (kazRush) | `spiece.model` | nothing; a T5 of several languages (MADLAD) is refused | nothing |
| Marian (OPUS-MT) | `source.spm`, `target.spm` | nothing, or `>>kaz_Cyrl<<` | nothing |
| M2M100 | `sentencepiece.bpe.model` | `__ru__` | `__kk__` |
| NLLB | `sentencepiece.bpe.model` | `rus_Cyrl` | `kaz_Cyrl` |

The end token after the source is `model/config.json`'s matter for all of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate.errors import EngineError

_TOKENIZERS = {
    "t5": "spiece.model",
    "mt5": "spiece.model",
    "umt5": "spiece.model",
    "marian": "source.spm",
    "m2m_100": "sentencepiece.bpe.model",
}
"""SentencePiece file by `model_type` of config.json."""
_CODES = {"en": ("eng", "en"), "kk": ("kaz_Cyrl", "kaz", "kk")}
"""Codes by which OPUS-MT models know our languages."""
_SIDES = {"ru": ("__ru__", "rus_Cyrl"), "en": ("__en__", "eng_Latn"), "kk": ("__kk__", "kaz_Cyrl")}
"""Language tokens of M2M100 and NLLB."""
_LICENCE = re.compile(r"\A---\n.*?^licen[sc]e:[ \t]*([^\n]+)$.*?^---$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A folder with a model that can be converted."""

    folder: Path
    kind: str
    """`model_type` of config.json."""
    tokenizer: Path
    licence: str
    """As the model card's header says it; empty when it does not."""


@dataclass(frozen=True, slots=True)
class LanguageTokens:
    """Tokens that tell a model of several languages which ones are meant; empty for none."""

    source: str = ""
    target: str = ""


def read_checkpoint(folder: Path) -> Checkpoint:
    """The checkpoint in a folder.

    Raises EngineError when it is none, of a family that does not fit an Argos package, or lacks
    its SentencePiece file.
    """
    kind = str(_config(folder).get("model_type"))
    if kind not in _TOKENIZERS:
        raise _unfit(folder, f"a model of type {kind} cannot be converted, only T5, Marian, M2M100")
    tokenizer = folder / _TOKENIZERS[kind]
    if not tokenizer.is_file():
        raise _unfit(folder, f"it has no {tokenizer.name}")
    if (folder / "target_vocab.json").exists():
        raise _unfit(folder, "its two languages have vocabularies of their own")
    if kind == "marian":
        check_target_pieces(tokenizer, folder / "target.spm")
    return Checkpoint(folder, kind, tokenizer, _licence(folder / "README.md"))


def language_tokens(
    kind: str, vocabulary: Collection[str], source: str, target: str
) -> LanguageTokens:
    """The tokens a model needs for a pair of our languages.

    >>> language_tokens("m2m_100", {"__ru__", "__kk__"}, "ru", "kk")
    LanguageTokens(source='__ru__', target='__kk__')
    >>> language_tokens("marian", {">>kaz<<", ">>tat<<"}, "ru", "kk")
    LanguageTokens(source='>>kaz<<', target='')

    Raises EngineError when a model of several languages does not know one of the pair, or has to
    be told in a way that a package cannot.
    """
    if kind == "m2m_100":
        return LanguageTokens(
            _first(vocabulary, _SIDES[source], source), _first(vocabulary, _SIDES[target], target)
        )
    if any(token.startswith("<2") and token.endswith(">") for token in vocabulary):
        raise EngineError(
            "a model that is told the language in its text cannot be converted",
            remedy="take a model of this language pair",
        )
    marks = {token for token in vocabulary if token.startswith(">>") and token.endswith("<<")}
    if not marks:
        return LanguageTokens()
    return LanguageTokens(_first(marks, tuple(f">>{code}<<" for code in _CODES[target]), target))


def check_target_pieces(source: Path, target: Path) -> None:
    """Make sure that a Marian model's source tokenizer reads the target's pieces rightly too.

    OPUS-MT has a SentencePiece file for each language, a package only one. The source's file cuts
    the source, as it must. In reading the output it need not know the pieces: SentencePiece takes
    an unknown piece for its own text, and the word mark in it is made a space afterwards, here and
    in argostranslate. That holds unless a piece means something else to it (a byte, a control
    symbol), so every piece of the target is read with both. Raises EngineError when one differs.
    """
    import sentencepiece

    if not target.is_file():
        raise _unfit(source.parent, f"it has no {target.name}")
    ours = sentencepiece.SentencePieceProcessor(model_file=str(source))
    theirs = sentencepiece.SentencePieceProcessor(model_file=str(target))
    for number in range(theirs.vocab_size()):
        if theirs.is_unknown(number) or theirs.is_control(number):
            continue
        pieces = ["▁a", theirs.id_to_piece(number), "▁a"]
        if _text(ours, pieces) != _text(theirs, pieces):
            raise _unfit(
                source.parent,
                f"source.spm reads the target's piece «{pieces[1]}» otherwise than target.spm does,"
                " and a package has one tokenizer",
            )


def _text(processor: Any, pieces: list[str]) -> str:
    return str(processor.decode_pieces(pieces)).replace("▁", " ").strip()


def _config(folder: Path) -> dict[str, Any]:
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _unfit(folder, f"config.json cannot be read ({error})") from error
    return config if isinstance(config, dict) else {}


def _first(vocabulary: Collection[str], candidates: tuple[str, ...], language: str) -> str:
    for candidate in candidates:
        if candidate in vocabulary:
            return candidate
    raise EngineError(
        f"the model does not know {language}: its vocabulary has none of {', '.join(candidates)}",
        remedy="take a model of this language pair",
    )


def _licence(card: Path) -> str:
    try:
        found = _LICENCE.search(card.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return found[1].strip().strip("\"'") if found else ""


def _unfit(folder: Path, reason: str) -> EngineError:
    return EngineError(
        reason, path=str(folder), remedy="give the folder of a Hugging Face translation model"
    )
