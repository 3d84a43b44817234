"""Cutting a masked segment at a clause border, and joining the translated clauses again."""

from __future__ import annotations

import re
from dataclasses import replace

from translate.masking import SLOT, MaskedSegment, Slot

_BORDER = re.compile(
    r"; | – (?=\w)"
    r"|, (?=(?:что|чтобы|котор\w+|а также|а|но|где|когда|поскольку|так как|если|хотя|пока)\b)"
    r"|, (?=\w{3,})"
)
_STRONG = re.compile(r"; | – |, (?:что|чтобы|котор|а также|а |но |где|когда|поскольку|так как)")
_SHORTEST = 12
"""Characters a clause must have to be worth translating alone."""
_SMALL_WORDS = (
    "a an the this that these those it its he she they we you his her their our there here and but"
    " or nor so yet as at by for from in into of on over to under with within without after before"
    " during through between among about against also both all some many most more each every such"
    " if when while where which who what how because since although though parties sides work"
    " according thanks no not"
)
_SMALL = frozenset(_SMALL_WORDS.split())
"""English words that open a clause and are nobody's name."""
_STOP = re.compile(r"[.…]+$")


def split_at_clause(masked: MaskedSegment) -> tuple[MaskedSegment, str, MaskedSegment] | None:
    """The two halves of a segment and the border between them, or None where it has no border.

    A strong border (a semicolon, a conjunction) is taken before a bare comma, and among equals
    the one nearest to the middle.
    """
    length = sum(_length(piece) for piece in masked.pieces)
    best: tuple[int, int, int, re.Match[str]] | None = None
    at = 0
    for index, piece in enumerate(masked.pieces):
        if isinstance(piece, str):
            for found in _BORDER.finditer(piece):
                before = at + found.start()
                if before < _SHORTEST or length - at - found.end() < _SHORTEST:
                    continue
                weak = 0 if _STRONG.match(piece, found.start()) else 1
                rank = (weak, abs(length // 2 - before), index, found)
                if best is None or rank[:2] < best[:2]:
                    best = rank
        at += _length(piece)
    if best is None:
        return None
    index, found = best[2], best[3]
    piece = masked.pieces[index]
    assert isinstance(piece, str)
    left = MaskedSegment((*masked.pieces[:index], piece[: found.start()]))
    right = MaskedSegment((piece[found.end() :], *masked.pieces[index + 1 :]))
    return _without_empty(left), found[0], _without_empty(right)


def _length(piece: str | Slot) -> int:
    return len(piece) if isinstance(piece, str) else _SHORTEST


def _without_empty(masked: MaskedSegment) -> MaskedSegment:
    return MaskedSegment(tuple(piece for piece in masked.pieces if piece != ""))


def renumber(masked: MaskedSegment) -> tuple[MaskedSegment, dict[int, int]]:
    """The segment with its slots numbered from 1 again, and the way back to the old numbers."""
    back: dict[int, int] = {}
    pieces: list[str | Slot] = []
    for piece in masked.pieces:
        if isinstance(piece, Slot):
            back[len(back) + 1] = piece.number
            pieces.append(replace(piece, number=len(back)))
        else:
            pieces.append(piece)
    return MaskedSegment(tuple(pieces)), back


def number_back(hypothesis: str, back: dict[int, int]) -> str:
    """A hypothesis of a renumbered segment with the numbers it had before.

    >>> number_back("{1.nom} {2.dat} барды.", {1: 4, 2: 5})
    '{4.nom} {5.dat} барды.'
    """

    def restored(found: re.Match[str]) -> str:
        number = back.get(int(found[1]), int(found[1]))
        return f"{{{number}{found[0][1 + len(found[1]) :]}"

    return SLOT.sub(restored, hypothesis)


def join_clauses(left: str, border: str, right: str) -> str:
    """Two translated clauses as one sentence: one full stop, at the end.

    >>> join_clauses("The talks ended.", ", ", "The parties signed a plan.")
    'The talks ended, the parties signed a plan.'
    """
    joint = border if border.strip() else ", "
    joint = "; " if joint.startswith(";") else joint
    return _STOP.sub("", left) + joint + _continued(right)


def _continued(clause: str) -> str:
    """A clause with a small first letter: any in Kazakh, in English only of a word without weight.

    >>> _continued("Тараптар келісті."), _continued("Kyrgyz goods sell well.")
    ('тараптар келісті.', 'Kyrgyz goods sell well.')
    """
    word = clause.partition(" ")[0].lower()
    if not clause[1:2].islower() and word != "a":
        return clause
    if clause[:1].isascii() and word not in _SMALL:
        return clause
    return clause[:1].lower() + clause[1:]
