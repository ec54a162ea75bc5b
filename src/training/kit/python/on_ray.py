"""Training on a Ray cluster: workers, checkpoints, and going on when a worker is lost."""

import argparse
import os
import tempfile
from pathlib import Path
from typing import Any

# The form in which a run of the same name goes on by itself; the default from Ray 2.51 on.
os.environ.setdefault("RAY_TRAIN_V2_ENABLED", "1")

import ray
import ray.train
import torch
from ray.train.torch import TorchConfig, TorchTrainer

from folders import RAY, STATE
from train import HERE, Keeper, Run

NAME = "run"


class RayKeeper(Keeper):
    """State in Ray's checkpoints, from which a run goes on with other workers."""

    def __init__(self) -> None:
        pass

    def latest(self) -> dict[str, Any] | None:
        checkpoint = ray.train.get_checkpoint()
        if checkpoint is None:
            return None
        with checkpoint.as_directory() as folder:
            return torch.load(Path(folder) / STATE, map_location="cpu")

    def keep(self, state: dict[str, Any] | None, metrics: dict[str, Any]) -> None:
        if state is None:
            ray.train.report(metrics)
            return
        with tempfile.TemporaryDirectory() as folder:
            torch.save(state, Path(folder) / STATE)
            ray.train.report(metrics, checkpoint=ray.train.Checkpoint.from_directory(folder))


def _work(options: dict[str, Any]) -> None:
    torch.set_num_threads(max(1, int(options["cpus"])))
    given = argparse.Namespace(**options)
    # Ray goes on from its checkpoints; what came before an --anew is gone.
    given.anew = False
    Run(given, RayKeeper()).train()


def train(options: argparse.Namespace) -> None:
    # The folder is on a disk that every machine sees.
    paths = os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    ray.init(runtime_env={"env_vars": {"PYTHONPATH": paths}}, log_to_driver=True)
    needs = {"CPU": options.cpus} | ({"GPU": 1} if options.gpu else {})
    trainer = TorchTrainer(
        _work,
        train_loop_config=vars(options),
        torch_config=TorchConfig(backend="nccl" if options.gpu else "gloo"),
        scaling_config=ray.train.ScalingConfig(
            num_workers=options.workers, use_gpu=options.gpu, resources_per_worker=needs
        ),
        run_config=ray.train.RunConfig(
            name=NAME,
            storage_path=str(options.out / RAY),
            failure_config=ray.train.FailureConfig(max_failures=options.failures),
            checkpoint_config=ray.train.CheckpointConfig(num_to_keep=2),
        ),
    )
    result = trainer.fit()
    ray.shutdown()
    if result.error is not None:
        raise SystemExit(f"The run ended early: {result.error}")
