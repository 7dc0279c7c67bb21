import type { Basis } from "../../codebook/match.ts";
import type { AgeBand } from "../../survey/totals.ts";
import type { HeadMeaning } from "../heads/head-meaning.ts";

/** Whom a column counts: residents or members (all of them, or those of a sex and age), or people of whom no ages and sexes are kept. */
export type Population =
  | { readonly kind: "known"; readonly band: AgeBand; readonly basis?: Basis }
  | { readonly kind: "other"; readonly name: string };

const everyAge = { from: 0, to: Number.POSITIVE_INFINITY };

/** All residents or all members. */
export const everyone = (of: AgeBand["of"], basis?: Basis): Population => ({
  kind: "known",
  band: { of, ...everyAge },
  ...(basis && { basis }),
});

/** Whom a column of persons counts by its meaning; `name` is its head. */
export function populationOf(meaning: HeadMeaning, name: string): Population {
  if (meaning.kind === "band")
    return {
      kind: "known",
      band: meaning.band,
      ...(meaning.basis && { basis: meaning.basis }),
    };
  if (meaning.kind === "variable") {
    if (meaning.variable === "residents") return everyone("residents", meaning.basis);
    if (meaning.variable === "registered_residents") return everyone("residents", "registered");
    if (meaning.variable === "members") return everyone("members");
  }
  return { kind: "other", name };
}

/** One text for one population. */
export const populationKey = (population: Population): string =>
  population.kind === "other"
    ? `other ${population.name}`
    : [
        population.band.of,
        population.band.sex ?? "",
        population.band.from,
        population.band.to,
        population.basis === "registered" || population.basis === "managed" ? population.basis : "",
      ].join(" ");

export const isEveryone = ({ sex, from, to }: AgeBand): boolean =>
  sex === undefined && from === 0 && to === Number.POSITIVE_INFINITY;

/** Those of a known population who are of a sex and age; undefined where the two exclude each other, or ages reach over its edge. */
export function within(population: AgeBand, part: AgeBand): AgeBand | undefined {
  if (population.sex && part.sex && population.sex !== part.sex) return undefined;
  const sex = part.sex ?? population.sex;
  const anyAge = part.from === 0 && part.to === Number.POSITIVE_INFINITY;
  if (!anyAge && (part.from < population.from || part.to > population.to)) return undefined;
  const ages = anyAge ? population : part;
  return { of: population.of, ...(sex && { sex }), from: ages.from, to: ages.to };
}
