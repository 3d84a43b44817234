"""Evaluation: figures against references, consistency of names, and the command."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner

from glossary.prepared import Prepared
from tests.conftest import EchoEngine, engine_info
from translate.cli.evaluate import evaluate
from translate.evaluation import base_form, chrf_scores, compare, consistency
from translate.ladder import Ladder
from translate.masking import mask
from translate.pipeline import Pipeline, build_pipeline
from translate.verify.forms import FormBook

_PAIRS = (
    ("Астана приняла гостей из Казахстана.", "It was said Astana and Kazakhstan."),
    ("Садыр Жапаров прибыл в Бишкек.", "It was said Sadyr Japarov and Bishkek."),
    ("Стороны обсудили торговлю.", "It was said."),
)
needs_sacrebleu = pytest.mark.skipif(
    find_spec("sacrebleu") is None, reason="sacrebleu is an extra: audarma[evaluate]"
)


@pytest.fixture(scope="module")
def pipeline(prepared: Prepared) -> Pipeline:
    return build_pipeline(prepared, {"en": EchoEngine(engine_info("en"))})


@needs_sacrebleu
def test_scores_put_the_better_system_first_and_repeat() -> None:
    references = [f"The Ministry of Energy approved plan number {n}." for n in range(30)]
    systems = {
        "audarma": [text.replace("approved", "adopted") for text in references],
        "base": ["Energy ministry plan." for _ in references],
    }
    scores, signature = chrf_scores(systems, references, resamples=200)
    assert [score.system for score in scores] == ["audarma", "base"]
    assert scores[0].chrf > scores[1].chrf
    assert scores[0].p_value is None
    assert scores[1].p_value is not None
    assert scores[1].p_value < 0.05
    assert "nw:2" in signature
    assert chrf_scores(systems, references, resamples=200) == (scores, signature)


@needs_sacrebleu
def test_a_comparison_counts_mentions_and_untouched_segments(pipeline: Pipeline) -> None:
    found = compare(pipeline, "en", _PAIRS)
    assert (found.segments, found.with_mentions, found.untouched) == (3, 2, 1)
    assert (found.enforced, found.mentions, found.needs_work) == (4, 4, 0)
    ours, plain, _ = found.scores
    assert ours.system == "audarma"
    assert ours.chrf > plain.chrf


def test_base_forms_know_neither_article_nor_case(pipeline: Pipeline) -> None:
    (mention,) = pipeline.mentions("Об этом сообщили в Министерстве энергетики.")
    assert base_form(mention, pipeline.concepts, "en") == "Ministry of Energy"
    assert base_form(mention, pipeline.concepts, "kk") == "Энергетика министрлігі"


def test_a_name_in_two_renderings_is_inconsistent(pipeline: Pipeline) -> None:
    texts = ("Министерство энергетики готово.", "План утвердило Министерство энергетики.")
    masked = [mask(text, pipeline.mentions(text)) for text in texts]
    ladder = Ladder(pipeline.ladders["en"].engine, FormBook(pipeline.concepts, "en"))
    first, second = ladder.translate(masked)
    assert (consistency([first, second], pipeline.concepts).rate) == 1.0
    (made,) = second.realizations
    strange = replace(second, realizations=(replace(made, text="the Energy Department"),))
    found = consistency([first, strange], pipeline.concepts)
    assert (found.consistent, found.entities) == (0, 1)


def case_file(folder: Path, accepted: str) -> Path:
    path = folder / "cases.json"
    case = {
        "label": "office",
        "source": "Указ подписал президент.",
        "language": "en",
        "hypothesis": "{1} was signed by {2}.",
        "slots": [
            {"number": 1, "accepted": ["The Decree"]},
            {"number": 2, "accepted": [accepted]},
        ],
    }
    path.write_text(json.dumps([case]), encoding="utf-8")
    return path


def test_the_command_tells_the_rates(tmp_path: Path) -> None:
    ran = CliRunner().invoke(evaluate, [str(case_file(tmp_path, "the President"))])
    assert ran.exit_code == 0, ran.output
    assert "1 cases, 2 slots; enforced 100.00%, form correct 100.00%" in ran.output


def test_a_wrong_form_is_named_and_ends_in_one(tmp_path: Path) -> None:
    path = case_file(tmp_path, "President")
    ran = CliRunner().invoke(evaluate, [str(path)])
    assert ran.exit_code == 1
    assert "{2} is «the President», right: President" in ran.output
    ran = CliRunner().invoke(evaluate, [str(path), "--format", "json"])
    assert ran.exit_code == 1
    assert json.loads(ran.stdout)["cases"][0]["form_correct_rate"] == 0.5
