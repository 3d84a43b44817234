"""Spelling variants that never change a term: one character in, one character out, offsets kept."""

from __future__ import annotations

_FOLD = str.maketrans(
    {
        "ё": "е",
        "Ё": "Е",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2007": " ",
        "\t": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "«": '"',
        "»": '"',
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "’": "'",
        "ʼ": "'",
    }
)


def fold(text: str) -> str:
    """The text with ё, spaces, dashes and quotation marks made alike; its length never changes.

    >>> fold("К.\\u00a0Токаев – «Ата‑Бейит», ещё")
    'К. Токаев - "Ата-Бейит", еще'
    """
    return text.translate(_FOLD)
