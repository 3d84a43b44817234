"""The `audarma` command. Each subcommand's module loads only when it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module

import click

from translate import __version__

_COMMANDS: Mapping[str, tuple[str, str]] = {
    "translate": (
        "translate.cli.translate:translate",
        "Translate Russian documents into English and Kazakh.",
    ),
    "glossary": ("glossary.cli:glossary", "Find, look up and check terms."),
    "models": ("translate.cli.models:models", "List, install, build and remove models."),
    "evaluate": ("translate.cli.evaluate:evaluate", "Measure enforcement on cases of slots."),
    "explain": ("translate.cli.explain:explain", "Show how a segment came to its translation."),
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the table."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, its module imported now."""
        if cmd_name not in _COMMANDS:
            return None
        module, _, attribute = _COMMANDS[cmd_name][0].partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands for `--help`, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in _COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="audarma")
def cli() -> None:
    """Translate Russian press releases with an enforced, inflected glossary.

    \b
    Example:
      audarma translate seeds/2025-08-22-interstate-council.txt
    """


def main() -> None:
    """Run the command; an error of ours becomes one line on stderr and its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        cli(standalone_mode=True)
    except Exception as error:
        code = _exit_code(error)
        if code is None:
            raise
        click.echo(f"audarma: {error}", err=True)
        sys.exit(code)


def _exit_code(error: Exception) -> int | None:
    """The exit code of an error of ours, or None for a bug."""
    from glossary.errors import GlossaryError
    from translate.errors import AudarmaError

    if isinstance(error, AudarmaError):
        return error.exit_code
    return 1 if isinstance(error, GlossaryError) else None
