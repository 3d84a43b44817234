"""Training by the clock: a time budget, checkpoints, resumption, an average of the weights."""

from __future__ import annotations

import copy
import json
import random
import signal
import time
from typing import TYPE_CHECKING, Any

import torch
from torch.nn import functional

from translate.training.alignment import aligned_embeddings
from translate.training.batches import batches, epoch_units, examples, tensors
from translate.training.model import WIDTH, build_model
from translate.training.optimizer import optimizers
from translate.training.paths import VOCABULARY, WORK
from translate.training.prepare import read_prepared
from translate.training.sharing import Sharing
from translate.training.vocabulary import START

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from translate.training.corpus import Unit

WARM_UP = 80
AVERAGE = 0.998
"""Decay of the running average of the weights, which is what gets shipped."""
SMOOTHING = 0.1
ALIGNED = ("press", "lexicon", "tatoeba-kk")
"""The corpora whose piece alignments shape the first embeddings."""


def losses(model: Any, batch: dict[str, Any], smoothing: float) -> tuple[Any, int]:
    """Summed cross-entropy over the target pieces of the batch, and how many there are."""
    memory = model.model.encoder(input_ids=batch["source"], attention_mask=batch["mask"])
    states = model.model.decoder(
        input_ids=batch["inputs"],
        use_cache=False,
        encoder_hidden_states=memory.last_hidden_state[batch["rows"]],
        encoder_attention_mask=batch["mask"][batch["rows"]],
    ).last_hidden_state
    wanted = batch["labels"].ne(-100)
    logits = model.lm_head(states[wanted])
    loss = functional.cross_entropy(
        logits, batch["labels"][wanted], label_smoothing=smoothing, reduction="sum"
    )
    return loss, int(wanted.sum())


class Run:
    """A training run and everything needed to take it up again."""

    def __init__(self, folder: Path, rate: float, seed: int, dropout: float, device: str) -> None:
        import sentencepiece

        self.folder, self.rate, self.device = folder, rate, device
        folder.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(seed)
        self.chance = random.Random(seed)
        self.vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(VOCABULARY))
        self.starts = {k: self.vocabulary.piece_to_id(v) for k, v in START.items()}
        self.model = build_model(self.vocabulary.vocab_size(), self.starts["en"], dropout).to(
            device
        )
        self.average = copy.deepcopy(self.model).eval()
        self.optimizers = optimizers(self.model, rate)
        self.steps = self.pieces = self.epoch = 0
        self.began = time.time()
        self.trained = 0.0

    @property
    def checkpoint(self) -> Path:
        """Where the state is kept."""
        return self.folder / "checkpoint.pt"

    def resume(self) -> bool:
        """Take up the last checkpoint; false if there is none."""
        if not self.checkpoint.exists():
            return False
        state = torch.load(self.checkpoint, weights_only=False, map_location=self.device)
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        for optimizer, saved in zip(self.optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(saved)
        for name in ("steps", "pieces", "epoch", "began", "trained"):
            setattr(self, name, state[name])
        self.chance.setstate(state["chance"])
        return True

    def align(self, units: Sequence[Unit]) -> None:
        """Start from embeddings in which translations are neighbours."""
        corpora = []
        for one, other in (("ru", "en"), ("ru", "kk"), ("en", "kk")):
            texts = [(getattr(u, one), getattr(u, other)) for u in units]
            encode = self.vocabulary.encode
            corpora.append([(encode(a), encode(b)) for a, b in texts if a and b])
        table = aligned_embeddings(corpora, self.vocabulary.vocab_size(), WIDTH)
        for model in (self.model, self.average):
            with torch.no_grad():
                model.model.shared.weight.copy_(torch.from_numpy(table))

    def save(self) -> None:
        """Write the checkpoint beside the old one and replace it."""
        state = {
            "model": self.model.state_dict(),
            "average": self.average.state_dict(),
            "optimizers": [o.state_dict() for o in self.optimizers],
            "chance": self.chance.getstate(),
            **{n: getattr(self, n) for n in ("steps", "pieces", "epoch", "began", "trained")},
        }
        fresh = self.checkpoint.with_suffix(".new")
        torch.save(state, fresh)
        fresh.replace(self.checkpoint)

    def step(self, group: Any, left: float) -> tuple[float, int]:
        """One update; `left` is the share of the time budget still to come, 1 to 0."""
        rate = self.rate * min(1.0, (self.steps + 1) / WARM_UP) * max(0.01, left)
        batch = {k: v.to(self.device) for k, v in tensors(group, self.starts).items()}
        self.model.train()
        loss, count = losses(self.model, batch, SMOOTHING)
        (loss / count).backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for optimizer in self.optimizers:
            for settings in optimizer.param_groups:
                settings["lr"] = rate * settings.setdefault("scale", settings["lr"] / self.rate)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        self.steps += 1
        self.pieces += count
        decay = min(AVERAGE, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for mean, now in zip(self.average.parameters(), self.model.parameters(), strict=True):
                mean.lerp_(now, 1 - decay)
        return float(loss.detach()), count

    @torch.no_grad()
    def dev_loss(self, dev: Any) -> float:
        """Cross-entropy per piece of the averaged model on the dev units, without smoothing."""
        total, count = 0.0, 0
        for group in batches(dev, 6000):
            batch = {k: v.to(self.device) for k, v in tensors(group, self.starts).items()}
            loss, n = losses(self.average, batch, 0.0)
            total, count = total + float(loss), count + n
        return total / count


def train(
    until: float,
    *,
    folder: Path = WORK / "run",
    size: int = 2500,
    rate: float = 2e-3,
    dropout: float = 0.1,
    seed: int = 1,
    every: float = 600,
    device: str = "cpu",
    most_epochs: int = 1000,
    share: float = 1.0,
) -> None:
    """Train until the clock shows `until` (seconds since 1970), saving every `every` seconds.

    The rate falls in a straight line to nothing at `until`. Started again, the run goes on from its
    checkpoint with whatever data has been prepared since; told to end (SIGTERM), it saves first.
    `share` keeps a part of the press units.
    """
    run = Run(folder, rate, seed, dropout, device)
    if not run.resume():
        run.align([u for u in read_prepared(WORK / "train.tsv") if u.origin in ALIGNED])
    stopped: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, frame: stopped.append(number))
    dev = examples(read_prepared(WORK / "dev.tsv"), run.vocabulary)
    log = (folder / "log.jsonl").open("a", encoding="utf-8")
    sharing = Sharing(torch.get_num_threads())
    saved = told = begun = time.time()
    total = count = 0.0
    while time.time() < until and run.epoch < most_epochs and not stopped:
        # Read again each epoch: data prepared meanwhile comes in without a restart.
        units = [
            u
            for i, u in enumerate(read_prepared(WORK / "train.tsv"))
            if u.origin != "press" or (i * 0.618034) % 1 < share
        ]
        made = examples(epoch_units(units, run.chance), run.vocabulary, run.chance)
        for group in batches(made, size, run.chance):
            now = time.time()
            if now >= until or stopped:
                break
            if device == "cpu" and sharing.update() != torch.get_num_threads():
                torch.set_num_threads(sharing.threads)
            loss, n = run.step(group, (until - now) / (until - run.began))
            total, count = total + loss, count + n
            run.trained += time.time() - now
            if now - told > 60:
                line = {
                    "step": run.steps,
                    "epoch": run.epoch,
                    "loss": round(total / count, 3),
                    "pieces_per_s": round(count / (now - told)),
                    "minutes": round((now - begun) / 60, 1),
                    "threads": sharing.threads,
                }
                total = count = 0.0
                told = now
                if now - saved > every:
                    run.save()
                    saved = now
                    line["dev"] = round(run.dev_loss(dev), 3)
                    told = time.time()
                log.write(json.dumps(line) + "\n")
                log.flush()
        run.epoch += 1
    run.save()
    last = {"step": run.steps, "dev": round(run.dev_loss(dev), 3), "end": True}
    log.write(json.dumps(last) + "\n")
    log.close()
