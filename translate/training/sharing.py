"""How many threads to use on a machine that others use too.

Two threads on two cores, one of which is busy with something else, are slower than one: every
operation waits for the slower half.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

_STATISTICS = Path("/proc/stat")


def busy_seconds() -> float | None:
    """Processor seconds spent on this machine since it started; nothing where that is not told."""
    if not _STATISTICS.exists():
        return None
    user, nice, system = _STATISTICS.read_text(encoding="ascii").split("\n", 1)[0].split()[1:4]
    return (int(user) + int(nice) + int(system)) / os.sysconf("SC_CLK_TCK")


class Sharing:
    """Counts the cores that other processes keep busy."""

    def __init__(self, most: int) -> None:
        self.most = self.threads = most
        self._mark = self._now()

    @staticmethod
    def _now() -> tuple[float, float, float]:
        own = os.times()
        return time.monotonic(), own.user + own.system, busy_seconds() or 0.0

    def update(self, every: float = 3.0) -> int:
        """The number of threads for now: those asked for, less the cores that others keep busy."""
        now = self._now()
        wall, own, busy = (a - b for a, b in zip(now, self._mark, strict=True))
        if wall > every:
            self._mark = now
            others = max(0.0, busy - own) / wall
            self.threads = max(1, self.most - int(others + 0.65))
        return self.threads
