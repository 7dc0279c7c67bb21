import type { Evidence } from "../../survey/reading-evidence.ts";
import type { AgeBand } from "../../survey/totals.ts";
import {
  bandsOf,
  type Closed,
  type Decision,
  fittingWholes,
  header,
  nearestOf,
  type Table,
  type Whole,
} from "./breakdown-table.ts";
import { type Facet, isComplete, partition } from "./breakdowns.ts";
import { everyone, isEveryone, type Population, populationKey } from "./population.ts";
import { byPosition } from "./position.ts";

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
      ...byWords(facet, table, taken(facet, table, closings)),
    };
    pending.delete(facet);
    decided.set(facet, decision);
    return decision;
  };
  for (const facet of table.facets) decide(facet);
  shareTotals(table, closings, decided);
  return decided;
}

/** Columns that another complete breakdown of the same kind adds up to: a second one beside it is of others. */
function taken(
  facet: Facet,
  { facets }: Table,
  closings: ReadonlyMap<Facet, readonly Closing[]>,
): ReadonlySet<number> {
  if (!isComplete(bandsOf(facet))) return new Set();
  return new Set(
    facets.flatMap((other) =>
      other !== facet && other.kind === facet.kind
        ? (closings.get(other) ?? []).map(({ whole }) => whole.index)
        : [],
    ),
  );
}

interface Closing {
  readonly whole: Whole;
  readonly rows: number;
  readonly parts: readonly number[];
}

/** The columns that the parts of a breakdown add up to in every full row, of two at least; else the only one that they add up to in most. */
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
  const among = [...table.wholes, ...openAges].filter(({ index }) => !parts.includes(index));
  const slackOf = ({ index }: Whole): number => Math.max(slack, table.slack(index));
  const closings = among.flatMap((whole): Closing[] => {
    const rows = table.figures.closing(parts, whole.index, slackOf(whole));
    return rows !== undefined && rows >= 2 ? [{ whole, rows, parts }] : [];
  });
  if (closings.length > 0) return closings;
  // A slip in one row is no evidence against all others, where they speak for one whole alone.
  const mostly = among.flatMap((whole): Closing[] => {
    const rows = table.figures.mostlyClosing(parts, whole.index, slackOf(whole));
    return rows === undefined ? [] : [{ whole, rows, parts }];
  });
  return mostly.length === 1 ? mostly : [];
}

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

/** The youngest and the oldest of ages that begin at birth and tell children apart; undefined for others. */
export function agesFromBirth(
  bands: readonly AgeBand[],
): { readonly youngest: AgeBand; readonly oldest: AgeBand } | undefined {
  const youngest = bands.reduce((a, b) =>
    b.from < a.from || (b.from === a.from && b.to < a.to) ? b : a,
  );
  if (youngest.from !== 0 || youngest.to > childhoodEnds) return undefined;
  return { youngest, oldest: bands.reduce((a, b) => (b.from > a.from ? b : a)) };
}

function byAges(facet: Facet, table: Table): Decision | undefined {
  if (facet.kind !== "age" && facet.kind !== "age-by-sex") return undefined;
  if (table.namesOthers || table.statement) return undefined;
  const fitsOthers = fittingWholes(facet, table).some(
    ({ whole: { population } }) =>
      population && (population.kind === "other" || population.band.of !== "residents"),
  );
  if (fitsOthers) return undefined;
  const bands = bandsOf(facet);
  const ends = isComplete(bands) ? agesFromBirth(bands) : undefined;
  if (!ends) return undefined;
  const at = (band: AgeBand): string =>
    header(table, (facet.parts[bands.indexOf(band)] as { index: number }).index);
  return {
    population: everyone("residents"),
    because: { by: "ages", first: at(ends.youngest), last: at(ends.oldest) },
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

function byWords(facet: Facet, table: Table, closed: ReadonlySet<number>): Decision {
  const fitting = fittingWholes(facet, table).filter(({ whole }) => !closed.has(whole.index));
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
