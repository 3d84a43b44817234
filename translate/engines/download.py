"""Bringing files from the web: whole or not at all, continued where an earlier try stopped."""

from __future__ import annotations

import http.client
import re
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from translate.errors import EngineError

_TIMEOUT = 30.0
"""Seconds a server may stay silent."""
_BLOCK = 1 << 16
_NETWORK_FAULTS = (OSError, http.client.HTTPException)
Progress = Callable[[int, int], None]
"""Told how many bytes have come and how many there are (0 when the server does not say)."""


def fetch(address: str) -> bytes:
    """The content at a web address. Raises EngineError when it cannot be had."""
    try:
        with _opened(address, {}) as answer:
            return bytes(answer.read())
    except _NETWORK_FAULTS as error:
        raise _failed(address, error) from error


def download(link: str, place: Path, progress: Progress = lambda done, whole: None) -> None:
    """Bring a file to `place`; what an interrupted download left in `place`.part is continued.

    The file appears under its name only when its size is what the server announced; whether its
    content is sound is for the reader of the file to say. Raises EngineError when the network
    fails or the size differs; what has come by then is kept for the next try.
    """
    part = place.with_name(place.name + ".part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EngineError(
            f"no folder can be made here ({error.strerror})",
            path=str(place.parent),
            remedy="name another with ARGOS_PACKAGES_DIR",
        ) from error
    try:
        have, whole = _receive(link, part, progress)
    except urllib.error.HTTPError as error:
        raise _failed(link, error) from error
    except _NETWORK_FAULTS as error:
        raise _failed(link, error, kept=part) from error
    if whole and have != whole:
        raise EngineError(
            f"{have} of {whole} bytes came",
            path=link,
            remedy="run the command again, it continues where this stopped",
        )
    part.replace(place)


def _receive(link: str, part: Path, progress: Progress) -> tuple[int, int]:
    """Bytes there are in the part now, and bytes there should be (0 when unknown)."""
    start = part.stat().st_size if part.exists() else 0
    try:
        answer = _opened(link, {"Range": f"bytes={start}-"} if start else {})
    except urllib.error.HTTPError as error:
        if error.code != http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            raise
        if _whole_size(error.headers.get("Content-Range")) == start:
            return start, start  # the earlier try ended after the last byte, before the renaming
        part.unlink()
        return _receive(link, part, progress)
    with answer:
        continued = answer.status == http.HTTPStatus.PARTIAL_CONTENT
        if continued and _begin(answer.headers.get("Content-Range")) != start:
            part.unlink()
            raise http.client.HTTPException("the server sent another part than was asked for")
        have = start if continued else 0
        return _write(answer, part, have, have + answer.length if answer.length else 0, progress)


def _write(answer: Any, part: Path, have: int, whole: int, progress: Progress) -> tuple[int, int]:
    with part.open("ab" if have else "wb") as out:
        while block := answer.read(_BLOCK):
            out.write(block)
            have += len(block)
            progress(have, whole)
    return have, whole


def _begin(content_range: str | None) -> int | None:
    """The first byte of a partial answer (RFC 9110, section 14.4).

    >>> _begin("bytes 42-1233/1234")
    42
    """
    found = re.match(r"bytes (\d+)-", content_range or "")
    return int(found[1]) if found else None


def _whole_size(content_range: str | None) -> int | None:
    """The size of the whole file, if the answer tells it.

    >>> _whole_size("bytes */1234")
    1234
    """
    found = re.search(r"/(\d+)$", content_range or "")
    return int(found[1]) if found else None


def _opened(address: str, headers: dict[str, str]) -> Any:
    if not address.startswith(("https://", "http://")):
        raise EngineError("not a web address", path=address, remedy="check ARGOS_PACKAGE_INDEX")
    request = urllib.request.Request(address, headers={"User-Agent": "audarma", **headers})
    return urllib.request.urlopen(request, timeout=_TIMEOUT)


def _failed(address: str, error: Exception, kept: Path | None = None) -> EngineError:
    if isinstance(error, urllib.error.HTTPError):
        return EngineError(
            f"the server answered {error.code} {error.reason}",
            path=address,
            remedy="check ARGOS_PACKAGE_INDEX, or try again later",
        )
    if kept is not None and kept.exists():
        return EngineError(
            f"the download broke off ({_reason(error)})",
            path=address,
            remedy="run the command again, it continues where this stopped",
        )
    return EngineError(
        f"cannot be reached ({_reason(error)})",
        path=address,
        remedy="connect to the network, or install a file with: audarma models install --from FILE",
    )


def _reason(error: Exception) -> object:
    """What is wrong, without the wrapping of urllib."""
    return error.reason if isinstance(error, urllib.error.URLError) else error
