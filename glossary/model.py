"""Values of the termbase: concepts, their terms in three languages, and mentions of them in a text.

Everything here is frozen; a change makes a new value with `dataclasses.replace`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Language = Literal["ru", "en", "kk"]
TargetLanguage = Literal["en", "kk"]


class RussianCase(StrEnum):
    """The six cases of Russian, with the labels slots carry."""

    NOM = "nom"
    GEN = "gen"
    DAT = "dat"
    ACC = "acc"
    INS = "ins"
    LOC = "loc"


class KazakhCase(StrEnum):
    """The seven cases of Kazakh, with the labels slots carry."""

    NOM = "nom"
    GEN = "gen"
    DAT = "dat"
    ACC = "acc"
    LOC = "loc"
    ABL = "abl"
    INS = "ins"


class Number(StrEnum):
    SG = "sg"
    PL = "pl"


class Gender(StrEnum):
    MASC = "m"
    FEM = "f"
    NEUT = "n"


class TermClass(StrEnum):
    """What a concept is; the `msgctxt` of its entry in the termbase."""

    PERSON = "person"
    TITLE = "title"
    ORG = "org"
    COUNTRY = "country"
    PLACE = "place"
    DOCUMENT = "document"
    EVENT = "event"
    MEDIA = "media"
    ABBREVIATION = "abbreviation"
    TERM = "term"


class MentionClass(StrEnum):
    """What a mention is: the classes of concepts, groups of them, and quantities."""

    PERSON = "person"
    OFFICER = "officer"
    OFFICERS = "officers"
    TITLE = "title"
    ORG = "org"
    COUNTRY = "country"
    COUNTRIES = "countries"
    PLACE = "place"
    DOCUMENT = "document"
    EVENT = "event"
    MEDIA = "media"
    ABBREVIATION = "abbreviation"
    TERM = "term"
    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"


class Status(StrEnum):
    """Standing of a rendering: only `approved` is enforced; a fuzzy entry is a proposal."""

    APPROVED = "approved"
    PROPOSAL = "proposal"
    DO_NOT_TRANSLATE = "dnt"


@dataclass(frozen=True, slots=True)
class Variant:
    """Another name of the same concept in the same language."""

    text: str
    kind: str = ""
    """Pairs a Russian variant with its rendering: `short`, `abbr`, `address`, … An empty kind is
    a name that is recognised (Russian) or accepted by verification (targets) but never written."""


@dataclass(frozen=True, slots=True)
class Form:
    """One inflected form of a Russian name, with the case and number it stands for."""

    text: str
    case: RussianCase
    number: Number


@dataclass(frozen=True, slots=True)
class Term:
    """A concept's name in one language: citation form, other names, grammar hints, provenance."""

    language: Language
    text: str
    status: Status = Status.APPROVED
    variants: tuple[Variant, ...] = ()
    forbidden: tuple[str, ...] = ()
    """Renderings that must never appear in a target text."""
    grammar: tuple[tuple[str, str], ...] = ()
    """Hints by key, e.g. `("gender", "f")`, `("harmony", "front")`, `("possessive", "yes")`."""
    forms: tuple[tuple[str, str], ...] = ()
    """Irregular forms by label: Russian `gen.sg`, Kazakh `dat`; they win over every rule."""
    sources: tuple[str, ...] = field(default=(), compare=False)
    note: str = field(default="", compare=False)

    def hint(self, key: str, default: str = "") -> str:
        """The grammar hint stored under `key`, or `default`."""
        return dict(self.grammar).get(key, default)

    def variant(self, kind: str) -> str:
        """The name of that kind, or the citation form where there is none."""
        return next((v.text for v in self.variants if kind and v.kind == kind), self.text)


@dataclass(frozen=True, slots=True)
class Concept:
    """One official person, office, institution, place or event, named in each language."""

    id: str
    term_class: TermClass
    source: Term
    en: Term | None = None
    kk: Term | None = None
    relations: tuple[tuple[str, str], ...] = ()
    """Links to other concepts: `("holds", "tit_pm 2024-02-06..")`, `("country", "cty_kz")`."""

    def target(self, language: TargetLanguage) -> Term | None:
        """The concept's term in a target language, if it has one."""
        return self.en if language == "en" else self.kk


@dataclass(frozen=True, slots=True)
class Termbase:
    """All concepts, in file order, and the hash that names this state of them in reports."""

    concepts: tuple[Concept, ...]
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A date, time, sum, number or percentage, read from the text into what it means.

    `kind` names the shape (`date`, `date_range`, `month_year`, `year`, `years`, `time`, `number`,
    `percent`, `money`, `measure`, `ordinal`); `fields` holds its parts by name.
    """

    kind: str
    fields: tuple[tuple[str, str], ...]

    def get(self, key: str, default: str = "") -> str:
        """The part called `key`, or `default`."""
        return dict(self.fields).get(key, default)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of Russian text whose rendering is not the machine's to choose.

    Offsets count characters of the text the mention was found in; `end` is exclusive.
    """

    start: int
    end: int
    surface: str
    mention_class: MentionClass
    case: RussianCase
    number: Number
    concept: str = ""
    """Id of the concept; empty for groups and quantities."""
    kind: str = ""
    """Kind of the variant that matched; empty for the citation form."""
    status: Status = Status.APPROVED
    parts: tuple[Mention, ...] = ()
    """Members of a group, in text order; empty for a single mention."""
    quantity: Quantity | None = None
    cases: tuple[tuple[RussianCase, Number], ...] = field(default=(), compare=False)
    """Every reading the surface form allows, the chosen one first."""
