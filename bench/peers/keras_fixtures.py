"""Makes the files in `src/training/keras/testing/fixtures`, which only Keras has written.

    python keras_fixtures.py STUDIO.keras

with a model of the preset `form-small` that Etude wrote, for example by `npm run check:keras --
--keep FOLDER`. Weights follow a pattern of a few numbers, so that the packed files are small.
"""

import gzip
import os
import sys
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("JAX_PLATFORMS", "cpu")

import h5py  # noqa: E402
import keras  # noqa: E402  (reads the backend from the environment)
import ml_dtypes  # noqa: E402
import numpy  # noqa: E402
from keras import layers  # noqa: E402

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "src/training/keras/testing/fixtures"
NUMBERS = ROOT / "src/files/hdf5/testing/numbers.h5"


def pattern(shape, offset):
    """Numbers from -6/64 to 6/64 that repeat every 13."""
    count = int(numpy.prod(shape))
    return (((numpy.arange(count) + offset) % 13 - 6) / 64).reshape(shape).astype("float32")


def fill(model):
    for i, variable in enumerate(model.trainable_variables):
        variable.assign(pattern(variable.shape, i))
    optimizer = getattr(model, "optimizer", None)
    if optimizer is None:
        return
    optimizer.build(model.trainable_variables)
    optimizer.iterations.assign(7)
    for i, variable in enumerate(optimizer.variables[2:]):
        variable.assign(pattern(variable.shape, i + 1))


def save(model, name, endings):
    for ending in endings:
        path = FIXTURES / f"{name}.{ending}"
        model.save_weights(path) if ending == "weights.h5" else model.save(path)
        pack(path)


def pack(path):
    with open(f"{path}.gz", "wb") as packed:
        packed.write(gzip.compress(path.read_bytes(), 9, mtime=0))
    path.unlink()


def numbers():
    """The same few numbers in every type that an array may have."""
    values = numpy.array([1, -2.5, 0.09375, 2**-24, numpy.inf, numpy.nan])
    with h5py.File(NUMBERS, "w") as file:
        for kind in ["<f2", ">f2", "<f4", ">f4", "<f8", ">f8"]:
            file[kind] = values.astype(kind)
        file["bfloat16"] = values.astype(ml_dtypes.bfloat16)
        for kind in ["<i4", ">i4", "<i8", ">i8", "<i2", "u1"]:
            file[kind] = numpy.array([1, 2, 100]).astype(kind)
        file["c8"] = values.astype("c8")
    pack(NUMBERS)


def classic(classes=88, units=256, recurrent="orthogonal"):
    """As a person would write the published network, with its functions as layers of their own."""
    model = keras.Sequential(
        [
            layers.Input((32, 8)),
            layers.LSTM(units, recurrent_initializer=recurrent),
            layers.Dropout(0.25),
            layers.Dense(128),
            layers.Activation("relu"),
            layers.Dense(classes),
            layers.Activation("softmax"),
        ]
    )
    model.compile(keras.optimizers.Adam(0.002), loss="sparse_categorical_crossentropy")
    fill(model)
    return model


FIXTURES.mkdir(parents=True, exist_ok=True)
NUMBERS.parent.mkdir(exist_ok=True)
numbers()
for dtype in ["float16", "bfloat16"]:
    keras.config.set_dtype_policy(dtype)
    # Orthogonal matrices are not drawn in 16 bits.
    save(classic(recurrent="zeros"), f"classic-{dtype}", ["weights.h5"])
keras.config.set_dtype_policy("float32")
save(classic(), "classic", ["keras", "h5", "weights.h5"])
save(classic(classes=307), "other-vocabulary", ["keras", "weights.h5"])
save(classic(units=64), "other-units", ["keras"])
convolution = keras.Sequential(
    [layers.Input((32, 8)), layers.Conv1D(4, 3), layers.GRU(5), layers.Dense(88, activation="softmax")]
)
save(convolution, "other-layers", ["keras", "weights.h5"])
studio = keras.models.load_model(sys.argv[1])
fill(studio)
save(studio, "form-small", ["keras", "h5", "weights.h5"])
