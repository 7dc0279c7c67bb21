import type { Survey } from "../../analysis/observed-survey.ts";
import { type JoinedFile, join, type ReadFile } from "../../areas/join.ts";
import { compareRoster, type Roster } from "../../areas/roster.ts";
import { withSeverity } from "../../checks/index.ts";
import { fileSource, type Source, streamSource } from "../../intake/files/source.ts";
import { namesOfHead } from "../../intake/heads/head-meaning.ts";
import { meansName, type RowRule } from "../../intake/rows/row-rules.ts";
import type { ReadSource } from "../../report/reading.ts";
import type { Period } from "../../survey/area.ts";
import { CdjError } from "../../survey/error.ts";
import type { Finding } from "../../survey/finding.ts";
import { nearest } from "../../words/nearest.ts";
import { expandFiles } from "./expand-files.ts";
import { areasIn, planTables, readTable, type TableOptions } from "./read-table.ts";
import { keepSmall } from "./young-generation.ts";

export interface ReadOptions extends TableOptions {
  /** Headers of the mapping that some file must have; all of them where left out. A config file may map headers of other waves. */
  readonly askedHeaders?: readonly string[];
  /** The rows named by options: each has to be there. */
  readonly askedRows?: readonly RowRule[];
  /** A table of the areas that should be there. */
  readonly roster?: string;
  /** As many periods as files: that of each file which names none itself. */
  readonly filePeriods?: readonly Period[];
  /** Takes note of a file that is no table of areas, and the run goes on without it; without this the run ends. */
  readonly refused?: (source: Source, error: CdjError) => Promise<void>;
}

export interface ReadSurvey {
  readonly survey: Survey;
  readonly sources: readonly ReadSource[];
  readonly findings: readonly Finding[];
  /** What each source gave, in the same order. */
  readonly files: readonly JoinedFile[];
  /** The bytes that each was read from, in the same order. */
  readonly opened: readonly Source[];
  /** How often each code was raised, also beyond the findings kept. */
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Reads files, folders and globs (`-`: standard input) into one survey: a reading plan for each table, one pass over each, then a join on
 * area and period.
 * Throws a CdjError for a file that cannot be read as a table of areas.
 */
export async function readSurvey(
  files: readonly string[],
  options: ReadOptions,
): Promise<ReadSurvey> {
  const sources: ReadSource[] = [];
  const opened: Source[] = [];
  const parts: ReadFile[] = [];
  const findings: Omit<Finding, "severity">[] = [];
  const seenHeaders = new Set<string>();
  const expanded = await expandFiles(files);
  for (const [at, file] of expanded.entries()) {
    const period =
      options.filePeriods?.length === expanded.length ? options.filePeriods[at] : undefined;
    const source = sourceOf(file);
    keepSmall(source);
    try {
      const planned = await planTables(
        source,
        period === undefined ? options : { ...options, period },
      );
      findings.push(...planned.findings);
      for (const table of planned.tables) {
        const { read, part, findings: found } = await readTable(table, options);
        for (const { header } of read.plan.columns)
          for (const name of namesOfHead(header)) seenHeaders.add(name);
        sources.push(read);
        opened.push(table.source);
        const { locate } = table.source.origin ?? {};
        parts.push({ file: read.file, part, ...(locate && { locate }) });
        for (const finding of found) findings.push(finding);
      }
    } catch (error) {
      if (!(error instanceof CdjError) || options.refused === undefined) throw error;
      await options.refused(source, error);
    }
  }
  requireSheets(options.sheets, opened);
  requireMapped(options.askedHeaders ?? [...(options.mapping?.keys() ?? [])], seenHeaders);
  requireRows(options.askedRows ?? [], parts);
  const joined = join(parts);
  if (options.roster !== undefined)
    findings.push(...compareRoster(joined.survey, await readRoster(options.roster, options)));
  const all = withSeverity([...findings, ...joined.findings]);
  return {
    survey: joined.survey,
    files: joined.files,
    sources: sources.map((source, i) => asJoined(source, parts[i], joined.files[i])),
    opened,
    findings: all,
    counts: countsOf(all, parts),
  };
}

/** A source without the rows of larger units that other tables give in parts. */
function asJoined(
  source: ReadSource,
  before: ReadFile | undefined,
  after: JoinedFile | undefined,
): ReadSource {
  if (after === undefined || after.part === before?.part) return source;
  const { rows, excluded, groups } = after.part;
  return { ...source, rows, excluded, areas: areasIn(groups) };
}

/** What the engine counted, and what was raised beside it. */
function countsOf(findings: readonly Finding[], parts: readonly ReadFile[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (code: string, count: number): void =>
    void counts.set(code, (counts.get(code) ?? 0) + count);
  for (const { code } of findings) add(code, 1);
  for (const { part } of parts) {
    for (const [code, count] of part.counts) add(code, count);
    for (const { code } of part.findings) add(code, -1);
  }
  return counts;
}

const sourceOf = (file: string): Source =>
  file === "-" ? streamSource("-", process.stdin) : fileSource(file);

/** The areas of a roster, from its first table. */
async function readRoster(file: string, { encoding, delimiter }: ReadOptions): Promise<Roster> {
  const [path = file] = await expandFiles([file]);
  const declared = {
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
  };
  const areas: Roster["areas"][number][] = [];
  for (const table of (await planTables(sourceOf(path), declared)).tables) {
    const { read, part } = await readTable(table, {});
    for (const group of part.groups)
      areas.push({
        name: group.area,
        code: group.code,
        parents: group.parents,
        place: { file: read.file, ...group.place },
      });
  }
  return { file: path, areas };
}

/** Sheets of files that are no workbooks are a slip of the pen. */
export function requireSheets(
  asked: readonly string[] | undefined,
  opened: readonly Source[],
): void {
  const [first] = opened;
  if (
    asked === undefined ||
    first === undefined ||
    opened.some(({ origin }) => origin?.sheet !== undefined)
  )
    return;
  throw new CdjError("no-sheets", { sheet: asked.join(","), file: first.name });
}

/** A row that no table has is a slip of the pen. */
function requireRows(asked: readonly RowRule[], parts: readonly ReadFile[]): void {
  if (asked.length === 0) return;
  const names = parts.flatMap(({ part }) => [
    ...part.groups.map(({ area }) => area),
    ...part.excluded.flatMap(({ label }) => label ?? []),
  ]);
  for (const rule of asked) {
    if (rule.rows !== "named" || names.some((name) => meansName(rule, name))) continue;
    throw new CdjError("unknown-row", {
      name: rule.name,
      suggestions: nearest(rule.name, names),
    });
  }
}

/** A mapping of a header that no file has is a slip of the pen. */
function requireMapped(asked: readonly string[], seen: ReadonlySet<string>): void {
  for (const header of asked)
    if (!seen.has(header))
      throw new CdjError("unknown-map-header", { header, seen: [...seen].filter((h) => h !== "") });
}
