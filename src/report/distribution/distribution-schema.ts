import { z } from "zod";

/* The part `distribution` of the JSON of `cdj analyze --distribution`. What cannot be computed is left out. */

const whole = z.int().nonnegative();
const completeness = {
  filled: whole,
  expected: whole.describe("Areas × columns"),
  share: z.number().optional().describe("filled ÷ expected, 0 to 1"),
};

const inequality = {
  gini: z.number().optional().describe("Σ(2i − n − 1)x₍ᵢ₎ ÷ (n Σx); no small-sample correction"),
  theil: z
    .strictObject({
      total: z.number().describe("Σ sᵢ ln(sᵢ ÷ pᵢ)"),
      within: z.number().optional(),
      between: z.number().optional().describe("Within and between add up to the total"),
      betweenShare: z.number().optional().describe("between ÷ total, 0 to 1"),
    })
    .optional(),
  lorenz: z
    .array(z.tuple([z.number(), z.number()]))
    .optional()
    .describe(
      "Points from (0, 0) to (1, 1): share of the areas (or residents) from below, share of the whole that they hold",
    ),
};

const subject = z.strictObject({
  id: z.string(),
  norm: z
    .string()
    .optional()
    .describe(
      "The norm it is told under, where its value is that under a norm and several are named",
    ),
  kind: z.enum(["indicator", "variable"]),
  title: z.string(),
  unit: z.string(),
  period: z.string().nullable(),
  areas: whole,
  n: whole.describe("Areas with an exact value"),
  missing: whole,
  intervals: whole.describe("Areas of which only an interval is known: left out"),
  withheld: whole
    .optional()
    .describe("Areas whose figure is known and withheld: neither in n nor missing"),
  sum: z.number(),
  min: z.number().optional(),
  q1: z.number().optional(),
  median: z.number().optional(),
  q3: z.number().optional(),
  max: z.number().optional(),
  mean: z.number().optional().describe("Every area counts once: no ratio of sums"),
  sd: z.number().optional().describe("With n − 1"),
  cv: z.number().optional().describe("sd ÷ mean"),
  maxToMin: z.number().optional(),
  ...inequality,
  weighted: z
    .strictObject({
      n: whole,
      of: z
        .enum(["per-resident", "value"])
        .describe("Amounts are taken per resident, rates as they are"),
      ...inequality,
    })
    .optional()
    .describe("Every resident counts once"),
  ranks: z
    .array(
      z.strictObject({
        area: z.string(),
        code: z.string().nullable(),
        parents: z.array(z.string()),
        value: z.number(),
        rank: z.int().positive(),
        tied: z.boolean(),
      }),
    )
    .describe("The greatest first; equal values share the better rank and the next is left out"),
});

const quality = z.strictObject({
  period: z.string().nullable(),
  completeness: z.strictObject(completeness),
  gaps: z
    .record(z.string(), z.strictObject(completeness))
    .describe("Variable → its completeness, where it has gaps"),
  heaping: z.strictObject({
    n: whole.describe("Counts of three digits or more"),
    digits: z.array(whole).length(10).describe("How many end in 0, 1, … 9"),
    roundShare: z.number().optional().describe("Share that ends in 0 or 5; 0.2 is expected"),
    chiSquare: z
      .number()
      .optional()
      .describe("Against equal frequencies of the ten digits, 9 degrees of freedom"),
    p: z.number().optional(),
    enough: z.boolean().describe("At least 5 of each digit are expected"),
  }),
});

export const distributionSchema = z.strictObject({
  quantileType: z.int().min(1).max(9).describe("As in R; Hyndman and Fan 1996"),
  ranks: z.string(),
  weights: z.literal("residents"),
  groups: z
    .string()
    .optional()
    .describe("What Theil's index is taken apart by: a grouping, or “parent”"),
  subjects: z.array(subject),
  quality: z.array(quality),
});
