import { renderJson } from "./json.ts";

/** Values as JSON lines: one value a line, an LF after each; what holds for `renderJson` holds for each of them. */
export const renderJsonLines = (values: readonly unknown[]): string =>
  values
    .map((value) => renderJson(value).replace(/\n */g, " ").trimEnd())
    .map((line) => `${line}\n`)
    .join("");
