import type { Command } from "commander";
import { parsePeriod } from "../../intake/cells/period.ts";
import {
  parseRowRule,
  type RowRule,
  rowKindNames,
  rowMeanings,
} from "../../intake/rows/row-rules.ts";
import type { Period } from "../../survey/area.ts";
import { CdjError } from "../../survey/error.ts";
import { mostKept, mostTold } from "../checking/kept-findings.ts";
import type { Config } from "../config/config.ts";
import { mappingOf } from "../config/selection.ts";
import { machineLanguage } from "../language.ts";
import { list, repeated } from "../list-option.ts";
import { progressLine } from "./progress.ts";
import type { ReadOptions } from "./read-survey.ts";

/** The options of every command that reads tables, as commander hands them over. */
export interface ReadingOptions {
  map: string[];
  rows: string[];
  level?: string;
  period: string[];
  sum?: boolean;
  fill?: boolean;
  encoding?: string;
  delimiter?: string;
  sheet: string[];
  visible?: boolean;
  table?: string;
  roster?: string;
  locked?: boolean;
  quiet?: boolean;
}

/** Which periods a command takes where none is named, as its help says it. */
const periodTexts = {
  all: "only these periods",
  latest: "these periods, or all; the latest where left out",
  two: "the two periods that are compared, as --from and --to name them",
} as const;

/** Declares on a command how tables are read. */
export const addReadingOptions = (
  command: Command,
  periods: keyof typeof periodTexts = "all",
): Command =>
  command
    .option("--period <periods>", periodTexts[periods], list, [])
    .option("--sum", "rows of one area and period are its parts: add them up")
    .option("--fill", "fill blank cells with the sum of their parts, and say which")
    .option("--map <header=variable>", "what a header means (repeatable)", repeated, [])
    .option(
      "--rows <rows=meaning>",
      "what rows are: skip, area or total, of a name, kind:derived or last:2 (repeatable)",
      repeated,
      [],
    )
    .option("--level <level>", "read only the rows of this level, where a table has several")
    .option("--sheet <names>", "sheets of a workbook, by name or number, or all", list, [])
    .option("--visible", "leave out the rows and columns that a sheet hides or filters")
    .option("--table <n>", "which of several tables in one file or sheet, the first where left out")
    .option(
      "--roster <file>",
      "a table of the areas that should be there: those missing, unexpected or renamed are named",
    )
    .option(
      "--locked",
      "fail when a file no longer fits the plan that cdj inspect --save has put into the config",
    )
    .option("--encoding <name>", "of the files, where the guess is wrong")
    .option("--delimiter <character>", "of the files, where the guess is wrong");

/** The declared options as the reading of files takes them. The mapping of the command line wins over that of the config. */
export function readingOptions(
  options: ReadingOptions,
  config: Pick<Config, "mapping" | "plans" | "check" | "rows"> = {},
): ReadOptions {
  const period = onlyPeriod(options.period);
  const asked = mappingOf(options.map);
  const progress = options.quiet ? undefined : progressLine(machineLanguage());
  return {
    mapping: new Map([...Object.entries(config.mapping ?? {}), ...asked]),
    askedHeaders: [...asked.keys()],
    addParts: options.sum === true,
    ...(options.fill && { fill: true }),
    ...rowsDeclared(options, config),
    findingsPerCode: mostKept(mostTold(config), config.check?.baseline),
    ...(progress && { progress }),
    ...(period !== undefined && { period }),
    ...(options.encoding !== undefined && { encoding: options.encoding }),
    ...(options.delimiter !== undefined && { delimiter: options.delimiter }),
    ...(options.sheet.length > 0 && { sheets: options.sheet }),
    ...(options.visible && { visible: true }),
    ...(options.table !== undefined && { table: tableNumber(options.table) }),
    ...(options.locked && { locked: config.plans ?? {} }),
    ...(options.roster !== undefined && { roster: options.roster }),
  };
}

/** What the options, before the config, say of rows. */
function rowsDeclared(
  { rows, level, sum }: Pick<ReadingOptions, "rows" | "level" | "sum">,
  { rows: ofConfig = {} }: Pick<Config, "rows">,
): Pick<ReadOptions, "rowRules" | "askedRows" | "level"> {
  const asked = rows.map((text) => rowRule("rows", text));
  const others = Object.entries(ofConfig).map(([name, are]) => rowRule("rows", `${name}=${are}`));
  const rules = [...asked, ...others];
  const last = rules.find((rule) => rule.rows === "last");
  // Where rows are added up as they are met, the last ones are part of a sum already.
  if (sum && last)
    throw new CdjError("bad-option-value", {
      option: "rows",
      value: `last:${last.count}`,
      expected: rowMeanings.map((meaning) => `NAME=${meaning}`),
    });
  return {
    ...(rules.length > 0 && { rowRules: rules }),
    askedRows: asked.flatMap((rule) => (rule.rows === "named" ? [rule] : [])),
    ...(level !== undefined && { level }),
  };
}

function rowRule(option: string, text: string): RowRule {
  const rule = parseRowRule(text);
  if (rule) return rule;
  throw new CdjError("bad-option-value", {
    option,
    value: text,
    expected: [
      ...rowMeanings.map((meaning) => `NAME=${meaning}`),
      ...rowKindNames.map((kind) => `kind:${kind}=skip`),
      "last:2",
    ],
  });
}

function tableNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new CdjError("bad-option-value", {
      option: "table",
      value: text,
      expected: "1, 2, 3, …",
    });
  return number;
}

/** A single period asked for is also that of files that name none. */
function onlyPeriod(asked: readonly string[]): Period | undefined {
  const [only] = asked;
  return asked.length === 1 && only !== undefined ? parsePeriod(only) : undefined;
}
