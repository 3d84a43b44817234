"""What the words around a slot in an English hypothesis ask of the name in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from glossary.model import Mention, MentionClass

_DETERMINER = re.compile(
    r"\b(?:the|an?|this|these|those|its|his|her|their|our|your|my|each|every|any|some|no|another)"
    r" $",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"\b(?:new|former|acting|interim|current|incumbent|previous|recent|upcoming|forthcoming"
    r"|next|last|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)"
    r"|joint|historic|important|regular|annual|planned|scheduled|future|same|own|relevant|successful"
    r"|newly (?:elected|appointed)|so-called) $",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    r"\b(?:the|an?|its|his|her|their|our|this) (?!(?:capital|proposal|journal) )"
    r"(?:[a-z]+-[a-z]+|[a-z]+(?:al|ive|ous|ic|ful|ary|able)) $"
)
_OWNER = re.compile(r"\w(?:['’]s|s['’]) $")
_COUNT = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both|several|many|all) $",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:(?:re-?)?(?:appointed|elected|nominated)|named|became|becom(?:e|es|ing)"
    r"|(?:post|position|rank) of) $",
    re.IGNORECASE,
)
_ROLE_AS = re.compile(
    r"\b(?:serv\w+|work\w*|appoint\w*|elect\w*|confirm\w*|nominat\w+|act(?:s|ed|ing)?|office"
    r"|resign\w*|career|term|powers|tenure|approv\w+|introduc\w+)\b[^.;:]{0,60}\bas $",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(
    r"(?:^|(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bNo)(?<!\bSt)(?<!\.[A-Za-z])[.!?…][\"”»)]*\s+)"
    r"[\"“«(]*$"
)
_NAMES = (MentionClass.PERSON, MentionClass.OFFICER)


@dataclass(frozen=True, slots=True)
class EnglishPlace:
    """What stands around a slot in an English hypothesis."""

    before: str = ""
    """The target text up to the slot, earlier slots already filled."""
    possessive: bool = False
    after: str = ""
    """The hypothesis after the slot, later slots still unfilled."""
    previous: Mention | None = None
    """The mention just before, with nothing but a space or a comma between."""
    following: Mention | None = None
    """The mention just after, with nothing but a space between."""

    @property
    def starts_sentence(self) -> bool:
        """Whether the name opens a sentence, quotation marks aside."""
        return bool(_SENTENCE_START.search(self.before))

    @property
    def determined(self) -> bool:
        """Whether a determiner, an adjective or an owner has taken the article's place.

        >>> [EnglishPlace(text).determined for text in ("his ", "Tokayev's ", "said that ")]
        [True, True, False]
        """
        return any(
            found.search(self.before) for found in (_DETERMINER, _ADJECTIVE, _DESCRIBED, _OWNER)
        )

    @property
    def counted(self) -> bool:
        """Whether a numeral stands before the name: «both Presidents», «12 Ministers»."""
        if self.previous and self.previous.mention_class is MentionClass.NUMBER:
            return not self.before.endswith(", ")
        found = _COUNT.search(self.before)
        return bool(found) and not self.after.startswith(" and ")

    @property
    def names_role(self) -> bool:
        """Whether an office stands here as a role, which takes no article.

        «was appointed Minister», «Tokayev, President of Kazakhstan, …», «President … Tokayev»;
        but «as the President noted».
        """
        if _ROLE.search(self.before) or _ROLE_AS.search(self.before):
            return True
        if self.following and self.following.mention_class is MentionClass.PERSON:
            return True
        if self.previous is None or self.previous.mention_class not in _NAMES:
            return False
        return not self.before.endswith(", ") or self.after[:1] in ("", ",", ".", ";", ")", "–")
