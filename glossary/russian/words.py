"""Declension of single Russian words: pymorphy3 for words of its dictionary, own rules for others.

A declension is a mapping from (case, number) to the accepted spellings, the usual one first.
Rules after the academic grammar (Русская грамматика, 1980, §§ 1181-1298).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any

from glossary.model import Gender, Number, RussianCase

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

Cell = tuple[RussianCase, Number]
Declension = Mapping[Cell, tuple[str, ...]]

NOM, GEN, DAT = RussianCase.NOM, RussianCase.GEN, RussianCase.DAT
ACC, INS, LOC = RussianCase.ACC, RussianCase.INS, RussianCase.LOC
CASES = (NOM, GEN, DAT, ACC, INS, LOC)
SG, PL = Number.SG, Number.PL
CELLS: tuple[Cell, ...] = tuple((case, number) for number in (SG, PL) for case in CASES)

MORPHY_CASES = {
    "nomn": NOM,
    "gent": GEN,
    "datv": DAT,
    "accs": ACC,
    "ablt": INS,
    "loct": LOC,
    "loc2": LOC,
}
_RARE = {"V-oy", "V-ey", "V-be", "V-bi", "V-ie", "V-ej", "Infr", "Arch", "Dist", "Erro", "Slng"}
_NUMBERS = {"sing": SG, "plur": PL}
GENDERS = {"masc": Gender.MASC, "femn": Gender.FEM, "neut": Gender.NEUT}

_VELAR, _HUSH = "гкх", "жчшщ"
_ABBREVIATION = re.compile(r".*[A-Za-z\d].*|(?:.*[А-ЯЁ]){2}.*")
_THIRD = {"третий", "третья", "третье", "третьи"}
_UNWIELDY = re.compile(r"[^a-zа-яёA-ZА-ЯЁ\d]")
_KAZAKH_LETTER = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)


@cache
def analyzer() -> MorphAnalyzer:
    """The one pymorphy3 analyzer of the process, loaded at first use (about 0.3 s)."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=50_000)
def parses(word: str) -> tuple[Any, ...]:
    """Every pymorphy3 parse of the word, the likeliest first."""
    try:
        return tuple(analyzer().parse(word))
    except ValueError:
        # pymorphy3 cannot restore capitals of letters that lower-case to two (İ); it can this way.
        return tuple(analyzer().parse(_UNWIELDY.sub("", word) or "?"))


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    """Whether the word stands in pymorphy3's dictionary."""
    return bool(analyzer().word_is_known(word.lower()))


def is_abbreviation(word: str) -> bool:
    """Whether the word never inflects: capitals inside it (РК, КазНУ), Latin letters, digits.

    >>> [is_abbreviation(w) for w in ("РК", "КазНУ", "Kazinform", "Премьер-Министр", "Токаев")]
    [True, True, True, False, False]
    """
    return all(_ABBREVIATION.fullmatch(part) is not None for part in word.split("-") if part)


def has_kazakh_letter(word: str) -> bool:
    """Whether the word is spelt in Kazakh letters that Russian lacks; papers mostly freeze it."""
    return _KAZAKH_LETTER.search(word) is not None


def frozen(word: str, numbers: tuple[Number, ...] = (SG, PL)) -> Declension:
    """The declension of a word that never changes."""
    return {(case, number): (word,) for number in numbers for case in CASES}


def recase(form: str, model: str) -> str:
    """The form with capitals where the model word has them, hyphen part by hyphen part.

    >>> recase("премьер-министра", "Премьер-Министр")
    'Премьер-Министра'
    """
    parts, models = form.split("-"), model.split("-")
    if len(parts) != len(models):
        return form
    return "-".join(
        p.upper() if len(m) > 1 and m.isupper() else p[:1].upper() + p[1:] if m[:1].isupper() else p
        for p, m in zip(parts, models, strict=True)
    )


def cells_of(rows: Mapping[Cell, tuple[str, ...]], numbers: tuple[Number, ...]) -> Declension:
    """The declension narrowed to some numbers."""
    return {cell: texts for cell, texts in rows.items() if cell[1] in numbers}


def joined(pieces: Sequence[Declension | str]) -> Declension:
    """The declension of a whole phrase: strings stay, the rest goes through the cells it shares."""
    moving = [piece for piece in pieces if not isinstance(piece, str)]
    rows: dict[Cell, tuple[str, ...]] = {}
    for cell in CELLS:
        if all(piece.get(cell) for piece in moving):
            choices = [(p,) if isinstance(p, str) else p[cell] for p in pieces]
            rows[cell] = tuple(dict.fromkeys(map("".join, product(*choices))))
    return rows


def singular(stem: str, endings: str) -> dict[Cell, tuple[str, ...]]:
    """Six singular forms from a stem and its endings, written `|ending|ending…` in case order.

    >>> singular("Токаев", "|а|у|а|ым|е")[(RussianCase.INS, Number.SG)]
    ('Токаевым',)
    """
    return {
        (case, SG): tuple(stem + variant for variant in ending.split(","))
        for case, ending in zip(CASES, endings.split("|"), strict=True)
    }


def plural(stem: str, endings: str) -> dict[Cell, tuple[str, ...]]:
    """Six plural forms, written like those of `singular`."""
    return {(case, PL): forms for (case, _), forms in singular(stem, endings).items()}


def decline_adjective(word: str, gender: Gender | None, *, animate: bool) -> Declension:
    """An adjective, participle or ordinal in one gender, or in the plural where gender is None.

    `word` stands in its nominative of any gender. A plural comes with every gender.
    """
    if word.lower() in _THIRD:
        return _decline_third(word[:4] + "ь", gender, animate=animate)
    stem, soft, stressed = _adjective_stem(word)
    hush, velar = stem[-1:] in _HUSH, stem[-1:] in _VELAR
    mild = soft or (hush and not stressed)
    o, y = ("е", "и") if mild else ("о", "и" if velar or hush else "ы")
    ya, yu = ("я", "ю") if soft else ("а", "у")
    masc = "ой" if stressed else f"{y}й"
    if gender is Gender.FEM:
        forms = singular(stem, f"{ya}я|{o}й|{o}й|{yu}ю|{o}й|{o}й")
    elif gender is None:
        forms = {}
    else:
        nominative = f"{o}е" if gender is Gender.NEUT else masc
        accusative = f"{o}го" if gender is Gender.MASC and animate else nominative
        forms = singular(stem, f"{nominative}|{o}го|{o}му|{accusative}|{y}м|{o}м")
    accusative = f"{y}х" if animate else f"{y}е"
    return {**forms, **plural(stem, f"{y}е|{y}х|{y}м|{accusative}|{y}ми|{y}х")}


def _adjective_stem(word: str) -> tuple[str, bool, bool]:
    """The stem, whether it is soft, and whether the masculine ending is stressed (-ой)."""
    stem, ending = word[:-2], word.lower()[-2:]
    stressed = ending == "ой" or (ending == "ое" and stem[-1:] in _HUSH)
    if ending in {"яя", "ее", "ий", "ие"} and stem[-1:] not in _VELAR + _HUSH:
        return stem, True, False
    if stem[-1:] in _VELAR + _HUSH and ending in {"ая", "ие", "ое"} and not stressed:
        known = next((p.normal_form for p in parses(word) if p.tag.POS in {"ADJF", "PRTF"}), "")
        stressed = known.endswith("ой")
    return stem, False, stressed


def _decline_third(stem: str, gender: Gender | None, *, animate: bool) -> Declension:
    """The ordinal третий, the one press word of its kind."""
    if gender is Gender.FEM:
        forms = singular(stem, "я|ей|ей|ю|ей|ей")
    elif gender is None:
        forms = {}
    else:
        nominative = "е" if gender is Gender.NEUT else ""
        forms = singular(stem, f"{nominative}|его|ему|{nominative}|им|ем")
        if gender is Gender.MASC:
            base = (stem[:-1] + "ий",)
            forms |= {(NOM, SG): base, (ACC, SG): (stem + "его",) if animate else base}
    return {**forms, **plural(stem, f"и|их|им|{'их' if animate else 'и'}|ими|их")}


def noun_readings(word: str, number: Number, *, animate: bool | None = None) -> tuple[Any, ...]:
    """Dictionary parses of the word as a nominative noun of that number, common nouns first."""
    wanted = "sing" if number is SG else "plur"
    readings = [
        p
        for p in parses(word)
        if p.tag.POS == "NOUN" and p.tag.case == "nomn" and p.tag.number == wanted
    ]
    if not readings or not is_known(word):
        return ()
    if animate is not None:
        kind = "anim" if animate else "inan"
        readings = [p for p in readings if p.tag.animacy == kind] or readings
    proper = {"Name", "Surn", "Patr"}
    return tuple(sorted(readings, key=lambda p: bool(proper & set(p.tag.grammemes))))


def decline_by_lexeme(word: str, parse: Any) -> Declension:
    """The forms of the dictionary entry behind a pymorphy3 parse, with the capitals of `word`."""
    rows: dict[Cell, tuple[str, ...]] = {}
    plain = "ё" in parse.word and "ё" not in word.lower()
    for form in parse.lexeme:
        case, count = MORPHY_CASES.get(form.tag.case), _NUMBERS.get(form.tag.number)
        if case is None or count is None or _RARE & set(form.tag.grammemes):
            continue
        text = recase(form.word.replace("ё", "е") if plain else form.word, word)
        if text not in rows.get((case, count), ()):
            rows[(case, count)] = (*rows.get((case, count), ()), text)
    return rows


def decline_unknown_noun(word: str, gender: Gender | None, *, animate: bool) -> Declension:
    """A singular noun declined by its ending; one that Russian leaves unchanged stays as it is.

    >>> decline_unknown_noun("Кенеш", None, animate=False)[(RussianCase.INS, Number.SG)]
    ('Кенешем',)
    """
    last, stem = word[-1:].lower(), word[:-1]
    if last in "бвгдзклмнпрстфх":
        return singular(word, "|а|у|а|ом|е" if animate else "|а|у||ом|е")
    if last in "жцчшщ":
        return singular(word, "|а|у|а|ем|е" if animate else "|а|у||ем|е")
    if last == "й":
        loc = "и" if word.lower().endswith("ий") else "е"
        return singular(stem, f"й|я|ю|{'я' if animate else 'й'}|ем|{loc}")
    if last == "ь" and gender is Gender.FEM:
        return singular(stem, "ь|и|и|ь|ью|и")
    if last == "ь":
        return singular(stem, f"ь|я|ю|{'я' if animate else 'ь'}|ем|е")
    if last == "а" and stem[-1:].lower() not in "аеёиоуыэюя":
        gen = "и" if stem[-1:].lower() in _VELAR + _HUSH else "ы"
        ins = "ей" if stem[-1:].lower() in _HUSH + "ц" else "ой"
        return singular(stem, f"а|{gen}|е|у|{ins}|е")
    if last == "я":
        dat = "и" if word.lower().endswith("ия") else "е"
        return singular(stem, f"я|и|{dat}|ю|ей|{dat}")
    return frozen(word)
