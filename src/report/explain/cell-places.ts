import type { JoinedFile } from "../../areas/join.ts";
import { cover, parseBandId } from "../../codebook/age-band.ts";
import type { Group, Part } from "../../engines/engine.ts";
import type { Indicator } from "../../indicators/define.ts";
import { hasColumnPeriods, type PlannedColumn, type ReadingPlan } from "../../intake/plan.ts";
import { cellName } from "../../survey/cell-name.ts";
import type { Language } from "../../survey/language.ts";
import type { AgeBand } from "../../survey/totals.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { phrase } from "../../words/phrase.ts";
import type { ReadSource } from "../reading.ts";

/** The age band that an id stands for; residents and members are the bands of all ages. */
const bandOf = (id: string): AgeBand | undefined =>
  id === "residents" || id === "members"
    ? { of: id, from: 0, to: Number.POSITIVE_INFINITY }
    : parseBandId(id);

const quantityOf = ({ role }: PlannedColumn): string | undefined =>
  role.is === "quantity" ? role.quantity : undefined;

/**
 * The numbers from 1 of the columns that these quantities are read from, in their order; an age band may be made of several. Of columns with
 * periods of their own, those of one period.
 */
function columnsOf(whole: ReadingPlan, quantities: readonly string[], period?: string): number[] {
  const ofPeriod = (column: PlannedColumn): boolean =>
    column.role.is === "item" || (column.period ?? whole.period?.value) === period;
  const plan =
    period !== undefined && hasColumnPeriods(whole)
      ? { ...whole, columns: whole.columns.filter(ofPeriod) }
      : whole;
  const found =
    plan.shape === "long"
      ? longColumns(plan, quantities)
      : quantities.flatMap((id) => wideColumns(plan, id));
  return [...new Set(found.map(({ index }) => index + 1))];
}

function wideColumns(plan: ReadingPlan, id: string): PlannedColumn[] {
  const own = plan.columns.filter((column) => quantityOf(column) === id);
  return own.length > 0 ? own : bandColumns(plan, id);
}

/** The column that says what is counted and the one of the counts; none where they count other people. */
function longColumns({ columns }: ReadingPlan, quantities: readonly string[]): PlannedColumn[] {
  const subjects = new Set(quantities.map((id) => bandOf(id)?.of));
  const counts = columns.some(
    ({ role }) => role.is === "item" && (role.item === "variable" || subjects.has(role.of)),
  );
  const isCount = (column: PlannedColumn): boolean =>
    column.role.is === "value" || subjects.has(bandOf(quantityOf(column) ?? "")?.of);
  return counts ? columns.filter((column) => column.role.is === "item" || isCount(column)) : [];
}

function bandColumns(plan: ReadingPlan, id: string): PlannedColumn[] {
  const wanted = bandOf(id);
  if (wanted === undefined) return [];
  const recorded = plan.columns.flatMap((column) => {
    const band = parseBandId(quantityOf(column) ?? "");
    return band ? [{ column, band }] : [];
  });
  const way = cover(
    recorded.map(({ band }) => band),
    wanted,
  );
  return typeof way === "string"
    ? []
    : way.map((i) => (recorded[i] as (typeof recorded)[number]).column);
}

/** The tables at hand: how each was read, and, in the same order, which observations its rows became. */
export interface ReadTables {
  readonly sources: readonly ReadSource[];
  readonly files: readonly JoinedFile[];
}

/** Where figures of one observation stand in one table. */
export interface CellPlace {
  readonly file: string;
  readonly line?: number;
  /** From 1. */
  readonly columns: readonly number[];
  /** The line is the first of several. */
  readonly first: boolean;
  /** Of a workbook, as spreadsheets name them: 城东!E5; of a form, in which each figure stands elsewhere, the line and column of each. */
  readonly cells?: readonly CellOf[];
}

interface CellOf {
  readonly line: number;
  readonly column?: number;
  readonly name?: string;
}

/** Where the figures of an observation stand, table by table. */
export function placesOf(
  { sources, files }: ReadTables,
  quantities: readonly string[],
): (observation: number) => CellPlace[] {
  const tables = sources.flatMap((source, i) => {
    const { file, plan } = source;
    const known = new Map<string | undefined, number[]>();
    const columns = (period: string | undefined): number[] => {
      const own = known.get(period) ?? columnsOf(plan, quantities, period);
      known.set(period, own);
      return own;
    };
    const first = plan.shape === "long" || plan.addParts;
    return columns(undefined).length === 0
      ? []
      : [
          {
            place: { file, first },
            sheet: source.sheet,
            columns,
            groups: groupsOf(files[i]),
            locate: files[i]?.locate,
            withoutBlanks: columnsBesideBlanks(plan, files[i], quantities),
          },
        ];
  });
  return (observation) =>
    tables.flatMap(({ place, sheet, columns, groups, locate, withoutBlanks }) => {
      const group = groups.get(observation);
      const own = withoutBlanks(observation) ?? columns(group?.period);
      if (group === undefined || own.length === 0) return [];
      const { line } = group.place;
      const cells = cellsOf({ sheet, locate }, group, own);
      return [
        { ...place, columns: own, ...(line !== undefined && { line }), ...(cells && { cells }) },
      ];
    });
}

/** The columns of figures of which some have a blank cell: that cell is none of them, the parts it was filled from are. */
function columnsBesideBlanks(
  plan: ReadingPlan,
  file: JoinedFile | undefined,
  quantities: readonly string[],
): (observation: number) => number[] | undefined {
  if (!file || plan.shape === "long") return () => undefined;
  const { part } = file;
  const groups = new Map(file.observations.map((observation, group) => [observation, group]));
  return (observation) => {
    const group = groups.get(observation);
    return group === undefined ? undefined : columnsAt(plan, part, quantities, group);
  };
}

function columnsAt(
  plan: ReadingPlan,
  part: Part,
  quantities: readonly string[],
  group: number,
): number[] | undefined {
  const isFilled = (id: string): boolean => part.filled?.get(id)?.has(group) === true;
  const isBlank = (id: string): boolean => part.quantities.get(id)?.isBlank(group) === true;
  if (!quantities.some((id) => isFilled(id) || isBlank(id))) return undefined;
  const beside = {
    ...plan,
    columns: plan.columns.filter((column) => !isFilled(quantityOf(column) ?? "")),
  };
  return columnsOf(
    beside,
    quantities.filter((id) => !isBlank(id)),
    part.groups[group]?.period,
  );
}

interface Original {
  readonly sheet: string | undefined;
  readonly locate: JoinedFile["locate"] | undefined;
}

/** The cells of a group; undefined where they are no cells of a workbook and stand in one line. */
function cellsOf(
  { sheet, locate }: Original,
  { place: { line }, row }: Group,
  columns: readonly number[],
): CellOf[] | undefined {
  if (line === undefined || (sheet === undefined && (locate === undefined || row === undefined)))
    return undefined;
  return columns.map((column): CellOf => {
    const at = row === undefined ? undefined : locate?.(row, column);
    const cell = { line: at?.line ?? line, field: at ? at.field : column };
    const name = cellName({
      line: cell.line,
      ...(cell.field !== undefined && { field: cell.field }),
      ...(sheet !== undefined && { sheet }),
    });
    return {
      line: cell.line,
      ...(cell.field !== undefined && { column: cell.field }),
      ...(name !== undefined && { name }),
    };
  });
}

/** Observation → its first group in a file. */
function groupsOf(file: JoinedFile | undefined): ReadonlyMap<number, Group> {
  const groups = new Map<number, Group>();
  file?.observations.forEach((observation, i) => {
    const group = file.part.groups[i];
    if (group && !groups.has(observation)) groups.set(observation, group);
  });
  return groups;
}

/** “line 4, columns 7 and 3”; with the file where there are several. */
export function placeText(
  places: readonly CellPlace[],
  sources: readonly ReadSource[],
  language: Language,
): string {
  const { explain: words, reading } = wordsOf(language);
  const texts = places.map(({ file, line, columns, first, cells }) => {
    if (cells)
      return cellsText(cells, {
        file: sources.length > 1 ? shortName(file, sources) : "",
        first,
        language,
      });
    const inColumns = phrase(
      words.columns,
      { columns: columns.map(String), n: columns.length },
      language,
    );
    const place =
      line === undefined
        ? inColumns
        : phrase(first ? words.fromLine : words.place, { line, columns: inColumns }, language);
    return sources.length > 1 ? `${shortName(file, sources)} ${place}` : place;
  });
  return texts.join(reading.separator === ", " ? "; " : "；");
}

interface CellsIn {
  /** Empty where there is but one. */
  readonly file: string;
  readonly first: boolean;
  readonly language: Language;
}

/** “town.xlsx 城东!E5, D5”: the sheet is named once; the cells of a form in a text file by line and column. */
function cellsText(cells: readonly CellOf[], { file, first, language }: CellsIn): string {
  const { explain: words, reading } = wordsOf(language);
  const names = cells.map(({ name, line, column }, i) => {
    if (name === undefined) {
      const inColumns =
        column === undefined
          ? ""
          : phrase(words.columns, { columns: [String(column)], n: 1 }, language);
      return phrase(words.place, { line, columns: inColumns }, language);
    }
    const bang = name.lastIndexOf("!");
    return i > 0 && cells[0]?.name?.startsWith(name.slice(0, bang + 1))
      ? name.slice(bang + 1)
      : name;
  });
  const list = names.join(
    cells[0]?.name === undefined ? (language === "en" ? "; " : "；") : reading.separator,
  );
  const text = first ? phrase(words.fromCell, { cell: list }, language) : list;
  return file === "" ? text : `${file} ${text}`;
}

const lastPart = (path: string): string => path.split(/[\\/]/).at(-1) as string;

/** The name of a file without its folders where that tells it from the others. */
function shortName(file: string, sources: readonly ReadSource[]): string {
  const files = new Set(sources.map((source) => source.file));
  return new Set([...files].map(lastPart)).size === files.size ? lastPart(file) : file;
}

/** The quantities that an indicator rests on; a pooled one rests on all age bands at hand. */
export function quantitiesRead(
  { needs, rollup }: Pick<Indicator, "needs" | "rollup">,
  { sources }: Pick<ReadTables, "sources">,
): readonly string[] {
  if (rollup !== "pooled") return needs;
  const subjects = new Set(needs.map((id) => bandOf(id)?.of));
  const recorded = sources.flatMap(({ plan }) =>
    plan.columns.flatMap((column) => quantityOf(column) ?? []),
  );
  const bands = recorded.filter((id) => subjects.has(parseBandId(id)?.of));
  return bands.length > 0 ? [...new Set(bands)] : needs;
}
