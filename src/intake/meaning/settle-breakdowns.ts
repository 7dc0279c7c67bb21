import { bandId } from "../../codebook/age-band.ts";
import { findVariable } from "../../codebook/index.ts";
import { isSchooling } from "../../codebook/schooling.ts";
import { codes } from "../../survey/codes.ts";
import type { Evidence } from "../../survey/reading-evidence.ts";
import type { AgeBand } from "../../survey/totals.ts";
import type { RaisedFinding } from "../findings.ts";
import type { ColumnHead, HeadMeaning } from "../heads/head-meaning.ts";
import type { Closed, Decision, Table, Whole } from "./breakdown-table.ts";
import { type Facet, facetsOf, type Part } from "./breakdowns.ts";
import { decideFacets } from "./decision.ts";
import type { Figures } from "./figures.ts";
import {
  everyone,
  isEveryone,
  type Population,
  populationKey,
  populationOf,
  within,
} from "./population.ts";
import { namesOthers, type Statement, saysNothingElse, statementOf } from "./statement.ts";
import { whomRowsCount } from "./whom-rows-count.ts";

/** What stands around the columns and bears on whom they count. */
export interface Surroundings {
  readonly figures: Figures;
  readonly titles: readonly string[];
  readonly file: string;
  /** The first rows, cell by cell. */
  readonly rows: readonly (readonly string[])[];
  /** Whether the caption says that figures are in thousands or the like. */
  readonly scaled: boolean;
}

/** The meanings of the columns with nothing open, the evidence for those that were closed, and what could not be told. */
export interface Settled {
  readonly meanings: HeadMeaning[];
  /** Whom the ages and sexes in the rows of a long table count, where that is told. */
  readonly of?: AgeBand["of"];
  readonly because: ReadonlyMap<number, Evidence>;
  readonly findings: readonly RaisedFinding[];
}

/** Shares, rates and sizes are no counts of persons whatever their figures. */
const noCount =
  /[率比%％‰]$|占比|比重|比例|密度|人均|户均|戶均|平均|面积|面積|金额|金額|经费|經費|工资|工資|排名|名次|编号|編號|代码|代碼|序号|序號|年份|面積|\b(?:rate|ratio|share|percent|average|mean|median|density|rank|code|id|per|area|km2?|income)\b|[(（](?!人|名|位|persons?)[^()（）]*[)）]\s*$/iu;

/**
 * Closes the breakdowns of a table: whom 男, 35岁以下 or 大专及以上 count is decided for the columns of each period from the other columns, their
 * figures, the titles and the name of the file. `periods` holds the period of each column.
 */
export function settleBreakdowns(
  given: readonly HeadMeaning[],
  heads: readonly ColumnHead[],
  periods: readonly (string | undefined)[],
  around: Surroundings,
): Settled {
  const meanings = [...given];
  const because = new Map<number, Evidence>();
  const findings: RaisedFinding[] = [];
  const isLong = meanings.some(({ kind }) => kind === "item");
  const statement = statementOf(around.titles, around.file);
  const ofRows = isLong
    ? whomRowsCount({
        ...around,
        meanings,
        heads,
        statement,
        namesOthers: namesOthers(around.titles, around.file),
      })
    : undefined;
  for (const period of new Set(periods)) {
    const among = periods.flatMap((own, i) => (own === period ? [i] : []));
    const table = tableOf(meanings, heads, among, { ...around, statement });
    if (table.facets.length === 0) continue;
    const decisions = ofRows ? closedByRows(decideFacets(table), ofRows) : decideFacets(table);
    const told = new Map<string, Told>();
    for (const [facet, decision] of decisions) {
      for (const part of facet.parts) {
        const own = settledPart(part, decision, table);
        meanings[part.index] = own;
        if ("because" in decision && own.kind !== "open") because.set(part.index, decision.because);
        if (own.kind === "open" || own.kind === "elsewhere") tell(told, facet, part, decision, own);
      }
    }
    settleTotals(meanings, decisions, table, because);
    findings.push(...[...told.values()].map((one) => findingOf(one, heads)));
  }
  if (!ofRows) return { meanings, because, findings };
  findings.push(...settleValues(meanings, heads, ofRows, because));
  const of =
    "population" in ofRows && ofRows.population.kind === "known"
      ? ofRows.population.band.of
      : countedAcross(meanings);
  return { meanings, ...(of && { of }), because, findings };
}

interface Ingredients extends Surroundings {
  readonly statement: Statement | undefined;
}

/** Sexes and ages across the columns of a long table of which nothing else is told count whom its rows count. */
const closedByRows = (
  decisions: ReadonlyMap<Facet, Decision>,
  ofRows: Decision,
): ReadonlyMap<Facet, Decision> =>
  new Map(
    [...decisions].map(([facet, decision]) => [
      facet,
      "population" in decision || decision.readings.length > 0
        ? decision
        : { ...ofRows, ...(decision.total !== undefined && { total: decision.total }) },
    ]),
  );

/** Whom the columns of a long table count by themselves. */
function countedAcross(meanings: readonly HeadMeaning[]): AgeBand["of"] | undefined {
  for (const meaning of meanings) {
    if (meaning.kind !== "variable" && meaning.kind !== "band") continue;
    const population = populationOf(meaning, "");
    if (population.kind === "known") return population.band.of;
  }
  return undefined;
}

/**
 * Figures headed 人数 or Value are used where it is told whom the ages and sexes of their rows count. A table of indicators keeps them: there
 * most labels say by themselves what they count, and one that does not is not understood.
 */
function settleValues(
  meanings: HeadMeaning[],
  heads: readonly ColumnHead[],
  decision: Decision,
  because: Map<number, Evidence>,
): RaisedFinding[] {
  const of = (kind: HeadMeaning["kind"]): number[] =>
    meanings.flatMap((meaning, i) => (meaning.kind === kind ? [i] : []));
  const values = of("value").length > 0 ? of("value") : of("whole");
  const isOfIndicators = meanings.some((m) => m.kind === "item" && m.item === "variable");
  // Ages from birth on may be those of cases or visits: they do not make persons of bare numbers.
  const told =
    "population" in decision &&
    decision.population.kind === "known" &&
    (isOfIndicators || decision.because.by !== "ages");
  if (told) {
    for (const index of values) because.set(index, decision.because);
    return [];
  }
  if (isOfIndicators || values.length === 0) return [];
  for (const index of values) meanings[index] = { kind: "open" };
  return [
    findingOf(
      {
        parts: values.map((index) => ({
          index,
          band: { of: "residents", from: 0, to: Number.POSITIVE_INFINITY },
        })),
        decision:
          "population" in decision
            ? { readings: [everyone("residents"), decision.population] }
            : decision,
      },
      heads,
    ),
  ];
}

function tableOf(
  meanings: readonly HeadMeaning[],
  heads: readonly ColumnHead[],
  among: readonly number[],
  { figures, statement, scaled, titles, file }: Ingredients,
): Table {
  const header = (index: number): string => (heads[index] as ColumnHead).header.trim();
  const wholes = among.flatMap((index): Whole[] => {
    const meaning = meanings[index] as HeadMeaning;
    if (meaning.kind === "whole" || meaning.kind === "value") return [{ index }];
    if (meaning.kind === "variable")
      return findVariable(meaning.variable)?.unit === "person" && !meaning.open
        ? [{ index, population: populationOf(meaning, header(index)) }]
        : [];
    if (meaning.kind === "band")
      return meaning.open ? [] : [{ index, population: populationOf(meaning, header(index)) }];
    // A general word (Workers) that was not taken counts people all the same.
    const countsUnknown =
      meaning.kind === "unknown" || meaning.kind === "ambiguous" || meaning.kind === "open";
    return countsUnknown &&
      !noCount.test(header(index)) &&
      !isSchooling(header(index)) &&
      figures.countsSomething(index)
      ? [{ index, population: { kind: "other", name: header(index) } }]
      : [];
  });
  const isWhole = new Set(wholes.map(({ index }) => index));
  const withSchooling = meanings.map(
    (meaning, index): HeadMeaning =>
      meaning.kind === "unknown" && isSchooling(header(index)) && figures.countsSomething(index)
        ? { kind: "variable", variable: "members_college_educated", open: true }
        : meaning,
  );
  const exponent = (index: number): number => {
    const meaning = meanings[index];
    return (meaning && "unit" in meaning ? meaning.unit?.exponent : undefined) ?? 0;
  };
  return {
    meanings,
    heads,
    facets: facetsOf(withSchooling, heads, among, (index) => isWhole.has(index)),
    wholes,
    figures,
    slack: (index) => (scaled || exponent(index) > 0 ? figures.lastPlace(index) : 0),
    statement,
    namesOthers: namesOthers(titles, file),
    isOfAll:
      saysNothingElse(titles, file) &&
      wholes.every(({ population }) => population === undefined) &&
      among.every((index) => countsPeopleOrKeys(meanings[index] as HeadMeaning)),
  };
}

/** Whether a column says which area and when, or counts people or their households. */
function countsPeopleOrKeys(meaning: HeadMeaning): boolean {
  if (meaning.kind !== "variable")
    return meaning.kind !== "unknown" && meaning.kind !== "ambiguous";
  return meaning.variable === "households" || meaning.variable === "land_area";
}

function settledPart({ index, band }: Part, decision: Decision, table: Table): HeadMeaning {
  const meaning = table.meanings[index] as HeadMeaning;
  if (!("population" in decision)) return meaning.kind === "unknown" ? meaning : { kind: "open" };
  const { population } = decision;
  const elsewhere = { kind: "elsewhere", of: nameOf(decision) } as const;
  if (population.kind === "other" || mixesBases(population, table)) return elsewhere;
  if (meaning.kind === "variable") {
    if (population.band.of !== "members" || !isEveryone(population.band)) return elsewhere;
    const { open: _, ...closed } = meaning;
    return closed;
  }
  if (meaning.kind !== "band" || !band) return meaning.kind === "unknown" ? elsewhere : meaning;
  const own = within(population.band, band);
  if (!own) return { kind: "open" };
  const { open: _, ...closed } = meaning;
  const basis = closed.basis ?? (population.basis === "usual" ? undefined : population.basis);
  return { ...closed, band: own, ...(basis && { basis }) };
}

/** Parts of the registered population beside a column of usual residents would give shares of two populations. */
const mixesBases = (population: Population, { meanings }: Table): boolean =>
  population.kind === "known" &&
  population.basis === "registered" &&
  meanings.some(
    (meaning) =>
      meaning.kind === "variable" &&
      meaning.variable === "residents" &&
      meaning.basis !== "registered",
  );

/** The whole that the evidence names, else the population itself. */
function nameOf(decision: Closed): string {
  const { because, population } = decision;
  if ("whole" in because) return because.whole;
  if (because.by === "statement") return because.text;
  return population.kind === "other" ? population.name : population.band.of;
}

/** A bare 合计 or 人数 whose parts are known is the whole of them, where the table has no other. */
function settleTotals(
  meanings: HeadMeaning[],
  decisions: ReadonlyMap<Facet, Decision>,
  table: Table,
  because: Map<number, Evidence>,
): void {
  for (const decision of decisions.values()) {
    const { total } = decision;
    if (total === undefined) continue;
    const { kind } = meanings[total] as HeadMeaning;
    if (kind !== "whole" && kind !== "value") continue;
    if (!("population" in decision)) {
      meanings[total] = { kind: "open" };
      continue;
    }
    const { population } = decision;
    if (population.kind === "other" || !isEveryone(population.band)) {
      meanings[total] = { kind: "elsewhere", of: nameOf(decision) };
      continue;
    }
    const variable = population.band.of;
    const has = table.wholes.some(
      (whole) =>
        whole.population && populationKey(whole.population) === populationKey(everyone(variable)),
    );
    const own = meanings[total] as HeadMeaning;
    const unit = "unit" in own && own.unit ? { unit: own.unit } : {};
    meanings[total] = has
      ? { kind: "ignored" }
      : {
          kind: "variable",
          variable,
          ...unit,
          ...(population.basis && { basis: population.basis }),
        };
    because.set(total, decision.because);
  }
}

interface Told {
  readonly parts: Part[];
  readonly decision: Decision;
  readonly of?: string;
}

function tell(
  told: Map<string, Told>,
  facet: Facet,
  part: Part,
  decision: Decision,
  own: HeadMeaning,
): void {
  const key =
    own.kind === "elsewhere"
      ? `elsewhere ${facet.first} ${own.of}`
      : `open ${facet.first} ${readingsOf(decision).map(populationKey).join("\u0000")}`;
  const one = told.get(key) ?? {
    parts: [],
    decision,
    ...(own.kind === "elsewhere" && { of: own.of }),
  };
  one.parts.push(part);
  told.set(key, one);
}

const readingsOf = (decision: Decision): readonly Population[] =>
  "population" in decision ? [decision.population] : decision.readings;

/** So many heads are named in one finding. */
const MOST_NAMED = 8;

function findingOf({ parts, decision, of }: Told, heads: readonly ColumnHead[]): RaisedFinding {
  const [first] = parts as [Part, ...Part[]];
  const header = (part: Part): string => (heads[part.index] as ColumnHead).header.trim();
  const place = { field: first.index + 1, header: header(first) };
  const shown = parts.slice(0, MOST_NAMED);
  const headers = shown.map(header);
  const more = parts.length - shown.length;
  const named = { headers, ...(more > 0 && { more }) };
  if (of !== undefined) return { code: codes.partOfOther, place, args: { ...named, of } };
  const readings = readingsOf(decision);
  const known = readings.flatMap((population) =>
    population.kind === "known" && isEveryone(population.band) ? [population.band.of] : [],
  );
  const subjects = known.length > 0 ? [...new Set(known)] : (["residents", "members"] as const);
  const others = readings.flatMap((population) =>
    population.kind === "other" ? [population.name] : [],
  );
  const lines = (subject: "residents" | "members"): string[] =>
    subjects.includes(subject)
      ? shown.flatMap((part) =>
          part.band ? [`${header(part)}=${bandId({ ...part.band, of: subject })}`] : [],
        )
      : [];
  return {
    code: codes.openBreakdown,
    place,
    args: {
      ...named,
      ...(known.length > 0 && { candidates: [...new Set(known)] }),
      ...(others.length > 0 && { others: [...new Set(others)] }),
      residents: lines("residents"),
      members: lines("members"),
    },
  };
}
