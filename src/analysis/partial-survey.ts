import { Column } from "../survey/column.ts";
import { subset } from "../survey/series-subset.ts";
import type { Series } from "../survey/totals.ts";
import type { Analysis, GroupResult } from "./analyse.ts";
import { type Doubt, Survey } from "./observed-survey.ts";

/** Some observations of a survey; what is withheld there is withheld here, and not merely without a figure. */
class PartSurvey extends Survey {
  private readonly own = new Map<string, Series>();

  constructor(
    private readonly of: Survey,
    private readonly indices: readonly number[],
    quantities: ReadonlyMap<string, Column>,
  ) {
    super(
      indices.map((i) => of.observations[i] as Survey["observations"][number]),
      quantities,
      doubtsAmong(of, indices),
      of.areasUncounted,
    );
  }

  override series(id: string): Series {
    const known = this.own.get(id);
    if (known) return known;
    const series = subset(this.of.series(id), this.indices, this.of.observations.length);
    this.own.set(id, series);
    return series;
  }
}

/** The doubts of a survey about some of its observations, by their places among these. */
function doubtsAmong({ doubts }: Survey, indices: readonly number[]): Doubt[] {
  if (doubts.length === 0) return [];
  const places = new Map(indices.map((from, to) => [from, to]));
  return doubts.flatMap(({ whole, parts }) => {
    const at = places.get(whole);
    return at === undefined
      ? []
      : [{ whole: at, parts: parts.flatMap((part) => places.get(part) ?? []) }];
  });
}

/** A survey of some observations of another, in the given order. */
export function partOf(survey: Survey, observations: readonly number[]): Survey {
  const quantities = [...survey.quantities].map(([id, column]): [string, Column] => {
    const part = new Column(observations.length);
    observations.forEach((from, to) => {
      part.merge(to, column, from);
    });
    return [id, part];
  });
  return new PartSurvey(survey, observations, new Map(quantities));
}

/** The observations of a group in all periods, as they stand in the survey. */
export const observationsOf = (analysis: Analysis, by: string, group: string): number[] =>
  ownGroups(analysis, by, group)
    .flatMap(({ members }) => members)
    .sort((a, b) => a - b);

const ownGroups = (analysis: Analysis, by: string, group: string): GroupResult[] =>
  analysis.groups.filter((own) => own.by === by && own.group === group);

/**
 * The analysis of one group by itself: its figures as the whole, its areas, no groups. What is withheld in the whole analysis is withheld here too, for two
 * tables that hide different cells of the same communities give both away.
 */
export function groupAnalysis(analysis: Analysis, by: string, group: string): Analysis {
  const wholes = ownGroups(analysis, by, group);
  const members = new Set(wholes.flatMap((whole) => whole.members));
  return {
    ...analysis,
    periods: wholes.map(({ period }) => period),
    wholes,
    groups: [],
    areas: analysis.areas.filter(({ observation }) => members.has(observation)),
  };
}
