"""Made-up sentences full of names, and their masked form, for tests of what follows masking."""

from __future__ import annotations

import random

from glossary.model import Termbase
from glossary.prepared import Prepared
from glossary.recognize import Recognizer
from translate.masking import MaskedSegment, mask
from translate.pipeline import build_pipeline

_NAMES = (
    "Касым-Жомарт Токаев",
    "министр энергетики РК Ерлан Аккенженов",
    "президенты РК и КР",
    "Казахстан",
    "Кыргызстан",
    "Министерство финансов",
    "ООН",
    "Астана",
    "22 августа 2025 года",
    "2 млрд долларов",
    "5,3%",
    "президенты Касым-Жомарт Токаев и Садыр Жапаров",
)
_WORDS = (
    "сообщил",
    "и",
    "рассмотрел вопросы",
    "подчеркнул, что",
    "развитие торговли",
    "также",
    ";",
)


def sentence(seed: int) -> str:
    """A made-up run of names and words: grammar does not matter to the ladder."""
    dice = random.Random(seed)
    parts = [dice.choice(_NAMES if dice.random() < 0.45 else _WORDS) for _ in range(9)]
    return " ".join(parts) + "."


def masked_segment(text: str, termbase: Termbase, recognizer: Recognizer) -> MaskedSegment:
    """The text with its mentions masked."""
    pipeline = build_pipeline(Prepared(termbase, recognizer), {})
    return mask(text, pipeline.mentions(text))
