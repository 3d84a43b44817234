"""`audarma models`: which translation packages there are, and how to get and remove them."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import click

from translate.errors import MissingOffer, UsageError


@click.group()
def models() -> None:
    """List, install, build and remove translation packages.

    \b
    Example:
      audarma models list
    """


@models.command("list", epilog="Example: audarma models list")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Shape of the output.",
)
def list_models(shape: str) -> None:
    """Print every package at hand and which one serves each language pair."""
    from translate.engines.packages import available_engines

    serving: set[tuple[str, str]] = set()
    rows = []
    for engine in available_engines():
        info = engine.info
        pair = (info.source, info.target)
        rows.append(
            {
                "pair": f"{info.source}-{info.target}",
                "name": info.name,
                "version": info.version,
                "origin": info.origin,
                "licence": info.licence or "not stated",
                "slots": info.knows_slots,
                "serves": pair not in serving,
            }
        )
        serving.add(pair)
    if shape == "json":
        click.echo(json.dumps(rows, indent=1))
        return
    for row in rows:
        mark = "*" if row["serves"] else " "
        carried = "slots" if row["slots"] else "carriers"
        click.echo(
            f"{mark} {row['pair']}  {row['name']} {row['version']}  {row['origin']}, "
            f"{carried}, licence: {row['licence']}"
        )
    click.echo("* serves its pair" if rows else "no package at hand", err=not rows)


@models.command(epilog="Example: audarma models install ru en")
@click.argument("source", required=False)
@click.argument("target", required=False)
@click.option(
    "--from",
    "archive",
    type=click.Path(path_type=Path),
    default=None,
    help="Install this .argosmodel file; no network is used.",
)
def install(source: str | None, target: str | None, archive: Path | None) -> None:
    """Install the package of a language pair from the Argos index, or a package file.

    An interrupted download is continued by the next run.
    """
    from translate.engines.index import download, fetch_index
    from translate.engines.install import unpack_package
    from translate.engines.packages import packages_folder

    folder = packages_folder()
    if archive is not None:
        click.echo(f"installed {unpack_package(archive, folder)}")
        return
    if source is None or target is None:
        raise UsageError(
            "no language pair", remedy="write for example: audarma models install ru en"
        )
    offers = [o for o in fetch_index() if (o.source, o.target) == (source, target)]
    if not offers:
        raise MissingOffer(source, target)
    best = max(offers, key=lambda offer: [int(n) for n in re.findall(r"\d+", offer.version)])
    place = folder / f".audarma-{source}_{target}-{best.version}.argosmodel"
    with click.progressbar(
        length=1,
        label=f"{source}-{target} {best.version}",
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as bar:

        def shown(done: int, whole: int) -> None:
            bar.length = whole or done
            bar.update(done - bar.pos)

        download(best.link, place, shown)
    installed = unpack_package(place, folder)
    place.unlink()
    click.echo(f"installed {installed}")


@models.command(epilog="Example: audarma models remove translate-ru_en-1_9")
@click.argument("name")
def remove(name: str) -> None:
    """Delete an installed package by its name in `audarma models list`."""
    from translate.engines.install import remove_package
    from translate.engines.packages import packages_folder

    remove_package(name, packages_folder())
    click.echo(f"removed {name}")


@models.command(epilog="Example: audarma models info translate-ru_kk-1_0")
@click.argument("name")
def info(name: str) -> None:
    """Print what is known of a package: pair, version, digest, licence, whether it knows slots."""
    from dataclasses import asdict

    from translate.engines.packages import available_engines

    for engine in available_engines():
        if engine.info.name == name:
            click.echo(json.dumps(asdict(engine.info), indent=1))
            return
    raise UsageError(f"no package is called {name}", remedy="see audarma models list")
