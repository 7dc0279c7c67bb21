import { evaluate, firstAbsent, operate } from "../formula/expression.ts";
import type { Text } from "../survey/language.ts";
import type { Norm } from "../survey/norm.ts";
import type { Series, Totals } from "../survey/totals.ts";
import { type Term, term } from "./communities.ts";

/** A population that a norm may mean beside the usual residents. */
export type Population = Exclude<NonNullable<Norm["basis"]>, "usual">;

/** From which columns the people of a population are known. */
export type StatedBasis = "registered" | "managed" | "managed_sum";

interface StatedPeople {
  /** Undefined where the table does not tell them. */
  readonly basisAt: (index: number) => StatedBasis | undefined;
  /** Absent where the table does not tell them. */
  readonly at: Term;
}

/** The variables from which the people of a population are known. */
export const variablesOf: Readonly<Record<Population, readonly [string, ...string[]]>> = {
  managed: ["managed_population", "residents", "floating_population"],
  registered: ["registered_residents"],
};

export const populationTitles: Readonly<Record<Population, Text>> = {
  managed: { en: "managed population", "zh-CN": "管理人口", "zh-TW": "管理人口" },
  registered: { en: "registered population", "zh-CN": "户籍人口", "zh-TW": "戶籍人口" },
};

const isTold = (people: Term, index: number): boolean => firstAbsent(people(index)) === undefined;

/** The people of a population in each community: as stated; the managed population else as residents and floating population together. */
export function peopleOf(totals: Totals, population: Population): StatedPeople {
  const stated = term(totals, variablesOf[population][0]);
  if (population === "registered")
    return { basisAt: (index) => (isTold(stated, index) ? "registered" : undefined), at: stated };
  const residents = term(totals, "residents");
  const floating = term(totals, "floating_population");
  const both: Term = (index) => operate("+", residents(index), floating(index));
  const basisAt = (index: number): StatedBasis | undefined =>
    isTold(stated, index) ? "managed" : isTold(both, index) ? "managed_sum" : undefined;
  return { basisAt, at: (index) => (basisAt(index) === "managed_sum" ? both : stated)(index) };
}

/** The same communities, with the people of a population for residents. */
export function totalsOn(totals: Totals, population: Population): Totals {
  const { at } = peopleOf(totals, population);
  const people: Series = { at: (index) => evaluate(at(index)) };
  return {
    size: totals.size,
    series: (id) => (id === "residents" ? people : totals.series(id)),
    bands: (of) => totals.bands(of),
    parent: (index) => totals.parent(index),
  };
}
