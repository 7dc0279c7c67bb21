import { dirname, relative, resolve } from "node:path";

/**
 * The folder that a baseline knows files by, so that a run from anywhere meets the same ones: that named, else that of the config, of the
 * baseline, of the run.
 */
export const rootOf = (
  named: string | undefined,
  config: string | undefined,
  baseline: string | undefined,
): string => named ?? folderOf(config) ?? folderOf(baseline) ?? process.cwd();

const folderOf = (file: string | undefined): string | undefined =>
  file === undefined ? undefined : dirname(file);

/** The path of a file from a folder, with forward slashes; standard input keeps its name. */
export const pathFrom = (root: string, file: string): string =>
  file === "-" ? "stdin" : relative(root, resolve(file)).replaceAll("\\", "/") || file;
