import { bandTitle, parseBandId } from "../../codebook/age-band.ts";
import { withoutIdentity } from "../../codebook/identity.ts";
import { findVariable } from "../../codebook/index.ts";
import { keyTitles } from "../../codebook/keys.ts";
import { units } from "../../codebook/units.ts";
import { blocksBeside, hasColumnPeriods, type PlannedColumn } from "../../intake/plan.ts";
import type { Block, Document, Fact, Table } from "../../survey/document.ts";
import type { Finding } from "../../survey/finding.ts";
import type { Language } from "../../survey/language.ts";
import { grouped } from "../../words/argument.ts";
import { encodingName } from "../../words/encoding-name.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { inspectWords } from "../../words/locales/inspect.ts";
import { phrase } from "../../words/phrase.ts";
import { messageOf } from "../findings/message.ts";
import { delimiterName, onlyAreaFact, type ReadSource, runs } from "../reading.ts";
import { evidenceNotes } from "./evidence-notes.ts";

/** What was decided about one table, and what stands in it. */
export interface Inspected extends ReadSource {
  readonly findings: readonly Finding[];
  /** The first rows below the header; cells that may identify persons are withheld. */
  readonly first: readonly (readonly string[])[];
  /** Every row below the header, where it was asked for. */
  readonly cells?: readonly (readonly string[])[];
}

const MOST_SET_ASIDE = 12;
const MOST_FINDINGS = 12;
const LONGEST_CELL = 24;

/** The page of `cdj inspect` for one or several tables. */
export function inspectionDocument(
  tables: readonly Inspected[],
  config: string,
  language: Language,
): Document {
  const words = inspectWords(language);
  return {
    language,
    blocks: [
      ...tables.flatMap((table, i) => tableBlocks(table, i, language)),
      { kind: "paragraph", role: "pointer", content: [words.map] },
      { kind: "paragraph", role: "pointer", content: [phrase(words.save, { config }, language)] },
    ],
  };
}

function tableBlocks(table: Inspected, at: number, language: Language): Block[] {
  const name = table.sheet === undefined ? table.file : `${table.file}!${table.sheet}`;
  const { plan } = table;
  return [
    { kind: "heading", level: 2, text: name },
    { kind: "facts", facts: decided(table, language) },
    columnsTable(plan.columns, at, language),
    ...setAsideTable(table, at, language),
    ...firstRows(table, at, language),
    ...findingLines(table.findings, language),
  ];
}

function decided({ plan, rows, areas, periods, sheet }: Inspected, language: Language): Fact[] {
  const words = inspectWords(language);
  const fact = (label: string, ...parts: readonly string[]): Fact => ({
    label,
    lines: [[parts.filter((part) => part !== "").join(" · ")]],
  });
  const { dialect } = plan;
  const blocks = blocksBeside(plan);
  const others = plan.tables.filter((_, i) => i !== plan.table - 1).map(({ line }) => line);
  const { reading, periodSources } = wordsOf(language);
  const said = (period: string): string => phrase("{period}", { period }, language);
  const period =
    plan.period && !hasColumnPeriods(plan) && periods.length < 2
      ? phrase(
          reading.periodFrom,
          { period: plan.period.value, from: periodSources[plan.period.from] },
          language,
        )
      : periods.length > 2
        ? phrase(
            reading.periods,
            {
              n: periods.length,
              first: said(periods[0] as string),
              last: said(periods.at(-1) as string),
            },
            language,
          )
        : periods.map(said).join(reading.separator);
  const writing = [
    fact(words.encoding, encodingName(plan.encoding), words.because[plan.because]),
    fact(
      words.delimiter,
      delimiterName(dialect.delimiter, language),
      dialect.quote === '"' ? "" : phrase(words.quote, { quote: dialect.quote }, language),
      dialect.escape === "\\" ? words.backslash : "",
      plan.decimalComma ? words.decimalComma : "",
    ),
  ];
  return [
    // What came out of a workbook, a page or a form has no encoding of its own.
    ...(plan.madeFrom?.is === "aligned" ? [fact(words.delimiter, reading.aligned)] : []),
    ...(sheet !== undefined || (plan.madeFrom && plan.madeFrom.is !== "bands") ? [] : writing),
    fact(
      words.header,
      plan.headerLines === 0
        ? words.noHeader
        : phrase(
            plan.preambleLines === 0 ? words.headerFirst : words.headerLines,
            { n: plan.headerLines, above: plan.preambleLines },
            language,
          ),
    ),
    ...(others.length > 0
      ? [
          fact(
            words.table,
            phrase(
              words.tableOf,
              {
                k: plan.table,
                n: plan.tables.length,
                lines: phrase(reading.lines, { lines: runs(others) }, language),
              },
              language,
            ),
          ),
        ]
      : []),
    fact(
      words.shape,
      shapeOf({ plan, areas }, language),
      blocks === undefined ? "" : phrase(reading.beside, { n: blocks }, language),
    ),
    fact(
      words.rows,
      phrase(words.rowsAre, { n: rows }, language),
      plan.area
        ? onlyAreaFact(plan.area, language)
        : areas > 0
          ? phrase(words.areas, { n: areas }, language)
          : "",
    ),
    ...(period === "" ? [] : [fact(words.period, period)]),
  ];
}

function shapeOf({ plan, areas }: Pick<Inspected, "plan" | "areas">, language: Language): string {
  const words = inspectWords(language);
  const { reading } = wordsOf(language);
  if (plan.madeFrom?.is === "form")
    return areas > 1 ? phrase(reading.stacked, { n: areas }, language) : reading.form;
  if (plan.madeFrom?.is === "turned") return reading.turned;
  if (plan.shape === "long") return words.long;
  return hasColumnPeriods(plan) ? words.periodColumns : words.wide;
}

function columnsTable(columns: readonly PlannedColumn[], at: number, language: Language): Table {
  const words = inspectWords(language);
  const dated = columns.some(({ period }) => period !== undefined);
  const reasons = evidenceNotes(columns, language);
  return {
    kind: "table",
    id: `columns-${at + 1}`,
    title: words.columns,
    columns: [
      { id: "index", title: words.column, align: "right" },
      { id: "header", title: words.heading, align: "left" },
      { id: "meaning", title: words.meaning, align: "left" },
      ...(dated ? [{ id: "period", title: words.period, align: "left" as const }] : []),
      { id: "id", title: words.id, align: "left", priority: 2 },
      { id: "unit", title: words.unit, align: "left", priority: 1 },
    ],
    rows: columns.map((column) => {
      const { title, id } = meaningOf(column, language);
      const period =
        column.period === undefined ? "" : phrase("{period}", { period: column.period }, language);
      return [
        String(column.index + 1),
        column.header,
        title,
        ...(dated ? [period] : []),
        id,
        unitOf(column, language),
      ];
    }),
    ...(reasons.length > 0 && { notes: reasons.map((reason) => [reason]) }),
  };
}

function meaningOf(
  { role, identity }: PlannedColumn,
  language: Language,
): { title: string; id: string } {
  const words = inspectWords(language);
  if (identity) return { title: words.identity, id: "" };
  switch (role.is) {
    case "quantity": {
      const band = findVariable(role.quantity) ? undefined : parseBandId(role.quantity);
      const title =
        (findVariable(role.quantity)?.title ?? (band && bandTitle(band)))?.[language] ??
        role.quantity;
      // Usual residents that are those of the household register are called so.
      const said =
        role.quantity === "residents" && role.basis ? wordsOf(language).bases[role.basis] : title;
      return { title: said, id: role.quantity };
    }
    case "key":
      return { title: keyTitles[role.key][language], id: role.key };
    case "item":
      return role.item === "band"
        ? { title: words.item, id: "age_band" }
        : { title: words.itemVariable, id: "variable" };
    case "unit":
      return { title: words.unit, id: "unit" };
    case "value":
      return { title: words.value, id: "value" };
    case "finer":
      return { title: words.part, id: "part" };
    case "unused":
      return { title: words[role.reason], id: "" };
  }
}

const scaleWords: readonly [Readonly<Record<number, string>>, Readonly<Record<number, string>>] = [
  { 3: "千", 4: "万", 8: "亿" },
  { 3: "千", 4: "萬", 8: "億" },
];

/** The unit as written, and where it differs the unit that values are kept in. */
function unitOf({ role, unit }: PlannedColumn, language: Language): string {
  if (role.is !== "quantity" && role.is !== "value") return "";
  const base = units[role.rules.unit].sign[language];
  if (unit !== undefined) return unit === base ? unit : `${unit} → ${base}`;
  const { exponent } = role.rules;
  if (exponent === 0) return base;
  const scale = language === "en" ? undefined : scaleWords[language === "zh-CN" ? 0 : 1][exponent];
  return scale === undefined ? `${grouped(10 ** exponent)} ${base}` : `${scale}${base}`;
}

function setAsideTable({ plan, excluded }: Inspected, at: number, language: Language): Table[] {
  const words = inspectWords(language);
  const reasons = wordsOf(language).setAsideReasons;
  const titleLines = plan.preamble.filter(({ reason }) => reason === "title");
  const rows = [
    ...plan.preamble.map((line) => ({
      ...line,
      label: withoutIdentity(plan.titles[titleLines.indexOf(line)] ?? ""),
      rows: undefined,
    })),
    ...excluded.map((row) => (row.reason === "note" ? { ...row, label: undefined } : row)),
  ].filter(({ reason }) => reason !== "blank");
  if (rows.length === 0) return [];
  const more = rows.length - MOST_SET_ASIDE;
  return [
    {
      kind: "table",
      id: `set-aside-${at + 1}`,
      title: words.setAside,
      columns: [
        { id: "line", title: words.line, align: "right" },
        { id: "reason", title: words.reason, align: "left" },
        { id: "label", title: words.label, align: "left" },
      ],
      rows: rows
        .slice(0, MOST_SET_ASIDE)
        .map(({ line, reason, label, rows: n }) => [
          n === undefined ? String(line) : `${line}–${line + n - 1}`,
          reasons[reason],
          label ?? "",
        ]),
      ...(more > 0 && { notes: [[phrase(words.moreRows, { n: more }, language)]] }),
    },
  ];
}

function firstRows({ plan, first }: Inspected, at: number, language: Language): Table[] {
  if (first.length === 0) return [];
  const words = inspectWords(language);
  const short = (text: string): string => {
    const line = text.replace(/\s+/gu, " ").trim();
    return line.length > LONGEST_CELL ? `${line.slice(0, LONGEST_CELL - 1)}…` : line;
  };
  return [
    {
      kind: "table",
      id: `first-rows-${at + 1}`,
      title: words.first,
      columns: plan.columns.map(({ header, index }) => ({
        id: `column-${index + 1}`,
        title: header === "" ? String(index + 1) : short(header),
        align: "left" as const,
        ...(index > 2 && { priority: index }),
      })),
      rows: first.map((cells) => plan.columns.map(({ index }) => short(cells[index] ?? ""))),
      moreColumns: words.moreColumns,
    },
  ];
}

function findingLines(findings: readonly Finding[], language: Language): Block[] {
  return findings.slice(0, MOST_FINDINGS).map((finding): Block => {
    const { line, column } = finding.place;
    const place =
      line === undefined ? "" : column === undefined ? `:${line}` : `:${line}:${column}`;
    return {
      kind: "paragraph",
      role: "remark",
      content: [`${finding.place.file}${place}  ${finding.code}  ${messageOf(finding, language)}`],
    };
  });
}
