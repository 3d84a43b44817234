"""`audarma models`: which translation packages there are, and how to get and remove them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate.errors import EngineError, MissingOffer, UsageError

if TYPE_CHECKING:
    from translate.engines.download import Progress
    from translate.engines.package import Package


@click.group()
def models() -> None:
    """List, install, build and remove translation packages.

    A package you installed or built comes before the embedded one of the same language pair.

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
    """Print every package at hand, its licence, and which one serves each language pair.

    A package that cannot be used is named on stderr and passed over.
    """
    from translate.engines.packages import packages_at_hand

    rows = _rows(packages_at_hand(broken=_tell))
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


def _rows(packages: Iterator[Package]) -> list[dict[str, Any]]:
    serving: set[tuple[str, str]] = set()
    rows = []
    for package in packages:
        pair = (package.source, package.target)
        rows.append(
            {
                "pair": "-".join(pair),
                "name": package.name,
                "version": package.version,
                "origin": package.origin,
                "licence": package.licence or "not stated",
                "slots": package.knows_slots,
                "serves": package.can_serve and pair not in serving,
            }
        )
        serving.add(pair)
    return rows


def _tell(error: EngineError) -> None:
    click.echo(f"audarma: {error}", err=True)


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

    An interrupted download is continued by the next run. ARGOS_PACKAGE_INDEX names another index,
    ARGOS_PACKAGES_DIR another folder for packages.
    """
    from translate.engines.download import download
    from translate.engines.index import fetch_index
    from translate.engines.install import unpack_package
    from translate.engines.packages import packages_folder

    folder = packages_folder()
    if archive is not None:
        if source or target:
            raise UsageError("--from FILE takes no language pair", remedy="the file names its own")
        click.echo(f"installed {unpack_package(archive, folder)}")
        return
    if source is None or target is None:
        raise UsageError(
            "no language pair", remedy="write for example: audarma models install ru en"
        )
    offers = [o for o in fetch_index() if (o.source, o.target) == (source, target)]
    if not offers:
        raise MissingOffer(source, target)
    best = max(offers, key=lambda offer: offer.order)
    version = ".".join(map(str, best.order))
    place = folder / f".audarma-{source}_{target}-{version}.argosmodel"
    with _progress(f"{source}-{target} {version}") as shown:
        download(best.link, place, shown)
    try:
        click.echo(f"installed {unpack_package(place, folder)}")
    finally:
        place.unlink()


@contextmanager
def _progress(label: str) -> Iterator[Progress]:
    """A bar on stderr when stderr is a terminal; else nothing is shown."""
    if not sys.stderr.isatty():
        yield lambda done, whole: None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def shown(done: int, whole: int) -> None:
            bar.length = whole or done + 1
            bar.update(done - bar.pos)

        yield shown


@models.command(epilog="Example: audarma models build ru kk --from deepvk/kazRush-ru-kk")
@click.argument("source", type=click.Choice(["ru"]))
@click.argument("target", type=click.Choice(["en", "kk"]))
@click.option(
    "--from",
    "checkpoint",
    required=True,
    help="Folder of a Hugging Face model, or its name on the hub, which needs a network.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    help="Keep the .argosmodel file too: its path, or a folder for it.",
)
@click.option(
    "--precision",
    type=click.Choice(["int8", "float16", "float32"]),
    default="int8",
    show_default=True,
    help="Precision of the weights: int8 is small and fast on a processor.",
)
def build(source: str, target: str, checkpoint: str, output: Path | None, precision: str) -> None:
    """Convert a Hugging Face model into an Argos package and install it.

    T5 (such as deepvk/kazRush-ru-kk), Marian, M2M100 and NLLB models fit. Needs the extra
    audarma[build]; the package built does not. A model from the hub stays in the hub's cache.
    """
    import tempfile

    from translate.engines.build import build_package
    from translate.engines.hub import fetch_checkpoint
    from translate.engines.install import unpack_package
    from translate.engines.packages import packages_folder

    here = Path(checkpoint).is_dir()
    folder = Path(checkpoint) if here else fetch_checkpoint(checkpoint)
    with tempfile.TemporaryDirectory(prefix="audarma-") as scratch:
        archive = build_package(
            source,
            target,
            folder,
            output or Path(scratch),
            name="" if here else checkpoint,
            quantization=None if precision == "float32" else precision,
            tell=lambda line: click.echo(line, err=True),
        )
        if output is not None:
            click.echo(f"built {archive}")
        click.echo(f"installed {unpack_package(archive, packages_folder())}")


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
    """Print what is known of a package: pair, version, licence, place, size, digest, slots."""
    from translate.engines.package import describe
    from translate.engines.packages import packages_at_hand

    for package in packages_at_hand(broken=_tell):
        if package.name == name:
            click.echo(json.dumps(describe(package), indent=1, ensure_ascii=False))
            return
    raise UsageError(f"no package is called {name}", remedy="see audarma models list")
