"""A PyTorch prediction for `run-per: shard`, with `command: python predict.py`, `checkpoint: out/{id}.pt`
and `work: work/{id}`: an atomic checkpoint with status and version, and parts that a killed shard goes on from."""

import os
import sys
from pathlib import Path

try:
    import torch
except ImportError:
    sys.exit("predict.py needs PyTorch: pip install torch")

BATCH = 1000  # lines per part
CODES = torch.tensor([{65: 0, 67: 1, 71: 2, 84: 3}.get(byte, 4) for byte in range(256)])


def save(data: dict, path: Path) -> None:
    """The file appears all at once under its name, and only after its bytes are on the disk."""
    temporary = path.with_name(path.name + ".tmp")
    with open(temporary, "wb") as file:
        torch.save({"version": "1.0", "status": "complete", **data}, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)


@torch.inference_mode()
def predict(lines: list[str]) -> torch.Tensor:
    """Your model goes here; this stand-in counts A, C, G, T and the rest: one row per line."""
    rows = [torch.bincount(CODES[list(line.encode())], minlength=5) for line in lines]
    return torch.stack(rows).float()


lines = Path(os.environ["SHARD_INPUT"]).read_text().split()
checkpoint = Path(os.environ["SHARD_CHECKPOINT"])
work = Path(os.environ.get("SHARD_WORK") or sys.exit("predict.py needs work: work/{id}"))
resume = os.environ.get("SHARD_RESUME") == "1"
work.mkdir(parents=True, exist_ok=True)
parts = [work / f"part-{first // BATCH:04}.pt" for first in range(0, len(lines), BATCH)]
for number, part in enumerate(parts):
    done = part.with_name(part.name + ".done")
    if resume and done.exists() and part.exists():
        continue
    done.unlink(missing_ok=True)  # the marker of an older part must not stand beside the new one
    save({"rows": predict(lines[number * BATCH : (number + 1) * BATCH])}, part)
    done.touch()
rows = [torch.empty(0, 5)] + [torch.load(part, weights_only=True)["rows"] for part in parts]
save({"shard": os.environ["SHARD_ID"], "rows": torch.cat(rows)}, checkpoint)
