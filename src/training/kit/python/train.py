"""
Trains an Etude model further: on one machine, under torchrun, or on a Ray cluster.

    python train.py --epochs 20
    torchrun --nproc-per-node 4 train.py --epochs 20
    python train.py --epochs 20 --ray --workers 8

The same command goes on where an interrupted run stopped; --anew begins again. The result is
`out/model.keras`, which Etude opens; `out/log.jsonl` has a line for each step logged and each epoch.
"""

import argparse
import json
import math
import os
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Iterator

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import numpy as np  # noqa: E402
import torch  # noqa: E402
import torch.distributed as dist  # noqa: E402
from torch.nn.parallel import DistributedDataParallel  # noqa: E402

import golden  # noqa: E402
from folders import claim, require_encoding, STATE  # noqa: E402
from keras_file import KerasFile  # noqa: E402
from network import Adam, Network  # noqa: E402
from rows import Cutter, Pieces  # noqa: E402

MOST_NAMES = 100_000
# Separate the random streams of epochs and of steps.
EPOCH_SEED, STEP_SEED = 1_000_003, 7_368_787


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Trains an Etude model further.")
    parser.add_argument("--epochs", type=int, help="epochs to train; default: those left")
    parser.add_argument("--batch", type=int, help="windows a step, over all workers")
    parser.add_argument("--rate", type=float, help="learning rate")
    parser.add_argument("--dropout", type=float, help="dropout rate")
    parser.add_argument("--data", type=Path, default=HERE / "data", help="folder of shards")
    parser.add_argument("--out", type=Path, default=Path("out"), help="folder of the result")
    parser.add_argument("--save-steps", type=int, default=200, help="steps between checkpoints")
    parser.add_argument("--log-steps", type=int, default=20, help="steps between lines of the log")
    parser.add_argument("--anew", action="store_true", help="begin again")
    parser.add_argument("--ray", action="store_true", help="train on a Ray cluster")
    parser.add_argument("--workers", type=int, default=2, help="workers on the cluster")
    parser.add_argument("--cpus", type=float, default=1, help="cores of each worker on the cluster")
    parser.add_argument("--gpu", action="store_true", help="a GPU for each worker on the cluster")
    parser.add_argument("--failures", type=int, default=3, help="lost workers that a run survives")
    options = parser.parse_args()
    # Workers may run elsewhere.
    options.data, options.out = options.data.resolve(), options.out.resolve()
    return options


class Keeper:
    """Where a run keeps its state, so that it can go on: here, a file."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / STATE

    def latest(self) -> dict[str, Any] | None:
        return torch.load(self.file, map_location="cpu") if self.file.exists() else None

    def keep(self, state: dict[str, Any] | None, metrics: dict[str, Any]) -> None:
        """Called by every worker; only the first has a state."""
        if state is None:
            return
        partial = self.file.with_suffix(".partial")
        torch.save(state, partial)
        partial.replace(self.file)


class Workers:
    """The workers of a run, of which this is one."""

    def __init__(self) -> None:
        self.count = dist.get_world_size() if dist.is_initialized() else 1
        self.rank = dist.get_rank() if dist.is_initialized() else 0
        local = int(os.environ.get("LOCAL_RANK", 0))
        self.device = torch.device("cpu")
        if torch.cuda.is_available():
            # One GPU for each worker of a machine; where only its own is shown, that one.
            self.device = torch.device("cuda", local % torch.cuda.device_count())
            # NCCL sends from the current device, which would be the first one for all.
            torch.cuda.set_device(self.device)

    def total(self, *values: float) -> list[float]:
        sums = torch.tensor(values, dtype=torch.float64)
        if self.device.type == "cuda":
            sums = sums.to(self.device)
        if self.count > 1:
            dist.all_reduce(sums)
        return sums.tolist()

    def names(self) -> list[dict[str, Any]]:
        own = {"rank": self.rank, "host": socket.gethostname(), "pid": os.getpid()}
        found: list[Any] = [own] * self.count
        if self.count > 1:
            dist.all_gather_object(found, own)
        return found


class Run:
    def __init__(self, options: argparse.Namespace, keeper: Keeper) -> None:
        self.options, self.keeper, self.workers = options, keeper, Workers()
        self.kit = json.loads((HERE / "etude.json").read_text("utf8"))["kit"]
        self.file = KerasFile(HERE / "model.keras", self.kit)
        self.about = self.file.about
        self.settings = dict(self.about["settings"])
        given = {"batchSize": options.batch, "learningRate": options.rate, "dropout": options.dropout}
        self.settings |= {name: value for name, value in given.items() if value is not None}
        self.recipe = self.kit["recipe"]
        self.network = Network(self.kit, self.settings["dropout"], self.file.features())
        self.adam = Adam(self.network, self.recipe.get("clipNorm"))
        self.file.load(self.network, self.adam)
        difference = golden.check(self.kit, Pieces(HERE / "data", "training"), self.network)
        self.network.to(self.workers.device)
        moved = Adam(self.network, self.recipe.get("clipNorm"))
        for own, other in ((moved.means, self.adam.means), (moved.squares, self.adam.squares)):
            for tensor, value in zip(own, other):
                tensor.copy_(value)
        moved.step_count, self.adam = self.adam.step_count, moved
        length = self.settings["sequenceLength"]
        parts = [Pieces(options.data, part) for part in ("training", "validation")]
        self.training, self.validation = (Cutter(self.kit, pieces, length) for pieces in parts)
        if len(parts[0].index) == 0:
            raise SystemExit(f"There are no pieces to train on in {options.data}.")
        self.best = self.file.best(self.network)
        self.best_about = self.about.get("best")
        self.history = list(self.about["history"])
        self.first = len(self.history)
        left = self.settings["epochs"] - self.first
        more = options.epochs or (left if left > 0 else self.settings["epochs"])
        self.settings["epochs"] = self.first + more
        self.batch, self.epoch_sum = 0, 0.0
        self.batches = math.ceil(len(self._windows(1)) / self.settings["batchSize"])
        state = None if options.anew else keeper.latest()
        self.learnt = {
            part: pieces.names(MOST_NAMES) for part, pieces in zip(("training", "validation"), parts)
        }
        self._follow_pieces(judge=state is None)
        if state is not None:
            self._restore(state)
        elif self.workers.rank == 0:
            options.out.mkdir(parents=True, exist_ok=True)
            (options.out / "log.jsonl").unlink(missing_ok=True)
        self._log(
            "start",
            workers=self.workers.names(),
            device=str(self.workers.device),
            epoch=len(self.history) + 1,
            batch=self.batch,
            batches=self.batches,
            pieces=len(parts[0].index),
            notes=parts[0].rows,
            golden=difference,
            best=self.best_about,
        )

    def _follow_pieces(self, judge: bool) -> None:
        """
        With other pieces than the model has learnt, those count as heard before. A loss on other
        held-out pieces says nothing beside the model's best: its weights are judged anew.
        """

        def ids(pieces: list[dict]) -> set[str]:
            return {piece["id"] for piece in pieces}

        old = {part: ids(pieces) for part, pieces in self.about["learnt"].items()}
        new = {part: ids(pieces) for part, pieces in self.learnt.items()}
        if old == new:
            return
        if old["training"] - new["training"]:
            before = self.about.get("lineage") or {"epochs": 0, "pieces": [], "heldOut": []}
            heard = set(before["pieces"]) | old["training"]
            self.about["lineage"] = before | {
                "pieces": sorted(heard)[:MOST_NAMES],
                "heldOut": sorted(set(before["heldOut"]) | old["validation"])[:MOST_NAMES],
            }
        if old["validation"] == new["validation"]:
            return
        self.best, self.best_about = None, None
        loss = self._validate() if judge else None
        if loss is not None:
            self.best_about = {"epoch": self.first, "validationLoss": loss}
            self.best = [weight.detach().clone() for weight in self.adam.weights]

    def train(self) -> None:
        network: torch.nn.Module = self.network
        if self.workers.count > 1:
            network = DistributedDataParallel(self.network)
        while len(self.history) < self.settings["epochs"] and not self._is_enough():
            self._epoch(network)
        self._write()

    def _is_enough(self) -> bool:
        patience = self.recipe.get("patience")
        if patience is None or self.best_about is None:
            return False
        # What the tab waited in vain does not count: the person asked for more.
        return len(self.history) - max(self.best_about["epoch"], self.first) >= patience

    def _windows(self, epoch: int) -> np.ndarray:
        # Every worker draws the same.
        seed = self.settings["seed"] + EPOCH_SEED * epoch
        return self.training.training(np.random.default_rng(seed))

    def _epoch(self, network: torch.nn.Module) -> None:
        epoch, began, notes = len(self.history) + 1, time.perf_counter(), 0
        windows = self._windows(epoch)
        network.train()
        for index, batch, count in self._cut(self.training, windows, self.batch, epoch):
            step = (epoch - 1) * self.batches + index
            random = torch.Generator().manual_seed(self.settings["seed"] + STEP_SEED * (step + 1))
            size = len(windows[index * self.settings["batchSize"] :][: self.settings["batchSize"]])
            self.network.draw = (random, size, self.workers.rank, self.workers.count)
            loss = network(*batch).sum() / count
            self.network.zero_grad(set_to_none=True)
            # Workers' gradients are averaged, and each loss is a part of the sum.
            (loss * self.workers.count).backward()
            self.adam.step(self.settings["learningRate"] * self._share(step))
            self.epoch_sum += loss.item()
            self.batch, notes = index + 1, notes + count
            if self.batch % self.options.log_steps == 0:
                seconds = time.perf_counter() - began
                self._log("step", epoch=epoch, batch=self.batch, notesPerSecond=notes / seconds)
            if self.batch % self.options.save_steps == 0 and self.batch < self.batches:
                self._keep({"epoch": epoch, "batch": self.batch})
        seconds = time.perf_counter() - began
        (total,) = self.workers.total(self.epoch_sum)
        record = {"epoch": epoch, "trainingLoss": total / self.batches}
        validation = self._validate()
        if validation is not None:
            record["validationLoss"] = validation
        if not all(math.isfinite(value) for value in record.values()):
            raise SystemExit("The loss is no longer a number: try a lower --rate.")
        self.history.append(record)
        if validation is not None and validation < (self.best_about or {}).get(
            "validationLoss", math.inf
        ):
            self.best_about = {"epoch": epoch, "validationLoss": validation}
            self.best = [weight.detach().clone() for weight in self.adam.weights]
        self.batch, self.epoch_sum = 0, 0.0
        self._log("epoch", **record, seconds=seconds, notesPerSecond=notes / seconds)
        self._keep(record)
        self._write()

    def _share(self, step: int) -> float:
        """The schedule's multiplier of the learning rate."""
        schedule, share = self.kit["schedule"], 1.0
        if self.recipe["schedule"] == "cosine":
            left = (1 + math.cos(math.pi * step / (self.settings["epochs"] * self.batches))) / 2
            share = schedule["lastShare"] + (1 - schedule["lastShare"]) * left
        if self.about.get("lineage"):
            share *= min(1.0, (step + 1) / schedule["warmUpSteps"])
        return share

    def _validate(self) -> float | None:
        pieces = self.validation.pieces
        if len(pieces.index) == 0:
            return None
        self.network.eval()
        sums = 0.0
        with torch.no_grad():
            for _, batch, _ in self._cut(self.validation, self.validation.evaluation(), 0, None):
                sums += self.network(*batch).sum().item()
        (total,) = self.workers.total(sums)
        return total / pieces.rows

    def _cut(
        self, cutter: Cutter, windows: np.ndarray, first: int, epoch: int | None
    ) -> Iterator[tuple[int, list[torch.Tensor], int]]:
        """This worker's part of each batch from one on, cut ahead, and the whole batch's predictions."""
        size = self.settings["batchSize"]
        rank, workers = self.workers.rank, self.workers.count

        def cut(index: int) -> tuple[int, list[torch.Tensor], int]:
            batch = windows[index * size : (index + 1) * size]
            seed = [self.settings["seed"], epoch or 0, index]
            kept = cutter.kept(len(batch), seed)[rank::workers] if epoch is not None else None
            inputs, targets, weights = cutter.cut(batch[rank::workers], kept)
            tensors = [torch.from_numpy(array) for array in (inputs, targets)]
            parts = [tensor.to(self.workers.device).long() for tensor in tensors]
            parts.append(torch.from_numpy(weights).to(self.workers.device))
            return index, parts, cutter.predictions(batch)

        indices = iter(range(first, math.ceil(len(windows) / size)))
        with ThreadPoolExecutor(1) as pool:
            ahead = [pool.submit(cut, index) for _, index in zip(range(2), indices)]
            while ahead:
                ready = ahead.pop(0).result()
                ahead += [pool.submit(cut, index) for _, index in zip(range(1), indices)]
                yield ready

    def _keep(self, metrics: dict[str, Any]) -> None:
        # The sums of the workers differ: the first keeps them all.
        (total,) = self.workers.total(self.epoch_sum)
        state = {
            "weights": [weight.detach().cpu() for weight in self.adam.weights],
            "means": [mean.cpu() for mean in self.adam.means],
            "squares": [square.cpu() for square in self.adam.squares],
            "best": None if self.best is None else [weight.cpu() for weight in self.best],
            "numbers": {
                "adam": self.adam.step_count,
                "batch": self.batch,
                "sum": total,
                "history": self.history,
                "best": self.best_about,
                "epochs": self.settings["epochs"],
                "first": self.first,
            },
        }
        self.keeper.keep(state if self.workers.rank == 0 else None, metrics)

    @torch.no_grad()
    def _restore(self, state: dict[str, Any]) -> None:
        for name in ("weights", "means", "squares"):
            for own, value in zip(getattr(self.adam, name), state[name], strict=True):
                own.copy_(value)
        best = state["best"]
        self.best = None if best is None else [value.to(self.workers.device) for value in best]
        numbers = state["numbers"]
        self.adam.step_count, self.batch = numbers["adam"], numbers["batch"]
        self.history, self.best_about = numbers["history"], numbers["best"]
        self.first = numbers["first"]
        self.epoch_sum = numbers["sum"] if self.workers.rank == 0 else 0.0
        if self.options.epochs is None:
            self.settings["epochs"] = numbers["epochs"]

    def _write(self) -> None:
        if self.workers.rank != 0:
            return
        epochs = len(self.history)
        about = self.about | {
            "settings": self.settings,
            "history": self.history,
            "epoch": epochs,
            "step": epochs * self.batches,
            "epochSum": 0,
            "learnt": self.learnt,
            "optimizerStep": self.adam.step_count,
        }
        about.pop("best", None)
        if self.best_about is not None:
            about["best"] = self.best_about
        self.file.save(self.options.out / "model.keras", self.network, self.adam, self.best, about)

    def _log(self, kind: str, **values: Any) -> None:
        if self.workers.rank != 0:
            return
        line = json.dumps({"kind": kind, "time": round(time.time(), 3), **values})
        with open(self.options.out / "log.jsonl", "a", encoding="utf8") as log:
            log.write(line + "\n")
        print(line, flush=True)


def main() -> None:
    options = parse_arguments()
    require_encoding(HERE, options.data)
    claim(HERE, options)
    if options.ray:
        import on_ray

        on_ray.train(options)
        return
    if "RANK" in os.environ:
        dist.init_process_group("nccl" if torch.cuda.is_available() else "gloo")
    try:
        Run(options, Keeper(options.out)).train()
    finally:
        if dist.is_initialized():
            dist.destroy_process_group()


if __name__ == "__main__":
    main()
