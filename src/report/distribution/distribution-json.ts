import type { Analysis } from "../../analysis/analyse.ts";
import type { Quality } from "../../analysis/completeness.ts";
import type { Distribution, Inequality } from "../../analysis/distributions.ts";
import type { Language } from "../../survey/language.ts";
import type { DistributionReport } from "./distribution-blocks.ts";

/** The part `distribution` of the JSON of `cdj analyze --distribution`: unrounded; what cannot be computed is left out. */
export function distributionJson(
  report: DistributionReport,
  analysis: Analysis,
  language: Language,
): unknown {
  return {
    quantileType: report.quantileType,
    ranks: "standard competition, the greatest first",
    weights: "residents",
    ...(report.by !== undefined && { groups: report.by }),
    subjects: report.distributions.map((distribution) =>
      subjectJson(distribution, analysis, language),
    ),
    quality: report.quality.map(qualityJson),
  };
}

function subjectJson(
  {
    subject,
    period,
    areas,
    n,
    missing,
    intervals,
    withheld,
    summary,
    plain,
    weighted,
    ranks,
  }: Distribution,
  analysis: Analysis,
  language: Language,
): unknown {
  const { n: _, ...figures } = summary;
  return {
    id: subject.id,
    ...(subject.norm && { norm: subject.norm.id }),
    kind: subject.kind,
    title: subject.title[language],
    unit: subject.unit,
    period,
    areas,
    n,
    missing,
    intervals,
    ...(withheld > 0 && { withheld }),
    ...figures,
    ...inequalityJson(plain),
    ...(weighted && { weighted: { n: weighted.n, of: weighted.of, ...inequalityJson(weighted) } }),
    ranks: ranks.map(({ observation, value, rank, tied }) => {
      const area = analysis.survey.observations[observation]?.area;
      return { area: area?.name, code: area?.code, parents: area?.parents, value, rank, tied };
    }),
  };
}

const inequalityJson = ({ gini, theil, lorenz }: Inequality) => ({
  ...(gini !== undefined && { gini }),
  ...(theil && {
    theil: {
      ...theil,
      ...(theil.between !== undefined &&
        theil.total > 0 && { betweenShare: theil.between / theil.total }),
    },
  }),
  ...(lorenz && { lorenz: lorenz.map(({ share, held }) => [share, held]) }),
});

const qualityJson = ({ period, completeness, gaps, heaping }: Quality) => ({
  period,
  completeness: {
    ...completeness,
    ...(completeness.expected > 0 && { share: completeness.filled / completeness.expected }),
  },
  gaps: Object.fromEntries(gaps),
  heaping,
});
