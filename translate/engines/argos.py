"""Argos packages run on CTranslate2 directly, one segment a sequence.

Only `argostranslate.package` is imported: it needs neither torch nor stanza. The library's own
`translate` decodes a paragraph as one string, which loses the alignment of sentences.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from translate.engines.base import EngineInfo, Hypothesis
from translate.engines.package import (
    Origin,
    Package,
    digest_of,
    is_target,
    read_package,
    unusable,
)
from translate.errors import EngineError

_BEAM = 4
_LONGEST_ANSWER = 500
_NO_REPEAT = 4
"""Pieces: a run of four stands once in a target, which stops a weak model from going in circles."""
_MAX_INPUT = 400
"""Pieces. CTranslate2 would cut a longer segment in silence; the pipeline splits it before."""


@dataclass(frozen=True)
class Tokenizer:
    """How a package turns a segment into pieces and pieces into text."""

    encode: Callable[[str], list[str]]
    decode: Callable[[list[str]], str]


@dataclass(frozen=True)
class ArgosEngine:
    """One Argos package; tokenizer and model load on first use."""

    info: EngineInfo
    prefix: str
    length_penalty: float
    load_tokenizer: Callable[[], Tokenizer]
    load_translator: Callable[[], Any]

    def load(self) -> None:
        """Load tokenizer and model now. Raises EngineError when one of them is damaged."""
        self._tokenizer  # noqa: B018
        self._translator  # noqa: B018

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return self.load_tokenizer()

    @cached_property
    def _translator(self) -> Any:
        return self.load_translator()

    def translate(
        self, segments: Sequence[str], *, hypotheses: int = 1
    ) -> tuple[tuple[Hypothesis, ...], ...]:
        """The best hypotheses of each segment, best first; an empty segment gives an empty text.

        Each segment is decoded by itself, several at a time on as many cores: in a batch its
        arithmetic, and now and then its text, would depend on its neighbours.
        """
        tokens = [self._tokenizer.encode(segment)[:_MAX_INPUT] for segment in segments]
        filled = [index for index, pieces in enumerate(tokens) if pieces]
        answers: list[tuple[Hypothesis, ...]] = [(Hypothesis("", 0.0),)] * len(segments)
        if not filled:
            return tuple(answers)
        for limit in sorted({_longest_answer(len(tokens[index])) for index in filled}):
            alike = [i for i in filled if _longest_answer(len(tokens[i])) == limit]
            found = self._decode([tokens[i] for i in alike], limit, hypotheses)
            for index, best in zip(alike, found, strict=True):
                answers[index] = best
        return tuple(answers)

    def _decode(
        self, sources: list[list[str]], limit: int, hypotheses: int
    ) -> Iterator[tuple[Hypothesis, ...]]:
        results = self._translator.translate_batch(
            sources,
            target_prefix=[[self.prefix]] * len(sources) if self.prefix else None,
            beam_size=max(_BEAM, hypotheses),
            num_hypotheses=hypotheses,
            length_penalty=self.length_penalty,
            no_repeat_ngram_size=_NO_REPEAT,
            replace_unknowns=True,
            max_batch_size=1,
            max_input_length=_MAX_INPUT,
            max_decoding_length=limit,
            return_scores=True,
        )
        for result in results:
            yield tuple(
                Hypothesis(self._text(pieces), float(score))
                for pieces, score in zip(result.hypotheses, result.scores, strict=True)
            )

    def _text(self, pieces: list[str]) -> str:
        kept = pieces[1:] if self.prefix and pieces[:1] == [self.prefix] else pieces
        return self._tokenizer.decode(kept).strip()


def engine_from_archive(archive: Path, *, origin: Origin = "embedded") -> ArgosEngine:
    """The engine of an `.argosmodel` file. Raises EngineError as `open_engine` does."""
    return open_engine(read_package(archive, origin))


def engine_from_folder(folder: Path, *, origin: Origin = "installed") -> ArgosEngine:
    """The engine of an unpacked package. Raises EngineError as `open_engine` does."""
    return open_engine(read_package(folder, origin))


def open_engine(package: Package) -> ArgosEngine:
    """The engine of a package; tokenizer and model load on first use, or by `load`.

    An archive is read into memory: nothing is unpacked to disk. Raises EngineError when a member
    is damaged, the pair is none of ours, or an archive has a tokenizer other than SentencePiece.
    """
    if package.place.is_dir():
        return ArgosEngine(
            info=_info(package, package.digest()),
            prefix=package.prefix,
            length_penalty=package.length_penalty,
            load_tokenizer=lambda: _installed_tokenizer(package.place),
            load_translator=lambda: _translator(package.place, str(package.place / "model"), None),
        )
    if package.tokenizer != "sentencepiece.model":
        raise EngineError(
            f"its {package.tokenizer} is read from an installed package only",
            path=str(package.place),
            remedy=f"install it first: audarma models install --from {package.place}",
        )
    content = package.read()
    info = _info(package, digest_of(content.values()))
    vocabulary = content.pop(package.tokenizer)
    files = {name.removeprefix("model/"): data for name, data in content.items()}
    return ArgosEngine(
        info=info,
        prefix=package.prefix,
        length_penalty=package.length_penalty,
        load_tokenizer=lambda: _sentencepiece(package.place, vocabulary),
        load_translator=lambda: _translator(package.place, package.name, files),
    )


def _info(package: Package, digest: str) -> EngineInfo:
    if not is_target(package.target):
        raise unusable(package.place, f"it translates into {package.target}, not en or kk")
    return EngineInfo(
        name=package.name,
        version=package.version,
        source=package.source,
        target=package.target,
        digest=digest,
        knows_slots=package.knows_slots,
        licence=package.licence,
        origin=package.origin,
    )


def _sentencepiece(place: Path, vocabulary: bytes) -> Tokenizer:
    import sentencepiece

    try:
        processor = sentencepiece.SentencePieceProcessor(model_proto=vocabulary)
    except (OSError, RuntimeError) as error:
        raise unusable(place, "sentencepiece.model does not load") from error
    return Tokenizer(
        encode=lambda text: list(processor.encode(text, out_type=str)),
        decode=lambda pieces: _joined(processor, pieces),
    )


def _installed_tokenizer(folder: Path) -> Tokenizer:
    """The package's tokenizer; SentencePiece decodes directly, since `decode` eats `_`."""
    with _argos_settings_outside_home():
        from argostranslate import package
    try:
        tokenizer = package.Package(folder).tokenizer
        tokenizer.encode("а")
    except (OSError, ValueError, RuntimeError, AttributeError) as error:
        raise unusable(folder, f"its tokenizer does not load: {error}") from error
    encode = tokenizer.encode
    if hasattr(tokenizer, "lazy_processor"):
        processor = tokenizer.lazy_processor()
        return Tokenizer(lambda text: list(encode(text)), lambda pieces: _joined(processor, pieces))
    return Tokenizer(lambda text: list(encode(text)), lambda pieces: str(tokenizer.decode(pieces)))


def _joined(processor: Any, pieces: list[str]) -> str:
    """The text of pieces; SentencePiece leaves the word mark in pieces it does not know."""
    return str(processor.decode_pieces(pieces)).replace("▁", " ")


def _translator(place: Path, name: str, files: dict[str, bytes] | None) -> Any:
    import ctranslate2

    try:
        return ctranslate2.Translator(
            name,
            device="cpu",
            compute_type="default",
            inter_threads=_number("ARGOS_INTER_THREADS", min(os.cpu_count() or 1, 4)),
            intra_threads=_number("ARGOS_INTRA_THREADS", 1),
            files=files,
        )
    except (RuntimeError, ValueError, MemoryError) as error:
        raise unusable(place, error) from error


def _longest_answer(pieces: int) -> int:
    """Pieces a target may have: a power of two beyond twice the source.

    A weak model would otherwise babble to the end of its tether; a bound that depends on the
    segment alone keeps its answer the same in any batch. Models have 512 positions.
    """
    return min(1 << (2 * pieces + 16).bit_length(), _LONGEST_ANSWER)


def _number(variable: str, otherwise: int) -> int:
    """The positive number an environment variable holds, or another."""
    asked = os.environ.get(variable, "")
    return int(asked) if asked.isdigit() and int(asked) > 0 else otherwise


@contextmanager
def _argos_settings_outside_home() -> Iterator[None]:
    """While inside, importing argostranslate makes its settings folders in a place soon removed.

    The library creates data, config and cache folders below the home folder when imported.
    """
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    before = {name: os.environ.get(name) for name in names}
    with tempfile.TemporaryDirectory(prefix="audarma-") as scratch:
        os.environ.update({name: str(Path(scratch, name)) for name in names})
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value
