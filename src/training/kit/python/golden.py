"""Whether this program cuts rows and computes losses as the tab does, by an example of the tab's."""

import numpy as np
import torch

from network import Network
from rows import Cutter, Pieces

TOLERANCE = 1e-4


def check(kit: dict, pieces: Pieces, network: Network) -> float:
    """
    The largest difference of a column's mean loss, nats.
    Exits where rows differ, or a loss by more than the tolerance.
    """
    golden = kit["golden"]
    cutter = Cutter(kit, pieces, golden["time"])
    inputs, targets, weights = cutter.cut(np.array(golden["windows"], np.int32))
    same = np.array_equal(weights.reshape(-1), np.array(golden["weights"], np.float32))
    real = weights.reshape(-1) > 0
    wanted = np.array(golden["targets"]).reshape(-1, targets.shape[-1])
    same = same and np.array_equal(targets.reshape(wanted.shape)[real], wanted[real])
    same = same and np.array_equal(inputs.reshape(-1), np.array(golden["inputs"]))
    if not same:
        raise SystemExit("The rows differ from the tab's: this program does not fit this kit.")
    network.eval()
    with torch.no_grad():
        batch = [torch.from_numpy(array) for array in (inputs, targets)]
        sums = network(batch[0].long(), batch[1].long(), torch.from_numpy(weights))
    means = sums.numpy() / weights.sum()
    farthest = float(np.abs(means - np.array(golden["losses"])).max())
    # Written so that a loss that is not a number is refused.
    if not farthest <= TOLERANCE:
        raise SystemExit(f"A loss differs from the tab's by {farthest:.1e} nats, too much to train.")
    return farthest
