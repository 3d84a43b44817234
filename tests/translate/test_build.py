"""`audarma models build`: CTranslate2 must answer as transformers does with the same checkpoint."""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests import small_checkpoint
from tests.translate.conftest import Run
from translate.engines.argos import engine_from_archive
from translate.engines.build import build_package
from translate.engines.install import unpack_package
from translate.errors import EngineError


def _is_absent(library: str) -> bool:
    try:
        return importlib.util.find_spec(library) is None
    except ModuleNotFoundError:
        return True


_ABSENT = [name for name in ("torch", "transformers", "google.protobuf") if _is_absent(name)]
pytestmark = [
    pytest.mark.skipif(bool(_ABSENT), reason=f"needs audarma[build]: no {', '.join(_ABSENT)}"),
    # torch and transformers warn of their own use of each other.
    pytest.mark.filterwarnings("ignore"),
]

SENTENCES = (
    "Стороны обсудили вопросы торговли.",
    "Президент провел встречу с министром.",
    "Объём экспорта вырос на 12,5 %.",
    "Министр: «Проект будет завершён в срок».",
    "Xyz",
)
_LENGTH = 20


def _t5(folder: Path) -> Path:
    return small_checkpoint.build_t5(folder)


def _scaled_t5(folder: Path) -> Path:
    return small_checkpoint.build_t5(folder, scaled=True)


def _marian(folder: Path) -> Path:
    return small_checkpoint.build_marian(folder)


def _marked_marian(folder: Path) -> Path:
    return small_checkpoint.build_marian(folder, ">>tat<<", ">>kaz_Cyrl<<")


FAMILIES: dict[str, tuple[Callable[[Path], Path], str, str, str]] = {
    # the checkpoint; what transformers' tokenizer needs before the text; source and target tokens
    "T5": (_t5, "", "", ""),
    "T5 with scaled outputs": (_scaled_t5, "", "", ""),
    "Marian": (_marian, "", "", ""),
    "Marian of several languages": (_marked_marian, ">>kaz_Cyrl<< ", "", ""),
    "M2M100": (small_checkpoint.build_m2m100, "", "ru", "__kk__"),
    "NLLB": (small_checkpoint.build_nllb, "", "rus_Cyrl", "kaz_Cyrl"),
}


class Reference:
    """The checkpoint as transformers runs it."""

    def __init__(self, folder: Path, mark: str, source: str, target: str) -> None:
        transformers = import_module("transformers")
        self.mark, self.target = mark, target
        self.tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
        if source:
            self.tokenizer.src_lang = source
        self.model = transformers.AutoModelForSeq2SeqLM.from_pretrained(folder).eval()

    def numbers(self, sentence: str) -> list[int]:
        """What the model reads."""
        return list(self.tokenizer(self.mark + sentence)["input_ids"])

    def greedy(self, sentence: str) -> tuple[list[int], list[float]]:
        """Numbers of the best tokens, without start and end, and their log-probabilities."""
        torch = import_module("torch")
        config = self.model.config
        first = self.tokenizer.convert_tokens_to_ids(self.target) if self.target else None
        banned = [[config.pad_token_id]] if config.model_type == "marian" else None
        with torch.no_grad():
            found = self.model.generate(
                torch.tensor([self.numbers(sentence)]),
                num_beams=1,
                do_sample=False,
                max_new_tokens=_LENGTH,
                forced_bos_token_id=first,
                bad_words_ids=banned,
                output_logits=True,
                return_dict_in_generate=True,
            )
        numbers = found.sequences[0, 1:].tolist()
        logits = torch.cat(found.logits)
        if banned:
            logits[:, banned[0]] = -torch.inf  # CTranslate2 has no such token
        logs = [
            float(step[number])
            for step, number in zip(torch.log_softmax(logits, dim=-1), numbers, strict=True)
        ]
        if config.eos_token_id in numbers:
            numbers = numbers[: numbers.index(config.eos_token_id)]
        return numbers, logs[: len(numbers)]


class Built:
    """The package built from the checkpoint, its weights left as they are."""

    def __init__(self, checkpoint: Path, folder: Path, target: str) -> None:
        import ctranslate2
        import sentencepiece

        archive = build_package("ru", "kk", checkpoint, folder, quantization=None)
        unpacked = unpack_package(archive, folder)
        self.pieces = sentencepiece.SentencePieceProcessor(
            model_file=str(unpacked / "sentencepiece.model")
        )
        self.translator = ctranslate2.Translator(str(unpacked / "model"), intra_threads=1)
        self.tokens = json.loads((unpacked / "model/shared_vocabulary.json").read_text("utf-8"))
        self.prefix = [target] if target else []

    def greedy(self, sentence: str) -> list[int]:
        (result,) = self.translator.translate_batch(
            [self.pieces.encode(sentence, out_type=str)],
            target_prefix=[self.prefix] if self.prefix else None,
            beam_size=1,
            max_decoding_length=_LENGTH,
        )
        return [self.tokens.index(token) for token in result.hypotheses[0]]

    def logs(self, sentence: str, numbers: list[int]) -> list[float]:
        (scored,) = self.translator.score_batch(
            [self.pieces.encode(sentence, out_type=str)],
            [[self.tokens[number] for number in numbers]],
        )
        return list(scored.log_probs)[: len(numbers)]


@pytest.mark.parametrize("family", FAMILIES)
def test_the_package_answers_as_transformers_does(family: str, tmp_path: Path) -> None:
    build, mark, source, target = FAMILIES[family]
    checkpoint = tmp_path / "checkpoint"
    checkpoint.mkdir()
    build(checkpoint)
    reference = Reference(checkpoint, mark, source, target)
    built = Built(checkpoint, tmp_path / "packages", target)
    answers = set()
    for sentence in SENTENCES:
        expected, logs = reference.greedy(sentence)
        assert built.greedy(sentence)[: len(expected)] == expected, sentence
        assert built.logs(sentence, expected) == pytest.approx(logs, abs=1e-3)
        answers.add(tuple(expected))
    assert len(answers) > 2, "the answers hardly depend on the source: a weak test"


@pytest.fixture(scope="module")
def marian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_checkpoint.build_marian(tmp_path_factory.mktemp("opus"))


@pytest.fixture
def copy(marian: Path, tmp_path: Path) -> Path:
    """A checkpoint to spoil."""
    return Path(shutil.copytree(marian, tmp_path / "opus-mt.x"))


def test_build_installs_a_package_that_serves(
    run: Run, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = tmp_path / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(packages))
    (copy / "README.md").write_text("---\nlanguage: kk\nlicense: cc-by-4.0\n---\n# Model\n")
    ran = run("models", "build", "ru", "kk", "--from", copy, "--output", tmp_path / "x.argosmodel")
    assert ran.code == 0, ran.err
    assert [path.name for path in packages.iterdir()] == ["translate-ru_kk-opus-mt-x"]
    assert (tmp_path / "x.argosmodel").is_file()
    listed = run("models", "list").out
    assert (
        "* ru-kk  translate-ru_kk-opus-mt-x 1.0  installed, carriers, licence: cc-by-4.0" in listed
    )
    assert run("models", "remove", "translate-ru_kk-opus-mt-x").code == 0
    assert not list(packages.iterdir())


def test_weights_are_int8_unless_asked_otherwise(copy: Path, tmp_path: Path) -> None:
    small = build_package("ru", "kk", copy, tmp_path / "a")
    large = build_package("ru", "kk", copy, tmp_path / "b", quantization=None)
    assert small.stat().st_size < large.stat().st_size
    assert engine_from_archive(small).translate(SENTENCES)[0][0].text


def _without_weights(folder: Path) -> None:
    (folder / "model.safetensors").unlink()


def _broken_weights(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(b"\0" * 100)


def _without_pieces(folder: Path) -> None:
    (folder / "source.spm").unlink()


def _other_family(folder: Path) -> None:
    (folder / "config.json").write_text('{"model_type": "bert"}')


def _no_config(folder: Path) -> None:
    (folder / "config.json").unlink()


def _other_pieces(folder: Path) -> None:
    other = small_checkpoint.train_pieces(("one two three four five six seven",) * 3)
    (folder / "source.spm").write_bytes(other)


def _byte_pieces(folder: Path) -> None:
    pieces = small_checkpoint.train_pieces(byte_fallback=True, vocab_size=380)
    (folder / "target.spm").write_bytes(pieces)


def _too_many_tokens(folder: Path) -> None:
    path = folder / "vocab.json"
    path.write_text(path.read_text("utf-8").replace("}", ', "zzz": 9999}'), "utf-8")


def _damaged_vocabulary(folder: Path) -> None:
    (folder / "vocab.json").write_text("[")


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_without_weights, "weights cannot be read"),
        (_broken_weights, "weights cannot be read"),
        (_without_pieces, "no source.spm"),
        (_other_family, "type bert"),
        (_no_config, "config.json cannot be read"),
        (_other_pieces, "are not in the vocabulary"),
        (_byte_pieces, "reads the target's piece"),
        (_too_many_tokens, "tokens, its model"),
        (_damaged_vocabulary, "vocabulary cannot be read"),
    ],
)
def test_a_checkpoint_that_does_not_fit_is_refused_and_leaves_nothing(
    spoil: Callable[[Path], None], reason: str, copy: Path, tmp_path: Path
) -> None:
    spoil(copy)
    with pytest.raises(EngineError, match=reason) as caught:
        build_package("ru", "kk", copy, tmp_path / "out")
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())


def test_a_model_told_the_language_in_its_text_is_refused(tmp_path: Path) -> None:
    small_checkpoint.build_t5(tmp_path, "<2kk>")
    with pytest.raises(EngineError, match="told the language in its text"):
        build_package("ru", "kk", tmp_path, tmp_path / "out")


def test_a_model_of_other_languages_is_refused(tmp_path: Path) -> None:
    small_checkpoint.build_marian(tmp_path, ">>tat<<")
    with pytest.raises(EngineError, match="does not know kk"):
        build_package("ru", "kk", tmp_path, tmp_path / "out")


def test_a_tokenizer_that_cuts_otherwise_is_found_out(tmp_path: Path) -> None:
    checkpoint: Any = small_checkpoint.build_nllb(tmp_path)
    other = small_checkpoint.train_pieces(
        unk_id=0, bos_id=1, eos_id=2, model_type="bpe", vocab_size=90
    )
    (checkpoint / "sentencepiece.bpe.model").write_bytes(other)
    with pytest.raises(EngineError, match=r"otherwise than tokenizer\.json"):
        build_package("ru", "kk", checkpoint, tmp_path / "out")


def test_a_hub_that_cannot_be_reached_is_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    ran = run("models", "build", "ru", "kk", "--from", "deepvk/kazRush-ru-kk")
    assert ran.code == 1
    assert ran.err.startswith("audarma: deepvk/kazRush-ru-kk: no folder of this name")
    assert ran.err.count("\n") == 1
