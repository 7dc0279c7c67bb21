import { messageOf } from "../../checks/message.ts";
import { wordsOf } from "../../locales/index.ts";
import type { Block, Cell, Inline, Table, TableColumn } from "../../survey/document.ts";
import type { Finding } from "../../survey/finding.ts";
import { compose } from "../sentence.ts";
import type { Context } from "./context.ts";
import { count, shareFigure } from "./figures.ts";
import { coverageNote, fileName, paragraph } from "./notes.ts";
import { notReported } from "./subjects.ts";
import { titleOf } from "./titles.ts";

/** More rows than this are for `cdj check`. */
const mostRows = 100;

/** What is missing, what was set aside, what the checks found, and what was done about it. */
export function qualitySection(context: Context): Block[] {
  const blocks: (Block | undefined)[] = [
    paragraph(context, [completeness(context), rows(context), found(context), lastDigits(context)]),
    missingTable(context),
    excludedTable(context),
    findingTable(context),
  ];
  return blocks.filter((block) => block !== undefined);
}

function completeness(context: Context): Inline[] {
  const { words, input } = context;
  const { filled, expected } = input.quality.completeness;
  if (filled === expected) return compose(words.complete, { expected: count(context, expected) });
  return compose(words.completeness, { filled: count(context, filled), expected: count(context, expected), share: shareFigure(context, filled, expected) });
}

function rows(context: Context): Inline[] {
  const sources = context.input.sources;
  const sum = (of: (source: (typeof sources)[number]) => number): number => sources.reduce((total, source) => total + of(source), 0);
  return compose(context.words.rowsRead, {
    rows: count(
      context,
      sum((source) => source.rows),
    ),
    excluded: count(
      context,
      sum(({ excluded }) => excluded.filter(({ reason }) => reason !== "blank").length),
    ),
  });
}

function found({ words, input }: Context): Inline[] {
  const of = (severity: Finding["severity"]): number => input.findings.filter((finding) => finding.severity === severity).length;
  if (input.findings.length === 0) return [words.findingsNone];
  return compose(words.findingsFound, { errors: of("error"), warnings: of("warning"), notes: of("note") });
}

/** Only where there are enough counts for a share to mean something. */
function lastDigits(context: Context): Inline[] {
  const { n, roundShare, enough } = context.input.quality.heaping;
  if (!enough || roundShare === undefined) return [];
  return compose(context.words.lastDigits, { n: count(context, n), share: shareFigure(context, roundShare, 1) });
}

const left = (id: string, title: string): TableColumn => ({ id, title, align: "left" });
const right = (id: string, title: string): TableColumn => ({ id, title, align: "right" });

function missingTable(context: Context): Table | undefined {
  const { words, input, whole } = context;
  const gaps = [...input.quality.gaps].filter(([id]) => notReported(context, id) > 0);
  if (gaps.length === 0) return undefined;
  return {
    kind: "table",
    id: "missing",
    title: words.missingTable,
    columns: [left("item", words.item), right("expected", words.expected), right("filled", words.filled), right("missing", words.missing)],
    rows: gaps.map(([id, { expected }]): Cell[] => {
      const missing = notReported(context, id);
      return [titleOf(context, id), count(context, expected), count(context, expected - missing), count(context, missing)];
    }),
    notes: [
      coverageNote(
        context,
        whole.members.length,
        gaps.map(([id]) => ({ title: titleOf(context, id), missing: notReported(context, id) })),
      ),
    ],
  };
}

function excludedTable({ words, input, language }: Context): Table | undefined {
  const { setAsideReasons } = wordsOf(language);
  const all = input.sources.flatMap(({ file, sheet, excluded }) =>
    excluded
      .filter(({ reason }) => reason !== "blank")
      .map(({ line, reason }): Cell[] => [
        sheet === undefined ? fileName({ words }, file) : compose(words.sheet, { file: fileName({ words }, file), sheet }),
        String(line),
        setAsideReasons[reason],
        words.excludedTreatment,
      ]),
  );
  if (all.length === 0) return undefined;
  return {
    kind: "table",
    id: "excluded",
    title: words.excludedTable,
    columns: [left("file", words.file), right("line", words.line), left("reason", words.reason), left("treatment", words.treatment)],
    rows: all.slice(0, mostRows),
    ...(all.length > mostRows && { notes: [compose(words.moreFindings, { n: all.length - mostRows })] }),
  };
}

function findingTable({ words, input, language }: Context): Table | undefined {
  if (input.findings.length === 0) return undefined;
  const rows = input.findings.slice(0, mostRows).map((finding): Cell[] => {
    const { file, sheet, line, field, header } = finding.place;
    const name = fileName({ words }, file);
    return [
      sheet === undefined ? name : compose(words.sheet, { file: name, sheet }),
      line === undefined ? "" : String(line),
      field === undefined ? "" : String(field),
      header ?? "",
      `${finding.code} ${messageOf(finding, language)}`,
      words[treatmentOf(finding.code)],
    ];
  });
  return {
    kind: "table",
    id: "findings",
    title: words.findingTable,
    columns: [
      left("file", words.file),
      right("line", words.line),
      right("column", words.column),
      left("cell", words.cell),
      left("reason", words.reason),
      left("treatment", words.treatment),
    ],
    rows,
    wholeCells: true,
    ...(input.findings.length > mostRows && { notes: [compose(words.moreFindings, { n: input.findings.length - mostRows })] }),
  };
}

type Treatment = "asWritten" | "asMissing" | "columnUnused" | "firstCounts" | "rowAside";

/** What the reading does with what it finds; what no code here names is counted as it is written. */
const treatments: Readonly<Record<string, Treatment>> = {
  CDJ201: "columnUnused",
  CDJ202: "columnUnused",
  CDJ203: "columnUnused",
  CDJ206: "columnUnused",
  CDJ204: "firstCounts",
  CDJ205: "rowAside",
  CDJ301: "asMissing",
  CDJ304: "asMissing",
  CDJ305: "asMissing",
  CDJ501: "firstCounts",
};

const treatmentOf = (code: string): Treatment => treatments[code] ?? "asWritten";
