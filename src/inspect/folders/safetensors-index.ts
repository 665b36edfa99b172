import { isRecord, plural } from "../../core/text/text.ts";
import type { DirectoryFormat } from "../format.ts";
import type { FieldNames, Findings } from "../inspection.ts";
import { LENGTH_BYTES, placeOfTensors } from "../models/safetensors.ts";
import { fieldsOfRecord } from "../shared/fields.ts";
import { damaged, SOUND, unknown, withFields } from "../shared/findings.ts";
import { faultOfMember, type Folder } from "./folder.ts";

const INDEX_ENDING = ".safetensors.index.json";

/**
 * A model in several safetensors files, with an index of which tensor lies in which. The fields are those of the
 * index's `metadata`.
 * Source: "Sharded checkpoints" in the documentation of Hugging Face Hub's serialization.
 */
export const safetensorsIndex: DirectoryFormat = {
  kind: "directory",
  name: "safetensors-index",
  signs: [{ entryEnding: INDEX_ENDING }],
  inspect: (folder, names) => inspectIndex(folder, findIndex(folder) ?? "", names),
};

/** The name of the index in a directory; `undefined` where there is none. */
export function findIndex({ names }: Folder): string | undefined {
  return names.find((name) => name.endsWith(INDEX_ENDING));
}

const MOST_FILES = 256;

/** Checks that each file of the index is whole, and that together they hold as many bytes as the index records. */
export async function inspectIndex(
  folder: Folder,
  indexName: string,
  names: FieldNames,
): Promise<Findings> {
  const index = folder.readObject(indexName);
  if (index === "long") return unknown(`its ${indexName} is too long to be read`);
  const files = filesOf(index?.["weight_map"]);
  if (index === undefined || files === undefined) return damaged(`its ${indexName} is no index`);
  if (files.length > MOST_FILES) return unknown(`its ${indexName} names too many files`);
  let tensorBytes = 0;
  for (const file of files) {
    const fault = await faultOfMember(folder, file);
    if (fault !== undefined) return fault;
    tensorBytes += tensorBytesOf(folder, file);
  }
  const metadata = index["metadata"];
  const recorded = isRecord(metadata) ? metadata["total_size"] : undefined;
  return withFields(compareTotal(tensorBytes, recorded), fieldsOfRecord(metadata, names), names);
}

/** The files that a map of tensors names, in order; `undefined` where it is no such map. */
function filesOf(map: unknown): readonly string[] | undefined {
  const files = isRecord(map) ? [...new Set(Object.values(map))] : [];
  const texts = files.filter((file) => typeof file === "string");
  return texts.length > 0 && texts.length === files.length ? texts.sort() : undefined;
}

function tensorBytesOf(folder: Folder, file: string): number {
  return (folder.sizeOf(file) ?? 0) - placeOfTensors(folder.read(file, 0, LENGTH_BYTES));
}

/** Some programs change a model and leave its total as it was, so another total is a doubt and no proof. */
function compareTotal(actual: number, recorded: unknown): Findings {
  if (typeof recorded !== "number" || recorded === actual) return SOUND;
  return unknown(`it holds ${plural(actual, "byte")} of tensors, and its index says ${recorded}`);
}
