import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { chiSquareUpperTail } from "../../src/statistics/chi-square.ts";
import { summarise } from "../../src/statistics/distribution.ts";
import { gini, lorenz, theil, weightedGini } from "../../src/statistics/inequality.ts";
import { lastDigits } from "../../src/statistics/last-digits.ts";
import { quantile, quantileTypes } from "../../src/statistics/quantile.ts";
import { competitionRanks } from "../../src/statistics/ranks.ts";
import { agree } from "./close-to.ts";

interface Figures {
  readonly values: number[];
  readonly weights: number[];
  readonly groups: string[];
  readonly quantiles: Record<string, number[]>;
  readonly mean: number;
  readonly sd: number | null;
  readonly cv: number | null;
  readonly gini: number;
  readonly weightedGini: number;
  readonly theil: [number, number, number];
  readonly weightedTheil: [number, number, number];
  readonly lorenz: number[];
  readonly lorenzShare: number[];
  readonly lorenzHeld: number[];
  readonly ranks: number[];
}

const r = JSON.parse(readFileSync(new URL("r-distribution.json", import.meta.url), "utf8")) as {
  readonly distributions: Record<string, Figures>;
  readonly chiSquareTails: [number, number, number][];
  readonly lastDigits: {
    readonly counts: number[];
    readonly digits: number[];
    readonly chiSquare: number;
    readonly p: number;
  };
};

describe.each(Object.entries(r.distributions))("%s as in R", (_, figures) => {
  const { values, weights, groups } = figures;
  const sorted = [...values].sort((a, b) => a - b);

  test("has nine types of quantiles", () => {
    expect(quantileTypes).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test.each(quantileTypes)("quantiles of type %i", (type) => {
    const expected = figures.quantiles[type] as number[];
    [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].forEach((p, i) => {
      agree(quantile(sorted, p, type), expected[i] as number, `type ${type} at ${p}`);
    });
  });

  test("mean, standard deviation, coefficient of variation", () => {
    const summary = summarise(values);
    agree(summary.mean, figures.mean, "mean");
    agree(summary.sd, figures.sd, "sd");
    agree(summary.cv, figures.cv, "cv");
    agree(summary.q1, (figures.quantiles["7"] as number[])[2] as number, "first quartile");
    agree(summary.q3, (figures.quantiles["7"] as number[])[4] as number, "third quartile");
  });

  test("Gini, plain and weighted", () => {
    agree(gini(values), figures.gini, "gini");
    agree(weightedGini(values, weights), figures.weightedGini, "weighted gini");
    agree(
      weightedGini(
        values,
        values.map(() => 3),
      ),
      figures.gini,
      "equal weights",
    );
  });

  test("Theil with its parts, plain and weighted", () => {
    const plain = theil(values, undefined, groups);
    const weighted = theil(values, weights, groups);
    for (const [own, expected] of [
      [plain, figures.theil] as const,
      [weighted, figures.weightedTheil] as const,
    ]) {
      agree(own?.total, expected[0], "total");
      agree(own?.within, expected[1], "within");
      agree(own?.between, expected[2], "between");
    }
  });

  test("Lorenz curve, plain and weighted", () => {
    lorenz(values)
      ?.slice(1)
      .forEach((point, i) => {
        agree(point.held, figures.lorenz[i] as number, `point ${i}`);
      });
    lorenz(values, weights)
      ?.slice(1)
      .forEach((point, i) => {
        agree(point.share, figures.lorenzShare[i] as number, `share ${i}`);
        agree(point.held, figures.lorenzHeld[i] as number, `held ${i}`);
      });
  });

  test("ranks", () => {
    expect(competitionRanks(values).map(({ rank }) => rank)).toEqual(figures.ranks);
  });
});

test.each(r.chiSquareTails)(
  "χ² tail of %f with %i degrees of freedom as in R",
  (x, df, expected) => {
    expect(Math.abs(chiSquareUpperTail(x, df) / expected - 1)).toBeLessThan(1e-12);
  },
);

test("last digits as chisq.test", () => {
  const own = lastDigits(r.lastDigits.counts);
  expect(own.digits).toEqual(r.lastDigits.digits);
  agree(own.chiSquare, r.lastDigits.chiSquare, "χ²");
  agree(own.p, r.lastDigits.p, "p");
  expect(own.enough).toBe(true);
});
