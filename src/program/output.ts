import { renameSync, rmSync, writeFileSync } from "node:fs";
import { CdjError } from "../survey/error.ts";

/**
 * Writes a whole file or none: first beside it under another name, then renamed onto it. An interrupted run leaves the old file.
 * Throws a CdjError where the folder cannot be written.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`;
  try {
    writeFileSync(temporary, content, { flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new CdjError("unwritable-output", { file: path, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}

/** Prints to standard output, waiting until all of it is taken. */
export function print(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

/** A remark for the person at the terminal; results never go there. */
export const remark = (text: string): void => void process.stderr.write(`${text}\n`);

/** The width to print for: the terminal's, else COLUMNS, else 100. */
export const terminalWidth = (): number => process.stdout.columns || Number(process.env.COLUMNS) || 100;

/** Colour only on a terminal, and not where NO_COLOR is set (https://no-color.org). */
export const colourful = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";
