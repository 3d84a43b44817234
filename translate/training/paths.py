"""Where the training recipe reads and writes; everything is relative to this folder."""

from pathlib import Path

HERE = Path(__file__).parent
PRESS = HERE / "press"
HELD_OUT = HERE / "heldout.txt"
WORK = HERE / "work"
MODELS = HERE.parent / "models"
SHARED = HERE.parents[1] / ".." / "shared"
CORPORA = SHARED / "corpora"
TESTSETS = SHARED / "testsets"
VOCABULARY = WORK / "vocabulary.model"
TARGETS = ("en", "kk")
