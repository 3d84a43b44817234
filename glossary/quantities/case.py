"""The Russian case of a quantity: its own form first, the word that governs it second."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary.model import MentionClass, RussianCase

if TYPE_CHECKING:
    from glossary.russian.numerals import Cases

NOM, GEN, DAT, ACC, INS, LOC = RussianCase

_ORDER = (NOM, ACC, GEN, LOC, DAT, INS)
_DATE_ORDER = (GEN, NOM, ACC, LOC, DAT, INS)


def _words(text: str) -> list[str]:
    return text.split()


_GENITIVE = _words(
    "до от ото из изо около более свыше менее больше меньше порядка у без для после кроме "
    "вокруг среди старше младше моложе выше ниже позднее позже ранее раньше размере объеме "
    "уровне количестве течение итогам пределах достиг достигла достигло достигли достигнет "
    "достигнут достигает достигают достичь начале начала началу конце конца концу середине "
    "середины итоги окончания данным результатам минимум максимум состоянием периода период "
    "течении вплоть"
)
_DATIVE = _words("к ко благодаря согласно равен равна равно равны эквивалентно эквивалентен")
_INSTRUMENTAL = _words(
    "между над перед владеет владеют владея обладает обладают ограничен ограничена ограничено "
    "ограничены датированное датированный датированная"
)
_LOCATIVE = _words("о об обо при")
_ACCUSATIVE = _words(
    "про через сквозь под составил составила составило составили составит составят составляет "
    "составляют составлял составляла составляло составляли превысил превысила превысило превысили "
    "превысит превышает превышают превышал насчитывает насчитывают насчитывал выделил выделила "
    "выделили выделит направил направила направили направит инвестировал инвестировала "
    "инвестировали вложил вложила вложили собрал собрала собрали включает включают объединит "
    "потратил потратили сэкономил сэкономит привлек привлекла привлекли стоит стоят"
)

_GOVERNED: dict[str, tuple[RussianCase, ...]] = {
    **dict.fromkeys(_GENITIVE, (GEN,)),
    **dict.fromkeys(_DATIVE, (DAT,)),
    **dict.fromkeys(_INSTRUMENTAL, (INS,)),
    **dict.fromkeys(_LOCATIVE, (LOC,)),
    **dict.fromkeys(_ACCUSATIVE, (ACC,)),
    "с": (GEN, INS, ACC), "со": (GEN, INS, ACC), "на": (ACC, LOC), "за": (ACC, INS),
    "по": (ACC, DAT, LOC), "в": (ACC, LOC), "во": (ACC, LOC),
}  # fmt: skip
_WITH = frozenset(_words("сравнению вместе наряду совместно соответствии связи знакомство"))
_PASSED_OVER = _words(
    "примерно почти приблизительно лишь только уже еще всего ориентировочно даже практически "
    "предположительно целых чуть именно сразу не"
)
_CALENDAR_KINDS = frozenset(("month_year", "months", "year", "years", "decade", "century", "part"))


def governed_order(
    folded: str, start: int, mention_class: MentionClass, kind: str
) -> tuple[RussianCase, ...]:
    """The cases the words before a quantity ask for, the likeliest first; all six, so never empty.

    `folded` is the text after `glossary.normalize.fold`. Prepositions decide, then the verbs and
    nouns that govern sums in press Russian (составил + acc, достиг + gen, в размере + gen); a day
    of the month with no governor stands in the genitive, anything else in the nominative.
    """
    default = _DATE_ORDER if kind in ("date", "date_range") else _ORDER
    before = folded[max(0, start - 80) : start].lower()
    if before.endswith("("):
        return _ORDER
    tokens = re.findall(r"[а-яa-z]+|[^\w\s]", before.rpartition("\n")[2])
    while tokens and (tokens[-1] in _PASSED_OVER or tokens[-1] == '"'):
        tokens.pop()
    if len(tokens) > 1 and tokens[-1] == "чем":
        tokens = tokens[:-2]
    if not tokens:
        return default
    if tokens[-1] == "-":
        return _ORDER
    return _with_rest(_asked(tokens, mention_class, kind), default)


def _asked(tokens: list[str], mention_class: MentionClass, kind: str) -> tuple[RussianCase, ...]:
    word, previous = tokens[-1], tokens[-2] if len(tokens) > 1 else ""
    if word in ("с", "со") and previous in _WITH:
        return (INS,)
    if word in ("в", "во"):
        if mention_class is MentionClass.DATE and kind in _CALENDAR_KINDS:
            return (LOC, ACC)
        if kind in ("measure", "ordinal"):
            return (LOC, ACC)
    return _GOVERNED.get(word, ())


def _with_rest(
    asked: tuple[RussianCase, ...], default: tuple[RussianCase, ...]
) -> tuple[RussianCase, ...]:
    return asked + tuple(case for case in default if case not in asked)


_NOT_NOUNS = _words("нам вам им там сам самим ним тем всем этим таким драм реклам рам дам")
_ENDINGS: tuple[tuple[str, frozenset[RussianCase]], ...] = (
    (r"(?:ами|ями|ыми|ими|ьми)", frozenset({INS})),
    (r"(?:ам|ям|ым|им)", frozenset({DAT})),
    (r"(?:ах|ях)", frozenset({LOC})),
    (r"(?:ых|их)", frozenset({GEN, LOC, NOM, ACC})),
    (r"(?:ов|ев|ей|ий|ек|ок)", frozenset({GEN, NOM, ACC})),
)


def counted_cases(folded: str, end: int) -> Cases:
    """The cases the counted noun after a figure shows: «350 школам» dat, «в 30 странах» loc.

    >>> sorted(counted_cases("помощь 350 школам", 10))
    [<RussianCase.DAT: 'dat'>]
    """
    word = re.match(r" ([а-я-]{3,})", folded[end : end + 40].lower())
    if word is None or word[1] in _NOT_NOUNS:
        return frozenset(RussianCase)
    for ending, cases in _ENDINGS:
        if re.search(ending + "$", word[1]):
            return cases
    return frozenset(RussianCase)


def chosen_cases(
    order: tuple[RussianCase, ...], form: Cases, counted: Cases
) -> tuple[RussianCase, ...]:
    """Every case the phrase may stand in, the chosen one first.

    The form of the phrase itself is binding; the counted noun is heeded where they agree.
    """
    allowed = (form & counted) or form or frozenset(RussianCase)
    return tuple(case for case in order if case in allowed)
