"""The network: a small Marian-style encoder-decoder with a shallow decoder."""

from __future__ import annotations

from typing import Any

from translate.training.vocabulary import END, PADDING

WIDTH, FEED_FORWARD, HEADS = 256, 1024, 4
ENCODER_LAYERS, DECODER_LAYERS = 4, 2


def build_model(vocabulary_size: int, start: int, dropout: float = 0.1) -> Any:
    """A MarianMTModel with one embedding table for both sides and the output.

    The decoder's start token chooses the target language, so the encoder serves both.
    """
    from torch import nn
    from transformers import MarianConfig, MarianMTModel

    config = MarianConfig(
        vocab_size=vocabulary_size, d_model=WIDTH, max_position_embeddings=512,
        encoder_layers=ENCODER_LAYERS, decoder_layers=DECODER_LAYERS,
        encoder_attention_heads=HEADS, decoder_attention_heads=HEADS,
        encoder_ffn_dim=FEED_FORWARD, decoder_ffn_dim=FEED_FORWARD,
        dropout=dropout, attention_dropout=0.0, activation_dropout=0.0,
        activation_function="swish", scale_embedding=True, tie_word_embeddings=True,
        share_encoder_decoder_embeddings=True, pad_token_id=PADDING, eos_token_id=END,
        bos_token_id=None, forced_eos_token_id=None, decoder_start_token_id=start,
    )
    config._attn_implementation = "sdpa"
    model = MarianMTModel(config)
    for name, parameter in model.named_parameters():
        if parameter.dim() == 2 and "embed" not in name:
            nn.init.xavier_uniform_(parameter)
    return model
