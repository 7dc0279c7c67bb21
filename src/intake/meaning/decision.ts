import type { Evidence } from "../../survey/reading-evidence.ts";
import type { AgeBand } from "../../survey/totals.ts";
import type { ColumnHead, HeadMeaning } from "../heads/head-meaning.ts";
import { type Facet, isComplete, partition } from "./breakdowns.ts";
import type { Figures } from "./figures.ts";
import { everyone, isEveryone, type Population, populationKey } from "./population.ts";
import type { Statement } from "./statement.ts";

/** A column that counts persons, as far as its head tells; of a bare 合计 or 人数 it is not known whom. */
export interface Whole {
  readonly index: number;
  readonly population?: Population;
}

/** Whom a breakdown counts, and why; `total`: the bare 合计 or 人数 that its parts add up to. */
export interface Closed {
  readonly population: Population;
  readonly because: Evidence;
  readonly total?: number;
}

/** What was decided of a breakdown, or which readings are left. */
export type Decision =
  | Closed
  | { readonly readings: readonly Population[]; readonly total?: number };

/** The columns of one period, and all that can close a breakdown among them. */
export interface Table {
  readonly meanings: readonly HeadMeaning[];
  readonly heads: readonly ColumnHead[];
  readonly facets: readonly Facet[];
  readonly wholes: readonly Whole[];
  readonly figures: Figures;
  /** How much a figure of a column may be off by, where figures are rounded. */
  readonly slack: (index: number) => number;
  readonly statement: Statement | undefined;
  /** Whether titles or the file's name speak of people other than residents. */
  readonly namesOthers: boolean;
  /** Whether the table counts people and households, and neither its heads nor its titles say that they are any but all of them. */
  readonly isOfAll: boolean;
}

const bandsOf = ({ parts }: Facet): AgeBand[] => parts.flatMap(({ band }) => band ?? []);

/**
 * Decides whom each breakdown counts. Arithmetic beats words, words beat position; where nothing is left, or two readings are, it stays open.
 */
export function decideFacets(table: Table): ReadonlyMap<Facet, Decision> {
  const decided = new Map<Facet, Decision>();
  const closings = new Map(table.facets.map((facet) => [facet, closingWholes(facet, table)]));
  const pending = new Set<Facet>();

  const decide = (facet: Facet): Decision => {
    const known = decided.get(facet);
    if (known) return known;
    if (pending.has(facet)) return { readings: [] };
    pending.add(facet);
    const decision = byClosure(facet, closings.get(facet) ?? [], table, decide) ?? {
      ...byWords(facet, table),
    };
    pending.delete(facet);
    decided.set(facet, decision);
    return decision;
  };
  for (const facet of table.facets) decide(facet);
  shareTotals(table, closings, decided);
  return decided;
}

interface Closing {
  readonly whole: Whole;
  readonly rows: number;
  readonly parts: readonly number[];
}

/** The columns that the parts of a breakdown add up to in every full row, of two at least. */
function closingWholes(facet: Facet, table: Table): Closing[] {
  const bands = bandsOf(facet);
  const chosen =
    facet.kind === "other"
      ? facet.parts.map((_, i) => i)
      : bands.length === facet.parts.length
        ? partition(bands)
        : undefined;
  if (chosen === undefined || chosen.length < 2) return [];
  const parts = chosen.map((i) => (facet.parts[i] as { index: number }).index);
  const slack = Math.max(...parts.map(table.slack));
  const openAges = table.facets.flatMap((other) =>
    other !== facet && other.kind === "age" ? other.parts.map(({ index }) => ({ index })) : [],
  );
  return [...table.wholes, ...openAges].flatMap((whole): Closing[] => {
    if (parts.includes(whole.index)) return [];
    const rows = table.figures.closing(
      parts,
      whole.index,
      Math.max(slack, table.slack(whole.index)),
    );
    return rows !== undefined && rows >= 2 ? [{ whole, rows, parts }] : [];
  });
}

const header = (table: Table, index: number): string =>
  (table.heads[index] as ColumnHead).header.trim();

function byClosure(
  facet: Facet,
  closings: readonly Closing[],
  table: Table,
  decide: (facet: Facet) => Decision,
): Decision | undefined {
  const found = new Map<string, { population: Population; because: Evidence }>();
  let total: number | undefined;
  for (const { whole, rows, parts } of closings) {
    const population = whole.population ?? ofOpenAges(whole.index, table, decide);
    if (!population) {
      total ??= whole.index;
      continue;
    }
    const key = populationKey(population);
    if (found.has(key)) continue;
    found.set(key, {
      population,
      because: {
        by: "closure",
        parts: parts.map((index) => header(table, index)),
        whole: header(table, whole.index),
        rows,
      },
    });
  }
  const [only] = found.values();
  const bare = total === undefined ? {} : { total };
  if (only && found.size === 1) return { ...only, ...bare };
  if (found.size > 1) {
    const readings = [...found.values()];
    const { statement } = table;
    const stated = readings.filter(
      ({ population }) =>
        statement && populationKey(population) === populationKey(statement.population),
    );
    if (stated[0]) return { ...stated[0], ...bare };
    const nearest = nearestOf(facet, table);
    const beside = readings.find(
      ({ population }) =>
        nearest?.population && populationKey(nearest.population) === populationKey(population),
    );
    return beside
      ? { ...beside, ...bare }
      : { readings: readings.map(({ population }) => population), ...bare };
  }
  if (total === undefined) return undefined;
  // A bare total says no more than its parts do: the words decide, never what merely stands before them.
  return {
    ...(byStatement(facet, table) ??
      byAges(facet, table) ??
      byAlone(closings, table) ?? { readings: [] }),
    total,
  };
}

/** Whom 60岁以上 counts, where its own breakdown is decided: 男 and 女 behind it count them by sex. */
function ofOpenAges(
  index: number,
  table: Table,
  decide: (facet: Facet) => Decision,
): Population | undefined {
  const facet = table.facets.find(
    ({ kind, parts }) => kind === "age" && parts.some((part) => part.index === index),
  );
  if (!facet) return undefined;
  const decision = decide(facet);
  const name = header(table, index);
  if (!("population" in decision)) return { kind: "other", name };
  const { population } = decision;
  const band = facet.parts.find((part) => part.index === index)?.band;
  if (population.kind === "other" || !band || !isEveryone(population.band))
    return { kind: "other", name };
  return { ...population, band: { ...band, of: population.band.of } };
}

/** The last count of persons before a breakdown. */
const nearestOf = (facet: Facet, { wholes }: Table): Whole | undefined =>
  wholes.findLast(({ index }) => index < facet.first);

function byStatement(facet: Facet, { statement, figures, wholes }: Table): Decision | undefined {
  if (!statement) return undefined;
  const { population } = statement;
  if (statement.onlyFrom !== undefined) {
    const from = statement.onlyFrom;
    if (facet.kind !== "age" || !bandsOf(facet).every((band) => band.from >= from))
      return undefined;
  }
  const own = wholes.filter(
    (whole) => whole.population && populationKey(whole.population) === populationKey(population),
  );
  const exceeds = own.some((whole) =>
    facet.parts.some(({ index }) => figures.bounded(index, whole.index) === undefined),
  );
  return exceeds ? undefined : { population, because: { by: "statement", text: statement.text } };
}

/** Children told apart at this age or below: a population from birth on, no staff, members or volunteers. */
const childhoodEnds = 16;

function byAges(facet: Facet, table: Table): Decision | undefined {
  if (facet.kind !== "age" && facet.kind !== "age-by-sex") return undefined;
  if (table.namesOthers || table.statement) return undefined;
  const fitsOthers = fittingWholes(facet, table).some(
    ({ whole: { population } }) =>
      population && (population.kind === "other" || population.band.of !== "residents"),
  );
  if (fitsOthers) return undefined;
  const bands = bandsOf(facet);
  const youngest = bands.reduce((a, b) =>
    b.from < a.from || (b.from === a.from && b.to < a.to) ? b : a,
  );
  if (!isComplete(bands) || youngest.from !== 0 || youngest.to > childhoodEnds) return undefined;
  const oldest = bands.reduce((a, b) => (b.from > a.from ? b : a));
  const at = (band: AgeBand): string =>
    header(table, (facet.parts[bands.indexOf(band)] as { index: number }).index);
  return {
    population: everyone("residents"),
    because: { by: "ages", first: at(youngest), last: at(oldest) },
  };
}

/** Men and women that add up to a bare total, in a table of nothing but people and households: all residents. */
function byAlone(closings: readonly Closing[], table: Table): Decision | undefined {
  const total = closings.find(({ whole }) => !whole.population);
  if (!total || !table.isOfAll) return undefined;
  return {
    population: everyone("residents"),
    because: {
      by: "alone",
      parts: total.parts.map((index) => header(table, index)),
      whole: header(table, total.whole.index),
      rows: total.rows,
    },
  };
}

function byWords(facet: Facet, table: Table): Decision {
  const fitting = fittingWholes(facet, table);
  const nearest = nearestOf(facet, table);
  const stated = byStatement(facet, table);
  const behind = fitting.find((fit) => fit.whole === nearest);
  if (stated && "population" in stated) {
    const before = behind?.whole.population;
    const other = before && contradicts(before, stated.population, facet) ? before : undefined;
    if (!other) return stated;
    const isThere = table.wholes.some(
      ({ population }) =>
        population && populationKey(population) === populationKey(stated.population),
    );
    const isLoose = stated.population.kind === "other" || stated.population.band.of === "residents";
    return isThere || isLoose ? { readings: [stated.population, other] } : stated;
  }
  return byPosition(facet, table, fitting, nearest) ?? byAges(facet, table) ?? { readings: [] };
}

/** Whether what stands before a breakdown says another thing than the words do: ages behind the women of a population are ages of it. */
function contradicts(before: Population, stated: Population, { kind }: Facet): boolean {
  if (populationKey(before) === populationKey(stated)) return false;
  return (
    kind === "sex" ||
    before.kind === "other" ||
    stated.kind === "other" ||
    before.band.of !== stated.band.of
  );
}

interface Fit {
  readonly whole: Whole;
  readonly rows: number;
}

/** The counts of persons that none of the parts is above in any row. */
function fittingWholes(facet: Facet, { wholes, figures }: Table): Fit[] {
  return wholes.flatMap((whole): Fit[] => {
    let rows = Number.POSITIVE_INFINITY;
    for (const { index } of facet.parts) {
      const shared = figures.bounded(index, whole.index);
      if (shared === undefined) return [];
      rows = Math.min(rows, shared);
    }
    return [{ whole, rows }];
  });
}

function byPosition(
  facet: Facet,
  table: Table,
  fitting: readonly Fit[],
  nearest: Whole | undefined,
): Decision | undefined {
  const named = fitting.filter(({ whole }) => whole.population !== undefined);
  const populations = new Map(
    named.map(({ whole }) => [
      populationKey(whole.population as Population),
      whole.population as Population,
    ]),
  );
  const behind = fitting.find(({ whole }) => whole === nearest);
  if (!behind) {
    const [only] = populations.values();
    if (populations.size !== 1 || !only)
      return populations.size === 0 ? undefined : { readings: [...populations.values()] };
    const { whole, rows } = named[0] as Fit;
    return { population: only, because: { by: "bound", whole: header(table, whole.index), rows } };
  }
  const { population } = behind.whole;
  if (!population) return { readings: [...populations.values()] };
  const because: Evidence = {
    by: "position",
    whole: header(table, behind.whole.index),
    rows: behind.rows,
  };
  const others = [...populations.values()].filter(
    (other) => populationKey(other) !== populationKey(population),
  );
  const alone = { readings: [population, ...others] };
  // Men and women who would make up the whole, but do not: they may as well be those of another.
  if (others.length > 0 && isComplete(bandsOf(facet)) && !mostlyCloses(facet, table, behind.whole))
    return alone;
  if (population.kind === "known" && isEveryone(population.band)) return { population, because };
  const before = named.filter(
    ({ whole }) =>
      whole.index < facet.first &&
      whole.population?.kind === "known" &&
      isEveryone(whole.population.band),
  );
  if (population.kind === "other") return before.length > 0 ? alone : { population, because };
  // Behind a part of a population that is itself in the table: the sexes of either, the ages of the whole.
  const whole = before.findLast(
    ({ whole: { population: own } }) => own?.kind === "known" && own.band.of === population.band.of,
  );
  if (facet.kind === "sex") return alone;
  if (!whole) {
    // 65岁及以上 behind 15岁及以上人口: older ages of the same people.
    const { of, sex, from, to } = population.band;
    const holds = bandsOf(facet).every((band) => band.from >= from && band.to <= to);
    return sex === undefined && others.length === 0 && holds && bandsOf(facet).length > 0
      ? { population: everyone(of, population.basis), because }
      : alone;
  }
  return {
    population: whole.whole.population as Population,
    because: { by: "position", whole: header(table, whole.whole.index), rows: whole.rows },
  };
}

function mostlyCloses(facet: Facet, { figures, slack }: Table, whole: Whole): boolean {
  const chosen = partition(bandsOf(facet)) ?? [];
  const parts = chosen.map((i) => (facet.parts[i] as { index: number }).index);
  if (parts.length < 2) return true;
  return figures.closedShare(parts, whole.index, Math.max(...parts.map(slack))) >= 0.5;
}

/** Breakdowns of one bare total are of one population: what is told of one of them is told of all. */
function shareTotals(
  { facets }: Table,
  closings: ReadonlyMap<Facet, readonly Closing[]>,
  decided: Map<Facet, Decision>,
): void {
  const totals = new Map<number, Closed>();
  for (const facet of facets) {
    const decision = decided.get(facet);
    if (decision && "population" in decision)
      for (const { whole } of closings.get(facet) ?? [])
        if (!whole.population) totals.set(whole.index, decision);
  }
  for (const facet of facets) {
    const decision = decided.get(facet);
    if (!decision || "population" in decision || decision.total === undefined) continue;
    const shared = totals.get(decision.total);
    if (shared) decided.set(facet, { ...shared, total: decision.total });
  }
}
