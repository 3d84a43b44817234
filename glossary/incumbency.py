"""Whether a person a text calls minister was minister on that day, by the termbase's `holds`.

Offices change hands: an article of August names the minister of August, and a release that calls
a former holder the current one should be looked at before it is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from glossary.diagnostics import Diagnostic, Severity
from glossary.model import Concept, Mention, MentionClass
from glossary.tenure import Tenure, tenures

_BODIES = (MentionClass.COUNTRY, MentionClass.COUNTRIES, MentionClass.ORG)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a text says: this person holds this office of one of these states or bodies."""

    person: str
    office: str
    bodies: tuple[str, ...]


def claims(mention: Mention) -> Iterator[Claim]:
    """Every claim an officer or a list of officers makes."""
    if mention.mention_class not in (MentionClass.OFFICER, MentionClass.OFFICERS):
        return
    first = mention.parts[0]
    if first.mention_class is not MentionClass.TITLE:
        for part in mention.parts:
            yield from claims(part)
        return
    single = tuple(_single(first))
    offices = [one.concept for one in single if one.mention_class is MentionClass.TITLE]
    bodies = tuple(one.concept for one in single if one.mention_class in _BODIES)
    for holder in mention.parts[1:]:
        for office in offices:
            yield Claim(holder.concept or holder.surface, office, bodies)


def _single(mention: Mention) -> Iterator[Mention]:
    if not mention.parts:
        yield mention
    for part in mention.parts:
        yield from _single(part)


def check_claims(
    mentions: Iterable[Mention], concepts: Mapping[str, Concept], day: date
) -> tuple[Diagnostic, ...]:
    """A warning for each claim the termbase contradicts on that day; nothing where it is silent.

    `V303`: the person held the office at another time. `V304`: somebody else holds it.
    """
    known = [tenure for concept in concepts.values() for tenure in tenures(concept)]
    found = [
        _contradiction(claim, known, concepts, day)
        for mention in mentions
        for claim in claims(mention)
    ]
    return tuple(dict.fromkeys(one for one in found if one))


def _contradiction(
    claim: Claim, known: list[Tenure], concepts: Mapping[str, Concept], day: date
) -> Diagnostic | None:
    office = [
        t
        for t in known
        if t.office == claim.office and (not claim.bodies or not t.body or t.body in claim.bodies)
    ]
    own = [t for t in office if t.person == claim.person]
    person, title = _name(claim.person, concepts), _name(claim.office, concepts)
    if any(t.covers(day) for t in own):
        return None
    if own:
        period = f"{own[-1].start or '…'} – {own[-1].end or '…'}"
        message = f"{person} was «{title}» {period}, not on {day}"
        return Diagnostic("V303", Severity.WARNING, message, claim.person)
    others = [t for t in office if t.covers(day)]
    if not others or not claim.bodies:
        return None
    names = ", ".join(dict.fromkeys(_name(t.person, concepts) for t in others))
    message = f"{person} is called «{title}»; on {day} the termbase names {names}"
    return Diagnostic("V304", Severity.WARNING, message, claim.person)


def _name(identifier: str, concepts: Mapping[str, Concept]) -> str:
    concept = concepts.get(identifier)
    return concept.source.text if concept else identifier
