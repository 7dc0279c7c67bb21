import type { Statistic } from "./define.ts";
import { changeStatistics } from "./statistics-of-change.ts";
import { inequalityStatistics } from "./statistics-of-inequality.ts";
import { qualityStatistics } from "./statistics-of-quality.ts";
import { spreadStatistics } from "./statistics-of-spread.ts";

/** The statistics of distribution, change and data quality, in reading order. */
export const statistics: readonly Statistic[] = [
  ...spreadStatistics,
  ...inequalityStatistics,
  ...changeStatistics,
  ...qualityStatistics,
];

/** A statistic by its id, or by its key in JSON. */
export const findStatistic = (id: string): Statistic | undefined =>
  statistics.find((statistic) => statistic.id === id || statistic.key === id);
