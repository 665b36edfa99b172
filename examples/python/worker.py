"""A worker for `run-per: slot`, with `command: python worker.py`: one process per GPU, which loads its model once.

Each line on standard input is one shard: {"id","inputs","checkpoint","work","resume","attempt"}. The answer is the
checkpoint and then its `.done`, or a `.failed` with the reason why there is none. End of input: no more work. If the
process ends, Donemark counts this one shard as failed and starts the worker again. python/donemark.py does all of this."""

import json
import os
import sys
from pathlib import Path


def load_model():
    """Your model goes here; this stand-in counts bases."""
    return lambda text: {base: text.count(base) for base in "ACGT"}


def save(data: dict, path: Path) -> None:
    """The file appears all at once under its name, and only after its bytes are on the disk."""
    temporary = path.with_name(path.name + ".tmp")
    with open(temporary, "w", encoding="utf-8") as file:
        json.dump({"version": "1.0", "status": "complete", **data}, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)


model = load_model()
for line in sys.stdin:
    shard = json.loads(line)
    checkpoint = Path(shard["checkpoint"])
    try:
        counts = {file: model(Path(file).read_text()) for file in shard["inputs"]}
    except (OSError, UnicodeError) as error:  # this input is bad; the model stays loaded
        checkpoint.with_name(checkpoint.name + ".failed").write_text(f"{error}\n")
        continue
    save({"shard": shard["id"], "counts": counts}, checkpoint)
    checkpoint.with_name(checkpoint.name + ".done").touch()
    print(shard["id"], "done", flush=True)
