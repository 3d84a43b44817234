"""The README against the program: commands it names exist, commands there are stand in it."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from translate.cli import cli

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
_CALLED = re.compile(r"\baudarma ([a-z]+)(?: ([a-z]+))?")


def commands() -> dict[str, set[str]]:
    """The names of the commands, each with those of its subcommands."""
    context = click.Context(cli)
    found: dict[str, set[str]] = {}
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        group = command.list_commands(context) if isinstance(command, click.Group) else ()
        found[name] = set(group)
    return found


def called() -> list[tuple[str, str]]:
    """Commands in the README's code, each with the word after it."""
    return [(found[1], found[2] or "") for found in _CALLED.finditer(README)]


@pytest.mark.parametrize(("name", "following"), sorted(set(called())))
def test_a_command_of_the_readme_exists(name: str, following: str) -> None:
    known = commands()
    assert name in known
    assert not known[name] or following in known[name]


def test_every_command_stands_in_the_readme() -> None:
    there = {name for name, _ in called()} | {f"{a} {b}" for a, b in called()}
    wanted = {
        f"{name} {sub}" if sub else name
        for name, subs in commands().items()
        for sub in (subs or {""})
    }
    assert wanted - there == set()


def test_the_test_command_is_the_one_ci_calls() -> None:
    (line,) = re.findall(r"^    (pip install uv .*pytest)$", README, re.MULTILINE)
    assert "constraints.txt" in line
