"""From a training checkpoint to two CTranslate2 models that differ in their start token only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from translate.training.paths import TARGETS, VOCABULARY, WORK
from translate.training.vocabulary import END, PADDING, START, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def load_average(checkpoint: Path) -> Any:
    """The averaged network of a checkpoint, in evaluation mode."""
    import sentencepiece
    import torch

    from translate.training.model import build_model

    pieces = sentencepiece.SentencePieceProcessor(model_file=str(VOCABULARY))
    model = build_model(pieces.vocab_size(), pieces.piece_to_id(START["en"]))
    state = torch.load(checkpoint, weights_only=False, map_location="cpu")
    model.load_state_dict(state["average"])
    return model.eval()


def convert(
    checkpoint: Path = WORK / "run" / "checkpoint.pt",
    output: Path = WORK / "converted",
    quantization: str | None = "int8",
    targets: Sequence[str] = TARGETS,
) -> tuple[Path, ...]:
    """Write one CTranslate2 model folder for each target and return them.

    The loader is called part by part because it expects a tokenizer of transformers' own, which our
    SentencePiece file is not.
    """
    import sentencepiece
    from ctranslate2.converters.transformers import M2M100Loader

    pieces = sentencepiece.SentencePieceProcessor(model_file=str(VOCABULARY))
    tokens = [pieces.id_to_piece(i) for i in range(pieces.vocab_size())]
    folders = []
    for target in targets:
        model = load_average(checkpoint)
        loader = M2M100Loader()
        spec = loader.get_model_spec(model)
        # The loader takes the padding's id to be 1, as in the published models; ours is another.
        for side, module in (
            (spec.encoder, model.model.encoder),
            (spec.decoder, model.model.decoder),
        ):
            side.position_encodings.encodings = module.embed_positions.weights[PADDING + 1 :]
        loader.set_vocabulary(spec, tokens)
        spec.config.bos_token = spec.config.decoder_start_token = START[target]
        spec.config.eos_token = tokens[END]
        spec.config.unk_token = tokens[UNKNOWN]
        spec.config.add_source_bos = False
        spec.config.add_source_eos = True
        spec.validate()
        spec.optimize(quantization=quantization)
        folder = output / target
        folder.mkdir(parents=True, exist_ok=True)
        spec.save(str(folder))
        folders.append(folder)
    return tuple(folders)


def greedy_differences(
    sentences: Sequence[str], checkpoint: Path = WORK / "run" / "checkpoint.pt"
) -> tuple[tuple[str, str, str], ...]:
    """(target, transformers' output, CTranslate2's output) where the float32 models disagree."""
    import ctranslate2
    import sentencepiece
    import torch

    pieces = sentencepiece.SentencePieceProcessor(model_file=str(VOCABULARY))
    model = load_average(checkpoint)
    folders = convert(checkpoint, WORK / "converted-float32", quantization=None)
    differences = []
    for target, folder in zip(TARGETS, folders, strict=True):
        translator = ctranslate2.Translator(str(folder), intra_threads=1)
        for sentence in sentences:
            result = translator.translate_batch(
                [pieces.encode(sentence, out_type=str)], beam_size=1, max_decoding_length=128
            )[0].hypotheses[0]
            source = torch.tensor([[*pieces.encode(sentence), END]])
            ids = [pieces.piece_to_id(START[target])]
            with torch.no_grad():
                memory = model.model.encoder(input_ids=source)
                while len(ids) <= 128 and (len(ids) == 1 or ids[-1] != END):
                    states = model.model.decoder(
                        input_ids=torch.tensor([ids]),
                        use_cache=False,
                        encoder_hidden_states=memory.last_hidden_state,
                    ).last_hidden_state
                    ids.append(int(model.lm_head(states[0, -1]).argmax()))
            ours = [pieces.id_to_piece(i) for i in ids[1:] if i != END]
            if ours != result:
                differences.append((target, " ".join(ours), " ".join(result)))
    return tuple(differences)
