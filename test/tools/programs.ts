import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** LibreOffice says so wherever there is no Java, which nothing here needs. */
const harmless = /^Warning: failed to launch javaldx.*$/gm;

/** What a program printed; fails the test when it is missing, exits with an error, or complains. */
export function runProgram(name: string, args: readonly string[], input?: string): string {
  const { error, status, stdout, stderr } = spawnSync(name, args, {
    input,
    encoding: "utf8",
    timeout: 300_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  if (status !== 0 || stderr.replace(harmless, "").trim() !== "")
    throw new Error(`${name} ${args.join(" ")}: exit ${status}\n${stderr}`);
  return stdout;
}

/** A folder for the files of some tests, gone after them. */
export function scratchFolder(): { path: (name: string) => string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "cdj-tools-"));
  return {
    path: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The pages of a PDF as text, laid out as printed. */
export const pdfPages = (file: string): string[] =>
  runProgram("pdftotext", ["-layout", file, "-"]).split("\f").slice(0, -1);
