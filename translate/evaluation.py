"""Evaluation against references: chrF++ beside two baselines, consistency, untouched segments.

The baselines are the plain engine, which sees the source unmasked, and the base forms pasted into
the slots, which is what services that replace exact strings do. Differences are tested by paired
bootstrap (Koehn 2004) through sacrebleu, an extra: `pip install audarma[evaluate]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module

from glossary.english import capitalise
from glossary.model import KazakhCase, Mention, TargetLanguage
from translate.errors import UsageError
from translate.ladder import Ladder
from translate.masking import MaskedSegment, mask, slot_uses
from translate.pipeline import Pipeline
from translate.realize.english import render_english
from translate.realize.english_places import EnglishPlace
from translate.realize.kazakh import render_kazakh
from translate.realize.rendered import Concepts, can_render, target_term
from translate.results import Target
from translate.verify.forms import FormBook

RESAMPLES = 1000
_MOST_SLOTS = 12


@dataclass(frozen=True, slots=True)
class Score:
    """chrF++ of one system on one set, and how sure its difference from audarma is."""

    system: str
    chrf: float
    interval: float
    """Half the width of the 95 % interval."""
    p_value: float | None
    """Chance of a difference as large between equals; None for audarma itself."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One language's figures on a set with references."""

    language: TargetLanguage
    segments: int
    with_mentions: int
    scores: tuple[Score, ...]
    """Over the segments with mentions; empty where there are fewer than two."""
    untouched: int
    """Segments without mentions whose target is the plain engine's, byte for byte."""
    enforced: int
    """Mentions that stand in the finished target in an accepted form."""
    mentions: int
    needs_work: int
    signature: str = ""


def compare(
    pipeline: Pipeline, language: TargetLanguage, pairs: Sequence[tuple[str, str]]
) -> Comparison:
    """The pipeline and both baselines on pairs of source and reference.

    Raises UsageError where sacrebleu is not installed.
    """
    engine = pipeline.ladders[language].engine
    masked = [_masked(source, pipeline, language) for source, _ in pairs]
    targets = Ladder(engine, FormBook(pipeline.concepts, language)).translate(masked)
    plain = [hyps[0].text for hyps in engine.translate([s for s, _ in pairs], hypotheses=1)]
    held = [i for i, one in enumerate(masked) if one.slots]
    bare = [i for i, one in enumerate(masked) if not one.slots]
    systems = {
        "audarma": [targets[i].text for i in held],
        "plain engine": [plain[i] for i in held],
        "base forms": [_pasted(masked[i], targets[i], pipeline.concepts) for i in held],
    }
    references = [pairs[i][1] for i in held]
    scores, signature = chrf_scores(systems, references) if len(held) > 1 else ((), "")
    missing = [sum(d.code in ("V101", "V102") for d in targets[i].diagnostics) for i in held]
    return Comparison(
        language=language,
        segments=len(pairs),
        with_mentions=len(held),
        scores=scores,
        untouched=sum(targets[i].text == plain[i] or targets[i].rung == "copied" for i in bare),
        enforced=sum(len(masked[i].slots) for i in held) - sum(missing),
        mentions=sum(len(masked[i].slots) for i in held),
        needs_work=sum(target.state == "needs work" for target in targets),
        signature=signature,
    )


def _masked(source: str, pipeline: Pipeline, language: TargetLanguage) -> MaskedSegment:
    mentions = pipeline.mentions(source)
    named = [m for m in mentions if can_render(m, pipeline.concepts, language)]
    return mask(source, named[:_MOST_SLOTS])


def chrf_scores(
    systems: Mapping[str, Sequence[str]], references: Sequence[str], resamples: int = RESAMPLES
) -> tuple[tuple[Score, ...], str]:
    """chrF++ of each system, the first being the one the others are tested against.

    The seed of the bootstrap is sacrebleu's own, so that figures repeat.
    """
    try:
        metrics, significance = map(import_module, ("sacrebleu.metrics", "sacrebleu.significance"))
    except ImportError:
        raise UsageError(
            "scores against references need sacrebleu",
            remedy="install it with: pip install 'audarma[evaluate]'",
        ) from None
    named = [(name, list(lines)) for name, lines in systems.items()]
    test = significance.PairedTest(
        named,
        {"chrF++": metrics.CHRF(word_order=2)},
        [list(references)],
        test_type="bs",
        n_samples=resamples,
    )
    signatures, results = test()
    (metric,) = (name for name in results if name != "System")
    scores = tuple(
        Score(name, float(one.score), float(one.ci), None if i == 0 else float(one.p_value))
        for i, ((name, _), one) in enumerate(zip(named, results[metric], strict=True))
    )
    return scores, str(signatures[metric])


def _pasted(masked: MaskedSegment, target: Target, concepts: Concepts) -> str:
    """The target's own hypothesis with the citation form in every slot."""
    by_number = {slot.number: slot.mention for slot in masked.slots}
    text, at = "", 0
    for use in slot_uses(target.hypothesis):
        text += target.hypothesis[at : use.start]
        if use.number in by_number:
            text += base_form(by_number[use.number], concepts, target.language)
        at = use.end
    return capitalise(text + target.hypothesis[at:])


def base_form(mention: Mention, concepts: Concepts, language: TargetLanguage) -> str:
    """The mention as a list of terms has it: no article, no case."""
    if language == "kk":
        return render_kazakh(mention, concepts, KazakhCase.NOM).text
    return render_english(mention, concepts, EnglishPlace("x the ")).text


@dataclass(frozen=True, slots=True)
class Consistency:
    """How many names of a document are written in one way throughout."""

    consistent: int
    entities: int
    """Names that stand in the document more than once."""

    @property
    def rate(self) -> float:
        """Share of 1."""
        return self.consistent / self.entities if self.entities else 1.0


def consistency(targets: Iterable[Target], concepts: Concepts) -> Consistency:
    """Whether each name, by its concept and the kind of its source, is one name in the targets."""
    names: dict[tuple[str, str, str], list[frozenset[str]]] = {}
    for target in targets:
        book = FormBook(concepts, target.language)
        for made in target.realizations:
            mention = made.mention
            if mention.concept and not mention.parts:
                key = (target.language, mention.concept, mention.kind)
                names.setdefault(key, []).append(_names(mention, made.text, book))
    repeated = [seen for seen in names.values() if len(seen) > 1]
    same = sum(bool(frozenset.intersection(*seen)) for seen in repeated)
    return Consistency(same, len(repeated))


def _names(mention: Mention, text: str, book: FormBook) -> frozenset[str]:
    """The names of the concept that the text is a form of."""
    term = target_term(mention, book.concepts, book.language)
    if term is None:
        return frozenset((text,))
    found = set()
    for kind in ("", *(variant.kind for variant in term.variants)):
        accepted = book.forms(replace(mention, kind=kind)).surfaces
        if any(text in (form, capitalise(form)) or text.endswith(form) for form in accepted):
            found.add(term.variant(kind))
    return frozenset(found)
