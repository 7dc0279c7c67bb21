import { activities } from "../codebook/activities.ts";
import { bandTitle, parseBandId } from "../codebook/age-band.ts";
import type { Variable } from "../codebook/define.ts";
import { funding } from "../codebook/funding.ts";
import { findVariable } from "../codebook/index.ts";
import { members } from "../codebook/members.ts";
import { organisations } from "../codebook/organisation.ts";
import { space } from "../codebook/space.ts";
import { staffing } from "../codebook/staffing.ts";
import { evaluate, figure, quantity } from "../formula/expression.ts";
import type { Text } from "../survey/language.ts";
import { absent, isAbsent } from "../survey/measured.ts";
import type { Norm } from "../survey/norm.ts";
import type { Totals } from "../survey/totals.ts";
import { type Indicator, type Result, speaksOf, type Theme } from "./define.ts";
import { onPopulationsOf } from "./on-population.ts";
import { perCommunity } from "./per-community.ts";
import { surveyPractice } from "./sources.ts";

/** Where the lists of the codebook belong; what is in none of them stands with the population. */
const themed: readonly (readonly [Theme, readonly Variable[]])[] = [
  ["organisation", [...members, ...organisations, ...activities]],
  ["staffing", staffing],
  ["space", space],
  ["funding", funding],
];

const themeOf = (id: string): Theme =>
  themed.find(([, variables]) => variables.some((variable) => variable.id === id))?.[0] ??
  "population";

/** Of what does not add up (a wage, a rate) several communities have no figure together: each is held against the norm by itself. */
const ofEach = (id: string) => ({
  formula: quantity(id),
  needs: [id],
  rollup: "none" as const,
  compute(totals: Totals): Result {
    const series = totals.series(id);
    const known = Array.from({ length: totals.size }, (_, i) => i).filter(
      (i) => !isAbsent(series.at(i)),
    );
    const coverage = { areas: known.length, of: totals.size };
    if (totals.size !== 1)
      return { value: absent(known.length === 0 ? "no-data" : "no-total"), coverage };
    const arithmetic = figure(series.at(0));
    return { value: evaluate(arithmetic), coverage, arithmetic };
  },
});

interface Measured {
  readonly title: Text;
  readonly unit: Variable["unit"];
  readonly addsUp: boolean;
}

function measuredBy(id: string): Measured | undefined {
  const variable = findVariable(id);
  if (variable) {
    const { title, unit, kind, parts } = variable;
    if (kind === "category" || kind === "yes-no" || id === "communities") return undefined;
    return { title, unit, addsUp: parts === "sum" };
  }
  const band = parseBandId(id);
  return band && { title: bandTitle(band), unit: "person", addsUp: true };
}

/**
 * A variable or an age band as an indicator, so that a norm on it can be held against each community: of several communities its mean. Undefined for what is
 * no amount: a category, a yes or no.
 */
function indicatorOfVariable(id: string): Indicator | undefined {
  const measured = measuredBy(id);
  if (!measured) return undefined;
  const { title, unit, addsUp } = measured;
  const common = {
    theme: themeOf(id),
    unit,
    source: surveyPractice,
    norm: { subjects: [id] },
    examples: [],
  };
  return addsUp
    ? {
        ...common,
        id: `${id}_per_community`,
        title: {
          en: `${title.en} per community`,
          "zh-CN": `社区平均${title["zh-CN"]}`,
          "zh-TW": `社區平均${title["zh-TW"]}`,
        },
        decimals: unit === "km²" ? 2 : unit === "m²" || unit === "yuan" ? 0 : 1,
        ...perCommunity(id),
      }
    : { ...common, id, title, decimals: 0, ...ofEach(id) };
}

/** Indicators of the variables that norms speak of and no indicator known does, each once; people of another population are not those of the variable. */
function indicatorsOfVariables(norms: readonly Norm[], known: readonly Indicator[]): Indicator[] {
  const open = norms.filter(
    ({ basis: _, ...norm }) => !known.some((indicator) => speaksOf(norm, indicator)),
  );
  return [...new Set(open.map(({ subject }) => subject))].flatMap(
    (subject) => indicatorOfVariable(subject) ?? [],
  );
}

/**
 * The indicators known, with those that norms ask for beside them: counted on the population that a norm means, each behind its own; then of the variables
 * that no indicator is about.
 */
export function withIndicatorsForNorms(
  norms: readonly Norm[],
  known: readonly Indicator[],
): Indicator[] {
  const all = [...known, ...indicatorsOfVariables(norms, known)];
  return all.flatMap((indicator) => [indicator, ...onPopulationsOf(norms, indicator, all)]);
}
