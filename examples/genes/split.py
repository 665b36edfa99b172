"""Cuts a multi-FASTA file into the inputs of shards.

    python split.py contigs.fa shards               one file for each record
    python split.py contigs.fa shards --files 200   200 files; a record's name decides which one it is in

A file whose content stays the same is not written again. With --files too, a record that is added, changed or removed
changes one file, so that the shards of all others stay done. A file may be compressed (.gz).
"""

import argparse
import gzip
import hashlib
import re
import sys
from pathlib import Path


def records(path):
    """Gives the name and the text of each record, in order."""
    opener = gzip.open if path.suffix == ".gz" else open
    name, lines = None, []
    with opener(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.startswith(">"):
                if name is not None:
                    yield name, "".join(lines)
                words = line[1:].split()
                if not words:
                    raise ValueError(f"{path}, line {number}: a record without a name")
                name, lines = words[0], []
            elif name is None and line.strip():
                raise ValueError(f"{path}, line {number}: no FASTA, it does not begin with >")
            lines.append(line.rstrip() + "\n")
    if name is not None:
        yield name, "".join(lines)


def file_name(record, files):
    """The name of the file that a record belongs to."""
    if files is None:
        return re.sub(r"[^A-Za-z0-9._-]", "_", record).lstrip(".-") + ".fa"
    place = int(hashlib.sha256(record.encode()).hexdigest(), 16) % files
    return f"part-{place:0{len(str(files - 1))}}.fa"


def split(path, folder, files):
    """Gives the text of each file by its name."""
    texts, owners, names = {}, {}, set()
    for name, text in records(path):
        if name in names:
            raise ValueError(f"{path}: two records are called {name}")
        names.add(name)
        file = file_name(name, files)
        if files is None and file in owners:
            raise ValueError(f"{path}: {owners[file]} and {name} would both be {folder / file}")
        owners[file] = name
        texts.setdefault(file, []).append(text)
    return {file: "".join(parts) for file, parts in texts.items()}


def main():
    parser = argparse.ArgumentParser(description="Cuts a multi-FASTA file into the inputs of shards.")
    parser.add_argument("fasta", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, help="how many files; by default one for each record")
    given = parser.parse_args()
    if given.files is not None and given.files < 1:
        parser.error("--files must be at least 1")
    try:
        texts = split(given.fasta, given.folder, given.files)
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    given.folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for name, text in texts.items():
        file = given.folder / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
            written += 1
    print(f"{len(texts)} files in {given.folder}, {written} of them new or changed")
    for file in sorted(given.folder.glob("*.fa")):
        if file.name not in texts:
            print(f"{file} is of no record of {given.fasta}: remove it, or it stays a shard")


main()
