import { memoryBucket } from "../helpers/memory-bucket.ts";
import { bucketContract } from "./bucket-contract.ts";

bucketContract("the bucket in memory", () => {
  const vault = new Map();
  return { bucket: memoryBucket(vault), again: memoryBucket(vault) };
});
