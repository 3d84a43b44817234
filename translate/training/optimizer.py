"""Muon for the weight matrices, AdamW for the rest.

Muon replaces a matrix's momentum by the nearest orthogonal matrix (Newton-Schulz iteration after
K. Jordan et al., 2024, kellerjordan.github.io/posts/muon). torch's own version iterates in
bfloat16, which a CPU has to emulate; here it runs in float32, matrices of one shape together.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import torch


def orthogonalized(matrices: torch.Tensor, steps: int = 5) -> torch.Tensor:
    """(N, rows, columns) matrices with their singular values brought close to one."""
    a, b, c = 3.4445, -4.7750, 2.0315
    tall = matrices.shape[1] > matrices.shape[2]
    x = matrices.transpose(1, 2) if tall else matrices
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(steps):
        gram = x @ x.transpose(1, 2)
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x.transpose(1, 2) if tall else x


class Muon(torch.optim.Optimizer):
    """Momentum, orthogonalized; a step changes an entry by 0.2 times the rate, root mean square."""

    def __init__(self, params: Any, lr: float, momentum: float = 0.95, decay: float = 0.01) -> None:
        super().__init__(params, {"lr": lr, "momentum": momentum, "decay": decay})

    @torch.no_grad()
    def step(self, closure: Any = None) -> None:  # type: ignore[override]
        """One update of every matrix that has a gradient."""
        for group in self.param_groups:
            shapes = defaultdict(list)
            for parameter in group["params"]:
                if parameter.grad is not None:
                    shapes[parameter.shape].append(parameter)
            for shape, parameters in shapes.items():
                directions = []
                for parameter in parameters:
                    state = self.state[parameter]
                    if "momentum" not in state:
                        state["momentum"] = torch.zeros_like(parameter)
                    moment = state["momentum"]
                    moment.lerp_(parameter.grad, 1 - group["momentum"])
                    directions.append(parameter.grad.lerp(moment, group["momentum"]))
                rate = group["lr"]
                for parameter, direction in zip(
                    parameters, orthogonalized(torch.stack(directions)), strict=True
                ):
                    parameter.mul_(1 - rate * group["decay"])
                    parameter.add_(direction, alpha=-rate * 0.2 * max(shape) ** 0.5)


MATRIX_RATE = 4.0
"""Rate of Muon for each unit of AdamW's."""


def optimizers(model: Any, rate: float) -> tuple[torch.optim.Optimizer, torch.optim.Optimizer]:
    """Muon over the matrices of the layers, AdamW over embeddings, norms and biases."""
    matrices, rest = [], []
    for name, parameter in model.named_parameters():
        is_matrix = parameter.dim() == 2 and "shared" not in name and "embed" not in name
        (matrices if is_matrix else rest).append(parameter)
    adam = torch.optim.AdamW(rest, lr=rate, betas=(0.9, 0.98), eps=1e-8, weight_decay=0.0)
    return Muon(matrices, lr=MATRIX_RATE * rate), adam
