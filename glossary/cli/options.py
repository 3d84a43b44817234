"""What the glossary commands share: options, reading a text, loading the termbase."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from glossary.errors import GlossaryError

FOLDER = click.option(
    "--glossary",
    "folder",
    type=click.Path(path_type=Path),
    default=None,
    help="Folder of the termbase; the shipped one if not given.",
)
FORMAT = click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Shape of the output.",
)


def told(shape: str, text: str, **facts: str) -> str:
    """What a command says it has done: the text, or the facts as a JSON object.

    >>> told("json", "removed plc_a", removed="plc_a")
    '{"removed": "plc_a"}'
    """
    return json.dumps(facts, ensure_ascii=False) if shape == "json" else text


def read_text(path: Path) -> str:
    """The text of a file or, for `-`, of stdin: UTF-8, else cp1251.

    Raises GlossaryError with the place of the first byte that is neither.
    """
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read ({error.strerror}); give a file") from error
    for encoding in ("utf-8", "cp1251"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            place = error.start
    raise GlossaryError(f"{path}, byte {place}: not a text in UTF-8 or cp1251; convert it to UTF-8")
