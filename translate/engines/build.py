"""From a Hugging Face checkpoint to an Argos package that CTranslate2 runs.

Needs torch and transformers, which the tool itself never does: the extra `audarma[build]`.
"""

from __future__ import annotations

import importlib
import json
import re
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from translate.engines.argos import engine_from_archive
from translate.engines.checkpoint import (
    Checkpoint,
    LanguageTokens,
    language_tokens,
    read_checkpoint,
)
from translate.engines.vocabulary import read_vocabulary
from translate.errors import EngineError

_NAMES = {"ru": "Russian", "en": "English", "kk": "Kazakh"}
_MISSING_PIECES = 0.01
"""Share of the tokenizer's pieces a vocabulary may lack. Marian and M2M100 leave out pieces that
were never seen in training, a few in ten thousand; more means the wrong tokenizer."""
_UNKNOWN = "<unk>"
_TRIALS = (
    "Стороны обсудили торговлю.",
    "В 2025 году объём экспорта вырос на 12,5 % и превысил 3 млрд долларов США.",
    "Министр подчеркнул: «Проект будет завершён в срок».",
)
"""Sentences that must be cut as in the checkpoint's own tokenizer."""
Tell = Callable[[str], None]
"""Told what is being done."""


def build_package(
    source: str,
    target: str,
    checkpoint: Path,
    output: Path,
    *,
    name: str = "",
    quantization: str | None = "int8",
    tell: Tell = lambda line: None,
) -> Path:
    """Convert a checkpoint folder, check the result and return the path of the package written.

    `output` is a folder, or the path of the `.argosmodel` file; it appears only when all checks
    have passed. `name` is what to call the package, by default the checkpoint's folder.
    `quantization` None keeps the weights' own precision. Raises EngineError when the extra is not
    installed, the checkpoint does not fit a package, or a check fails.
    """
    for name_of_library in ("torch", "transformers"):
        _library(name_of_library)
    found = read_checkpoint(checkpoint)
    top = f"translate-{source}_{target}-{_slug(name or checkpoint.resolve().name)}"
    place = output if output.suffix == ".argosmodel" else output / f"{top}.argosmodel"
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".audarma-", dir=place.parent) as scratch:
        model = Path(scratch, "model")
        tell("converting the weights")
        tokens, vocabulary = _convert(found, model, quantization, (source, target))
        tell("checking tokens and output")
        _check_pieces(found, vocabulary)
        _check_input(found, vocabulary)
        metadata = _metadata(found, source, target, tokens, name or checkpoint.name)
        packed = _pack(Path(scratch, f"{top}.argosmodel"), top, metadata, found, model)
        _check_output(packed)
        packed.replace(place)
    return place


def _library(name: str) -> Any:
    """A library of the extra. Raises EngineError when it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise EngineError(
            f"converting a model needs {error.name}, which is not installed",
            remedy='install what it takes with: pip install "audarma[build]"',
        ) from error


def _convert(
    checkpoint: Checkpoint, folder: Path, quantization: str | None, pair: tuple[str, str]
) -> tuple[LanguageTokens, tuple[str, ...]]:
    """Write the CTranslate2 model folder; return its language tokens and its vocabulary.

    CTranslate2's own command asks transformers for the tokenizer, and numbers go astray in some
    releases of the latter; so its loader is called part by part, with tokens from the files.
    """
    model = _load(checkpoint)
    config = model.config
    loaders = importlib.import_module("ctranslate2.converters.transformers")._MODEL_LOADERS
    try:
        loader = loaders[type(config).__name__]
        vocabulary = read_vocabulary(
            checkpoint.folder, checkpoint.kind, checkpoint.tokenizer, config.vocab_size
        )
        tokens = language_tokens(checkpoint.kind, frozenset(vocabulary), *pair)
        # From transformers 5 on, T5 says «tied» even if its outputs are not to be scaled.
        config.tie_word_embeddings = getattr(
            config, "scale_decoder_outputs", config.tie_word_embeddings
        )
        spec = loader.get_model_spec(model)
        if checkpoint.kind == "marian":  # the loader has taken the last row, the padding's, away
            vocabulary = vocabulary[:-1]
        loader.set_vocabulary(spec, list(vocabulary))
        _set_tokens(spec.config, checkpoint.kind, vocabulary, tokens, config)
        spec.validate()
        spec.optimize(quantization=quantization)
        folder.mkdir(parents=True)
        spec.save(str(folder))
    except (ValueError, KeyError, RuntimeError, AttributeError, IndexError) as error:
        raise _failed(checkpoint, f"it cannot be converted ({error})") from error
    return tokens, vocabulary


def _load(checkpoint: Checkpoint) -> Any:
    """The model as transformers has it, in full precision and without its chatter."""
    torch, transformers = _library("torch"), _library("transformers")
    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    try:
        return transformers.AutoModelForSeq2SeqLM.from_pretrained(
            str(checkpoint.folder), dtype=torch.float32
        ).eval()
    except Exception as error:  # safetensors and torch have roots of their own
        raise _failed(checkpoint, f"its weights cannot be read ({error})") from error


def _set_tokens(
    written: Any, kind: str, vocabulary: Sequence[str], tokens: LanguageTokens, config: Any
) -> None:
    """Have CTranslate2 put the end token and the language token around each source itself.

    The usual converter leaves both to the caller; argostranslate does not know about them.
    """
    end = vocabulary[config.eos_token_id]
    written.eos_token = end
    written.unk_token = _UNKNOWN
    written.add_source_eos = True
    # Marian starts from a zero embedding, whatever the token.
    written.decoder_start_token = (
        end if kind == "marian" else vocabulary[config.decoder_start_token_id]
    )
    if tokens.source:
        written.add_source_bos, written.bos_token = True, tokens.source


def _check_pieces(checkpoint: Checkpoint, vocabulary: Sequence[str]) -> None:
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_file=str(checkpoint.tokenizer))
    known = frozenset(vocabulary)
    pieces = [
        processor.id_to_piece(i)
        for i in range(processor.vocab_size())
        if not (processor.is_control(i) or processor.is_unknown(i) or processor.is_unused(i))
    ]
    missing = [piece for piece in pieces if piece not in known]
    if _UNKNOWN not in known or len(missing) > _MISSING_PIECES * len(pieces):
        raise _failed(
            checkpoint,
            f"{len(missing)} of {len(pieces)} pieces of {checkpoint.tokenizer.name} are not in the"
            f" vocabulary ({' '.join(missing[:5])} …)",
        )


def _check_input(checkpoint: Checkpoint, vocabulary: Sequence[str]) -> None:
    """Compare the numbers that reach the model with those of the checkpoint's `tokenizer.json`.

    A checkpoint without that file is read by SentencePiece in transformers too.
    """
    import sentencepiece

    whole = checkpoint.folder / "tokenizer.json"
    if not whole.is_file():
        return
    reference = _library("tokenizers").Tokenizer.from_file(str(whole))
    processor = sentencepiece.SentencePieceProcessor(model_file=str(checkpoint.tokenizer))
    numbers = {token: number for number, token in enumerate(vocabulary)}
    for sentence in _TRIALS:
        pieces = processor.encode(sentence, out_type=str)
        ours = [numbers.get(piece, numbers[_UNKNOWN]) for piece in pieces]
        if ours != reference.encode(sentence, add_special_tokens=False).ids:
            raise _failed(
                checkpoint,
                f"{checkpoint.tokenizer.name} cuts «{sentence}» otherwise than tokenizer.json does",
            )


def _check_output(package: Path) -> None:
    engine = engine_from_archive(package, origin="file")
    if not engine.translate(_TRIALS[:1])[0][0].text:
        raise EngineError(
            "the converted model has no answer to a sentence", remedy="the checkpoint is not usable"
        )


def _metadata(
    checkpoint: Checkpoint, source: str, target: str, tokens: LanguageTokens, name: str
) -> dict[str, Any]:
    """What goes into `metadata.json`; argostranslate ignores what it does not know."""
    facts = {
        "package_version": "1.0",
        "argos_version": "1.9",
        "from_code": source,
        "from_name": _NAMES[source],
        "to_code": target,
        "to_name": _NAMES[target],
        "licence": checkpoint.licence,
        "built_from": name,
        "slots": False,
    }
    return {**facts, "target_prefix": tokens.target} if tokens.target else facts


def _pack(
    place: Path, top: str, metadata: dict[str, Any], checkpoint: Checkpoint, model: Path
) -> Path:
    """Write the archive: stored, since int8 weights hardly shrink."""
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr(f"{top}/metadata.json", json.dumps(metadata, indent=2))
        archive.write(checkpoint.tokenizer, f"{top}/sentencepiece.model")
        card = checkpoint.folder / "README.md"
        if card.is_file():
            archive.write(card, f"{top}/README.md")
        for path in sorted(model.iterdir()):
            archive.write(path, f"{top}/model/{path.name}")
    return place


def _slug(name: str) -> str:
    """A name fit for a folder anywhere.

    >>> _slug("deepvk/kazRush-ru-kk")
    'kazRush-ru-kk'
    """
    return re.sub(r"[^A-Za-z0-9]+", "-", name.rpartition("/")[2]).strip("-") or "model"


def _failed(checkpoint: Checkpoint, reason: str) -> EngineError:
    return EngineError(
        reason, path=str(checkpoint.folder), remedy="the checkpoint does not fit an Argos package"
    )
