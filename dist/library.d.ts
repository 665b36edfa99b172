/** How a checkpoint is looked at and marked. */
export interface Options {
    /** `structure` reads kilobytes of it, `size` opens nothing. Default: `structure`. */
    readonly validate?: "size" | "structure";
    /** Is a checkpoint without a byte or a file an honest result? Default: no. */
    readonly allowEmpty?: boolean;
    /** The id of the shard that its marker names. Default: the file's name without its extension. */
    readonly shard?: string;
    /** The highest version that is accepted, such as `1.9`. Default: every version. */
    readonly highestVersion?: string;
    /** Called with what was kept beside the checkpoint, or cannot be removed. Default: `process.emitWarning`. */
    readonly onWarning?: (text: string) => void;
}
/** The bytes of a checkpoint, or a function that writes a file or a folder at the path that it is given. */
export type Content = string | Uint8Array | ((path: string) => void | Promise<void>);
/** A checkpoint is not saved or marked; the message says why, its word first. */
export declare class CheckpointRefused extends Error {
    readonly path: string;
    constructor(path: string, why: string);
}
/** What is known of a checkpoint from its marker and from kilobytes of its own. */
export interface CheckpointInfo {
    /** Absolute. */
    readonly path: string;
    /** Is it complete: by its marker, and without one by its own status? */
    readonly isDone: boolean;
    /** The word for that: `done`, `adopted-marker` (an empty marker), `adopted-status`, `new`, `truncated`, … */
    readonly reason: string;
    /** The reason as a clause; empty where the word says all. */
    readonly detail: string;
    /** `full` markers describe the bytes; `empty` ones are those of the convention's original. */
    readonly marker: "none" | "empty" | "full" | "corrupt" | "unreadable";
    readonly format: string;
    /** The status and version that the checkpoint states; `undefined` where it states none. */
    readonly status: string | undefined;
    readonly version: string | undefined;
    readonly sizeBytes: number;
    /** How much of the checkpoint was read to know this. */
    readonly bytesRead: number;
    /** When it was marked, in ISO 8601; `undefined` without a full marker. */
    readonly finishedAt: string | undefined;
}
/** What a resume has to do. */
export interface Summary {
    readonly total: number;
    readonly done: number;
    /** Done by a marker. */
    readonly byMarker: number;
    /** Done by the checkpoint's own status alone. */
    readonly byStatus: number;
    /** Those that are not done, in the order of the paths. */
    readonly remaining: readonly CheckpointInfo[];
}
/**
 * Writes a checkpoint: its content goes to a name beside the path, is validated there, and takes the path only when it is
 * on the disk and marked. Until then the path keeps what it had. An earlier result goes afterwards; a file that was never
 * marked is kept aside.
 * @throws {CheckpointRefused} where the content is not a whole checkpoint, or a run of Donemark is making this one.
 */
export declare function save(path: string, content: Content, options?: Options): Promise<void>;
/**
 * Marks a checkpoint that is there, after it was validated.
 * @throws {CheckpointRefused} where it is not whole, or a run of Donemark is making it.
 */
export declare function mark(path: string, options?: Options): Promise<void>;
/** Removes the marker; no error where there is none. A status inside of the checkpoint does not count any more. */
export declare function unmark(path: string, options?: Options): Promise<void>;
/** Is a marker there, whatever it says? This asks for a name and opens nothing; `isDone` proves it. */
export declare function hasMarker(path: string): Promise<boolean>;
/** Is the checkpoint complete? Nothing of it is read where its size, time and inode are those of its marker. */
export declare function isDone(path: string, options?: Options): Promise<boolean>;
/** What is known of a checkpoint. It is never loaded, and no code in it ever runs. Changes nothing. */
export declare function info(path: string, options?: Options): Promise<CheckpointInfo>;
/** Counts what is done, by marker and by status, and lists what a resume has to make. */
export declare function summary(paths: Iterable<string>, options?: Options): Promise<Summary>;
