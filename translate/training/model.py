"""The network: a small encoder-decoder with a shallow decoder."""

from __future__ import annotations

from typing import Any

from translate.training.vocabulary import END, PADDING

WIDTH, FEED_FORWARD, HEADS = 192, 768, 4
ENCODER_LAYERS, DECODER_LAYERS = 3, 2


def build_model(vocabulary_size: int, start: int, dropout: float = 0.1) -> Any:
    """An M2M100 network of our own size: pre-norm, one embedding table for all three uses.

    Pre-norm bears the high rate that a run of few updates needs (README.md). The decoder's start
    token chooses the target language, so the encoder serves both.
    """
    from torch import nn
    from transformers import M2M100Config, M2M100ForConditionalGeneration

    config = M2M100Config(
        vocab_size=vocabulary_size,
        d_model=WIDTH,
        max_position_embeddings=512,
        encoder_layers=ENCODER_LAYERS,
        decoder_layers=DECODER_LAYERS,
        encoder_attention_heads=HEADS,
        decoder_attention_heads=HEADS,
        encoder_ffn_dim=FEED_FORWARD,
        decoder_ffn_dim=FEED_FORWARD,
        encoder_layerdrop=0.0,
        decoder_layerdrop=0.0,
        dropout=dropout,
        attention_dropout=0.0,
        activation_dropout=0.0,
        activation_function="relu",
        scale_embedding=True,
        tie_word_embeddings=True,
        pad_token_id=PADDING,
        eos_token_id=END,
        bos_token_id=None,
        forced_eos_token_id=None,
        decoder_start_token_id=start,
    )
    config._attn_implementation = "sdpa"
    model = M2M100ForConditionalGeneration(config)
    for name, parameter in model.named_parameters():
        if parameter.dim() == 2 and "embed" not in name and "shared" not in name:
            # A small last matrix of each sublayer: the residual stream starts near the identity.
            nn.init.xavier_uniform_(parameter, 0.3 if "out_proj" in name or "fc2" in name else 1.0)
    # What the last layer attends to goes straight to the output, where the tied table turns it into
    # a translation (alignment.py).
    attention = model.model.decoder.layers[-1].encoder_attn
    nn.init.eye_(attention.v_proj.weight)
    nn.init.eye_(attention.out_proj.weight)
    return model
