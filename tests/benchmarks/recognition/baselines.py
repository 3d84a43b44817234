"""What a user would have without audarma: the matchers of common tools, on the same termbase.

Each takes word sequences of the terms to keys and looks the text's words up by the same keys;
the longest match wins. They differ in the key only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from glossary.model import Termbase
from glossary.normalize import fold
from glossary.russian.words import parses

_WORD = re.compile(r"[^\W_]+")
Found = tuple[int, int, str]
Key = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Baseline:
    """A matcher by keys of words; `prefix` compares beginnings instead of whole keys."""

    name: str
    key: Key
    prefix: bool = False

    def matcher(self, termbase: Termbase) -> Callable[[str], Iterator[Found]]:
        """A function that yields start, end and concept of the longest matches in a text."""
        terms: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for concept in termbase.concepts:
            texts = (concept.source.text, *(v.text for v in concept.source.variants))
            for text in texts:
                keys = tuple(self.key(word) for word in _WORD.findall(fold(text)))
                if keys:
                    terms.setdefault(keys[0][:1], []).append((keys, concept.id))
        for listed in terms.values():
            listed.sort(key=lambda term: -len(term[0]))

        def find(text: str) -> Iterator[Found]:
            folded = fold(text)
            spans = [match.span() for match in _WORD.finditer(folded)]
            words = [folded[start:end] for start, end in spans]
            keys = words if self.prefix else [self.key(word) for word in words]
            index = 0
            while index < len(keys):
                for term, concept in terms.get(self._initial(keys[index]), ()):
                    if self._equal(keys[index : index + len(term)], term):
                        yield spans[index][0], spans[index + len(term) - 1][1], concept
                        index += len(term) - 1
                        break
                index += 1

        return find

    def _initial(self, word: str) -> str:
        return word[:1].lower() if self.prefix else word[:1]

    def _equal(self, words: list[str], term: tuple[str, ...]) -> bool:
        if len(words) != len(term):
            return False
        if self.prefix:
            return all(w.lower().startswith(t) for w, t in zip(words, term, strict=True))
        return tuple(words) == term


def _half(word: str) -> str:
    return word.lower()[: (len(word) + 1) // 2]


def _lemma(word: str) -> str:
    return str(parses(word)[0].normal_form).replace("ё", "е")


def baselines() -> tuple[Baseline, ...]:
    """The matchers; stems only where the `snowballstemmer` package is installed."""
    found = [
        Baseline("exact match", str),
        Baseline("50 % prefix (memoQ)", _half, prefix=True),
        Baseline("pymorphy3 lemmas", _lemma),
    ]
    try:
        from snowballstemmer import stemmer
    except ImportError:
        return tuple(found)
    stem = stemmer("russian").stemWord
    found.insert(2, Baseline("Snowball stems (OmegaT)", lambda word: str(stem(word.lower()))))
    return tuple(found)
