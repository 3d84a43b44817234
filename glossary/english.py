"""English forms of official names: article, plural of an office, possessive, lists.

The conventions are those of English-language official sites of the region: an office in Title
Case, no article before an office that is followed by its holder's name, a plural office before
two holders («Presidents Kassym-Jomart Tokayev and Sadyr Japarov»).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.model import TermClass

_ARTICLE_CLASSES = frozenset(
    {TermClass.TITLE, TermClass.ORG, TermClass.EVENT, TermClass.DOCUMENT, TermClass.TERM}
)
_STATE_WORDS = re.compile(
    r"\b(Republic|States|Kingdom|Federation|Emirates|Union|Netherlands|Philippines)\b"
)
_ACRONYM = re.compile(r"[A-Z][A-Z&-]+")
_HEAD_END = re.compile(r" (?:of|for|to|in|at|on|under|and|–|-) |, ")
_DOUBLE_OFFICE = re.compile(r" [–-] ")
_PLURAL_NAME = re.compile(
    r"(?:tions|ments|ers|ors|ents|ies|ces|irs|tes|als|mes|rts|hts|ads|nds|nes|[A-Z]{2,}s)$"
)
"""Endings of plural names: Nations, Affairs, Resources, Governments, SMEs; not of Guterres."""
_ADDRESS = re.compile(r"[a-z][\w-]*\.[a-z]{2,}\b")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"(?<=[^aeiou])y$")
_IRREGULAR = {"person": "people", "Person": "People", "man": "men", "woman": "women"}
_NO_PLURAL = frozenset({"staff", "Staff"})


def article(text: str, term_class: TermClass, hint: str = "") -> str:
    """`"the "` or `""`: the article a name brings along in the middle of a sentence.

    `hint` is the entry's own policy, `the` or `none`, and wins over the rule: institutions,
    offices, events and documents take the article, acronyms and persons do not, states do when
    their name holds a common noun (the Republic of …, the United States).

    >>> article("Ministry of Energy", TermClass.ORG), article("Kazakhstan", TermClass.COUNTRY)
    ('the ', '')
    """
    if hint:
        return "the " if hint == "the" else ""
    if text.lower().startswith(("the ", "a ", "an ")):
        return ""
    if term_class is TermClass.COUNTRY:
        return "the " if _STATE_WORDS.search(text) else ""
    if term_class in _ARTICLE_CLASSES and not _ACRONYM.fullmatch(text):
        return "the "
    return ""


def plural(title: str) -> str:
    """The plural of an office or a common name: its head noun changes, its complement stays.

    >>> plural("Head of State"), plural("Deputy Prime Minister – Minister of Energy")
    ('Heads of State', 'Deputy Prime Ministers – Ministers of Energy')
    """
    double = _DOUBLE_OFFICE.search(title)
    if double:
        left, right = title[: double.start()], title[double.end() :]
        return plural(left) + double[0] + plural(right)
    cut = _HEAD_END.search(title)
    head, rest = (title[: cut.start()], title[cut.start() :]) if cut else (title, "")
    before, space, noun = head.rpartition(" ")
    return before + space + _plural_noun(noun) + rest


def _plural_noun(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun in _NO_PLURAL:
        return noun
    if noun.endswith(("man", "woman")) and len(noun) > 4:
        return noun[:-2] + "en"
    if _CONSONANT_Y.search(noun):
        return noun[:-1] + "ies"
    return noun + ("es" if _SIBILANT.search(noun) else "s")


def possessive(text: str) -> str:
    """The possessive: a bare apostrophe after a plural in -s, else 's.

    >>> possessive("the Ministry of Foreign Affairs"), possessive("António Guterres")
    ("the Ministry of Foreign Affairs'", "António Guterres's")
    """
    return text + ("'" if _PLURAL_NAME.search(text) else "'s")


def join_names(names: Sequence[str]) -> str:
    """A list as English writes it: `A`, `A and B`, `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]


def capitalise(text: str) -> str:
    """The text with its first letter in upper case, the rest untouched; an address stays small.

    >>> capitalise("the Ministry of Energy"), capitalise("akorda.kz")
    ('The Ministry of Energy', 'akorda.kz')
    """
    return text if _ADDRESS.match(text) else text[:1].upper() + text[1:]
