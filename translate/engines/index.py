"""The public index of Argos packages: which packages it offers, and where."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from translate.engines.download import fetch
from translate.errors import EngineError

PUBLIC_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"
"""What argostranslate.settings has unless ARGOS_PACKAGE_INDEX says otherwise; it freezes its
settings at import and makes folders then, so the two lines of it that matter here are ours."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A package the index offers."""

    source: str
    target: str
    version: str
    link: str

    @property
    def order(self) -> tuple[int, ...]:
        """Sorts versions as numbers.

        >>> Offer("ru", "en", "1.10", "").order > Offer("ru", "en", "1.9", "").order
        True
        """
        return tuple(int(number) for number in re.findall(r"\d+", self.version))


def index_address(environment: Mapping[str, str] = os.environ) -> str:
    """The address of `index.json`, below `ARGOS_PACKAGE_INDEX` if that is set.

    >>> index_address({"ARGOS_PACKAGE_INDEX": "http://127.0.0.1:8000"})
    'http://127.0.0.1:8000/index.json'
    """
    base = environment.get("ARGOS_PACKAGE_INDEX") or PUBLIC_INDEX
    return f"{base.rstrip('/')}/index.json"


def fetch_index() -> tuple[Offer, ...]:
    """Every translation package of the index that can be had over the web.

    Raises EngineError when the index cannot be reached or is no index.
    """
    address = index_address()
    try:
        entries = json.loads(fetch(address))
    except ValueError as error:
        raise _no_index(address, error) from error
    if not isinstance(entries, list):
        raise _no_index(address, "a list was expected")
    return tuple(offer for entry in entries if (offer := _offer(entry)))


def _offer(entry: object) -> Offer | None:
    """The offer an entry makes; None for models of other kinds, such as sentence splitters."""
    if not isinstance(entry, dict) or entry.get("type", "translate") != "translate":
        return None
    source, target, links = (entry.get(key) for key in ("from_code", "to_code", "links"))
    if not (isinstance(source, str) and isinstance(target, str) and isinstance(links, list)):
        return None
    link = next((link for link in links if str(link).startswith(("https://", "http://"))), None)
    if link is None:
        return None
    return Offer(source, target, str(entry.get("package_version", "")), str(link))


def _no_index(address: str, reason: object) -> EngineError:
    return EngineError(
        f"not an index of packages ({reason})", path=address, remedy="check ARGOS_PACKAGE_INDEX"
    )
