"""The shards of `donemark run`, for a command in Python. One file, no dependencies, Python 3.8 or later.

    model = load_model()
    for shard in donemark.shards():
        with shard:  # an exception fails this shard alone
            rows = shard.map(model.predict, read(shard.input), batch=1000)
            shard.save(rows)

The same lines serve `run-per: shard`, `slot` and `job`. What is saved appears under its name all at once, and only
after its bytes are on the disk. Licence: MIT.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import sys
import traceback
from pathlib import Path
from typing import Any, BinaryIO, Callable, Dict, Iterable, Iterator, List, Mapping, Sequence, Union

__all__ = ["Part", "Shard", "shards"]
__version__ = "0.1.0"

#: What can be saved: bytes, text, a dict (as JSON), a list of records (as JSON in a file called *.json, elsewhere as
#: JSON lines), or a function that writes to the open binary file that it is given.
Content = Union[bytes, str, Mapping[str, Any], Iterable[Any], Callable[[BinaryIO], Any]]

#: A function from a batch of records to their results.
Batch = Callable[[Sequence[Any]], Iterable[Any]]

#: After such an error of a GPU every later call of the process fails too.
_LOST_DEVICE = re.compile(r"CUDA error|cudaError|device-side assert|HIP error|hipError|CU(BLAS|DNN)_STATUS")


def shards() -> Iterator[Shard]:
    """Gives each shard of this command: one with `run-per: shard`, else one after the other.

    A shard that is neither saved nor failed when the next one is asked for has failed: a worker would wait for ever for
    a shard that it does not get, and Donemark for a marker that does not come.
    """
    for shard in _given():
        yield shard
        if not shard.is_through:
            shard.fail("the command went on without saving this shard")


class Shard:
    """One unit of work: inputs, and the checkpoint to be made of them."""

    def __init__(self, line: Mapping[str, Any], marks: bool) -> None:
        self.id: str = line["id"]
        self.inputs: List[str] = list(line["inputs"])
        self.checkpoint = Path(os.path.abspath(line["checkpoint"]))
        #: The folder for the shard's progress; `None` where the definition has no `work`.
        self.work = _work_of(line.get("work"), self.checkpoint)
        #: Are the parts in `work` made of these very inputs and this very code?
        self.resume = bool(line.get("resume"))
        self.attempt = int(line.get("attempt") or 1)
        #: The `params` of the list; their names in lower case.
        self.params: Dict[str, str] = {k.lower(): v for k, v in (line.get("params") or {}).items()}
        #: Is it saved, marked or failed?
        self.is_through = False
        self._marks = marks

    @property
    def input(self) -> str:
        """The first input."""
        if not self.inputs:
            raise ValueError(f"shard {self.id} has no input")
        return self.inputs[0]

    def save(self, content: Content) -> None:
        """Makes the checkpoint of `content`, and says that the shard is finished.

        Content without a byte is refused: most often something went wrong. Where it is right, call `save_empty`.
        """
        self._must_be_open()
        _write(self.checkpoint, _encoded(content, self.checkpoint), allows_empty=False)
        self.mark()

    def save_empty(self) -> None:
        """Says that an empty result is right: an empty list in a file called *.json, else a file without a byte.

        For the latter the definition needs `allow-empty: true`.
        """
        self._must_be_open()
        _write(self.checkpoint, _encoded([], self.checkpoint), allows_empty=True)
        self.mark()

    @contextlib.contextmanager
    def writing(self) -> Iterator[Path]:
        """Gives a path for a file or a folder, for libraries that open it themselves; it becomes the checkpoint."""
        self._must_be_open()
        with _placing(self.checkpoint) as path:
            yield path
        self.mark()

    def mark(self) -> None:
        """Says that the checkpoint is complete, where the command has written it in its own way."""
        self._must_be_open()
        if self._marks:
            _touch(_beside(self.checkpoint, ".done"))
        self.is_through = True

    def fail(self, reason: str) -> None:
        """Says that this shard has failed, and why. The command lives on."""
        self._must_be_open()
        report = _beside(self.checkpoint, ".failed")
        text = " ".join(str(reason).split()) or "no reason is given"
        _write(report, _encoded(f"{text}\n".encode("utf-8", "replace"), report), allows_empty=False)
        self.is_through = True

    def part(self, name: str) -> Part:
        """A part of the progress: a file in `work` that another attempt finds again."""
        if self.work is None:
            raise ValueError("parts need a place: add `work: work/{id}` to the definition")
        return Part(self.work / name, self.resume)

    def map(self, function: Batch, records: Iterable[Any], batch: int = 1000) -> List[Any]:
        """The results of `function` for each batch of the records, in one list.

        With `work` in the definition each batch is a part, and a shard that was killed goes on behind the last one.
        Results are what JSON holds of them, so that they are the same after a kill: tuples become lists.
        """
        every = list(records)
        results: List[Any] = []
        for first in range(0, len(every), batch):
            group = every[first : first + batch]
            name = f"part-{first:010}-{first + len(group):010}.json"
            results.extend(self._results(function, group, name))
        return results

    def _results(self, function: Batch, group: Sequence[Any], name: str) -> List[Any]:
        part = None if self.work is None else self.part(name)
        if part is not None and part.done:
            return json.loads(part.path.read_text(encoding="utf-8"))
        text = _json(list(function(group)))
        if part is not None:
            part.save(text)
        return json.loads(text)

    def _must_be_open(self) -> None:
        if self.is_through:
            raise RuntimeError(f"shard {self.id} is saved or failed already")

    def __enter__(self) -> Shard:
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> bool:
        """An exception fails the shard, and the command lives on; where the GPU is lost, it ends."""
        if not isinstance(error, Exception) or self.is_through or _LOST_DEVICE.search(str(error)):
            return False
        traceback.print_exception(kind, error, trace)
        sys.stderr.flush()
        self.fail(f"{kind.__name__}: {error}" if str(error) else kind.__name__)
        return True

    def __repr__(self) -> str:
        return f"<donemark.Shard {self.id}>"


class Part:
    """A file of a shard's progress."""

    def __init__(self, path: Path, resume: bool) -> None:
        self.path = path
        self._done = _beside(path, ".done")
        #: Was it finished by an earlier attempt, of the same inputs and code?
        self.done = resume and path.exists() and self._done.exists()

    def save(self, content: Content) -> None:
        """Makes the part of `content`, which must hold a byte."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if self._done.exists():  # it must not vouch for what is being written
            self._done.unlink()
            _flush_folder(self.path.parent)
        _write(self.path, _encoded(content, self.path), allows_empty=False)
        _touch(self._done)
        self.done = True


def _given() -> Iterator[Shard]:
    listed = os.environ.get("SHARDS_FILE")
    if listed:
        with open(listed, encoding="utf-8") as file:
            lines = file.read().splitlines()
        yield from (Shard(json.loads(line), marks=True) for line in lines if line)
    elif "SHARD_ID" in os.environ:
        yield Shard(_of_environment(os.environ), marks=False)
    elif sys.stdin is None or sys.stdin.isatty():
        raise SystemExit(
            "No shard is given: `donemark run` starts this command. "
            "By hand, set SHARD_ID, SHARD_INPUT and SHARD_CHECKPOINT."
        )
    else:
        with _own_input() as file:
            yield from (Shard(json.loads(line), marks=True) for line in iter(file.readline, "") if line.strip())


def _of_environment(env: Mapping[str, str]) -> Dict[str, Any]:
    listed = env.get("SHARD_INPUTS_FILE")
    inputs = Path(listed).read_text(encoding="utf-8").splitlines() if listed else [env.get("SHARD_INPUT", "")]
    prefix = "SHARD_PARAM_"
    return {
        "id": env["SHARD_ID"],
        "inputs": [path for path in inputs if path],
        "checkpoint": env["SHARD_CHECKPOINT"],
        "work": env.get("SHARD_WORK"),
        "resume": env.get("SHARD_RESUME") == "1",
        "attempt": env.get("SHARD_ATTEMPT"),
        "params": {name[len(prefix) :]: value for name, value in env.items() if name.startswith(prefix)},
    }


def _own_input() -> Any:
    """Standard input, taken away from the programs that this one starts: they would read the next shards."""
    lines = os.fdopen(os.dup(0), "r", encoding="utf-8")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return lines


def _work_of(work: Any, checkpoint: Path) -> Any:
    path = Path(os.path.abspath(work)) if work else checkpoint
    return None if path == checkpoint else path


def _encoded(content: Content, path: Path) -> Callable[[BinaryIO], Any]:
    if callable(content):
        return content
    if isinstance(content, (bytes, bytearray, memoryview)):
        return lambda file: file.write(content)
    if isinstance(content, str):
        text = content
    elif isinstance(content, Mapping):
        text = _json(content) + "\n"
    elif not isinstance(content, (list, tuple, Iterator)):  # a table of pandas would give the names of its columns
        kind = type(content).__name__
        raise TypeError(f"cannot save a {kind}: give bytes, text, a dict, a list of records or a function")
    elif path.suffix == ".json":
        text = _json(list(content)) + "\n"
    else:
        text = "".join(f"{_json(record)}\n" for record in content)
    return lambda file: file.write(text.encode("utf-8"))


def _json(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def _write(path: Path, write: Callable[[BinaryIO], Any], allows_empty: bool) -> None:
    with _placing(path) as temporary:
        with open(temporary, "wb") as file:
            write(file)
        if temporary.stat().st_size == 0 and not allows_empty:
            raise ValueError(f"{path.name} would be empty; where that is right, call save_empty()")


@contextlib.contextmanager
def _placing(path: Path) -> Iterator[Path]:
    """Gives a name beside the path; what is made there takes the path's place when all of it is on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.tmp")
    _remove(temporary)
    try:
        yield temporary
        _flush_all(temporary)
        os.replace(temporary, path)
    except BaseException:
        _remove(temporary)
        raise
    _flush_folder(path.parent)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif os.path.lexists(path):
        path.unlink()


def _flush_all(path: Path) -> None:
    """Flushes a file, or all that is in a folder, and the folders below it."""
    if not path.is_dir():
        with open(path, "rb+" if os.name == "nt" else "rb") as file:
            os.fsync(file.fileno())
        return
    for folder, _, names in os.walk(path):
        for file in (Path(folder, name) for name in names):
            if file.is_file() and not file.is_symlink():
                _flush_all(file)
        _flush_folder(Path(folder))


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # no folder can be flushed there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # some network disks have no flush of folders
        pass
    finally:
        os.close(handle)


def _touch(path: Path) -> None:
    path.touch()
    _flush_folder(path.parent)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)
