import { z } from "zod";
import { absentReasons } from "../../survey/measured.ts";
import { findingSchema, normStateSchema, sourceSchema } from "../analysis/analysis-schema.ts";

/* The contract of `cdj compare --format json`, published as docs/compare.schema.json. */

const whole = z.int().nonnegative();

const measuredWith = <S extends z.core.$ZodShape>(beside: S) =>
  z.union([
    z.strictObject({ value: z.number(), approximate: z.literal(true).optional(), ...beside }),
    z.strictObject({
      low: z.number().nullable(),
      high: z.number().nullable(),
      lowOpen: z.literal(true).optional(),
      highOpen: z.literal(true).optional(),
      ...beside,
    }),
    z.strictObject({ absent: z.enum(absentReasons), ...beside }),
  ]);
const measured = measuredWith({});
const withUnit = measuredWith({ unit: z.string() });

const change = {
  from: measured,
  to: measured,
  difference: withUnit.describe(
    "In points where the figure is itself a percentage or a per-mille rate",
  ),
  growth: withUnit
    .optional()
    .describe("100 (x₁ ÷ x₀ − 1); left out where a difference in points says it"),
  growthPerYear: withUnit
    .optional()
    .describe("100 ((x₁ ÷ x₀)^(1 ÷ years) − 1), where other than one year lies between"),
};

const classEnds = z
  .strictObject({ from: z.string().optional(), to: z.string().optional() })
  .optional();

const classCounts = z
  .strictObject({ from: z.record(z.string(), whole), to: z.record(z.string(), whole) })
  .optional()
  .describe("How many areas are in each class at both ends, of an indicator that classifies");

const part = {
  ...change,
  classes: classEnds,
  classCounts,
  contribution: withUnit
    .optional()
    .describe("100 Δxᵢ ÷ X₀: those of all areas add up to the growth of the whole"),
};

const changes = z
  .record(
    z.string(),
    z.strictObject({
      ...part,
      norms: z
        .record(z.string(), z.strictObject(part))
        .optional()
        .describe("Norm → change, where the figure is that under a norm and several are named"),
    }),
  )
  .describe("Indicator or variable → change");

const area = { area: z.string(), code: z.string().nullable(), parents: z.array(z.string()) };
const boundary = ["renamed", "merged", "split", "rearranged"] as const;
const end = z.strictObject({
  met: z.boolean().nullable(),
  gap: measured,
  areasMissing: whole,
  areasTested: whole,
});
const basis = z.enum(["usual", "registered", "managed", "not stated"]);

const subject = z.strictObject({
  id: z.string(),
  kind: z.enum(["variable", "indicator"]),
  title: z.string(),
  unit: z.string(),
  ...change,
  classes: classEnds,
  classCounts,
  coverage: z.strictObject({
    areas: whole.describe("Areas that have it in both periods"),
    of: whole,
  }),
  all: z
    .strictObject(change)
    .optional()
    .describe("Over all areas of each period, where these are others and none lacks a figure"),
  norms: z.array(
    z.strictObject({
      id: z.string(),
      op: z.string(),
      threshold: z.number(),
      change: z
        .strictObject({ ...change, classes: classEnds, classCounts })
        .optional()
        .describe("Under this norm, of an indicator whose value is that under a norm"),
      from: end,
      to: end,
    }),
  ),
});

const notCompared = z.strictObject({
  subject: z.string(),
  reason: z.enum([
    "only-in",
    "withheld",
    "basis",
    "period-kind",
    "no-common-area",
    "areas-without",
    "areas-withheld",
  ]),
  areas: z.array(z.strictObject(area)).optional(),
  period: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  message: z.string(),
});

export const comparisonSchema = z
  .strictObject({
    tool: z.strictObject({ name: z.literal("cdj"), version: z.string() }),
    sources: z.array(sourceSchema),
    scope: z.strictObject({
      from: z.string(),
      to: z.string(),
      years: z.number().optional().describe("From the end of one period to the end of the other"),
      areas: z.strictObject({ both: whole, of: whole }),
      residentsBasis: z.strictObject({ from: basis, to: basis }),
    }),
    subjects: z.array(subject),
    groups: z.array(z.strictObject({ by: z.string(), group: z.string(), areas: whole, changes })),
    areas: z.array(
      z.strictObject({
        ...area,
        status: z.enum(["same", "appeared", "vanished", ...boundary]),
        changes,
      }),
    ),
    boundaries: z.array(
      z.strictObject({
        kind: z.enum(boundary),
        old: z.array(z.strictObject(area)),
        new: z.array(z.strictObject(area)),
      }),
    ),
    parts: z
      .array(
        z.strictObject({
          ...area,
          period: z.string().nullable(),
          variable: z.string(),
          reported: whole,
          of: whole,
        }),
      )
      .optional()
      .describe(
        "With --sum: of how many of its parts a total of an area is made, where some gave no figure",
      ),
    norms: z.array(normStateSchema).optional().describe("What became of the norms that were named"),
    notCompared: z.array(notCompared),
    findings: z.array(findingSchema),
  })
  .meta({
    title: "cdj compare --format json",
    description: "Two periods of a survey of communities side by side. Values are unrounded.",
  });

/** The schema as JSON Schema (draft 2020-12), as docs/ publishes it. */
export const comparisonJsonSchema = (): unknown =>
  z.toJSONSchema(comparisonSchema, { reused: "ref" });
