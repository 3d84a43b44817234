"""Times of day in press Russian, as named rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.model import MentionClass
from glossary.quantities.rules import DASH, LEFT, RIGHT, Found, Rule, compiled, quantity

if TYPE_CHECKING:
    import re


def _time(match: re.Match[str]) -> tuple[Found, ...]:
    parts = match.groupdict()
    value = quantity(
        "time",
        hour=int(parts["hour"]),
        minute=parts["minute"],
        hour2=parts.get("hour2") and int(parts["hour2"]),
        minute2=parts.get("minute2"),
    )
    plural = bool(parts.get("hour2"))
    return (Found(match.start("hour"), match.end(), MentionClass.TIME, value, plural=plural),)


def _oclock(match: re.Match[str]) -> tuple[Found, ...]:
    hour = int(match["hour"]) + (
        12 if match["of"] in ("дня", "вечера") and int(match["hour"]) < 12 else 0
    )
    value = quantity("time", hour=hour, minute=f"{int(match['minute'] or 0):02}")
    return (Found(match.start("hour"), match.end(), MentionClass.TIME, value),)


_HOUR, _MINUTE = r"(?:[01]?\d|2[0-4])", r"[0-5]\d"
_TIME_END = r"(?![\w%]|[.,:]\d| ?(?:%|процент|раз|млн|млрд|тыс|трлн|тонн|км|га))"

TIME_RULES: tuple[Rule, ...] = (
    Rule("time", compiled(
        rf"{LEFT}(?P<hour>{_HOUR}):(?P<minute>{_MINUTE})"
        rf"(?:{DASH}(?P<hour2>{_HOUR}):(?P<minute2>{_MINUTE}))?{_TIME_END}"), _time),
    Rule("dotted_time", compiled(
        rf"{LEFT}(?:в|к|до|с) (?P<hour>{_HOUR})\.(?P<minute>{_MINUTE}){_TIME_END}"), _time),
    Rule("oclock", compiled(
        rf"{LEFT}(?:в|к|с|до) (?P<hour>[01]?\d|2[0-3]) час(?:|а|ов|ам)"
        rf"(?: (?P<minute>{_MINUTE}) минут)?"
        rf"(?: (?P<of>утра|дня|вечера|ночи))?{RIGHT}"), _oclock),
)  # fmt: skip
