"""Checkpoints from the Hugging Face hub, for a user who asks for one by name."""

from __future__ import annotations

import importlib
from pathlib import Path

from translate.errors import EngineError

_FILES = ("*.json", "*.model", "*.spm", "README.md")
_WEIGHTS = ("*.safetensors", "pytorch_model*.bin")
"""Weights are published in both forms; the first that is there is enough."""


def fetch_checkpoint(name: str) -> Path:
    """The folder of a checkpoint called OWNER/NAME, in the hub's cache; continued if broken off.

    `HF_HOME` and `HF_ENDPOINT` name another cache and another hub. Raises EngineError when the
    hub's library is missing, the hub cannot be reached or has no such model.
    """
    try:
        hub = importlib.import_module("huggingface_hub")
    except ImportError as error:
        raise EngineError(
            f"fetching a model needs {error.name}, which is not installed",
            remedy='install what it takes with: pip install "audarma[build]"',
        ) from error
    try:
        folder = Path(hub.snapshot_download(name, allow_patterns=[*_FILES, _WEIGHTS[0]]))
        if not list(folder.glob(_WEIGHTS[0])):
            folder = Path(hub.snapshot_download(name, allow_patterns=[*_FILES, _WEIGHTS[1]]))
    except Exception as error:  # of the hub's library, of its web client, and of the disk
        raise EngineError(
            f"no folder of this name, and the hub has not sent it ({_first_line(error)})",
            path=name,
            remedy="check name and network, or give the folder of a downloaded model",
        ) from error
    return folder


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__
