"""Finds the genes of each shard's contigs, and writes a folder: genes.gff, proteins.faa and summary.json."""

import json
from pathlib import Path

import donemark
import pyrodigal


def contigs(path):
    """Gives the name and the sequence of each record."""
    for record in Path(path).read_text(encoding="utf-8").split(">")[1:]:
        header, *lines = record.splitlines()
        yield header.split()[0], "".join(lines)


finder = pyrodigal.GeneFinder(meta=True)  # the models come in the package

for shard in donemark.shards():
    with shard, shard.writing() as folder:
        folder.mkdir()
        found = {}
        with open(folder / "genes.gff", "w") as gff, open(folder / "proteins.faa", "w") as proteins:
            gff.write("##gff-version 3\n")
            for name, sequence in contigs(shard.input):
                genes = finder.find_genes(sequence.encode())
                genes.write_gff(gff, sequence_id=name, header=False)
                genes.write_translations(proteins, sequence_id=name)
                found[name] = len(genes)
        (folder / "summary.json").write_text(json.dumps({"genes": found}) + "\n")
