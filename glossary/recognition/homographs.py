"""Homographs: a one-word name that is spelt like another word of the language.

«Семей с детьми стало больше» speaks of families, «премьера фильма» of a première, «после» is a
preposition. Capitals decide where they prove anything, the neighbours where they do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from glossary.canonical import fold_word
from glossary.model import Number, RussianCase, TermClass
from glossary.recognition.capitals import is_common, is_shouted
from glossary.russian.words import is_known, parses

_PROPER = {TermClass.PLACE, TermClass.COUNTRY, TermClass.MEDIA}
_REACH = 40
_FUNCTION = {"PREP", "CONJ", "PRCL", "ADVB", "INTJ"}
_BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)\s+$")
_AFTER = re.compile(r"\s+([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Homograph:
    """A one-word match in its text, to be told from the other words of that spelling."""

    text: str
    start: int
    end: int
    term_class: TermClass
    readings: tuple[tuple[RussianCase, Number], ...]
    exact: bool
    """Whether the name is an abbreviation, matched in its own capitals only."""

    def is_other_word(self) -> bool:
        """Whether the word is more likely another one than the name."""
        word = fold_word(self.text[self.start : self.end])
        if not is_known(word):
            return False
        if self.exact:
            return is_common(word) and self._shouted()
        if self.term_class in _PROPER:
            return is_common(word) and self._proves_nothing() and self._fits_badly(word)
        if self.term_class is TermClass.PERSON:
            return self._is_given_name(word)
        return self._is_other_noun(word)

    def _shouted(self) -> bool:
        start = self.text.rfind("\n", 0, self.start) + 1
        end = self.text.find("\n", self.start)
        return is_shouted(self.text[start : end if end >= 0 else len(self.text)])

    def _proves_nothing(self) -> bool:
        """Whether a capital is due here anyway: a new sentence, or a line of capitals."""
        before = self.text[max(0, self.start - _REACH) : self.start].rstrip(" \t\u00a0")
        bare = before.rstrip('"«“„–—- ')
        opened = bare != before and bare.endswith(":")
        if opened or (bare[-1] in ".!?…\n" if bare else self.start <= _REACH):
            return True
        return self.text[self.start : self.end].isupper() and self._shouted()

    def _fits_badly(self, word: str) -> bool:
        """Whether the ordinary word of this spelling stands in another form than the name would.

        «Семей» is a genitive plural if it is no city; «Эмираты» is a nominative either way, and
        then the name is the better guess; an adjective needs its noun beside it.
        """
        if any("Geox" in p.tag for p in parses(word)):
            return False
        tags = [p.tag for p in parses(word)]
        if any(tag.POS == "NOUN" and tag.case == "nomn" for tag in tags):
            return False
        if any(tag.POS == "ADJF" for tag in tags):
            after = _AFTER.match(self.text, self.end)
            return after is not None and parses(after[1])[0].tag.POS == "NOUN"
        return True

    def _is_given_name(self, word: str) -> bool:
        """«Карина сдала экзамен»: a woman's name spelt like a form of a man's surname."""
        if any(case is RussianCase.NOM for case, _ in self.readings):
            return False
        after = _AFTER.match(self.text, self.end)
        names = [p.tag for p in parses(word) if "Name" in p.tag and p.tag.case == "nomn"]
        if not names or not after:
            return False
        feminine = any(p.tag.gender == "femn" and p.tag.POS == "VERB" for p in parses(after[1]))
        return after[1][0].isupper() or feminine

    def _is_other_noun(self, word: str) -> bool:
        """Whether another word of this spelling fits its neighbours better than the term."""
        own = {p.normal_form for p in parses(word)[:1]}
        if parses(word)[0].tag.POS in _FUNCTION:
            before = _BEFORE.search(self.text, max(0, self.start - _REACH), self.start)
            return not (before and before[1].lower() in {"о", "об", "при"})
        rivals = [
            p
            for p in parses(word)
            if p.tag.POS == "NOUN" and p.tag.animacy == "inan" and p.tag.gender == "femn"
        ]
        if self.term_class is not TermClass.TITLE or not rivals or not own:
            return False
        return self._thing_follows() or self._feminine_before()

    def _thing_follows(self) -> bool:
        after = _AFTER.match(self.text, self.end)
        if not after or not after[1][0].islower():
            return False
        tag = parses(after[1])[0].tag
        return bool(tag.POS == "NOUN" and tag.case == "gent" and tag.animacy == "inan")

    def _feminine_before(self) -> bool:
        before = _BEFORE.search(self.text, max(0, self.start - _REACH), self.start)
        if not before:
            return False
        tag = parses(before[1])[0].tag
        return bool(tag.gender == "femn" and tag.POS in {"VERB", "ADJF", "PRTF"})
