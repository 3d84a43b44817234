"""The architecture as a test: who may import whom, and who may touch the outside world.

A new module needs a floor in `FLOORS`. A module imports from its own floor and those below; within
a floor anything goes that makes no circle. Imports inside functions count like any others.
"""

from __future__ import annotations

import ast
import graphlib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

FLOORS: dict[str, tuple[str, ...]] = {  # lowest floor first
    "glossary": (
        "errors model diagnostics normalize canonical",
        "russian.* kazakh.* english",
        "recognition.* recognize",
        "quantities.*",
        "grouping",
        "tenure incumbency checks.* validate",
        "formats.*",
        "store",
        "transliteration people.*",
        "editing merging prepared suggest",
        "cli.*",
    ),
    "translate": (
        "errors model arguments",
        "formats.*",
        "segmentation_data segmentation_rules segment",
        "masking clauses makeshift carrier_words",
        "engines.*",
        "realize.*",
        "verify.*",
        "checks.*",
        "results carriers ladder",
        "memory.*",
        "pipeline",
        "report deliver evaluation slot_cases",
        "review.*",
        "training.*",
        "store",
        "results_folder",
        "cli.*",
    ),
}

PACKAGES_ABOVE = {"glossary": ("translate",), "translate": ()}
"""Packages of ours that a package must never import."""

THIRD_PARTY = {
    "click": ("glossary.cli", "glossary.cli.*", "translate.cli", "translate.cli.*"),
    "polib": ("glossary.formats.*", "translate.formats.*"),
    "lxml": ("glossary.formats.*", "translate.formats.*"),
    "slovnet": ("glossary.people.model",),
    "navec": ("glossary.people.model",),
    "openpyxl": ("glossary.formats.*", "translate.formats.*"),
    "sqlalchemy": ("translate.memory", "translate.memory.*"),
    "flask": ("translate.review", "translate.review.*"),
    "argostranslate": ("translate.engines.*", "translate.training.*"),
    "ctranslate2": ("translate.engines.*", "translate.training.*"),
    "sentencepiece": ("translate.engines.*", "translate.training.*"),
}
"""The only modules that may import each library."""

FILES_TOUCHED_BY = (
    "*.store",
    "glossary.prepared",
    "*.cli",
    "*.cli.*",
    "translate.results_folder",
    "translate.engines.*",  # model packages are folders
    "translate.training.*",
)
"""The only modules that may open files; data read through `importlib.resources.files` may be read
anywhere."""

_FILE_CALLS = frozenset({"open", "read_text", "read_bytes", "write_text", "write_bytes"})


def module_name(path: Path) -> str:
    """The dotted name of a source file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


SOURCES = {
    module_name(path): path
    for package in FLOORS
    for path in sorted((ROOT / package).rglob("*.py"))
    if "__pycache__" not in path.parts
}


@cache
def tree(module: str) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(SOURCES[module].read_text(encoding="utf-8"))


@cache
def imports(module: str) -> frozenset[str]:
    """Dotted names a module imports, wherever in the file, relative ones resolved."""
    base = module.split(".")
    if SOURCES[module].name != "__init__.py":
        base = base[:-1]
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = base[: len(base) - node.level + 1] if node.level else []
            origin = ".".join([*above, *(node.module or "").split(".")]).strip(".")
            full = {f"{origin}.{alias.name}" for alias in node.names}
            found |= {name if name in SOURCES else origin for name in full}
    return frozenset(found)


def ours(module: str) -> Iterator[str]:
    """Modules of this project that a module imports."""
    return (name for name in imports(module) if name in SOURCES and name != module)


def floor(module: str) -> int | None:
    """The number of a module's floor from below; None for one that has none."""
    package, _, rest = module.partition(".")
    if not rest:
        return 0
    for number, names in enumerate(FLOORS[package]):
        if any(fnmatchcase(rest, name) or f"{rest}.*" == name for name in names.split()):
            return number
    return None


def allowed(module: str, patterns: tuple[str, ...]) -> bool:
    """Whether one of the patterns names the module."""
    return any(fnmatchcase(module, pattern) for pattern in patterns)


def test_every_module_has_a_floor() -> None:
    assert [m for m in SOURCES if floor(m) is None] == [], "add these to FLOORS"


@pytest.mark.parametrize("module", SOURCES)
def test_no_import_of_what_stands_above(module: str) -> None:
    package, here = module.split(".")[0], floor(module)
    for other in ours(module):
        there = floor(other)
        assert other.split(".")[0] not in PACKAGES_ABOVE[package], f"{module} imports {other}"
        if other.split(".")[0] == package and here is not None and there is not None:
            assert there <= here, f"{module} imports {other}, which stands above it"


@pytest.mark.parametrize("module", SOURCES)
def test_nobody_imports_a_command_line(module: str) -> None:
    folder = module.rpartition(".")[0] if "cli" not in module.split(".")[-1] else module
    for other in ours(module):
        is_cli = "cli" in other.split(".")
        assert not is_cli or folder.split(".")[:2] == other.split(".")[:2], (
            f"{module} imports {other}"
        )


@pytest.mark.parametrize("module", SOURCES)
def test_libraries_stay_in_their_rooms(module: str) -> None:
    for library in sorted({name.split(".")[0] for name in imports(module)} & set(THIRD_PARTY)):
        assert allowed(module, THIRD_PARTY[library]), f"{module} imports {library}"


def test_no_circle() -> None:
    graph = {module: set(ours(module)) - {module.rpartition(".")[0]} for module in SOURCES}
    graphlib.TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("module", [m for m in SOURCES if not allowed(m, FILES_TOUCHED_BY)])
def test_no_file_is_opened(module: str) -> None:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call) and _touches_a_file(node.func):
            pytest.fail(f"{module}:{node.lineno} opens a file")


def _touches_a_file(called: ast.expr) -> bool:
    if isinstance(called, ast.Name):
        return called.id == "open"
    if not isinstance(called, ast.Attribute) or called.attr not in _FILE_CALLS:
        return False
    return not any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "files"
        for node in ast.walk(called.value)
    )
