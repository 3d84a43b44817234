"""The joint SentencePiece vocabulary of Russian, English and Kazakh, with the slots as symbols."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translate.training.notation import symbols
from translate.training.paths import VOCABULARY, WORK
from translate.training.prepare import read_prepared

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 6000
UNKNOWN, END, PADDING = 0, 1, 2
START = {"en": "<2en>", "kk": "<2kk>"}
# ё is written or not as the author likes; spaces and hyphens of one look are one character.
_REWRITES = {
    "ё": "е",
    "Ё": "Е",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u2011": "-",
    "\u2010": "-",
    "\u2212": "-",
    "\u2018": "'",
    "\u2019": "'",
    "\u00ad": "",
    "\ufeff": "",
}


def normalization_rules() -> str:
    """The character rewrites in SentencePiece's own format: code points in hexadecimal."""
    return "".join(
        f"{ord(old):X}\t{' '.join(f'{ord(c):X}' for c in new)}\n" for old, new in _REWRITES.items()
    )


def train_vocabulary(work: Path = WORK, output: Path = VOCABULARY, size: int = SIZE) -> Path:
    """Train the vocabulary on the prepared training data and return its path."""
    import sentencepiece

    text, rules = work / "vocabulary.txt", work / "vocabulary.rules.tsv"
    lines = []
    for unit in read_prepared(work / "train.tsv"):
        # Kazakh has the longest words and the least text: it counts twice.
        if unit.origin in ("press", "lexicon", "tatoeba-kk"):
            lines += [unit.ru, unit.en, unit.kk, unit.kk]
    text.write_text("".join(f"{line}\n" for line in lines if line), encoding="utf-8")
    rules.write_text(normalization_rules(), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(text),
        model_prefix=str(output.with_suffix("")),
        vocab_size=size,
        model_type="unigram",
        character_coverage=1.0,
        byte_fallback=False,
        split_digits=True,
        normalization_rule_tsv=str(rules),
        remove_extra_whitespaces=True,
        required_chars="0123456789%№€$+-–—«»“”\"'()/:;,.!?"
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
        "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
        "әғқңөұүһіӘҒҚҢӨҰҮҺІ",
        unk_id=UNKNOWN,
        bos_id=-1,
        eos_id=END,
        pad_id=PADDING,
        control_symbols=list(START.values()),
        user_defined_symbols=list(symbols()),
        num_threads=2,
        minloglevel=1,
        train_extremely_large_corpus=False,
    )
    return output
