"""Reads and writes `model.keras` with h5py alone: weights, the state of Adam, and `etude.json`."""

import io
import json
import zipfile
from pathlib import Path

import h5py
import numpy as np
import torch

from network import Adam, Network

WEIGHTS, BEST, ABOUT = "model.weights.h5", "best.weights.h5", "etude.json"


class KerasFile:
    """A model file of a known network; what is not replaced stays as it was."""

    def __init__(self, path: Path, kit: dict) -> None:
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.about = json.loads(self.parts[ABOUT])
        self.paths = [
            f"{layer['group']}/vars/{i}"
            for layer in kit["layers"]
            for i in range(len(layer["shapes"]))
        ]

    def features(self) -> np.ndarray | None:
        """The fixed embedding of Classic."""
        with self._open(WEIGHTS) as file:
            table = file.get("layers/embedding/vars/0")
            return None if table is None else table[()]

    def load(self, network: Network, adam: Adam) -> None:
        with self._open(WEIGHTS) as file:
            _fill(network, adam.weights, [file[path][()] for path in self.paths])
            own = file.get("optimizer/vars")
            if own is None:
                return
            adam.step_count = int(own["0"][()])
            _fill(network, adam.means, [own[str(2 + 2 * i)][()] for i in range(len(self.paths))])
            _fill(network, adam.squares, [own[str(3 + 2 * i)][()] for i in range(len(self.paths))])

    def best(self, network: Network) -> list[torch.Tensor] | None:
        """The weights that validated best."""
        if BEST not in self.parts:
            return None
        into = [torch.empty_like(weight) for weight, _ in network.arrays()]
        with self._open(BEST) as file:
            _fill(network, into, [file[path][()] for path in self.paths])
        return into

    def save(
        self, path: Path, network: Network, adam: Adam, best: list[torch.Tensor] | None, about: dict
    ) -> None:
        weights = _arrays(network, adam.weights)
        own = {"optimizer/vars/0": np.int32(adam.step_count)}
        own["optimizer/vars/1"] = np.float32(about["settings"]["learningRate"])
        for i, (mean, square) in enumerate(
            zip(_arrays(network, adam.means), _arrays(network, adam.squares))
        ):
            own[f"optimizer/vars/{2 + 2 * i}"] = mean
            own[f"optimizer/vars/{3 + 2 * i}"] = square
        parts = {name: part for name, part in self.parts.items() if name != BEST}
        parts[WEIGHTS] = self._filled(dict(zip(self.paths, weights)) | own)
        if best is not None:
            values = dict(zip(self.paths, _arrays(network, best)))
            parts[BEST] = self._filled(values, "optimizer")
        parts[ABOUT] = json.dumps(about, ensure_ascii=False).encode()
        partial = path.with_suffix(".partial")
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_STORED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        partial.replace(path)

    def _open(self, name: str) -> h5py.File:
        return h5py.File(io.BytesIO(self.parts[name]), "r")

    def _filled(self, values: dict[str, np.ndarray], without: str | None = None) -> bytes:
        """A copy of the file with other numbers in the same places."""
        buffer = io.BytesIO()
        with self._open(WEIGHTS) as old, h5py.File(buffer, "w") as new:
            for name in old:
                if name != without:
                    old.copy(name, new)
            for path, value in values.items():
                new[path][...] = value
        return buffer.getvalue()


@torch.no_grad()
def _fill(network: Network, into: list[torch.Tensor], arrays: list[np.ndarray]) -> None:
    for tensor, (_, turned), array in zip(into, network.arrays(), arrays, strict=True):
        tensor.copy_(torch.from_numpy(np.ascontiguousarray(array.T if turned else array)))


def _arrays(network: Network, tensors: list[torch.Tensor]) -> list[np.ndarray]:
    return [
        tensor.detach().cpu().numpy().T if turned else tensor.detach().cpu().numpy()
        for tensor, (_, turned) in zip(tensors, network.arrays(), strict=True)
    ]
