"""Writes checkpoints with torch.save into the folder given: <case>.pt, one for each way a status can be saved."""

import sys
from collections import OrderedDict, defaultdict, namedtuple

import torch

folder = sys.argv[1]
END = {"version": "1.0", "status": "complete"}
LONG = [i / 7 for i in range(130_000)]
BATCHES = [{"score": i / 7, "status": "complete"} for i in range(20_000)]


def save(name, value, protocol=2, **options):
    torch.save(value, f"{folder}/{name}.pt", pickle_protocol=protocol, **options)


def counted(values):
    found = defaultdict(list)
    found.update(values)
    return found


for protocol in (2, 3, 4, 5):
    save(f"last-{protocol}", {"data": torch.rand(100), "ids": ["a", "b"], **END}, protocol)
    save(f"first-{protocol}", {**END, "data": torch.rand(100)}, protocol)
    save(f"long-last-{protocol}", {"data": LONG, **END}, protocol)
    save(f"long-first-{protocol}", {**END, "data": LONG, "more": 1}, protocol)
    save(f"long-in-progress-{protocol}", {"data": LONG, "version": 3, "status": "in_progress"}, protocol)
    save(f"long-before-a-dict-{protocol}", {"data": LONG, **END, "meta": {"a": [1, {"status": "no"}]}}, protocol)
    save(f"long-after-a-dict-{protocol}", {"data": LONG, "meta": {"status": "failed", "version": 9}, **END}, protocol)
    save(f"long-nested-{protocol}", {"data": LONG, "meta": {"status": "complete", "version": "1.0"}}, protocol)
    save(f"long-nested-before-{protocol}", {"data": LONG, "meta": {"x": 1, "status": "complete"}, "n": 1}, protocol)
    save(f"batches-{protocol}", {"batches": BATCHES, "status": "complete", "version": "1.0"}, protocol)
    save(f"batches-alone-{protocol}", {"batches": BATCHES, "n": 2}, protocol)
    save(f"batches-only-{protocol}", {"batches": BATCHES}, protocol)

save("nested", {"meta": {"status": "complete", "version": "1.0"}})
save("nested-in-list", {"meta": ["status", "complete"], "n": 1})
save("list", [{"status": "complete"}])
save("ordered", OrderedDict(data=torch.rand(10), **END))
save("long-ordered", OrderedDict(data=LONG, **END))
save("default", counted({"data": torch.rand(10), **END}))
save("long-default", counted({"data": LONG, **END}))
save("numbers", {"version": 2.0, "status": 1})
save("negative", {"version": -3, "status": 2**40})
save("nothing", {"version": None, "status": True})
save("objects", {"version": [1, 0], "status": {"a": "complete"}})
save("tuple", {"version": (1, 0), "status": ("complete", "x")})
save("tensor-status", {"version": torch.ones(1), "status": torch.ones(1)})
save("many", {"data": [torch.rand(2) for _ in range(1500)], **END})
save("module", {"model": torch.nn.Linear(4, 4).state_dict(), "optimizer": {"state": {}}, **END})
save("state-dict", torch.nn.Linear(4, 4).state_dict())
save("wide", {**{f"key {i}": i for i in range(2500)}, **END})
save("old", {"data": torch.rand(10), **END}, _use_new_zipfile_serialization=False)
save("bytes", {"data": torch.rand(10), "blob": b"X\x06\0\0\0status" * 10_000, **END}, 3)
save("storage", {"data": torch.rand(200_000), **END})
torch.jit.script(torch.nn.Linear(3, 3)).save(f"{folder}/script.pt")
