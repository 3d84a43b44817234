"""A Kazakh phrase ready to inflect, and the izafet an owner makes with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from glossary.kazakh import inflect
from glossary.model import KazakhCase, Number
from translate.realize.rendered import Rendered

_STATE_WORDS = ("Республикасы", "Федерациясы", "Патшалығы", "Мемлекеті", "Корольдігі")
_STATE_GENITIVE = re.compile(rf"^(.*?(?:{'|'.join(_STATE_WORDS)}))(?:ның|нің)(?= )")
_GENITIVE = re.compile(r"[дтн][ыі]ң ")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A Kazakh phrase of which only `last` inflects; `before` stays as it is."""

    before: str
    last: str
    izafet: bool | None = None
    possessive: int = 0
    number: Number = Number.SG
    hints: tuple[tuple[str, str], ...] = ()
    forms: tuple[tuple[str, str], ...] = ()
    in_genitive: tuple[str, str] | None = None
    """`before` and `last` as they read when the phrase itself is a genitive, if they differ."""

    def inflected(self, case: KazakhCase) -> Rendered:
        """The whole phrase in a case.

        Of two genitives in a row usage drops the first: «Қазақстан Республикасының Президенті»,
        but «Қазақстан Республикасы Президентінің»; both are accepted.
        """
        made = self._made(self.before, self.last, case)
        if case is not KazakhCase.GEN or self.in_genitive is None:
            return made
        chained = self._made(*self.in_genitive, case)
        both = dict.fromkeys((*chained.accepted, *made.accepted))
        return Rendered(chained.text, f"{chained.rule}+chain", tuple(both))

    def _made(self, before: str, last: str, case: KazakhCase) -> Rendered:
        made = inflect(
            last,
            case,
            number=self.number,
            possessive=self.possessive,
            izafet=self.izafet,
            hints=self.hints,
            forms=self.forms,
        )
        accepted = tuple(before + form for form in made.accepted or (made.text,))
        return Rendered(before + made.text, made.rule, accepted)


def without_first_genitive(name: str) -> str | None:
    """The name with its state bare, or None where it opens with no state in the genitive.

    >>> without_first_genitive("Қазақстан Республикасының Үкіметі")
    'Қазақстан Республикасы Үкіметі'
    """
    found = _STATE_GENITIVE.match(name)
    return found[1] + name[found.end() :] if found else None


def owned(head: Phrase, owner: Phrase, *, is_state: bool) -> Phrase:
    """Owner + head: «Қазақстан Президенті», «ҚР Энергетика министрлігі», «Қазақстанның … министрі».

    An owner stays bare before a head that holds a genitive of its own («Қазақстан
    Премьер-Министрінің орынбасары»), a state also as an abbreviation and before a one-word head;
    else it stands in the genitive. An abbreviated head takes no possessive («ҚР СІМ»).
    """
    bare = owner.inflected(KazakhCase.NOM).text
    genitive = owner.inflected(KazakhCase.GEN).text
    official = bare.endswith(_STATE_WORDS)
    nested = bool(_GENITIVE.search(head.last))
    short = is_state and not official and " " not in head.last
    stays_bare = bare.isupper() or short or nested
    possessive = 0 if head.last.isupper() else 3
    if stays_bare:
        return replace(
            head, before=f"{bare} {head.before}", possessive=possessive, in_genitive=None
        )
    return replace(
        head,
        before=f"{genitive} {head.before}",
        possessive=possessive,
        in_genitive=(f"{bare} {head.before}", head.last) if is_state else None,
    )
