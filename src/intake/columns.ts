import { bandId, cover } from "../codebook/age-band.ts";
import { identityOfCell, identityOfColumn, withoutIdentity } from "../codebook/identity.ts";
import { findVariable } from "../codebook/index.ts";
import { matchHeader } from "../codebook/match.ts";
import { type ReadUnit, unitFor } from "../codebook/unit-spellings.ts";
import type { UnitId } from "../codebook/units.ts";
import { codes } from "../survey/codes.ts";
import type { CellRules } from "./cell.ts";
import { looksNumeric } from "./cell-kind.ts";
import { excelDamage } from "./excel-damage.ts";
import { type RaisedFinding, withoutPersons } from "./findings.ts";
import { type ColumnHead, type HeadMeaning, type Mapping, type ReadHead, readHeads } from "./head-meaning.ts";
import type { Basis, PlannedColumn, Role } from "./plan.ts";
import { isCommunity, isTotalWord } from "./rows.ts";

export type { Mapping } from "./head-meaning.ts";

export interface PlannedColumns {
  readonly columns: readonly PlannedColumn[];
  readonly findings: readonly RaisedFinding[];
}

/** What stands around the header and bears on its columns. */
export interface TableContext {
  /** The units of the caption: 单位：人、万元. Each applies to the variables of its kind. */
  readonly units: readonly ReadUnit[];
  /** Whom ages and sexes count where no head says so. */
  readonly of: "residents" | "members";
  /** The first rows, cell by cell. */
  readonly rows: readonly (readonly string[])[];
  readonly decimalComma: boolean;
  /** The texts above the header. */
  readonly titles?: readonly string[];
}

/** A search through all aliases: where nothing is understood, not for every column of hundreds. */
const MOST_SUGGESTED_FOR = 25;

/**
 * Gives every header its role. A second column of the same quantity is not used; blank, unknown, ambiguous and duplicate headers, and columns
 * that identify persons, are findings. Throws a CdjError for a mapping that names no id.
 */
export function planColumns(heads: readonly ColumnHead[], mapping: Mapping, context: TableContext): PlannedColumns {
  const read = readHeads(heads, mapping, context.titles);
  const meanings = read.map(({ meaning }) => meaning);
  resolveAreas(meanings, context.rows);
  resolveCodes(meanings, heads, context.rows);
  resolveSubjects(meanings, heads, context.rows);
  for (const period of new Set(read.map((head) => head.period))) {
    resolveWholes(
      meanings,
      read.map((head) => head.period === period),
      context,
    );
  }
  const roc = isTaiwanese(heads);
  const registered = roc && heads.some(({ header }) => /村里|里別|鄉鎮市區|區域別/u.test(header));
  const basis = statedBasis(heads, meanings, context.rows) ?? (registered ? ("registered" as const) : undefined);
  const findings: RaisedFinding[] = [];
  const taken = new Map<string, number>();
  let unknown = 0;
  const columns = meanings.map((meaning, index): PlannedColumn => {
    const { header } = heads[index] as ColumnHead;
    const cells = context.rows.map((row) => row[index] ?? "");
    const unitOfItem = meaning.kind === "unknown" && isUnitHead(header) && meanings.some(({ kind }) => kind === "item");
    const role: Role = unitOfItem ? { is: "unit" } : roleOf(meaning, cells, { ...context, roc, basis });
    const identity = role.is === "quantity" || role.is === "value" || role.is === "item" || role.is === "unit" ? undefined : identityOfColumn(header, cells);
    if (meaning.kind === "unknown") unknown++;
    const numbered = numberInHeader(header, index);
    findings.push(...(numbered.length > 0 ? numbered : findingsOn(meaning, role, header, index, cells, identity, unknown <= MOST_SUGGESTED_FOR)));
    const written = "unit" in meaning && meaning.unit ? meaning.unit : undefined;
    const conflict = role.is === "quantity" && written ? conflictOf(role.quantity, written) : undefined;
    if (conflict) {
      const place = { field: index + 1, header };
      findings.push({ code: codes.unitConflict, place, args: { cell: written?.spelling ?? "", header, expected: conflict } });
      // Money is no area: its figures would be wrong in any unit.
      return { index, header, role: { is: "unused", reason: "ambiguous" }, ...(written && { unit: written.spelling }) };
    }
    const period = role.is === "quantity" || role.is === "value" ? read[index]?.period : undefined;
    const column = { index, header, role, ...(period !== undefined && { period }), ...(written && { unit: written.spelling }), ...(identity && { identity }) };
    if (role.is !== "quantity") return column;
    const key = `${role.quantity}\u0000${period ?? ""}`;
    const first = taken.get(key) ?? sayingMore(meanings, read, index);
    if (first === undefined) {
      taken.set(key, index);
      return column;
    }
    findings.push({ code: codes.duplicateHeader, place: { field: index + 1, header }, args: { header, first: first + 1 } });
    const { period: _, ...undated } = column;
    return { ...undated, role: { is: "unused", reason: "duplicate" } };
  });
  return { columns: columns.map(withSafeHeader), findings: findings.map(withSafePlace) };
}

/** 常住人口 behind 总人口 says what is meant: the position of such a column of the same period, where this one says less and was not declared. */
function sayingMore(meanings: readonly HeadMeaning[], read: readonly ReadHead[], index: number): number | undefined {
  const own = meanings[index];
  if (read[index]?.declared || own?.kind !== "variable" || own.variable !== "residents" || own.basis !== undefined) return undefined;
  const found = meanings.findIndex(
    (m, i) => m.kind === "variable" && m.variable === "residents" && m.basis === "usual" && read[i]?.period === read[index]?.period,
  );
  return found === -1 ? undefined : found;
}

/** A header may hold the number of who is to be asked; nothing else is said of it then. */
function numberInHeader(header: string, index: number): RaisedFinding[] {
  const identity = identityOfCell(header);
  return identity === undefined ? [] : [{ code: codes.identityNumber, place: { field: index + 1, header }, args: { key: "header", identity } }];
}

const withSafeHeader = (column: PlannedColumn): PlannedColumn => ({ ...column, header: withoutIdentity(column.header) });

function withSafePlace(finding: RaisedFinding): RaisedFinding {
  const { header } = finding.place;
  return withoutPersons({ ...finding, ...(header !== undefined && { place: { ...finding.place, header: withoutIdentity(header) } }) });
}

function findingsOn(
  meaning: HeadMeaning,
  role: Role,
  header: string,
  index: number,
  cells: readonly string[],
  identity: PlannedColumn["identity"],
  suggesting: boolean,
): RaisedFinding[] {
  const place = { field: index + 1, header };
  if (identity) return [{ code: codes.identityColumn, place, args: { header, identity } }];
  if (meaning.kind === "ambiguous") return [{ code: codes.ambiguousHeader, place, args: { header, candidates: [...meaning.candidates] } }];
  if (role.is !== "unused") return [];
  if (role.reason === "unknown") {
    const was = excelDamage(header, false);
    if (was !== undefined) return [{ code: codes.excelDamage, place, args: { cell: header, was } }];
    const suggestions = suggesting && meaning.kind === "unknown" ? meaning.suggestions.map((s) => s.id) : [];
    return [{ code: codes.unknownHeader, place, args: { header, suggestions } }];
  }
  const filled = cells.filter((cell) => cell.trim() !== "");
  return role.reason === "blank" && filled.length > 0 && !numbersRows(filled) ? [{ code: codes.blankHeader, place, args: { field: index + 1 } }] : [];
}

/** 0, 1, 2 … or 1, 2, 3 …, as programs number rows. */
const numbersRows = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((cell, i) => Number(cell) === Number(cells[0]) + i) && Number(cells[0]) < 2;

/**
 * Which columns name the area. 区域别 is the parent where a column of communities stands beside it; the innermost parent is the area where
 * none does; of two columns of areas the one with more names is the area, the one before it its parent.
 */
function resolveAreas(meanings: HeadMeaning[], rows: readonly (readonly string[])[]): void {
  const indices = (key: string): number[] => meanings.flatMap((m, i) => (m.kind === "key" && m.key === key ? [i] : []));
  const areas = indices("area");
  if (areas.length === 0) {
    const parents = indices("parent_area");
    // The corner of a table is often left blank.
    const corner = meanings.findIndex((m, i) => m.kind === "blank" && holdsAreas(rows.map((row) => (row[i] ?? "").trim())));
    if (corner !== -1) {
      meanings[corner] = { kind: "key", key: "area" };
      return;
    }
    const or = parents.findLast((i) => (meanings[i] as { or?: string }).or === "area");
    const innermost = or ?? parents.at(-1);
    if (innermost !== undefined) meanings[innermost] = { kind: "key", key: "area" };
    return;
  }
  // 社区 over 户数, 常住人口, 党员数: the rows are no areas.
  for (const i of areas) if (holdsLabels(rows.map((row) => (row[i] ?? "").trim()))) meanings[i] = { kind: "item", item: "variable" };
  if (areas.length === 1) return;
  const names = (i: number): number => new Set(rows.map((row) => row[i] ?? "")).size;
  const finest = areas.reduce((best, i) => (names(i) >= names(best) ? i : best));
  for (const i of areas) if (i !== finest) meanings[i] = i < finest ? { kind: "key", key: "parent_area" } : { kind: "ignored" };
}

/** Variables and age bands that the codebook knows, for the most part. */
function holdsLabels(cells: readonly string[]): boolean {
  const filled = cells.filter((text) => text !== "" && !looksNumeric(text));
  const isLabel = (text: string): boolean => {
    const { kind } = matchHeader(text);
    return kind === "variable" || kind === "band";
  };
  return filled.length >= 2 && filled.slice(0, 20).filter(isLabel).length >= 0.6 * Math.min(20, filled.length);
}

/** Names of communities, for the most part, no two alike. */
function holdsAreas(cells: readonly string[]): boolean {
  const filled = cells.filter((text) => text !== "" && !isTotalWord(text));
  return filled.length >= 2 && new Set(filled).size === filled.length && filled.filter(isCommunity).length >= 0.6 * filled.length;
}

/** Words that say whom an age or a sex counts. */
const subject = /党|黨|人口|居民|老人|老年|儿童|兒童|member|resident|population/iu;

/**
 * Ages and sexes that name no subject count residents; but right behind a column of members they count members, where both sexes add up to them, or
 * where the table has no residents and none of them is more than the members.
 */
function resolveSubjects(meanings: HeadMeaning[], heads: readonly ColumnHead[], rows: readonly (readonly string[])[]): void {
  const hasResidents = meanings.some((m) => m.kind === "variable" && (m.variable === "residents" || m.variable === "registered_residents"));
  meanings.forEach((meaning, members) => {
    if (meaning.kind !== "variable" || meaning.variable !== "members") return;
    const isBare = (i: number): boolean => {
      const m = meanings[i];
      return m?.kind === "band" && m.band.of === "residents" && !subject.test((heads[i] as ColumnHead).header);
    };
    let end = members + 1;
    while (isBare(end)) end++;
    const bands = Array.from({ length: end - members - 1 }, (_, i) => members + 1 + i);
    const ofSex = (sex: string): number[] =>
      bands.filter((i) => {
        const m = meanings[i] as HeadMeaning & { kind: "band" };
        return m.band.sex === sex && m.band.from === 0 && m.band.to === Number.POSITIVE_INFINITY;
      });
    const sexes = [...ofSex("male"), ...ofSex("female")];
    const addUp = sexes.length === 2 && addsUp(rows, members, sexes);
    if (bands.length === 0 || !(addUp || (!hasResidents && sexes.length < 2 && bands.every((i) => isPartOf(rows, i, members))))) return;
    for (const i of bands) {
      const own = meanings[i] as HeadMeaning & { kind: "band" };
      meanings[i] = { ...own, band: { ...own.band, of: "members" } };
    }
  });
}

const figureOf = (cell: string | undefined): number => Number((cell ?? "").replaceAll(/[,\s]/g, ""));

function isPartOf(rows: readonly (readonly string[])[], part: number, whole: number): boolean {
  const full = rows.filter((row) => looksNumeric(row[part] ?? "") && looksNumeric(row[whole] ?? ""));
  return full.length > 0 && full.every((row) => figureOf(row[part]) <= figureOf(row[whole]));
}

/**
 * Which column has the areas' own codes: of two the one that names villages, else the one with more codes. A code beside several names in
 * one period is that of the unit above: such a column is not the areas'.
 */
function resolveCodes(meanings: HeadMeaning[], heads: readonly ColumnHead[], rows: readonly (readonly string[])[]): void {
  const indices = meanings.flatMap((m, i) => (m.kind === "key" && m.key === "area_code" ? [i] : []));
  const area = meanings.findIndex((m) => m.kind === "key" && m.key === "area");
  if (indices.length === 0 || area === -1) return;
  const ofVillage = (i: number): boolean => /村|里|社区|社區|village|community/iu.test((heads[i] as ColumnHead).header);
  const distinct = (i: number): number => new Set(rows.map((row) => row[i] ?? "")).size;
  const finest = indices.reduce((best, i) =>
    ofVillage(i) && !ofVillage(best) ? i : distinct(i) > distinct(best) && ofVillage(i) === ofVillage(best) ? i : best,
  );
  const periods = meanings.flatMap((m, i) => (m.kind === "key" && m.key === "period" ? [i] : []));
  for (const i of indices) if (i !== finest || isOfParents(rows, i, area, periods)) meanings[i] = { kind: "ignored" };
}

/** Whether most codes of a column stand with several names of areas in one period. */
function isOfParents(rows: readonly (readonly string[])[], code: number, area: number, periods: readonly number[]): boolean {
  // 1.10101E+11 is what a spreadsheet has left of several codes.
  if (rows.some((row) => /^\d(?:\.\d+)?E\+\d+$/iu.test((row[code] ?? "").trim()))) return false;
  const names = new Map<string, Set<string>>();
  for (const row of rows) {
    const own = (row[code] ?? "").trim();
    const name = (row[area] ?? "").trim();
    if (own === "" || name === "" || isTotalWord(name)) continue;
    const key = [own, ...periods.map((i) => row[i] ?? "")].join("\u0000");
    names.set(key, (names.get(key) ?? new Set()).add(name));
  }
  const shared = [...names.values()].filter(({ size }) => size > 1).length;
  return shared > 0 && shared >= names.size / 2;
}

/**
 * A column headed 合计 or 计 alone: beside sexes or ages that add up to it in every row it is the whole of them; in a table whose rows name ages
 * or sexes it is their value; otherwise it is not understood. `among`: the columns of one period.
 */
function resolveWholes(meanings: HeadMeaning[], among: readonly boolean[], { rows, of }: TableContext): void {
  const bands = meanings.flatMap((m, index) => (m.kind === "band" && m.band.of === of && among[index] ? [{ band: m.band, index }] : []));
  const way = cover(
    bands.map(({ band }) => band),
    { of, from: 0, to: Number.POSITIVE_INFINITY },
  );
  const parts = typeof way === "string" ? [] : way.map((i) => (bands[i] as { index: number }).index);
  const hasItem = meanings.some((m) => m.kind === "item");
  const hasValue = meanings.some((m) => m.kind === "value");
  const hasWhole = meanings.some((m, i) => among[i] && m.kind === "variable" && m.variable === of);
  meanings.forEach((meaning, i) => {
    if (!among[i]) return;
    if (meaning.kind !== "whole" && !(meaning.kind === "value" && !hasItem)) return;
    if (hasItem && !hasValue) meanings[i] = { kind: "value" };
    else if (!hasWhole && parts.length > 0 && addsUp(rows, i, parts)) meanings[i] = { kind: "variable", variable: of };
    else if (meaning.kind === "whole") meanings[i] = { kind: "unknown", suggestions: [] };
  });
}

function addsUp(rows: readonly (readonly string[])[], whole: number, parts: readonly number[]): boolean {
  const full = rows.filter((row) => looksNumeric(row[whole] ?? "") && parts.every((i) => looksNumeric(row[i] ?? "")));
  return full.length > 0 && full.every((row) => parts.reduce((sum, i) => sum + figureOf(row[i]), 0) === figureOf(row[whole]));
}

/** What a column residents_basis, as `cdj tidy` writes it, says in every row; the column itself is not read further. */
function statedBasis(heads: readonly ColumnHead[], meanings: HeadMeaning[], rows: readonly (readonly string[])[]): Basis | undefined {
  const at = heads.findIndex(({ header }) => header.trim() === "residents_basis");
  if (at === -1) return undefined;
  meanings[at] = { kind: "ignored" };
  const said = new Set(rows.map((row) => (row[at] ?? "").trim()).filter((text) => text !== ""));
  const [only] = said;
  return said.size === 1 ? bases.find((basis) => basis === only) : undefined;
}

const bases: readonly Basis[] = ["usual", "registered", "managed"];

/** Taiwan's tables: traditional heads, so that bare years are the Republic's and villages' residents those of the household register. */
const isTaiwanese = (heads: readonly ColumnHead[]): boolean => heads.some(({ header }) => /[區鄉鎮縣戶歲數齡統]|民國|statistic_yyy|info_time/iu.test(header));

interface RoleContext extends TableContext {
  readonly roc: boolean;
  /** How residents are counted where their head does not say. */
  readonly basis: Basis | undefined;
}

function roleOf(meaning: HeadMeaning, cells: readonly string[], context: RoleContext): Role {
  switch (meaning.kind) {
    case "blank":
      return { is: "unused", reason: "blank" };
    case "key":
      return { is: "key", key: meaning.key, ...(meaning.key === "period" && context.roc && { roc: true as const }) };
    case "variable": {
      if (meaning.or === "finer" && holdsNames(cells)) return { is: "finer" };
      const rules = columnRules(meaning.variable, meaning.unit, context);
      const basis = meaning.basis ?? (meaning.variable === "residents" ? context.basis : undefined);
      return { is: "quantity", quantity: meaning.variable, rules, ...(basis && { basis }) };
    }
    case "band": {
      const basis = meaning.basis ?? (meaning.band.of === "residents" ? context.basis : undefined);
      return { is: "quantity", quantity: bandId(meaning.band), rules: columnRules(meaning.band.of, meaning.unit, context), ...(basis && { basis }) };
    }
    case "item":
      return { is: "item", item: meaning.item, of: context.of };
    case "value":
      return { is: "value", rules: columnRules(context.of, meaning.unit, context) };
    case "finer":
      return { is: "finer" };
    case "whole":
      return { is: "unused", reason: "unknown" };
    default:
      return { is: "unused", reason: meaning.kind };
  }
}

/** In a long table; elsewhere 单位 may be a work unit. */
const isUnitHead = (header: string): boolean => /^\s*(?:(?:计量|計量|数据|數據)?(?:单位|單位)|units?(?:[ _]of[ _]measure(?:ment)?)?)\s*$/iu.test(header);

function holdsNames(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length > 0 && filled.filter(looksNumeric).length < filled.length / 2;
}

/** The unit of the header wins over that of the caption; of the caption's, the one that fits the variable. */
function columnRules(variable: string, unit: ReadUnit | undefined, { units, decimalComma }: TableContext): CellRules {
  const rules = rulesFor(variable, unit ?? units.find((candidate) => conflictOf(variable, candidate) === undefined));
  return decimalComma ? { ...rules, decimalComma } : rules;
}

/** The unit that a quantity should have had, where the one written does not fit it. */
function conflictOf(quantity: string, unit: ReadUnit): UnitId | undefined {
  const variable = findVariable(quantity);
  const wanted = variable ?? ({ kind: "count", unit: "person" } as const);
  return unitFor(wanted, unit) === "conflict" ? wanted.unit : undefined;
}

/** How the cells of a variable are read, given the unit of its header or caption (which is left out where it does not fit). */
export function rulesFor(variableId: string, read: ReadUnit | undefined): CellRules {
  const variable = findVariable(variableId);
  const scale = read ? unitFor(variable ?? { kind: "count", unit: "person" }, read) : undefined;
  const { exponent = 0, factor } = scale === undefined || scale === "conflict" ? {} : scale;
  if (!variable) return { kind: "count", unit: "person", exponent, noneMeans: "missing", ...(factor !== undefined && { factor }) };
  return {
    kind: variable.kind,
    unit: variable.unit,
    exponent,
    noneMeans: variable.noneMeans,
    ...(factor !== undefined && { factor }),
    ...(variable.values && { values: variable.values }),
  };
}
