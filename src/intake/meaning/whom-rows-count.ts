import { findVariable } from "../../codebook/index.ts";
import { matchHeader, parseBandLabel } from "../../codebook/match.ts";
import { populationsIn, type StatedPopulation } from "../../codebook/population-words.ts";
import type { AgeBand } from "../../survey/totals.ts";
import type { ColumnHead, HeadMeaning } from "../heads/head-meaning.ts";
import type { Decision } from "./breakdown-table.ts";
import { isComplete } from "./breakdowns.ts";
import { agesFromBirth } from "./decision.ts";
import type { Figures } from "./figures.ts";
import { everyone, populationKey } from "./population.ts";
import type { Statement } from "./statement.ts";

/** A long table, as far as it bears on whom its rows count. */
export interface LongTable {
  readonly meanings: readonly HeadMeaning[];
  readonly heads: readonly ColumnHead[];
  readonly rows: readonly (readonly string[])[];
  readonly figures: Figures;
  readonly statement: Statement | undefined;
  /** Whether titles or the file's name speak of people other than residents, or of some that they do not tell apart. */
  readonly namesOthers: boolean;
}

/**
 * Whom the ages and sexes in the rows of a long table count: as the titles, the name of the file or the heads say; in a table of indicators
 * those that all its other counts of persons are of; residents where the rows tell ages from birth on and nobody else is named. Else the
 * readings that are left, none where nothing is said.
 */
export function whomRowsCount(table: LongTable): Decision {
  const { statement } = table;
  const stated = statement && holdsFor(statement, table) ? statement : undefined;
  const inHeads = statementOfHeads(table);
  if (inHeads === "unclear") return { readings: stated ? [stated.population] : [] };
  const says = stated ?? inHeads;
  if (says) {
    const differ =
      stated && inHeads && populationKey(stated.population) !== populationKey(inHeads.population);
    return differ
      ? { readings: [stated.population, inHeads.population] }
      : { population: says.population, because: { by: "statement", text: says.text } };
  }
  if (table.namesOthers || statement) return { readings: [] };
  return byOtherItems(table) ?? byAgesOfRows(table) ?? { readings: [] };
}

const labelsOf = ({ rows }: LongTable, index: number): string[] => [
  ...new Set(rows.map((row) => (row[index] ?? "").trim()).filter((label) => label !== "")),
];

const itemsOf = ({ meanings }: LongTable): number[] =>
  meanings.flatMap(({ kind }, i) => (kind === "item" ? [i] : []));

const bandOf = (label: string): AgeBand | undefined => parseBandLabel(label, "residents");

/** 老年人口 says nothing of a row of both sexes and all ages, nor of men. */
function holdsFor({ onlyFrom }: Statement, table: LongTable): boolean {
  if (onlyFrom === undefined) return true;
  return itemsOf(table).some((index) =>
    labelsOf(table, index).every((label) => (bandOf(label)?.from ?? 0) >= onlyFrom),
  );
}

/** Whom the heads name of the items, of their figures, and of other columns that hold words: 党员年龄. */
function statementOfHeads({
  meanings,
  heads,
  figures,
}: LongTable): Statement | "unclear" | undefined {
  const found = new Map<StatedPopulation, string>();
  for (const [i, meaning] of meanings.entries()) {
    const bears =
      meaning.kind === "item" ||
      meaning.kind === "value" ||
      (meaning.kind === "unknown" && !figures.countsSomething(i));
    const header = (heads[i] as ColumnHead).header.trim();
    if (bears) for (const one of populationsIn(header)) found.set(one, header);
  }
  if (found.size === 0) return undefined;
  const [[population, text]] = found as unknown as [[StatedPopulation, string]];
  if (found.size > 1 || population === "unclear") return "unclear";
  return {
    population: population === "other" ? { kind: "other", name: text } : everyone(population),
    text,
  };
}

function byAgesOfRows(table: LongTable): Decision | undefined {
  for (const index of itemsOf(table)) {
    const ages = labelsOf(table, index).flatMap((label) => {
      const band = bandOf(label);
      return band ? [{ label, band }] : [];
    });
    const bands = ages.map(({ band }) => band);
    const ends = isComplete(bands) ? agesFromBirth(bands) : undefined;
    if (ends) {
      const at = (band: AgeBand): string => ages[bands.indexOf(band)]?.label ?? "";
      return {
        population: everyone("residents"),
        because: { by: "ages", first: at(ends.youngest), last: at(ends.oldest) },
      };
    }
  }
  return undefined;
}

/** In a column of indicators 男 beside 常住人口, and beside no other count of persons, counts residents. */
function byOtherItems(table: LongTable): Decision | undefined {
  const counts = new Map<string, string>();
  for (const index of itemsOf(table)) {
    const meaning = table.meanings[index];
    if (meaning?.kind !== "item" || meaning.item !== "variable") continue;
    for (const label of labelsOf(table, index)) {
      const read = matchHeader(label);
      if (read.kind === "variable" && findVariable(read.variable)?.unit === "person" && !read.open)
        counts.set(read.variable, label);
      else if (read.kind === "unknown" && populationsIn(label).size > 0) counts.set(label, label);
    }
  }
  const [only] = counts;
  if (!only) return undefined;
  if (counts.size > 1 || (only[0] !== "residents" && only[0] !== "members"))
    return { readings: [] };
  return { population: everyone(only[0]), because: { by: "statement", text: only[1] } };
}
