"""Time of the same step in Keras, on the backend named by the arguments."""

import os
import time

import candidate

arguments = candidate.parse_arguments(backends=["jax", "tensorflow", "torch"])
os.environ["KERAS_BACKEND"] = arguments.backend

if arguments.backend == "tensorflow":
    import tensorflow

    tensorflow.config.threading.set_intra_op_parallelism_threads(arguments.threads)
    tensorflow.config.threading.set_inter_op_parallelism_threads(1)
elif arguments.backend == "torch":
    import torch

    torch.set_num_threads(arguments.threads)

import keras  # noqa: E402  (reads the backend from the environment)
from keras import layers  # noqa: E402

keras.utils.set_random_seed(1)
network = keras.Sequential(
    [
        layers.Input((candidate.TIME, candidate.FEATURES)),
        layers.LSTM(candidate.UNITS, unroll=arguments.unroll),
        layers.Dropout(candidate.DROPOUT),
        layers.Dense(candidate.HIDDEN, activation="relu"),
        layers.Dense(candidate.KEYS),
    ]
)
network.compile(
    optimizer=keras.optimizers.Adam(candidate.LEARNING_RATE),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    jit_compile=arguments.jit,
)
inputs, targets = candidate.batch()


def steps(count: int) -> float:
    began = time.perf_counter()
    for _ in range(count):
        float(network.train_on_batch(inputs, targets))
    # The update may still be running when the loss is known.
    network.layers[-1].get_weights()
    return (time.perf_counter() - began) * 1000


candidate.run(arguments, f"Keras {keras.__version__}, {arguments.backend}", steps)
