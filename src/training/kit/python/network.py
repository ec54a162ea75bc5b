"""Etude's networks in PyTorch, with the weights of Keras's layers; and Adam as Keras has it."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn


class Recurrent(nn.LSTM):
    """One LSTM layer; PyTorch's second bias stays zero, since Keras has one."""

    def __init__(self, inputs: int, units: int) -> None:
        super().__init__(inputs, units, batch_first=True)
        nn.init.zeros_(self.bias_hh_l0)
        self.bias_hh_l0.requires_grad_(False)

    def arrays(self) -> list[tuple[nn.Parameter, bool]]:
        return [(self.weight_ih_l0, True), (self.weight_hh_l0, True), (self.bias_ih_l0, False)]


class Dense(nn.Module):
    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.kernel = nn.Parameter(torch.zeros(inputs, outputs))
        self.bias = nn.Parameter(torch.zeros(outputs))

    def forward(self, x: Tensor) -> Tensor:
        return x @ self.kernel + self.bias

    def arrays(self) -> list[tuple[nn.Parameter, bool]]:
        return [(self.kernel, False), (self.bias, False)]


class Network(nn.Module):
    """
    `forward` gives the summed loss of each predicted column, nats. `arrays` are the weights that
    learn, in the order of the Keras file, and whether PyTorch keeps them transposed.
    """

    def __init__(self, kit: dict, dropout: float, features: np.ndarray | None) -> None:
        super().__init__()
        self.columns, self.dropout = kit["columns"], dropout
        # Random numbers of the masks, examples of the whole batch, this worker, and all workers.
        self.draw = (torch.Generator(), 0, 0, 1)
        self.classes = [column["classes"] for column in self.columns]
        self.is_melody = kit["architecture"]["kind"] == "melody"
        self.read = [i for i, column in enumerate(self.columns) if not column.get("headsOnly")]
        self.predicted = [i for i, column in enumerate(self.columns) if column["predicted"]]
        layers = [
            Recurrent(shapes[0][0], shapes[1][0])
            if kind == "LSTM"
            else Dense(shapes[0][0], shapes[0][1])
            for kind, shapes in ((layer["kind"], layer["shapes"]) for layer in kit["layers"])
        ]
        self.layers = nn.ModuleList(layers)
        self.lstms = [layer for layer in layers if isinstance(layer, Recurrent)]
        self.dense = [layer for layer in layers if isinstance(layer, Dense)]
        if features is not None:
            self.register_buffer("features", torch.from_numpy(features))

    def arrays(self) -> list[tuple[nn.Parameter, bool]]:
        return [array for layer in self.layers for array in layer.arrays()]

    def forward(self, inputs: Tensor, targets: Tensor, weights: Tensor) -> Tensor:
        return (self._melody if self.is_melody else self._polyphonic)(inputs, targets, weights)

    def _dropped(self, x: Tensor) -> Tensor:
        if not self.training or self.dropout == 0:
            return x
        # A sequence keeps one mask for all its steps. Every worker draws those of the whole batch, so
        # that the number of workers changes nothing.
        kept, (random, examples, rank, workers) = 1 - self.dropout, self.draw
        masks = torch.empty(examples, 1, x.shape[2]).bernoulli_(kept, generator=random)
        own = masks[rank::workers].to(x.device)
        return x * own / kept if len(own) > 0 else x

    def _melody(self, inputs: Tensor, targets: Tensor, weights: Tensor) -> Tensor:
        state, _ = self.lstms[0](self.features[inputs[:, :, 0] + 1])
        last = self._dropped(state[:, -1:])[:, 0]
        logits = self.dense[1](F.relu(self.dense[0](last)))
        return _losses(logits, targets.reshape(-1), weights.reshape(-1))[None]

    def _polyphonic(self, inputs: Tensor, targets: Tensor, weights: Tensor) -> Tensor:
        state = _one_hot(inputs, [self.classes[i] for i in self.read])
        for lstm in self.lstms:
            state = self._dropped(lstm(state)[0])
        state = state.reshape(-1, state.shape[-1])
        rows, weights = targets.reshape(-1, len(self.classes)), weights.reshape(-1)
        given = _one_hot(rows, self.classes)
        heads = len(self.predicted)
        losses = []
        for head, column in enumerate(self.predicted):
            before = given[:, : sum(self.classes[:column])]
            hidden = torch.tanh(self.dense[head](torch.cat([state, before], 1)))
            losses.append(_losses(self.dense[heads + head](hidden), rows[:, column], weights))
        return torch.stack(losses)


def _one_hot(values: Tensor, classes: list[int]) -> Tensor:
    """Columns side by side; no value is all zeros."""
    width = sum(classes)
    offsets = torch.tensor([sum(classes[:i]) for i in range(len(classes))], device=values.device)
    places = torch.where(values < 0, width, values + offsets)
    rows = torch.zeros(*values.shape[:-1], width + 1, device=values.device)
    return rows.scatter_(-1, places, 1.0)[..., :width]


def _losses(logits: Tensor, targets: Tensor, weights: Tensor) -> Tensor:
    """Weighted sum of the cross-entropies; a target without value has none."""
    each = F.cross_entropy(logits, targets, ignore_index=-1, reduction="none")
    return (each * weights).sum()


class Adam:
    """Adam as Keras has it, epsilon outside the bias correction, with clipping by the global norm."""

    BETA_1, BETA_2, EPSILON = 0.9, 0.999, 1e-7

    def __init__(self, network: Network, clip_norm: float | None) -> None:
        self.weights = [weight for weight, _ in network.arrays()]
        self.means = [torch.zeros_like(weight) for weight in self.weights]
        self.squares = [torch.zeros_like(weight) for weight in self.weights]
        self.clip_norm, self.step_count = clip_norm, 0

    @torch.no_grad()
    def step(self, rate: float) -> None:
        self.step_count += 1
        gradients = [weight.grad for weight in self.weights]
        if self.clip_norm is not None:
            norm = torch.linalg.vector_norm(torch.stack(torch._foreach_norm(gradients)))
            torch._foreach_mul_(gradients, self.clip_norm / norm.clamp(min=self.clip_norm))
        torch._foreach_lerp_(self.means, gradients, 1 - self.BETA_1)
        torch._foreach_mul_(self.squares, self.BETA_2)
        torch._foreach_addcmul_(self.squares, gradients, gradients, 1 - self.BETA_2)
        t = self.step_count
        rate *= (1 - self.BETA_2**t) ** 0.5 / (1 - self.BETA_1**t)
        roots = torch._foreach_sqrt(self.squares)
        torch._foreach_add_(roots, self.EPSILON)
        torch._foreach_addcdiv_(self.weights, self.means, roots, -rate)
