import type { Command } from "commander";

/** Options whose value is the path of a file that is read. */
const paths = new Set([
  "--config",
  "--roster",
  "--concordance",
  "--reference-doc",
  "--data",
  "--chart-font",
]);
/** Where the result goes and how much is said on the way do not change it. */
const leftOut = new Set(["--output", "--output-dir", "--quiet"]);

/** The last part of a path. */
const baseName = (path: string): string => path.split(/[\\/]/u).at(-1) || path;

/**
 * A command as it was typed, to be printed in its result: files by their base names and without the options that say where the result goes, so that the
 * same inputs print the same line in every folder. `words` are the arguments after the name of the command.
 */
export function commandLine(command: Command, words: readonly string[]): string {
  const parts = ["cdj", command.name()];
  const optionOf = (flag: string) =>
    command.options.find(({ long, short }) => long === flag || short === flag);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (word === "--") continue;
    if (!word.startsWith("-") || word === "-") {
      parts.push(baseName(word));
      continue;
    }
    const at = word.indexOf("=");
    const written = word.startsWith("--") ? (at < 0 ? word : word.slice(0, at)) : word.slice(0, 2);
    const option = optionOf(written);
    const name = option?.long ?? written;
    const attached = word.startsWith("--")
      ? at < 0
        ? undefined
        : word.slice(at + 1)
      : word.slice(2) || undefined;
    const takes = option?.required === true && attached === undefined;
    const value = attached ?? (takes ? words[++i] : undefined);
    if (leftOut.has(name)) continue;
    parts.push(name);
    if (value !== undefined)
      parts.push(paths.has(name) ? value.split(",").map(baseName).join(",") : value);
  }
  return parts.map(quoted).join(" ");
}

/** A word as it can be typed in a shell. */
export const quoted = (word: string): string =>
  /^[\p{L}\p{N}_./:=,@%+-]+$/u.test(word) ? word : `"${word.replace(/["\\]/gu, "\\$&")}"`;
