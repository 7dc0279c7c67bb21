import { toSimplified } from "../codebook/simplified.ts";
import type { Indicator } from "../indicators/define.ts";
import { dependsOnNorm, speaksOf } from "../indicators/define.ts";
import { liesWithin } from "../intake/cells/period.ts";
import { countryOf } from "../norms/places.ts";
import { type AbsentReason, isAbsent, isWithheld } from "../survey/measured.ts";
import type { Norm } from "../survey/norm.ts";
import type { Analysis } from "./analyse.ts";
import type { Survey } from "./observed-survey.ts";

/** Why a norm that was named is held against nothing. */
export type NotCompared =
  | { readonly reason: "unmeasured" }
  | { readonly reason: "under-a-norm"; readonly indicator: string }
  | { readonly reason: "not-asked"; readonly indicators: readonly string[] }
  | { readonly reason: "another-population"; readonly population: NonNullable<Norm["basis"]> }
  | { readonly reason: "no-column"; readonly lacking: readonly string[] }
  | { readonly reason: "untold"; readonly absent: AbsentReason };

/** What has to be said of a norm that is compared: it was not in force, or it is of another country. */
export type NormRemark =
  | { readonly about: "validity"; readonly periods: readonly string[] }
  | { readonly about: "country" };

/** What became of a norm that was named. */
export interface NormState {
  readonly norm: Norm;
  /** Undefined where it is compared. */
  readonly against?: NotCompared;
  readonly remarks: readonly NormRemark[];
}

/** Each norm that was named: whether any figure is held against it, and if not, why; `known` are the indicators that might have been asked for. */
export const normStates = (
  analysis: Analysis,
  known: readonly Indicator[] = analysis.indicators,
): NormState[] =>
  analysis.norms
    .filter(({ joins }) => joins === undefined)
    .map((norm) => {
      const against = reasonAgainst(analysis, norm, known);
      return { norm, ...(against && { against }), remarks: against ? [] : remarks(analysis, norm) };
    });

function reasonAgainst(
  { indicators, wholes, survey }: Analysis,
  norm: Norm,
  known: readonly Indicator[],
): NotCompared | undefined {
  const speaking = indicators.filter((indicator) => speaksOf(norm, indicator));
  if (speaking.length === 0) {
    const others = known.filter((indicator) => speaksOf(norm, indicator));
    if (others.length > 0) return { reason: "not-asked", indicators: others.map(({ id }) => id) };
    const { basis, ...usual } = norm;
    if (basis !== undefined && known.some((indicator) => speaksOf(usual, indicator)))
      return { reason: "another-population", population: basis };
    const own = known.find(({ id }) => id === norm.subject);
    return own && dependsOnNorm(own)
      ? { reason: "under-a-norm", indicator: own.id }
      : { reason: "unmeasured" };
  }
  const results = wholes.flatMap((whole) =>
    whole.indicators.flatMap((entry) => entry.norms.filter((one) => one.norm.id === norm.id)),
  );
  const isTold = ({ result, areasTested }: (typeof results)[number]): boolean =>
    areasTested > 0 || !isAbsent(result.value) || isWithheld(result.value);
  if (results.some(isTold)) return undefined;
  const has = (id: string): boolean =>
    id === "communities" || survey.observations.some((_, i) => !isAbsent(survey.series(id).at(i)));
  const [first] = speaking as [Indicator];
  const lacking = first.needs.filter((id) => !has(id));
  if (lacking.length > 0) return { reason: "no-column", lacking };
  const value = results[0]?.result.value;
  return { reason: "untold", absent: value && isAbsent(value) ? value.absent : "no-data" };
}

function remarks({ periods, survey }: Analysis, norm: Norm): NormRemark[] {
  const outside = periods.filter(
    (period): period is string =>
      period !== null && liesWithin(period, validFrom(norm), norm.validTo) === false,
  );
  const country = countryOf(norm);
  return [
    ...(outside.length > 0 ? [{ about: "validity", periods: outside } as const] : []),
    ...(country !== undefined && countryOfAreas(survey) !== country
      ? [{ about: "country" } as const]
      : []),
  ];
}

/** From when a norm is in force: where no date is known, not before the year of its document. A figure to read beside has no force. */
const validFrom = ({ validFrom: date, year, op }: Norm): string | undefined =>
  date ?? (year === undefined || op === "=" ? undefined : `${year}-01-01`);

/** The country whose communities the areas are, by the script of their names: mainland China, Taiwan; undefined where none is in Chinese. */
function countryOfAreas({ observations }: Survey): "CN" | "TW" | undefined {
  let simplified = 0;
  let traditional = 0;
  for (const { area } of observations) {
    const name = [...area.parents, area.name].join("");
    if (!/\p{Script=Han}/u.test(name)) continue;
    if (toSimplified(name) === name) simplified++;
    else traditional++;
  }
  if (simplified + traditional === 0) return undefined;
  return traditional > simplified ? "TW" : "CN";
}
