"""The ladder: from the engine's best hypothesis down to a plain template, until one is right.

1. the best-scored hypothesis whose realized text verifies; 2. the segment cut at a clause border
and translated in halves; 3. the engine's text with surplus slots taken out; 4. the mentions in
order. The last two are marked `needs work`; a mention is never dropped in silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from glossary.diagnostics import Diagnostic, Severity
from glossary.model import TargetLanguage
from translate.carriers import carry, read_back, surviving_carriers
from translate.clauses import join_clauses, number_back, renumber, split_at_clause
from translate.engines.base import Engine, Hypothesis
from translate.makeshift import numbers, plain_slot, template, trimmed
from translate.masking import MaskedSegment, Slot, slot_faults
from translate.realize.rendered import Concepts, is_proposal
from translate.realize.slots import fill_slots
from translate.results import Rung, Step, Target
from translate.verify.codes import diagnostic
from translate.verify.forms import FormBook
from translate.verify.target import Expected, verify

_HYPOTHESES = 4
_CARRIER_ATTEMPTS = 3
_CLAUSE_DEPTH = 2
_LONGEST = 600
"""Characters an engine can take; a longer segment is translated clause by clause from the start."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """One language pair's way from masked segments to verified targets."""

    engine: Engine
    book: FormBook

    @property
    def language(self) -> TargetLanguage:
        """The target language."""
        return self.book.language

    @property
    def concepts(self) -> Concepts:
        """The termbase by concept id."""
        return self.book.concepts

    def translate(self, segments: Sequence[MaskedSegment]) -> tuple[Target, ...]:
        """A target for each masked segment, in order; each mention stands there or is reported."""
        easy = {i: self._without_engine(masked) for i, masked in enumerate(segments)}
        targets: dict[int, Target] = {i: t for i, t in easy.items() if t is not None}
        long = [i for i, m in enumerate(segments) if i not in targets and _is_long(m)]
        asked = [i for i in range(len(segments)) if i not in targets and i not in long]
        for i in long:
            targets[i] = self._by_clauses(
                segments[i], Target(self.language, "", "", "engine", "ok")
            )
        proposals = self._propose([segments[i] for i in asked])
        failed: list[int] = []
        for i, hypotheses in zip(asked, proposals, strict=True):
            plain = not segments[i].slots and not slot_faults(hypotheses[0].text, ())
            target = self._best_right(segments[i], hypotheses[:1] if plain else hypotheses)
            targets[i] = target
            if target.state == "needs work" and not plain:
                failed.append(i)
        for i in failed:
            targets[i] = self._by_clauses(segments[i], targets[i])
        return tuple(targets[i] for i in range(len(segments)))

    def _propose(self, segments: Sequence[MaskedSegment]) -> list[tuple[Hypothesis, ...]]:
        """Masked hypotheses for each segment, slots numbered as the segment numbers them."""
        if not segments:
            return []
        numbered = [renumber(masked) for masked in segments]
        if self.engine.info.knows_slots:
            answers = self.engine.translate(
                [masked.text for masked, _ in numbered], hypotheses=_HYPOTHESES
            )
        else:
            answers = self._propose_by_carriers([masked for masked, _ in numbered])
        return [
            tuple(replace(h, text=number_back(h.text, back)) for h in hypotheses)
            for hypotheses, (_, back) in zip(answers, numbered, strict=True)
        ]

    def _propose_by_carriers(
        self, segments: Sequence[MaskedSegment]
    ) -> tuple[tuple[Hypothesis, ...], ...]:
        """Several attempts with other carriers; what they gave is ranked by the model's scores."""
        found: list[tuple[Hypothesis, ...]] = [()] * len(segments)
        open_ = list(range(len(segments)))
        surviving = surviving_carriers(self.engine)
        for attempt in range(_CARRIER_ATTEMPTS):
            carried = [
                carry(segments[i], attempt, concepts=self.concepts, surviving=surviving)
                for i in open_
            ]
            answers = self.engine.translate([c.text for c in carried], hypotheses=_HYPOTHESES)
            for i, sent, hypotheses in zip(open_, carried, answers, strict=True):
                read = tuple(
                    replace(h, text=read_back(h.text, sent, self.language)) for h in hypotheses
                )
                found[i] = (*found[i], *read)
            open_ = [
                i
                for i in open_
                if segments[i].slots
                and all(slot_faults(h.text, numbers(segments[i])) for h in found[i])
            ]
            if not open_:
                break
        return tuple(tuple(sorted(one, key=lambda h: -h.score)) for one in found)

    def _without_engine(self, masked: MaskedSegment) -> Target | None:
        """Segments without words of their own: copied, or slots with punctuation around them."""
        words = any(c.isalpha() for piece in masked.pieces if isinstance(piece, str) for c in piece)
        if words:
            return None
        if not masked.slots:
            text = "".join(piece for piece in masked.pieces if isinstance(piece, str))
            return Target(self.language, text, "", "copied", "ok")
        hypothesis = "".join(
            plain_slot(piece, self.language) if isinstance(piece, Slot) else piece
            for piece in masked.pieces
        )
        return self._judge(masked, Hypothesis(hypothesis, 0.0), "slots only")

    def _best_right(self, masked: MaskedSegment, hypotheses: Sequence[Hypothesis]) -> Target:
        """The best-scored hypothesis that verifies, one without warnings first; else the first."""
        tried: list[Target] = []
        for rank, hypothesis in enumerate(hypotheses):
            target = self._judge(masked, hypothesis, "next hypothesis" if rank else "engine")
            tried.append(target)
            if target.state == "ok" and not _doubts(target):
                break
        if not tried:
            tried = [self._judge(masked, Hypothesis("", 0.0), "engine")]
        right = [target for target in tried if target.state == "ok"]
        chosen = min(right, key=_doubts) if right else tried[0]
        others = [step for target in tried if target is not chosen for step in target.steps]
        return replace(chosen, steps=(*others, *chosen.steps))

    def _judge(self, masked: MaskedSegment, hypothesis: Hypothesis, rung: Rung) -> Target:
        faults = slot_faults(hypothesis.text, numbers(masked))
        filled = fill_slots(masked, hypothesis.text, self.language, self.concepts)
        cases = {r.number: r.case for r in filled.realizations}
        expected = [Expected(s.mention, cases.get(s.number)) for s in masked.slots]
        words = " ".join(piece for piece in masked.pieces if isinstance(piece, str))
        seen = verify(filled.text, expected, self.book, words)
        diagnostics = (
            *(self._slot_diagnostic(fault.kind, fault.numbers) for fault in faults),
            *seen.diagnostics,
            *self._proposals(masked),
        )
        wrong = any(d.severity is Severity.ERROR for d in diagnostics)
        return Target(
            language=self.language,
            text=filled.text,
            hypothesis=hypothesis.text,
            rung=rung,
            state="needs work" if wrong else "ok",
            realizations=filled.realizations,
            diagnostics=diagnostics,
            steps=(Step(rung, hypothesis.text, hypothesis.score, diagnostics),),
        )

    def _proposals(self, masked: MaskedSegment) -> tuple[Diagnostic, ...]:
        return tuple(
            diagnostic(
                "V301",
                f"«{slot.mention.surface}» holds a name that waits for approval",
                self.language,
                slot.mention.concept,
            )
            for slot in masked.slots
            if is_proposal(slot.mention, self.concepts, self.language)
        )

    def _slot_diagnostic(self, kind: str, which: tuple[int, ...]) -> Diagnostic:
        listed = ", ".join(map(str, which))
        message = f"slots {kind} in the hypothesis: {listed}" if which else "debris of slots"
        return diagnostic("V105", message, self.language)

    def _by_clauses(self, masked: MaskedSegment, failed: Target) -> Target:
        """The lower rungs: halves; the engine's text without surplus slots; the template."""
        text, whole, score = self._clauses(masked, _CLAUSE_DEPTH)
        halves = self._judge(masked, Hypothesis(text, score), "clauses" if whole else "template")
        if whole and halves.state == "ok":
            return replace(halves, steps=(*failed.steps, *halves.steps))
        cut = self._judge(masked, Hypothesis(trimmed(failed.hypothesis, masked), 0.0), "trimmed")
        stands = not any(d.code in ("V101", "V103", "V105") for d in cut.diagnostics)
        last = cut if stands and cut.text.strip() else halves
        return replace(
            last,
            state="needs work",
            steps=(*failed.steps, *halves.steps, *(cut.steps if last is cut else ())),
            diagnostics=_why(failed, last),
        )

    def _clauses(self, masked: MaskedSegment, depth: int) -> tuple[str, bool, float]:
        """A hypothesis put together from halves; whether every half was the engine's; its score."""
        halves = split_at_clause(masked) if depth else None
        if halves is None:
            return template(masked, self.language), False, 0.0
        left, border, right = halves
        made: list[tuple[str, bool, float]] = []
        for half, hypotheses in zip((left, right), self._propose_words((left, right)), strict=True):
            fitting = [h for h in hypotheses if not slot_faults(h.text, numbers(half))]
            if fitting and fitting[0].text.strip():
                made.append((fitting[0].text, True, fitting[0].score))
            else:
                made.append(self._clauses(half, depth - 1))
        (first, first_whole, first_score), (second, second_whole, second_score) = made
        text = join_clauses(first, border, second)
        return text, first_whole and second_whole, (first_score + second_score) / 2

    def _propose_words(self, segments: Sequence[MaskedSegment]) -> list[tuple[Hypothesis, ...]]:
        """As `_propose`, but a half without words of its own is not sent to the engine."""
        bare = [self._without_engine(masked) for masked in segments]
        asked = [m for m, target in zip(segments, bare, strict=True) if target is None]
        proposals = iter(self._propose(asked))
        return [
            next(proposals) if target is None else (Hypothesis(target.hypothesis, 0.0),)
            for target in bare
        ]


def _is_long(masked: MaskedSegment) -> bool:
    return len(masked.text) > _LONGEST and split_at_clause(masked) is not None


def _doubts(target: Target) -> int:
    """How many warnings speak of the text itself rather than of the termbase."""
    return sum(d.severity is Severity.WARNING and d.code != "V301" for d in target.diagnostics)


def _why(failed: Target, target: Target) -> tuple[Diagnostic, ...]:
    """What was wrong with the engine's own text, then what is wrong with what stands instead."""
    message = "every mention stands once, but the text around them fails the checks"
    if target.rung == "trimmed" and target.hypothesis != failed.hypothesis:
        message = "the engine wrote slots too often; the surplus is taken out, read the sentence"
    if target.rung == "template":
        message = "no hypothesis holds every mention; they stand in order, to be written out"
    if not target.text.strip():
        message = "the engine gave no usable text"
    marked = diagnostic("V302", message, target.language)
    return tuple(dict.fromkeys((marked, *failed.diagnostics, *target.diagnostics)))
