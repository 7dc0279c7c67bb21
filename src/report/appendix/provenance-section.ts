import type { Block, Fact, Inline } from "../../survey/document.ts";
import { encodingName } from "../../words/encoding-name.ts";
import { compose } from "../../words/sentence.ts";
import { count } from "./appendix-figures.ts";
import type { Context } from "./context.ts";
import { fileName } from "./notes.ts";

/** From which bytes, by which program and by which command the appendix was made. */
export function provenanceSection(context: Context): Block[] {
  const { words, input, language } = context;
  const line = (label: string, value: Inline | readonly Inline[]): Inline[] => [
    language === "en" ? `${label}: ` : `${label}：`,
    ...(Array.isArray(value) ? (value as readonly Inline[]) : [value as Inline]),
  ];
  const files = input.sources.map(({ file, sheet, sha256, plan, rows, excluded }): Fact => {
    const lines: Inline[][] = [];
    if (input.analysis.withheld) lines.push(line(words.hash, words.hashWithheld));
    else if (sha256 !== undefined) lines.push(line(words.hash, { code: sha256 }));
    lines.push(line(words.encoding, encodingName(plan.encoding)));
    lines.push(line(words.rows, count(context, rows)));
    lines.push(
      line(
        words.excluded,
        count(context, excluded.filter(({ reason }) => reason !== "blank").length),
      ),
    );
    const name = fileName({ words }, file);
    return {
      label: sheet === undefined ? name : compose(words.sheet, { file: name, sheet }).join(""),
      lines,
    };
  });
  return [
    {
      kind: "facts",
      role: "provenance",
      facts: [
        ...files,
        { label: words.program, lines: [[`cdj ${input.version}`]] },
        { label: words.command, lines: [[{ code: input.command }]] },
      ],
    },
  ];
}
