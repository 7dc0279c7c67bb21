import type { Distribution } from "../../analysis/distributions.ts";
import type { DistributionReport } from "./distribution-blocks.ts";

const statistics: Readonly<Record<string, (distribution: Distribution) => number | undefined>> = {
  areas: ({ areas }) => areas,
  n: ({ n }) => n,
  missing: ({ missing }) => missing,
  intervals: ({ intervals }) => intervals,
  sum: ({ summary }) => summary.sum,
  min: ({ summary }) => summary.min,
  q1: ({ summary }) => summary.q1,
  median: ({ summary }) => summary.median,
  q3: ({ summary }) => summary.q3,
  max: ({ summary }) => summary.max,
  mean: ({ summary }) => summary.mean,
  sd: ({ summary }) => summary.sd,
  cv: ({ summary }) => summary.cv,
  max_to_min: ({ summary }) => summary.maxToMin,
  gini: ({ plain }) => plain.gini,
  theil: ({ plain }) => plain.theil?.total,
  theil_within: ({ plain }) => plain.theil?.within,
  theil_between: ({ plain }) => plain.theil?.between,
  weighted_gini: ({ weighted }) => weighted?.gini,
  weighted_theil: ({ weighted }) => weighted?.theil?.total,
  weighted_theil_within: ({ weighted }) => weighted?.theil?.within,
  weighted_theil_between: ({ weighted }) => weighted?.theil?.between,
};

/** The distributions as a table: a row for each subject and period, unrounded; what cannot be computed is empty. */
export function distributionRows({
  distributions,
  quantileType,
  by,
}: DistributionReport): (string | number)[][] {
  const head = [
    "subject",
    "kind",
    "unit",
    "period",
    "quantile_type",
    "groups",
    ...Object.keys(statistics),
    "norm",
  ];
  const rows = distributions.map((distribution) => {
    const { subject, period } = distribution;
    const figures = Object.values(statistics).map((statistic) => statistic(distribution) ?? "");
    return [
      subject.id,
      subject.kind,
      subject.unit,
      period ?? "",
      quantileType,
      by ?? "",
      ...figures,
      subject.norm?.id ?? "",
    ];
  });
  return [head, ...rows];
}
