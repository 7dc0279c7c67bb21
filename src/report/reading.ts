import type { ExcludedRow } from "../engines/engine.ts";
import { blocksBeside, hasColumnPeriods, type ReadingPlan } from "../intake/plan.ts";
import type { Paragraph } from "../survey/document.ts";
import type { Language } from "../survey/language.ts";
import { encodingName } from "../words/encoding-name.ts";
import { wordsOf } from "../words/locales/index.ts";
import { shortened } from "../words/neutral-text.ts";
import { inQuotes, phrase } from "../words/phrase.ts";

/** What was read from one source, as the reports tell it. */
export interface ReadSource {
  readonly file: string;
  /** The sheet of a workbook. */
  readonly sheet?: string;
  /** A Parquet file. */
  readonly parquet?: true;
  readonly plan: ReadingPlan;
  readonly rows: number;
  readonly areas: number;
  readonly periods: readonly string[];
  readonly excluded: readonly ExcludedRow[];
  readonly sha256?: string;
}

/** Sources without their hashes: with the hash of a table, values can be tried in the place of those withheld. */
export const withoutHashes = (sources: readonly ReadSource[]): ReadSource[] =>
  sources.map(({ sha256: _, ...source }) => source);

/** Forms beyond this number are told in one line. */
const MOST_FORMS = 3;

const isForm = ({ plan }: ReadSource): boolean => plan.madeFrom?.is === "form";

/** What is to be said of all sources; many forms of one community each are told together. */
export function readingOfAll(sources: readonly ReadSource[], language: Language): Paragraph[] {
  const forms = sources.filter(isForm);
  if (forms.length <= MOST_FORMS)
    return sources.flatMap((source) => readingParagraphs(source, language));
  const names = forms.map(nameOf);
  const told = phrase(
    wordsOf(language).reading.forms,
    { n: forms.length, first: names[0] as string, last: names.at(-1) as string },
    language,
  );
  const others = sources
    .filter((source) => !isForm(source))
    .flatMap((source) => readingParagraphs(source, language));
  return [...others, { kind: "paragraph", role: "remark", content: [told] }];
}

/** What the table stands in: text in an encoding, with a delimiter; a sheet has neither. */
function containerOf({ plan, sheet, parquet }: ReadSource, language: Language): string[] {
  if (parquet) return ["Parquet"];
  if (plan.madeFrom?.is === "aligned") return [wordsOf(language).reading.aligned];
  return sheet === undefined && blocksBeside(plan) === undefined
    ? [encodingName(plan.encoding), delimiterName(plan.dialect.delimiter, language)]
    : [];
}

/** The file, and the sheet where it is one of a workbook. */
const nameOf = ({ file, sheet }: ReadSource): string =>
  sheet === undefined ? file : `${file}!${sheet}`;

/** One or two lines per source: what was decided, what was set aside, what was not understood. */
export function readingParagraphs(source: ReadSource, language: Language): Paragraph[] {
  const words = wordsOf(language).reading;
  const { plan } = source;
  const blocks = blocksBeside(plan);
  const used = plan.columns.filter((column) => column.role.is !== "unused").length;
  const facts = [
    ...(isForm(source)
      ? [source.areas > 1 ? phrase(words.stacked, { n: source.areas }, language) : words.form]
      : plan.madeFrom?.is === "turned"
        ? [words.turned]
        : [
            ...containerOf(source, language),
            ...(blocks === undefined ? [] : [phrase(words.beside, { n: blocks }, language)]),
            phrase(words.headerRows, { n: plan.headerRecords }, language),
          ]),
    plan.area
      ? onlyAreaFact(plan.area, language)
      : phrase(words.communities, { n: source.areas }, language),
    periodFact(source, language),
    phrase(words.columnsUsed, { used, n: plan.columns.length }, language),
  ].filter((fact) => fact !== "");
  const lines: Paragraph[] = [
    { kind: "paragraph", role: "remark", content: [`${nameOf(source)}  ${facts.join(" · ")}`] },
  ];
  const rest = [setAsideFact(source, language), ...unusedFacts(plan, language)].filter(
    (fact) => fact !== "",
  );
  if (rest.length > 0)
    lines.push({ kind: "paragraph", role: "remark", content: [`  ${rest.join(" · ")}`] });
  return lines;
}

/** What a delimiter is called. */
export function delimiterName(delimiter: string, language: Language): string {
  const names = wordsOf(language).delimiters;
  return delimiter in names
    ? names[delimiter as keyof typeof names]
    : phrase(names.other, { delimiter }, language);
}

/** The one area of a table without a column of areas, and what names it. */
export function onlyAreaFact(
  { value, from }: NonNullable<ReadingPlan["area"]>,
  language: Language,
): string {
  const { reading, periodSources } = wordsOf(language);
  return phrase(
    reading.onlyArea,
    { name: value, ...(from !== "none" && { from: periodSources[from] }) },
    language,
  );
}

function periodFact({ plan, periods }: ReadSource, language: Language): string {
  const words = wordsOf(language);
  if (plan.period && !hasColumnPeriods(plan) && periods.length < 2)
    return phrase(
      words.reading.periodFrom,
      { period: plan.period.value, from: words.periodSources[plan.period.from] },
      language,
    );
  const [first] = periods;
  if (first === undefined) return "";
  if (periods.length === 1) return phrase("{period}", { period: first }, language);
  const said = (period: string): string => phrase("{period}", { period }, language);
  return phrase(
    words.reading.periods,
    { n: periods.length, first: said(first), last: said(periods.at(-1) as string) },
    language,
  );
}

function setAsideFact({ plan, excluded }: ReadSource, language: Language): string {
  const { reading, setAsideReasons } = wordsOf(language);
  const lines = new Map<keyof typeof setAsideReasons, number[]>();
  for (const { reason, line } of [...plan.preamble, ...excluded])
    if (reason !== "blank") lines.set(reason, [...(lines.get(reason) ?? []), line]);
  const larger = excluded.flatMap(({ reason, label }) =>
    reason === "nested-total" && label !== undefined ? [label] : [],
  );
  const rows = [...lines].map(([reason, all]) => {
    // Of a table turned round several columns stand in one line, and of blocks beside each other the lines come again.
    const at = [...new Set(all)].sort((a, b) => a - b);
    const where = phrase(
      at.length === 1 ? reading.line : reading.lines,
      { lines: runs(at) },
      language,
    );
    const names =
      reason === "nested-total"
        ? ` ${larger.slice(0, 3).join(reading.separator)}${larger.length > 3 ? "…" : ""}`
        : "";
    return `${where} ${setAsideReasons[reason]}${names}`;
  });
  return rows.length === 0
    ? ""
    : phrase(reading.setAside, { rows: rows.join(reading.separator) }, language);
}

/** So many headers are named; cdj inspect shows the others too. */
const headersNamed = 8;

/** Columns that were not understood, and columns that say what another one says already. */
function unusedFacts({ columns }: ReadingPlan, language: Language): string[] {
  const { reading } = wordsOf(language);
  const fact = (template: string, isMeant: (reason: string) => boolean): string => {
    const headers = columns.filter(
      ({ role, header }) => role.is === "unused" && header !== "" && isMeant(role.reason),
    );
    if (headers.length === 0) return "";
    const quoted = headers
      .slice(0, headersNamed)
      .map(({ header }) => inQuotes(shortened(header), language));
    return phrase(
      template,
      { headers: `${quoted.join(reading.separator)}${headers.length > headersNamed ? "…" : ""}` },
      language,
    );
  };
  return [
    fact(
      reading.notUnderstood,
      (reason) => reason !== "ignored" && reason !== "duplicate" && reason !== "undated",
    ),
    fact(reading.secondColumns, (reason) => reason === "duplicate"),
    fact(reading.undatedColumns, (reason) => reason === "undated"),
  ];
}

/** 3, 20–22: runs of lines written short, at most four of them. */
export function runs(lines: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const start = lines[i] as number;
    while (i + 1 < lines.length && lines[i + 1] === (lines[i] as number) + 1) i++;
    parts.push(start === lines[i] ? String(start) : `${start}–${lines[i]}`);
  }
  return parts.length > 4 ? `${parts.slice(0, 4).join(", ")}…` : parts.join(", ");
}
