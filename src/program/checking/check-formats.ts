import { CdjError } from "../../survey/error.ts";
import type { Judgement } from "../../survey/judgement.ts";
import { formatOfFile } from "../output/format-of-file.ts";
import { colourful, print, terminalWidth, writeWhole } from "../output/output.ts";

const checkFormats = ["text", "json", "jsonl", "sarif", "junit", "github", "gitlab"] as const;
type CheckFormat = (typeof checkFormats)[number];

/** A format and the file it goes to; standard output where there is none. */
export interface CheckOutput {
  readonly format: CheckFormat;
  readonly file?: string;
}

/** The same, a text that goes to a file whose suffix says a format in that format. Throws a CdjError where the suffix says another one. */
export const bySuffix = (outputs: readonly CheckOutput[]): CheckOutput[] =>
  outputs.map((output) => ({
    ...output,
    format: formatOfFile(output.format, checkFormats, output.file) ?? output.format,
  }));

export interface PrintOptions {
  readonly quiet: boolean;
  readonly statistics: boolean;
}

/** `--format sarif=out.sarif,text`: text where none is named for standard output and no file is. Throws a CdjError for an unknown format or two on one output. */
export function checkOutputs(words: readonly string[], file: string | undefined): CheckOutput[] {
  const outputs = words.map((word): CheckOutput => {
    const [format = "", ...rest] = word.split("=");
    if (!(checkFormats as readonly string[]).includes(format))
      throw new CdjError("bad-option-value", {
        option: "format",
        value: format,
        expected: checkFormats.join(", "),
      });
    const named = rest.join("=");
    return { format: format as CheckFormat, ...(named !== "" && { file: named }) };
  });
  const all = outputs.length === 0 ? [{ format: "text" as const }] : outputs;
  const placed = all.map((output) =>
    output.file === undefined && file !== undefined ? { ...output, file } : output,
  );
  const targets = placed.map((output) => output.file ?? "-");
  const twice = targets.find((target, i) => targets.indexOf(target) !== i);
  if (twice !== undefined)
    throw new CdjError("bad-option-value", {
      option: "format",
      value: words.join(","),
      expected: "sarif=out.sarif,junit=out.xml,text",
    });
  return placed;
}

/** Prints or writes a judgement in every format asked for; each renderer is loaded only then. */
export async function deliverJudgement(
  judgement: Judgement,
  outputs: readonly CheckOutput[],
  options: PrintOptions,
): Promise<void> {
  for (const { format, file } of outputs) {
    const text = await rendered(format, judgement, options, file === undefined);
    if (file === undefined) await print(text);
    else writeWhole(file, text);
  }
}

async function rendered(
  format: CheckFormat,
  judgement: Judgement,
  { quiet, statistics }: PrintOptions,
  onTerminal: boolean,
): Promise<string> {
  switch (format) {
    case "text":
      return (await import("../../render/findings/text.ts")).renderFindingsText(judgement, {
        width: onTerminal ? terminalWidth() : 120,
        color: onTerminal && colourful(),
        quiet: quiet && onTerminal,
        statistics,
      });
    case "json":
      return (await import("../../render/findings/json.ts")).renderFindingsJson(judgement);
    case "jsonl":
      return (await import("../../render/findings/jsonl.ts")).renderFindingsJsonLines(judgement);
    case "sarif":
      return (await import("../../render/findings/sarif.ts")).renderFindingsSarif(judgement);
    case "junit":
      return (await import("../../render/findings/junit.ts")).renderFindingsJunit(judgement);
    case "github":
      return (await import("../../render/findings/github.ts")).renderFindingsGithub(judgement);
    case "gitlab":
      return (await import("../../render/findings/gitlab.ts")).renderFindingsGitlab(judgement);
  }
}
