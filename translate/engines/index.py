"""The public index of Argos packages: what it offers, and downloading with resume."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from translate.engines.argos import argos_settings
from translate.errors import EngineError

_TIMEOUT = 30.0
_BLOCK = 1 << 16
Progress = Callable[[int, int], None]
"""Told how many bytes have come and how many there are (0 when unknown)."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A package the index offers."""

    source: str
    target: str
    version: str
    link: str


def fetch_index() -> tuple[Offer, ...]:
    """Every ordinary translation package of the index that Argos is configured to use.

    `ARGOS_PACKAGE_INDEX` names another index. Raises EngineError when it cannot be reached.
    """
    address = str(argos_settings().remote_package_index)
    try:
        with urllib.request.urlopen(_request(address), timeout=_TIMEOUT) as answer:
            entries = json.loads(answer.read())
    except (OSError, ValueError) as error:
        raise _unreachable(error) from error
    return tuple(
        Offer(e["from_code"], e["to_code"], str(e.get("package_version", "")), e["links"][0])
        for e in entries
        if isinstance(e, dict) and e.get("from_code") and e.get("to_code") and e.get("links")
    )


def _unreachable(error: object) -> EngineError:
    return EngineError(
        f"the package index cannot be reached ({error})",
        remedy="connect to the network, or install a file with: audarma models install --from FILE",
    )


def _request(address: str, headers: dict[str, str] | None = None) -> urllib.request.Request:
    if not address.startswith(("https://", "http://")):
        raise EngineError(f"«{address}» is not a web address", remedy="check ARGOS_PACKAGE_INDEX")
    return urllib.request.Request(address, headers={"User-Agent": "audarma", **(headers or {})})


def download(link: str, place: Path, progress: Progress = lambda done, whole: None) -> None:
    """Bring a file to `place`; what an interrupted download left in `place`.part is continued.

    The file appears under its name only when its size is what the server announced. Raises
    EngineError when the network fails or the size differs.
    """
    part = place.with_name(place.name + ".part")
    place.parent.mkdir(parents=True, exist_ok=True)
    have = part.stat().st_size if part.exists() else 0
    headers = {"Range": f"bytes={have}-"} if have else {}
    try:
        with urllib.request.urlopen(_request(link, headers), timeout=_TIMEOUT) as answer:
            continued = answer.status == 206
            have = have if continued else 0
            announced = int(answer.headers.get("Content-Length") or 0)
            whole = have + announced if announced else 0
            with part.open("ab" if continued else "wb") as out:
                while block := answer.read(_BLOCK):
                    out.write(block)
                    have += len(block)
                    progress(have, whole)
    except urllib.error.HTTPError as error:
        if error.code != 416:
            raise _unreachable(error) from error
        part.unlink()
        raise EngineError(
            "the part left by an earlier download does not fit the file on the server",
            path=str(part),
            remedy="it has been removed, run the command again",
        ) from error
    except OSError as error:
        raise _unreachable(error) from error
    if whole and have != whole:
        raise EngineError(
            f"{have} of {whole} bytes arrived",
            path=str(part),
            remedy="run the command again, it continues where this stopped",
        )
    part.replace(place)
