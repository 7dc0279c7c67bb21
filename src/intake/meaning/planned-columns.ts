import { bandId } from "../../codebook/age-band.ts";
import {
  identityOfCell,
  identityOfColumn,
  isCodeHeader,
  withoutIdentity,
} from "../../codebook/identity.ts";
import { findVariable } from "../../codebook/index.ts";
import { isRemarkHead } from "../../codebook/remark-head.ts";
import { type ReadUnit, unitFor } from "../../codebook/unit-spellings.ts";
import type { UnitId } from "../../codebook/units.ts";
import { codes } from "../../survey/codes.ts";
import type { AgeBand } from "../../survey/totals.ts";
import type { CellRules } from "../cells/cell.ts";
import { looksNumeric } from "../cells/cell-kind.ts";
import { excelDamage } from "../cells/excel-damage.ts";
import { periodWriting } from "../cells/period-writing.ts";
import { type RaisedFinding, withoutPersons } from "../findings.ts";
import {
  type ColumnHead,
  type HeadMeaning,
  type Mapping,
  type ReadHead,
  readHeads,
} from "../heads/head-meaning.ts";
import type { Basis, PlannedColumn, Role } from "../plan.ts";
import { Figures } from "./figures.ts";
import { settleGeneralWords } from "./general-words.ts";
import { resolveAreas, resolveCodes, resolveWholes } from "./meanings-from-rows.ts";
import { settlePresence } from "./presence.ts";
import { settleRowsApart } from "./rows-apart.ts";
import { settleBreakdowns } from "./settle-breakdowns.ts";
import { settleTitled } from "./titled-figures.ts";

export type { Mapping } from "../heads/head-meaning.ts";

export interface PlannedColumns {
  readonly columns: readonly PlannedColumn[];
  readonly findings: readonly RaisedFinding[];
}

/** What stands around the header and bears on its columns. */
export interface TableContext {
  /** The units of the caption: 单位：人、万元. Each applies to the variables of its kind. */
  readonly units: readonly ReadUnit[];
  /** The first rows, cell by cell. */
  readonly rows: readonly (readonly string[])[];
  readonly decimalComma: boolean;
  /** The texts above the header. */
  readonly titles?: readonly string[];
  /** The name of the file. */
  readonly file?: string;
}

/** A search through all aliases: where nothing is understood, not for every column of hundreds. */
const MOST_SUGGESTED_FOR = 25;

/**
 * Gives every header its role. A second column of the same quantity is not used; blank, unknown, ambiguous and duplicate headers, and columns
 * that identify persons, are findings. Throws a CdjError for a mapping that names no id.
 */
export function planColumns(
  heads: readonly ColumnHead[],
  mapping: Mapping,
  context: TableContext,
): PlannedColumns {
  const read = readHeads(heads, mapping, context.titles);
  const first = read.map(({ meaning }) => meaning);
  settlePresence(first, heads, context.rows);
  resolveAreas(first, heads, context.rows);
  resolveCodes(first, heads, context.rows);
  settleRowsApart(first, context.rows);
  const titled = settleTitled(first, context.titles ?? []);
  const figures = new Figures(context.rows);
  const general = settleGeneralWords(
    first,
    heads.map((head, i) => (read[i]?.declared ? { header: "" } : head)),
    figures,
    `${(context.titles ?? []).join(" ")} ${context.file ?? ""} ${heads.map(({ header }) => (/\p{Script=Han}/u.test(header) ? header : "")).join(" ")}`,
  );
  const settled = settleBreakdowns(
    first,
    heads,
    read.map(({ period }) => period),
    {
      figures,
      titles: context.titles ?? [],
      file: context.file ?? "",
      rows: context.rows,
      scaled: context.units.some(({ unit, exponent }) => unit === "person" && exponent > 0),
    },
  );
  const { meanings } = settled;
  resolveWholes(meanings);
  const roc = isTaiwanese(heads);
  const script = { all: heads.map(({ header }) => header).join(" "), traditional: roc };
  const registered = roc && heads.some(({ header }) => /村里|里別|鄉鎮市區|區域別/u.test(header));
  const basis =
    statedBasis(heads, meanings, context.rows) ??
    (registered ? ("registered" as const) : undefined);
  const findings: RaisedFinding[] = [...general, ...settled.findings];
  const taken = new Map<string, number>();
  let unknown = 0;
  const columns = meanings.map((meaning, index): PlannedColumn => {
    const { header } = heads[index] as ColumnHead;
    const cells = context.rows.map((row) => row[index] ?? "");
    const unitOfItem =
      meaning.kind === "unknown" &&
      isUnitHead(header) &&
      meanings.some(({ kind }) => kind === "item");
    const role: Role = unitOfItem
      ? { is: "unit" }
      : roleOf(meaning, heads[index] as ColumnHead, cells, {
          ...context,
          script,
          basis,
          of: settled.of,
        });
    const codesOf = (role.is === "key" && role.key === "area_code") || isCodeHeader(header);
    const identity =
      role.is === "quantity" || role.is === "value" || role.is === "item" || role.is === "unit"
        ? undefined
        : identityOfColumn(header, cells, codesOf);
    if (meaning.kind === "unknown") unknown++;
    const numbered = numberInHeader(header, index);
    findings.push(
      ...(numbered.length > 0
        ? numbered
        : findingsOn(meaning, role, header, index, cells, identity, unknown <= MOST_SUGGESTED_FOR)),
    );
    const written = "unit" in meaning && meaning.unit ? meaning.unit : undefined;
    const conflict =
      role.is === "quantity" && written ? conflictOf(role.quantity, written) : undefined;
    if (conflict) {
      const place = { field: index + 1, header };
      findings.push({
        code: codes.unitConflict,
        place,
        args: { cell: written?.spelling ?? "", header, expected: conflict },
      });
      // Money is no area: its figures would be wrong in any unit.
      return {
        index,
        header,
        role: { is: "unused", reason: "ambiguous" },
        ...(written && { unit: written.spelling }),
      };
    }
    const period = role.is === "quantity" || role.is === "value" ? read[index]?.period : undefined;
    const because =
      settled.because.get(index) ?? (index === titled?.index ? titled.because : undefined);
    const column = {
      index,
      header,
      role,
      ...(period !== undefined && { period }),
      ...(written && { unit: written.spelling }),
      ...(because && { because }),
      ...(identity ? { identity } : codesOf && { codes: true as const }),
    };
    if (role.is !== "quantity") return column;
    const key = `${role.quantity}\u0000${period ?? ""}`;
    const first = taken.get(key) ?? sayingMore(meanings, read, index);
    if (first === undefined) {
      taken.set(key, index);
      return column;
    }
    findings.push({
      code: codes.duplicateHeader,
      place: { field: index + 1, header },
      args: { header, first: first + 1 },
    });
    const { period: _, ...undated } = column;
    return { ...undated, role: { is: "unused", reason: "duplicate" } };
  });
  return { columns: columns.map(withSafeHeader), findings: findings.map(withSafePlace) };
}

/** 常住人口 behind 总人口 says what is meant: the position of such a column of the same period, where this one says less and was not declared. */
function sayingMore(
  meanings: readonly HeadMeaning[],
  read: readonly ReadHead[],
  index: number,
): number | undefined {
  const own = meanings[index];
  if (
    read[index]?.declared ||
    own?.kind !== "variable" ||
    own.variable !== "residents" ||
    own.basis !== undefined
  )
    return undefined;
  const found = meanings.findIndex(
    (m, i) =>
      m.kind === "variable" &&
      m.variable === "residents" &&
      m.basis === "usual" &&
      read[i]?.period === read[index]?.period,
  );
  return found === -1 ? undefined : found;
}

/** A header may hold the number of who is to be asked; nothing else is said of it then. */
function numberInHeader(header: string, index: number): RaisedFinding[] {
  const identity = identityOfCell(header);
  return identity === undefined
    ? []
    : [
        {
          code: codes.identityNumber,
          place: { field: index + 1, header },
          args: { key: "header", identity },
        },
      ];
}

function mostlyFigures(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length > 0 && filled.filter(looksNumeric).length * 2 >= filled.length;
}

const withSafeHeader = (column: PlannedColumn): PlannedColumn => ({
  ...column,
  header: withoutIdentity(column.header),
});

function withSafePlace(finding: RaisedFinding): RaisedFinding {
  const { header } = finding.place;
  return withoutPersons({
    ...finding,
    ...(header !== undefined && { place: { ...finding.place, header: withoutIdentity(header) } }),
  });
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
  if (meaning.kind === "ambiguous")
    return [
      { code: codes.ambiguousHeader, place, args: { header, candidates: [...meaning.candidates] } },
    ];
  if (role.is !== "unused") return [];
  if (role.reason === "unknown") {
    const was = excelDamage(header, false);
    if (was !== undefined) return [{ code: codes.excelDamage, place, args: { cell: header, was } }];
    // Remarks are no figures, and nobody has to give them another head.
    if (isRemarkHead(header) && !mostlyFigures(cells)) return [];
    const suggestions =
      suggesting && meaning.kind === "unknown" ? meaning.suggestions.map((s) => s.id) : [];
    return [{ code: codes.unknownHeader, place, args: { header, suggestions } }];
  }
  const filled = cells.filter((cell) => cell.trim() !== "");
  return role.reason === "blank" && filled.length > 0 && !numbersRows(filled)
    ? [{ code: codes.blankHeader, place, args: { field: index + 1 } }]
    : [];
}

/** 0, 1, 2 … or 1, 2, 3 …, as programs number rows. */
const numbersRows = (cells: readonly string[]): boolean =>
  cells.length > 1 &&
  cells.every((cell, i) => Number(cell) === Number(cells[0]) + i) &&
  Number(cells[0]) < 2;

/** What a column residents_basis, as `cdj tidy` writes it, says in every row; the column itself is not read further. */
function statedBasis(
  heads: readonly ColumnHead[],
  meanings: HeadMeaning[],
  rows: readonly (readonly string[])[],
): Basis | undefined {
  const at = heads.findIndex(({ header }) => header.trim() === "residents_basis");
  if (at === -1) return undefined;
  meanings[at] = { kind: "ignored" };
  const said = new Set(rows.map((row) => (row[at] ?? "").trim()).filter((text) => text !== ""));
  const [only] = said;
  return said.size === 1 ? bases.find((basis) => basis === only) : undefined;
}

const bases: readonly Basis[] = ["usual", "registered", "managed"];

/** Taiwan's tables: traditional heads, so that bare years are the Republic's and villages' residents those of the household register. */
const isTaiwanese = (heads: readonly ColumnHead[]): boolean =>
  heads.some(({ header }) => /[區鄉鎮縣戶歲數齡統]|民國|statistic_yyy|info_time/iu.test(header));

interface RoleContext extends TableContext {
  /** All heads as one text, and whether they are Taiwan's. */
  readonly script: { readonly all: string; readonly traditional: boolean };
  /** How residents are counted where their head does not say. */
  readonly basis: Basis | undefined;
  /** Whom the ages and sexes in the rows of a long table count, where that is told. */
  readonly of: AgeBand["of"] | undefined;
}

function roleOf(
  meaning: HeadMeaning,
  head: ColumnHead,
  cells: readonly string[],
  context: RoleContext,
): Role {
  switch (meaning.kind) {
    case "blank":
      return { is: "unused", reason: "blank" };
    case "key":
      return {
        is: "key",
        key: meaning.key,
        ...(meaning.key === "period" && periodWriting(head.header, cells, context.script)),
      };
    case "variable": {
      if (meaning.or === "finer" && holdsNames(cells)) return { is: "finer" };
      const rules = columnRules(meaning.variable, meaning.unit, context);
      const basis = meaning.basis ?? (meaning.variable === "residents" ? context.basis : undefined);
      return { is: "quantity", quantity: meaning.variable, rules, ...(basis && { basis }) };
    }
    case "band": {
      const basis = meaning.basis ?? (meaning.band.of === "residents" ? context.basis : undefined);
      return {
        is: "quantity",
        quantity: bandId(meaning.band),
        rules: columnRules(meaning.band.of, meaning.unit, context),
        ...(basis && { basis }),
      };
    }
    case "item":
      return { is: "item", item: meaning.item, ...(context.of && { of: context.of }) };
    case "value":
      return { is: "value", rules: columnRules(context.of ?? "residents", meaning.unit, context) };
    case "finer":
      return { is: "finer" };
    case "whole":
      return { is: "unused", reason: "unknown" };
    default:
      return { is: "unused", reason: meaning.kind };
  }
}

/** In a long table; elsewhere 单位 may be a work unit. */
const isUnitHead = (header: string): boolean =>
  /^\s*(?:(?:计量|計量|数据|數據)?(?:单位|單位)|units?(?:[ _]of[ _]measure(?:ment)?)?)\s*$/iu.test(
    header,
  );

function holdsNames(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length > 0 && filled.filter(looksNumeric).length < filled.length / 2;
}

/** The unit of the header wins over that of the caption; of the caption's, the one that fits the variable. */
function columnRules(
  variable: string,
  unit: ReadUnit | undefined,
  { units, decimalComma }: TableContext,
): CellRules {
  const rules = rulesFor(
    variable,
    unit ?? units.find((candidate) => conflictOf(variable, candidate) === undefined),
  );
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
  if (!variable)
    return {
      kind: "count",
      unit: "person",
      exponent,
      noneMeans: "missing",
      ...(factor !== undefined && { factor }),
    };
  return {
    kind: variable.kind,
    unit: variable.unit,
    exponent,
    noneMeans: variable.noneMeans,
    ...(factor !== undefined && { factor }),
    ...(variable.values && { values: variable.values }),
  };
}
