import type { Command } from "commander";
import type { Analysis, Grouping } from "../../analysis/analyse.ts";
import { qualityOf } from "../../analysis/completeness.ts";
import { distributionsOf, parentGrouping } from "../../analysis/distributions.ts";
import type { Survey } from "../../analysis/observed-survey.ts";
import { indicatorSubjects, type Subject, variableSubject } from "../../analysis/subject.ts";
import { variables } from "../../codebook/index.ts";
import type { DistributionReport } from "../../report/distribution/distribution-blocks.ts";
import { type QuantileType, quantileTypes } from "../../statistics/quantile.ts";
import { CdjError } from "../../survey/error.ts";
import { nearest } from "../../words/nearest.ts";
import { list } from "../list-option.ts";

/** The options of a command that shows distributions. */
export interface DistributionOptions {
  /** Ids, or true where none are named. */
  distribution?: string | true;
  quantileType?: string;
}

export const addDistributionOptions = (command: Command): Command =>
  command
    .option(
      "--distribution [ids]",
      "the distribution over the areas, of these indicators or variables or of all: quartiles, spread, inequality, ranks",
    )
    .option("--quantile-type <type>", "how quartiles are found: 1 to 9 as in R; 7 where left out");

/** What is to be described, and the files: an option whose value may be left out takes the name of a file that follows it. */
export interface DistributionRequest {
  readonly ids: readonly string[];
  readonly quantileType: QuantileType;
  readonly files: readonly string[];
}

/** What the options ask for; undefined where no distribution is. Throws a CdjError for an unknown type of quantile. */
export function distributionRequest(
  options: DistributionOptions,
  files: readonly string[],
): DistributionRequest | undefined {
  const { distribution } = options;
  const quantileType = quantileTypeOf(options.quantileType);
  if (distribution === undefined) return undefined;
  if (distribution === true) return { ids: [], quantileType, files };
  if (distribution === "-" || /[./\\*]/u.test(distribution))
    return { ids: [], quantileType, files: [distribution, ...files] };
  return { ids: /^[\s,]*$/u.test(distribution) ? [] : list(distribution), quantileType, files };
}

function quantileTypeOf(text: string | undefined): QuantileType {
  const type = quantileTypes.find((known) => String(known) === (text ?? "7"));
  if (type === undefined)
    throw new CdjError("bad-option-value", {
      option: "quantile-type",
      value: text ?? "",
      expected: "1–9",
    });
  return type;
}

/**
 * The distributions of an analysis, and the quality of the survey as it was recorded. Theil's index is taken apart by the first grouping, else by the units that the areas lie in.
 * Throws a CdjError for an id that is neither an indicator nor a variable with figures.
 */
export function distributionReport(
  request: DistributionRequest,
  analysis: Analysis,
  recorded: Survey,
  groupings: readonly Grouping[],
): DistributionReport {
  const grouping = groupings[0] ?? parentGrouping(analysis);
  const subjects =
    request.ids.length > 0
      ? request.ids.flatMap((id) => subjectsOf(id, analysis))
      : usualSubjects(analysis);
  return {
    distributions: distributionsOf(analysis, {
      subjects,
      quantileType: request.quantileType,
      ...(grouping && { grouping }),
    }),
    // What is withheld is filled in, but its digits are nobody's business.
    quality: analysis.periods.map((period) => ({
      ...qualityOf(recorded, period),
      heaping: qualityOf(analysis.survey, period).heaping,
    })),
    quantileType: request.quantileType,
    by: grouping?.by,
    named: request.ids.length > 0,
  };
}

function subjectsOf(id: string, { indicators, norms }: Analysis): Subject[] {
  const indicator = indicators.find((candidate) => candidate.id === id);
  if (indicator) return indicatorSubjects(indicator, norms);
  const subject = variableSubject(id);
  if (subject) return [subject];
  const known = [
    ...indicators.map((candidate) => candidate.id),
    ...variables.map((variable) => variable.id),
  ];
  throw new CdjError("unknown-indicator", { id, suggestions: nearest(id, known) });
}

/** The variables of the table and the indicators that have a figure of their own in each area: a class or a count of areas has not. */
function usualSubjects({ survey, indicators, norms }: Analysis): Subject[] {
  const present = variables.filter(({ id }) => survey.quantities.has(id));
  const figures = indicators.filter(
    ({ rollup, classes, needs }) =>
      rollup !== "count" && rollup !== "none" && !classes && !needs.includes("communities"),
  );
  return [
    ...present.flatMap(({ id }) => variableSubject(id) ?? []),
    ...figures.flatMap((indicator) => indicatorSubjects(indicator, norms)),
  ];
}
