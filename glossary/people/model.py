"""The named-entity model of the natasha project: slovnet on navec vectors, loaded at first use.

natasha itself is not imported, it would drag a second morphology in; only its model files are read.
Loading takes about a second and 150 MB, so nothing here runs unless people are asked for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_NER = "model/slovnet_ner_news_v1.tar"
_VECTORS = "emb/navec_news_v1_1B_250K_300d_100q.tar"


def is_installed() -> bool:
    """Whether the packages of the model are at hand."""
    return all(find_spec(name) is not None for name in ("natasha", "slovnet", "navec"))


def person_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the text that the model takes for people; none where it is not installed."""
    if not text.strip() or not is_installed():
        return ()
    return tuple((s.start, s.stop) for s in _model()(text).spans if s.type == "PER")


@cache
def _model() -> Any:
    with _one_thread():
        from navec import Navec
        from slovnet import NER
    spec = find_spec("natasha")
    assert spec is not None
    assert spec.submodule_search_locations
    folder = Path(spec.submodule_search_locations[0]) / "data"
    model = NER.load(str(folder / _NER))
    model.navec(Navec.load(str(folder / _VECTORS)))
    return model


@contextmanager
def _one_thread() -> Iterator[None]:
    """Numpy's linear algebra on one thread, if it is imported inside.

    The model's matrices are tiny: threads that wait for each other make it six times slower
    (measured on two cores, 26 against 159 ms a sentence).
    """
    name = "OPENBLAS_NUM_THREADS"
    before = os.environ.get(name)
    os.environ.setdefault(name, "1")
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
