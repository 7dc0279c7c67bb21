import { periodLabel } from "../../intake/cells/period.ts";
import type { Block, Cell, Inline, Table, TableColumn } from "../../survey/document.ts";
import type { Finding } from "../../survey/finding.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { compose, separated } from "../../words/sentence.ts";
import { messageOf } from "../findings/message.ts";
import { count, shareFigure } from "./appendix-figures.ts";
import type { Context } from "./context.ts";
import { fileName, paragraph } from "./notes.ts";
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

/** Of each period by itself, where there are two. */
function completeness(context: Context): Inline[] {
  const { input, whole, language, words } = context;
  const own = completenessOf(context, input.quality.completeness);
  const { comparison, earlierQuality } = input;
  if (!comparison || !earlierQuality || whole.period === null) return own;
  const said = (period: string, text: Inline[]): Inline[] =>
    compose(words.periodItem, { period: periodLabel(period)[language], text });
  const both = [
    said(comparison.from, completenessOf(context, earlierQuality.completeness)),
    said(whole.period, own),
  ];
  return separated(both, language === "en" ? " " : "");
}

function completenessOf(
  context: Context,
  { filled, expected }: Context["input"]["quality"]["completeness"],
): Inline[] {
  const { words } = context;
  if (filled === expected) return compose(words.complete, { expected: count(context, expected) });
  return compose(words.completeness, {
    filled: count(context, filled),
    expected: count(context, expected),
    share: shareFigure(context, filled, expected),
  });
}

function rows(context: Context): Inline[] {
  const sources = context.input.sources;
  const sum = (of: (source: (typeof sources)[number]) => number): number =>
    sources.reduce((total, source) => total + of(source), 0);
  const excluded = sum(
    (source) => source.excluded.filter(({ reason }) => reason !== "blank").length,
  );
  return compose(context.words.rowsRead, {
    rows: count(
      context,
      sum((source) => source.rows),
    ),
    excluded: excluded === 0 ? undefined : count(context, excluded),
  });
}

function found({ words, input }: Context): Inline[] {
  const of = (severity: Finding["severity"]): number =>
    input.findings.filter((finding) => finding.severity === severity).length;
  if (input.findings.length === 0) return [words.findingsNone];
  const items = (
    [
      ["error", words.errorItem],
      ["warning", words.warningItem],
      ["note", words.noteItem],
    ] as const
  ).flatMap(([severity, template]) => {
    const n = of(severity);
    return n === 0 ? [] : [compose(template, { n })];
  });
  return compose(words.findingsFound, { list: separated(items, words.listComma) });
}

/** Only where there are enough counts for a share to mean something. */
function lastDigits(context: Context): Inline[] {
  const { n, roundShare, enough } = context.input.quality.heaping;
  if (!enough || roundShare === undefined) return [];
  return compose(context.words.lastDigits, {
    n: count(context, n),
    share: shareFigure(context, roundShare, 1),
  });
}

const left = (id: string, title: string): TableColumn => ({ id, title, align: "left" });
const right = (id: string, title: string): TableColumn => ({ id, title, align: "right" });

function missingTable(context: Context): Table | undefined {
  const { words, input, whole, language } = context;
  const gaps = [...input.quality.gaps].filter(([id]) => notReported(context, id) > 0);
  const { comparison, earlierQuality } = input;
  const earlier = comparison && earlierQuality ? [...earlierQuality.gaps] : [];
  if (gaps.length + earlier.length === 0) return undefined;
  const twice = comparison !== undefined && whole.period !== null;
  const row = (
    period: string | undefined,
    id: string,
    expected: number,
    missing: number,
  ): Cell[] => [
    ...(twice ? [period === undefined ? "" : periodLabel(period)[language]] : []),
    titleOf(context, id),
    count(context, expected),
    count(context, expected - missing),
    count(context, missing),
  ];
  return {
    kind: "table",
    id: "missing",
    title: words.missingTable,
    columns: [
      ...(twice ? [left("period", words.periodHead)] : []),
      left("item", words.item),
      right("expected", words.expected),
      right("filled", words.filled),
      right("missing", words.missing),
    ],
    rows: [
      ...earlier.map(([id, { expected, filled }]) =>
        row(comparison?.from, id, expected, expected - filled),
      ),
      ...gaps.map(([id, { expected }]) =>
        row(whole.period ?? undefined, id, expected, notReported(context, id)),
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
        sheet === undefined
          ? fileName({ words }, file)
          : compose(words.sheet, { file: fileName({ words }, file), sheet }),
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
    columns: [
      left("file", words.file),
      right("line", words.line),
      left("reason", words.reason),
      left("treatment", words.treatment),
    ],
    rows: all.slice(0, mostRows),
    ...(all.length > mostRows && {
      notes: [compose(words.moreFindings, { n: all.length - mostRows })],
    }),
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
      words[isOfUnusedColumn(input, finding) ? "columnUnused" : treatmentOf(finding.code)],
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
    ...(input.findings.length > mostRows && {
      notes: [compose(words.moreFindings, { n: input.findings.length - mostRows })],
    }),
  };
}

/** Whether a finding is on a column that is not read: whatever it is about, its cells do not count. */
function isOfUnusedColumn(
  { sources }: Context["input"],
  { place: { file, sheet, field, header } }: Finding,
): boolean {
  const source = sources.find((own) => own.file === file && own.sheet === sheet);
  const column =
    field === undefined ? undefined : source?.plan.columns.find(({ index }) => index === field - 1);
  return column?.role.is === "unused" && (header === undefined || header === column.header);
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

/** Whether what a finding is about is counted as it is written, so that figures rest on it. */
export const isCounted = (input: Context["input"], finding: Finding): boolean =>
  treatmentOf(finding.code) === "asWritten" && !isOfUnusedColumn(input, finding);
