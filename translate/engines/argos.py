"""Argos packages run on CTranslate2 directly, one segment a sequence.

Only `argostranslate.package` is imported: it needs neither torch nor stanza. The library's own
`translate` decodes a paragraph as one string, which loses the alignment of sentences.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from glossary.model import TargetLanguage
from translate.engines.base import EngineInfo, Hypothesis
from translate.errors import EngineError

_BEAM = 4
_BATCH_TOKENS = 1024
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
    load_tokenizer: Callable[[], Tokenizer]
    load_translator: Callable[[], Any]

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

        Segments are batched by length inside CTranslate2; the order of the answer is the order
        of the question, and the batch a segment falls in does not change its answer.
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
            length_penalty=1.0,
            replace_unknowns=True,
            max_batch_size=_BATCH_TOKENS,
            batch_type="tokens",
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


def engine_from_archive(archive: Path, *, origin: str = "embedded") -> ArgosEngine:
    """The engine of an `.argosmodel` file, read into memory: nothing is unpacked to disk.

    Raises EngineError when the file is not an Argos package with a SentencePiece tokenizer.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            members = {_inner(name): name for name in opened.namelist()}
            metadata = json.loads(opened.read(members["metadata.json"]))
            content = {
                inner: opened.read(name)
                for inner, name in members.items()
                if inner.startswith("model/") or inner == "sentencepiece.model"
            }
        vocabulary = content.pop("sentencepiece.model")
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise _unusable(archive, error) from error
    files = {
        name.removeprefix("model/"): data for name, data in content.items() if name != "model/"
    }
    digest = _digest([*(files[name] for name in sorted(files)), vocabulary])
    return ArgosEngine(
        info=_info(archive.stem, metadata, digest, origin),
        prefix=str(metadata.get("target_prefix") or ""),
        load_tokenizer=lambda: _sentencepiece(vocabulary),
        load_translator=lambda: _translator(archive.stem, files),
    )


def engine_from_folder(folder: Path, *, origin: str = "installed") -> ArgosEngine:
    """The engine of an unpacked Argos package, read through `argostranslate.package`.

    Raises EngineError when the folder is not a package or has no tokenizer.
    """
    if not (folder / "metadata.json").is_file():
        raise _unusable(folder, "no metadata.json")
    with _argos_settings_outside_home():
        from argostranslate import package

        try:
            found = package.Package(folder)
        except (OSError, ValueError, AttributeError) as error:
            raise _unusable(folder, error) from error
    if not hasattr(found, "tokenizer"):
        raise _unusable(folder, "neither sentencepiece.model nor bpe.model")
    metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    model = folder / "model"
    digest = _digest([p.read_bytes() for p in sorted(model.glob("*")) if p.is_file()])
    return ArgosEngine(
        info=_info(folder.name, metadata, digest, origin),
        prefix=str(metadata.get("target_prefix") or ""),
        load_tokenizer=lambda: _package_tokenizer(found.tokenizer),
        load_translator=lambda: _translator(str(model), None),
    )


def _unusable(place: Path | str, reason: object) -> EngineError:
    return EngineError(
        f"not a usable Argos package ({reason!s})",
        path=str(place),
        remedy="remove it, or install it anew with: audarma models install",
    )


def argos_settings() -> Any:
    """The settings module of argostranslate, for the addresses it is configured with."""
    with _argos_settings_outside_home():
        from argostranslate import settings

        return settings


def _inner(name: str) -> str:
    return name.partition("/")[2]


def _info(name: str, metadata: dict[str, Any], digest: str, origin: str) -> EngineInfo:
    target: TargetLanguage = "kk" if metadata.get("to_code") == "kk" else "en"
    return EngineInfo(
        name=name,
        version=str(metadata.get("package_version", "")),
        source=str(metadata.get("from_code", "")),
        target=target,
        digest=digest,
        knows_slots=bool(metadata.get("slots", False)),
        licence=str(metadata.get("licence", "")),
        origin=origin,
    )


def _digest(contents: Sequence[bytes]) -> str:
    summed = hashlib.sha256()
    for content in contents:
        summed.update(content)
    return summed.hexdigest()[:16]


def _sentencepiece(vocabulary: bytes) -> Tokenizer:
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_proto=vocabulary)
    return Tokenizer(
        encode=lambda text: list(processor.encode(text, out_type=str)),
        decode=lambda pieces: str(processor.decode_pieces(pieces)),
    )


def _package_tokenizer(tokenizer: Any) -> Tokenizer:
    """The package's tokenizer; SentencePiece decodes directly, since `decode` eats `_`."""
    if hasattr(tokenizer, "lazy_processor"):
        return Tokenizer(
            encode=lambda text: list(tokenizer.encode(text)),
            decode=lambda pieces: str(tokenizer.lazy_processor().decode_pieces(pieces)),
        )
    return Tokenizer(
        encode=lambda text: list(tokenizer.encode(text)),
        decode=lambda pieces: str(tokenizer.decode(pieces)),
    )


def _translator(path: str, files: dict[str, bytes] | None) -> Any:
    import ctranslate2

    try:
        return ctranslate2.Translator(
            path,
            device="cpu",
            compute_type="default",
            inter_threads=1,
            intra_threads=_threads(),
            files=files,
        )
    except (RuntimeError, ValueError) as error:
        raise _unusable(path, error) from error


def _longest_answer(pieces: int) -> int:
    """Pieces a target may have: a power of two beyond twice the source.

    A weak model would otherwise babble to the end of its tether; a bound that depends on the
    segment alone keeps its answer the same in any batch.
    """
    return 1 << (2 * pieces + 16).bit_length()


def _threads() -> int:
    """Threads for one translation: the machine's cores, at most 4; `ARGOS_INTRA_THREADS` wins."""
    asked = os.environ.get("ARGOS_INTRA_THREADS", "")
    if asked.isdigit() and int(asked) > 0:
        return int(asked)
    return min(os.cpu_count() or 1, 4)


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
