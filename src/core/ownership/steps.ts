/** A file that ownership of a shard rests on. A text identifies one version of a file, and a token one owner: both are unique. */
export type OwnershipFile =
  /** The start record: whoever's it is owns the shard. */
  | { readonly kind: "record" }
  | { readonly kind: "marker" }
  /** A record that its owner is about to move to the record's place. */
  | { readonly kind: "record-to-be"; readonly text: string }
  /** Says whose record follows a version of a record, or of another successor: the first one who creates it. */
  | { readonly kind: "successor"; readonly of: FileVersion }
  /** The marker that one owner is about to write. */
  | { readonly kind: "marker-to-be"; readonly token: string };

export interface FileVersion {
  readonly file: OwnershipFile;
  readonly text: string;
}

/** One step on the files of a shard. Each is atomic on every file system that several machines share. */
export type Step =
  | FileStep
  /** Does the owner who wrote this text live? `gone` for a text that leaves the shard to anybody. */
  | { readonly do: "judge"; readonly text: string };

export type FileStep =
  /** Answered by the text, or `undefined`. */
  | { readonly do: "read"; readonly file: OwnershipFile }
  /** Creates a file that is not there. Answered by `true` where its text is this one afterwards. */
  | { readonly do: "create"; readonly file: OwnershipFile; readonly text: string }
  /** Moves a file to the place of another one; where nothing is there to be moved, nothing happens. */
  | { readonly do: "move"; readonly from: OwnershipFile; readonly to: OwnershipFile }
  | { readonly do: "remove"; readonly file: OwnershipFile };

/** A text, whether something was created, or a `Liveness`. */
export type Answer = string | boolean | undefined;
