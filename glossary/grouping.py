"""A small grammar that joins neighbouring mentions: office + country + holder, lists, shared heads.

Each rule looks at mentions and at the text between them and answers with one wider mention whose
`parts` are the members in text order. Rules run in the order of `_RULES`; a later rule sees what
an earlier one has built, so `министр энергетики РК Имя Фамилия` becomes office + country first,
then officer, then a member of a list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from glossary.model import Mention, MentionClass, Number, RussianCase, Status

Reading = tuple[RussianCase, Number]

_SPACE = re.compile(r"\s+")
_DASH = re.compile(r"\s+[-–—]\s+")
_COMMA = re.compile(r",\s+")
_AND = re.compile(r",?\s+(?:и|а также)\s+")
_ANY_CASE = tuple(RussianCase)
_HEADS = (MentionClass.TITLE, MentionClass.ORG, MentionClass.EVENT, MentionClass.DOCUMENT)
_STATES = (MentionClass.COUNTRY, MentionClass.COUNTRIES)


def group_mentions(text: str, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions of `text` with neighbours joined into offices, officers and lists.

    `mentions` must be sorted and must not overlap; the result is sorted and does not overlap.
    """
    grouped = tuple(mentions)
    for rule in _RULES:
        grouped = _apply(rule, text, grouped)
    return grouped


Rule = Callable[[str, tuple[Mention, ...], int], "tuple[Mention, int] | None"]
"""A rule answers with the wider mention that starts at an index and the count it swallows."""


def _apply(rule: Rule, text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    out: list[Mention] = []
    index = 0
    while index < len(mentions):
        joined = rule(text, mentions, index)
        if joined is None:
            out.append(mentions[index])
            index += 1
        else:
            out.append(joined[0])
            index += joined[1]
    return tuple(out)


def _gap(text: str, left: Mention, right: Mention, pattern: re.Pattern[str]) -> bool:
    return pattern.fullmatch(text, left.end, right.start) is not None


def _readings(mention: Mention) -> tuple[Reading, ...]:
    return mention.cases or ((mention.case, mention.number),)


def _can_be_genitive(mention: Mention) -> bool:
    return any(case is RussianCase.GEN for case, _ in _readings(mention))


def _shared_cases(mentions: Iterable[Mention]) -> tuple[RussianCase, ...]:
    """Cases that every member may stand in, the choice of the most certain member first."""
    members = tuple(mentions)
    shared = set(_ANY_CASE)
    for member in members:
        shared &= {case for case, _ in _readings(member)}
    certain = sorted(members, key=lambda m: len({case for case, _ in _readings(m)}))
    wanted = [m.case for m in certain] + list(_ANY_CASE)
    return tuple(dict.fromkeys(case for case in wanted if case in shared))


def _join(
    text: str,
    members: tuple[Mention, ...],
    mention_class: MentionClass,
    cases: tuple[RussianCase, ...],
    number: Number,
) -> Mention:
    start, end = members[0].start, members[-1].end
    proposal = any(m.status is Status.PROPOSAL for m in members)
    return Mention(
        start=start,
        end=end,
        surface=text[start:end],
        mention_class=mention_class,
        case=cases[0],
        number=number,
        status=Status.PROPOSAL if proposal else Status.APPROVED,
        parts=members,
        cases=tuple((case, number) for case in cases),
    )


def _sequence(
    text: str, mentions: tuple[Mention, ...], index: int, classes: tuple[MentionClass, ...]
) -> tuple[tuple[Mention, ...], bool]:
    """The longest list `A, B и C` of one of the classes that starts here; whether «и» closes it."""
    members = [mentions[index]]
    for following in mentions[index + 1 :]:
        last = members[-1]
        if following.mention_class not in classes:
            return tuple(members), False
        if _gap(text, last, following, _AND):
            return (*members, following), True
        if not _gap(text, last, following, _COMMA):
            return tuple(members), False
        members.append(following)
    return tuple(members), False


def _countries(text: str, mentions: tuple[Mention, ...], index: int) -> tuple[Mention, int] | None:
    """«Казахстана и Кыргызстана», «РК, КР и РУз»: one list of states."""
    if mentions[index].mention_class is not MentionClass.COUNTRY:
        return None
    members, closed = _sequence(text, mentions, index, (MentionClass.COUNTRY,))
    cases = _shared_cases(members)
    if len(members) < 2 or not closed or not cases:
        return None
    return _join(text, members, MentionClass.COUNTRIES, cases, Number.PL), len(members)


def _head_with_state(
    text: str, mentions: tuple[Mention, ...], index: int
) -> tuple[Mention, int] | None:
    """«министр энергетики РК», «президенты РК и КР», «совета Казахстана и Кыргызстана»."""
    head = mentions[index]
    if head.mention_class not in _HEADS or index + 1 >= len(mentions):
        return None
    state = mentions[index + 1]
    return _owned(head, state, text) if state.mention_class in _STATES else None


def _office_of_place(
    text: str, mentions: tuple[Mention, ...], index: int
) -> tuple[Mention, int] | None:
    """«аким Алматинской области», «мэру города Бишкек»: an office and its place.

    «акимы Астаны и Алматы» stays apart: half of such a list must not become the office's place.
    """
    head = mentions[index]
    if head.mention_class is not MentionClass.TITLE or index + 1 >= len(mentions):
        return None
    place = mentions[index + 1]
    if head.parts or place.mention_class is not MentionClass.PLACE:
        return None
    if index + 2 < len(mentions) and mentions[index + 2].mention_class is MentionClass.PLACE:
        following = mentions[index + 2]
        if _gap(text, place, following, _AND) or _gap(text, place, following, _COMMA):
            return None
    return _owned(head, place, text)


def _owned(head: Mention, owner: Mention, text: str) -> tuple[Mention, int] | None:
    """A name and the state or place it belongs to, right after it in the genitive."""
    if not _gap(text, head, owner, _SPACE) or not _can_be_genitive(owner):
        return None
    owner = replace(owner, case=RussianCase.GEN)
    joined = _join(text, (head, owner), head.mention_class, (head.case,), head.number)
    return replace(joined, cases=_readings(head)), 2


def _title_of_org(
    text: str, mentions: tuple[Mention, ...], index: int
) -> tuple[Mention, int] | None:
    """«председатель Национального банка РК»: an office completed by its institution."""
    head = mentions[index]
    if head.mention_class is not MentionClass.TITLE or index + 1 >= len(mentions):
        return None
    org = mentions[index + 1]
    if org.mention_class is not MentionClass.ORG or not _gap(text, head, org, _SPACE):
        return None
    if head.parts or not _can_be_genitive(org):
        return None
    owner = replace(org, case=RussianCase.GEN)
    joined = _join(text, (head, owner), MentionClass.TITLE, (head.case,), head.number)
    return replace(joined, cases=_readings(head)), 2


def _double_office(
    text: str, mentions: tuple[Mention, ...], index: int
) -> tuple[Mention, int] | None:
    """«заместитель премьер-министра – министр экономики РК»: one person, two offices."""
    if index + 1 >= len(mentions):
        return None
    first, second = mentions[index], mentions[index + 1]
    if {first.mention_class, second.mention_class} != {MentionClass.TITLE}:
        return None
    if not _gap(text, first, second, _DASH):
        return None
    cases = _shared_cases((first, second))
    if not cases or first.number is not second.number:
        return None
    return _join(text, (first, second), MentionClass.TITLE, cases, first.number), 2


def _officer(text: str, mentions: tuple[Mention, ...], index: int) -> tuple[Mention, int] | None:
    """An office and its holder; a plural office and the list of its holders."""
    title = mentions[index]
    if title.mention_class is not MentionClass.TITLE or index + 1 >= len(mentions):
        return None
    person = mentions[index + 1]
    if person.mention_class is not MentionClass.PERSON or not _gap(text, title, person, _SPACE):
        return None
    plural = any(number is Number.PL for _, number in _readings(title))
    if plural:
        holders, closed = _sequence(text, mentions, index + 1, (MentionClass.PERSON,))
        cases = _shared_cases((title, *holders))
        if len(holders) > 1 and closed and cases:
            members = (replace(title, number=Number.PL, case=cases[0]), *holders)
            return _join(text, members, MentionClass.OFFICERS, cases, Number.PL), len(members)
    cases = _shared_cases((title, person))
    if not cases or title.number is Number.PL:
        return None
    return _join(text, (title, person), MentionClass.OFFICER, cases, Number.SG), 2


def _officers(text: str, mentions: tuple[Mention, ...], index: int) -> tuple[Mention, int] | None:
    """Coordinated officers or persons: «A, B и C», or three and more joined by commas alone.

    Two officers with nothing but a comma between them may belong to two clauses and stay apart.
    """
    first = mentions[index]
    if first.mention_class not in (MentionClass.OFFICER, MentionClass.PERSON):
        return None
    members, closed = _sequence(text, mentions, index, (first.mention_class,))
    cases = _shared_cases(members)
    if len(members) < 2 or not cases or not (closed or len(members) > 2):
        return None
    return _join(text, members, MentionClass.OFFICERS, cases, Number.PL), len(members)


_RULES: tuple[Rule, ...] = (
    _countries,
    _head_with_state,
    _office_of_place,
    _title_of_org,
    _double_office,
    _officer,
    _officers,
)


def merge_mentions(terms: Iterable[Mention], quantities: Iterable[Mention]) -> tuple[Mention, ...]:
    """Terms and quantities in text order without overlap: the longer wins, a term wins a tie."""
    ranked = sorted(
        [*((m, 0) for m in terms), *((m, 1) for m in quantities)],
        key=lambda pair: (-(pair[0].end - pair[0].start), pair[1], pair[0].start),
    )
    kept: list[Mention] = []
    for mention, _ in ranked:
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.start))


def atomic_mentions(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions with every group taken apart into its members, in text order."""
    out: list[Mention] = []
    for mention in mentions:
        out.extend(atomic_mentions(mention.parts) if mention.parts else (mention,))
    return tuple(out)
