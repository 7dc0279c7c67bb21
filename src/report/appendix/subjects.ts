import { totalOf } from "../../analysis/analyse.ts";
import { activities } from "../../codebook/activities.ts";
import type { Variable } from "../../codebook/define.ts";
import { funding } from "../../codebook/funding.ts";
import { members } from "../../codebook/members.ts";
import { organisations } from "../../codebook/organisation.ts";
import { population } from "../../codebook/population.ts";
import { space } from "../../codebook/space.ts";
import { staffing } from "../../codebook/staffing.ts";
import { welfare } from "../../codebook/welfare.ts";
import type { Theme } from "../../indicators/define.ts";
import { isAbsent, isWithheld, type Measured } from "../../survey/measured.ts";
import type { Context } from "./context.ts";

/** The sections that a theme of indicators and variables makes. */
export type ThemeSection = Exclude<Theme, "age">;

const variables: Readonly<Record<ThemeSection, readonly Variable[]>> = {
  population: [...population, ...welfare],
  organisation: [...members, ...organisations, ...activities],
  staffing,
  space,
  funding,
};

/** The indicators of a section: age structure stands with the population. */
export const themesOf = (section: ThemeSection): readonly Theme[] =>
  section === "population" ? ["population", "age"] : [section];

/** The variables of a section that some community reports, or has withheld. */
export const variablesOf = (context: Context, section: ThemeSection): readonly Variable[] =>
  variables[section].filter(({ id }) => id !== "communities" && isAtHand(context, id));

/** Whether some community has a figure of a variable or age band, or one that is withheld. */
function isAtHand({ input, areas }: Context, id: string): boolean {
  const series = input.analysis.survey.series(id);
  return areas.some(({ observation }) => {
    const figure = series.at(observation);
    return !isAbsent(figure) || isWithheld(figure);
  });
}

/** Whether the figures of a variable add up over communities. */
export const addsUp = ({ kind, parts }: Variable): boolean =>
  parts === "sum" && kind !== "category" && kind !== "yes-no";

/** A variable or age band over the whole survey, as far as it may be shown. */
export function shownTotal(
  { input, whole }: Context,
  id: string,
): { readonly value: Measured; readonly areas: number } {
  return whole.protectedTotals?.get(id) ?? totalOf(input.analysis.survey, whole.members, id);
}

/** How many communities do not report a variable; what is withheld is reported. */
export function notReported({ input, areas }: Context, id: string): number {
  const series = input.analysis.survey.series(id);
  return areas.filter(({ observation }) => {
    const figure = series.at(observation);
    return isAbsent(figure) && !isWithheld(figure);
  }).length;
}
