"""Opens a file that Etude wrote with Keras alone, predicts, trains and saves it again.

    python keras_files.py FOLDER NAME EPOCHS

reads FOLDER/NAME.keras and FOLDER/NAME.json: batches of `inputs` and `targets`. Writes the model as
it was opened in all three forms, the model after training, and FOLDER/NAME.answer.json with the
probabilities and losses.
"""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras  # noqa: E402  (reads the backend from the environment)
import numpy  # noqa: E402

folder, name, epochs = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
model = keras.models.load_model(folder / f"{name}.keras")
problem = json.loads((folder / f"{name}.json").read_text())


def arrays(batch):
    inputs = numpy.array(batch["inputs"], "int32")
    targets = numpy.array(batch["targets"], "int32")
    if isinstance(model, keras.Sequential):
        return inputs, targets
    columns = [tensor.name for tensor in model.inputs]
    return (
        {column: inputs[:, :, i : i + 1] for i, column in enumerate(columns)},
        {f"next_{c}": targets[:, :, i] for i, c in enumerate(columns) if f"next_{c}" in model.output_names},
    )


batches = [arrays(batch) for batch in problem["batches"]]
inputs, targets = batches[0]

predicted = model.predict_on_batch(inputs)
if not isinstance(predicted, list):
    predicted = [predicted]

losses = model.evaluate(inputs, targets, batch_size=1_000, verbose=0)

model.save(folder / f"{name}.again.keras")
model.save(folder / f"{name}.again.h5")
model.save_weights(folder / f"{name}.again.weights.h5")

steps = []
for _ in range(epochs):
    for inputs, targets in batches:
        model.reset_metrics()
        result = model.train_on_batch(inputs, targets)
        steps.append(float(numpy.ravel(result)[0]))
model.save(folder / f"{name}.trained.keras")

answer = {
    "version": f"Keras {keras.__version__}, {keras.backend.backend()}",
    "probabilities": [numpy.ravel(p).tolist() for p in predicted],
    "losses": numpy.ravel(losses).tolist(),
    "steps": steps,
}
(folder / f"{name}.answer.json").write_text(json.dumps(answer))
