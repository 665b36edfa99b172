import { count, isRecord } from "../core/text.ts";
import { uint64 } from "./bytes.ts";
import { fieldsOfRecord, named } from "./fields.ts";
import { damaged, unknown } from "./verdicts.ts";
import { faultOfFile, type Folder, type FolderFormat } from "./folder.ts";
import type { FieldNames, Findings } from "./inspection.ts";

/**
 * A model in several safetensors files and an index that says which tensor lies in which. The fields are those of the
 * index's `metadata`.
 * Source: "Sharded checkpoints" in the documentation of Hugging Face Hub's serialization.
 */
export const shardedSafetensors: FolderFormat = {
  name: "safetensors-index",
  fits: (folder) => findIndex(folder) !== undefined,
  inspect: (folder, names) => inspectIndex(folder, findIndex(folder) ?? "", names),
};

export function findIndex({ names }: Folder): string | undefined {
  return names.find((name) => name.endsWith(".safetensors.index.json"));
}

const MOST_FILES = 256;

/** Each file of the index must be there and whole; together they must hold as many bytes as it says. */
export async function inspectIndex(
  folder: Folder,
  indexName: string,
  names: FieldNames,
): Promise<Findings> {
  const index = folder.readRecord(indexName);
  if (index === "long") return unknown(`its ${indexName} is too long to be read`);
  const files = filesOf(index?.["weight_map"]);
  if (index === undefined || files === undefined) return damaged(`its ${indexName} is no index`);
  if (files.length > MOST_FILES) return unknown(`its ${indexName} names too many files`);
  let tensorBytes = 0;
  for (const file of files) {
    const fault = await faultOfFile(folder, file);
    if (fault !== undefined) return fault;
    tensorBytes += tensorBytesOf(folder, file);
  }
  const metadata = index["metadata"];
  const fields = named(fieldsOfRecord(metadata, names), names);
  return {
    ...weigh(tensorBytes, isRecord(metadata) ? metadata["total_size"] : undefined),
    ...fields,
  };
}

function filesOf(map: unknown): readonly string[] | undefined {
  const files = isRecord(map) ? [...new Set(Object.values(map))] : [];
  const texts = files.filter((file) => typeof file === "string");
  return texts.length > 0 && texts.length === files.length ? texts.sort() : undefined;
}

const LENGTH_BYTES = 8;

/** What follows the length of the header and the header. */
function tensorBytesOf(folder: Folder, file: string): number {
  const length = uint64(folder.read(file, 0, LENGTH_BYTES), 0);
  return (folder.sizeOf(file) ?? 0) - LENGTH_BYTES - length;
}

/** Programs that change a model forget its total at times, so another one is a doubt and no proof. */
function weigh(found: number, said: unknown): Findings {
  if (typeof said !== "number" || said === found) return { structure: "sound" };
  return unknown(`it holds ${count(found, "byte")} of tensors, and its index says ${said}`);
}
