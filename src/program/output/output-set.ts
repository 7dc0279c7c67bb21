import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type Pending, unwritable, writeBeside } from "./output.ts";

export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes several files that belong together: all of them beside their places first, then each is put in its own, so that a run that fails
 * leaves the old ones. Folders that do not exist are made. Throws a CdjError where one cannot be written.
 */
export function writeSet(files: readonly OutputFile[]): void {
  const written: { readonly pending: Pending; readonly path: string }[] = [];
  let current = "";
  try {
    for (const { path, content } of files) {
      current = path;
      mkdirSync(dirname(path), { recursive: true });
      written.push({ pending: writeBeside(path, content), path });
    }
    for (const { pending, path } of written) {
      current = path;
      pending.commit();
    }
  } catch (error) {
    for (const { pending } of written) pending.drop();
    throw unwritable(current, error);
  }
}
