"""Shared by the peers: the step's sizes, its batch, their threads, and their protocol.

Alone, a script prints one line of JSON: its name and the milliseconds of some steps. With
`--serve` it first prints its name, then answers each number read from standard input with the
milliseconds of that many steps, so that several scripts can take turns.

Import this before the framework: some read their threads once, when they are loaded.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable

UNITS = 256
HIDDEN = 128
KEYS = 88
FEATURES = 8
TIME = 32
BATCH = 64
DROPOUT = 0.3
LEARNING_RATE = 0.001

WARM_UP = 3


def parse_arguments(backends: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--steps", type=int, default=30)
    parser.add_argument("--serve", action="store_true")
    if backends:
        parser.add_argument("--backend", choices=backends, default=backends[0])
        parser.add_argument("--unroll", action="store_true", help="the LSTM's loop over time")
        parser.add_argument("--jit", action=argparse.BooleanOptionalAction, default=True)
    arguments = parser.parse_args()
    limit_threads(arguments.threads)
    return arguments


def limit_threads(threads: int) -> None:
    """Limits cores, the only reliable way for XLA, and the variables that each library reads."""
    for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[name] = str(threads)
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
    os.environ.setdefault("JAX_PLATFORMS", "cpu")
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, cores[:threads])


def batch():
    """Inputs [BATCH, TIME, FEATURES] and target keys [BATCH]."""
    import numpy

    random = numpy.random.default_rng(1)
    inputs = random.uniform(-1, 1, (BATCH, TIME, FEATURES)).astype("float32")
    return inputs, random.integers(0, KEYS, BATCH).astype("int32")


def run(arguments: argparse.Namespace, name: str, steps: Callable[[int], float]) -> None:
    """`steps` takes that many steps and returns their total milliseconds."""
    for _ in range(WARM_UP):
        steps(1)
    if not arguments.serve:
        each = [steps(1) for _ in range(arguments.steps)]
        print(json.dumps({"name": name, "threads": arguments.threads, "milliseconds": each}))
        return
    print(json.dumps({"name": name, "threads": arguments.threads}), flush=True)
    for line in sys.stdin:
        print(json.dumps({"milliseconds": steps(int(line))}), flush=True)
