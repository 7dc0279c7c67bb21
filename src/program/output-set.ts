import { randomBytes } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { CdjError } from "../survey/error.ts";

export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes several files that belong together: all of them beside their places first, then each is renamed onto its own, so that a run that fails
 * leaves the old ones. Folders that do not exist are made. Throws a CdjError where one cannot be written.
 */
export function writeSet(files: readonly OutputFile[]): void {
  const written: { readonly temporary: string; readonly path: string }[] = [];
  let current = "";
  try {
    for (const { path, content } of files) {
      current = path;
      mkdirSync(dirname(path), { recursive: true });
      const temporary = `${path}.${randomBytes(4).toString("hex")}.tmp`;
      writeFileSync(temporary, content, { flag: "wx" });
      written.push({ temporary, path });
    }
    for (const { temporary, path } of written) {
      current = path;
      renameSync(temporary, path);
    }
  } catch (error) {
    for (const { temporary } of written) rmSync(temporary, { force: true });
    throw new CdjError("unwritable-output", { file: current, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}
