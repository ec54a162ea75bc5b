"""Whether a folder of shards fits the model, and whose run a folder of results holds."""

import argparse
import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import Any

# In the folder of results: the state of an interrupted run, Ray's, and what the run is of.
STATE, RAY, OWNER = "state.pt", "ray", "run.json"
ENCODING = "encoding.json"


def require_encoding(kit: Path, data: Path) -> None:
    """Exits where the shards hold other columns than the model reads."""
    wanted = json.loads((kit / "etude.json").read_text("utf8"))["encoding"]
    file = data / ENCODING
    if not file.exists():
        raise SystemExit(f"{data} has no {ENCODING}: `npm run encode` writes it beside the shards.")
    found = json.loads(file.read_text("utf8"))
    if found != wanted:
        raise SystemExit(
            f"The pieces in {data} are encoded as \"{found['id']}\", version {found['version']}; "
            f"this model needs \"{wanted['id']}\", version {wanted['version']}: "
            f"npm run encode -- MUSIC OUT --encoding {wanted['id']}"
        )


def claim(kit: Path, options: argparse.Namespace) -> None:
    """Makes the folder of results this run's. Exits where it holds the run of another kit or data."""
    out = options.out
    state, ray, owner = out / STATE, out / RAY, out / OWNER
    own = _owner(kit, options.data)
    # The first worker speaks for all.
    leads = os.environ.get("RANK", "0") == "0"
    if options.anew and leads:
        state.unlink(missing_ok=True)
        shutil.rmtree(ray, ignore_errors=True)
    if not options.anew and (state.exists() or ray.exists()):
        before = json.loads(owner.read_text("utf8")) if owner.exists() else None
        if before != own:
            raise SystemExit(
                f"{out} holds a run of another model or of other pieces: "
                "name another folder with --out, or begin again with --anew."
            )
    out.mkdir(parents=True, exist_ok=True)
    if leads and (not owner.exists() or json.loads(owner.read_text("utf8")) != own):
        # At once, since the other workers read it.
        partial = owner.with_suffix(".partial")
        partial.write_text(json.dumps(own), "utf8")
        partial.replace(owner)


def _owner(kit: Path, data: Path) -> dict[str, Any]:
    """Checksums of the model and of the list of pieces."""
    index = hashlib.sha256()
    for file in sorted(data.glob("*.index.npy")):
        index.update(file.name.encode() + file.read_bytes())
    model = hashlib.sha256((kit / "model.keras").read_bytes())
    return {"model": model.hexdigest(), "pieces": index.hexdigest()}
