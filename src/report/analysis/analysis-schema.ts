import { z } from "zod";
import { levels } from "../../survey/area.ts";
import { severities } from "../../survey/finding.ts";
import { absentReasons } from "../../survey/measured.ts";
import type { Words } from "../../words/locales/words.ts";
import { distributionSchema } from "../distribution/distribution-schema.ts";

/*
 * The contract of `cdj analyze --format json`. It is published as docs/analyze.schema.json and held against the real program in tests;
 * the program itself never loads it: the output is made by analysis-json.ts.
 */

const whole = z.int().nonnegative();
const period = z
  .string()
  .nullable()
  .describe("2007, 2007-H1, 2007-Q2, 2007-06; null where the table names none");

const exact = {
  value: z.number().describe("Unrounded, in the unit beside it"),
  approximate: z.literal(true).optional().describe("An approximate figure (约, 近) went into it"),
};
const interval = {
  low: z.number().nullable().describe("null: unbounded"),
  high: z.number().nullable().describe("null: unbounded"),
  lowOpen: z.literal(true).optional().describe("The bound does not belong to it"),
  highOpen: z.literal(true).optional().describe("The bound does not belong to it"),
};
const absent = { absent: z.enum(absentReasons).describe("Why the figure cannot be told") };

/** A measured figure, and what else stands beside it. */
const measuredWith = <S extends z.core.$ZodShape>(beside: S) =>
  z.union([
    z.strictObject({ ...exact, ...beside }),
    z.strictObject({ ...interval, ...beside }),
    z.strictObject({ ...absent, ...beside }),
  ]);

const measured = measuredWith({});

const classes = {
  class: z.string().optional().describe("Of one area: the id of its class"),
  classes: z
    .record(z.string(), whole)
    .optional()
    .describe("Of several areas: how many are in each class"),
};
const net = {
  net: measured
    .optional()
    .describe("With sum-of-shortfalls: what is short when surpluses count against it"),
};
const underNorm = z.strictObject({
  figure: measuredWith({ ...classes, ...net })
    .optional()
    .describe("The value, of an indicator whose value is that under a norm"),
  met: z.boolean().nullable().describe("null: cannot be told, or nothing has to be met"),
  gap: measured.optional(),
});
const values = z
  .record(z.string(), measuredWith({ ...classes, ...net }))
  .describe(
    "Indicator → figure; one that differs with the norm is absent where several norms are named, and stands under each of them in norms",
  );
const norms = z
  .record(z.string(), z.record(z.string(), underNorm))
  .optional()
  .describe("Where norms are named: indicator → norm → how the figure stands");

const parts = z.strictObject({ reported: whole, of: whole });

const coverage = z.strictObject({
  areas: whole.describe("How many areas went into it"),
  of: whole,
  parts: parts
    .optional()
    .describe("With --sum: how many parts of these areas gave a figure, where some gave none"),
  denominatorShare: z
    .number()
    .optional()
    .describe("Which share of the denominator they hold, 0 to 1"),
});

const column = z.strictObject({
  header: z.string(),
  variable: z
    .string()
    .nullable()
    .describe("The id of a variable, an age band or a key column; null where the column is none"),
  unit: z.string().optional().describe("The base unit that values are kept in"),
  basis: z
    .enum(["usual", "registered", "managed"])
    .optional()
    .describe("How residents are counted"),
  role: z.enum(["age-band", "variable", "value", "finer-key", "unit"]).optional(),
  reason: z.enum(["unknown", "ambiguous", "ignored", "duplicate", "blank"]).optional(),
});

/** Why a line is no observation. */
const setAsideReasons = [
  "title",
  "blank",
  "separator",
  "other-table",
  "total-row",
  "average-row",
  "derived-row",
  "left-out",
  "other-level",
  "column-numbers",
  "nested-total",
  "note",
  "repeated-header",
  "further-table",
  "no-area",
  "duplicate",
] as const satisfies readonly (keyof Words["setAsideReasons"])[];

const source = z.strictObject({
  file: z.string(),
  sheet: z.string().optional().describe("The sheet of a workbook"),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe(
      "Left out where a figure is withheld: with the hash, values could be tried in its place",
    ),
  encoding: z.string(),
  delimiter: z.string(),
  headerLines: whole,
  rows: whole.describe("Records read as observations"),
  excluded: z.array(
    z.strictObject({
      line: z.int().positive(),
      reason: z.enum(setAsideReasons),
      rows: whole
        .optional()
        .describe("How many rows it stands for, from this line on, where it is more than one"),
    }),
  ),
  columns: z.array(column),
});

const variants = {
  variants: z
    .array(measuredWith({ id: z.string(), title: z.string() }))
    .optional()
    .describe("The same figure by other rules"),
};

const norm = z.strictObject({
  id: z.string(),
  op: z.enum([">=", "<=", ">", "<", "between", "="]),
  threshold: z.number(),
  upper: z.number().optional().describe("With “between”: the upper bound, inclusive"),
  met: z.boolean().nullable().describe("null: cannot be told, or nothing has to be met"),
  gap: z
    .union([z.number(), measured])
    .describe("What is missing or too much, in the unit of the indicator; 0 when it is met"),
  figure: measuredWith({ ...classes, ...net, ...variants })
    .optional()
    .describe("The value under this norm, of an indicator whose value is that under a norm"),
  areasMissing: whole,
  areasTested: whole,
});

const rollup = z.enum([
  "ratio-of-sums",
  "sum",
  "sum-of-shortfalls",
  "pooled",
  "count",
  "weighted-mean",
  "distribution",
  "none",
]);

const indicator = measuredWith({
  id: z.string(),
  title: z.string(),
  period: period.optional().describe("Where several are shown"),
  unit: z.string(),
  rollup,
  options: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.number())]))
    .optional()
    .describe("What its options were, set or by default"),
  ...classes,
  ...net,
  coverage: coverage.optional(),
  ...variants,
  norms: z.array(norm),
});

const total = measuredWith({
  variable: z.string(),
  period: period.optional(),
  unit: z.string(),
  coverage,
});

const group = z.strictObject({
  by: z.string(),
  group: z.string(),
  period,
  areas: whole,
  values,
  norms,
});

const spread = z.strictObject({
  area: z.string(),
  period,
  variable: z.string(),
  norm: z.string(),
  threshold: z.number(),
  counts: z.enum(["above", "at or above"]).describe("Which communities are counted"),
  communities: whole,
  total: z.number(),
  least: z.number(),
  most: z.number(),
  atLeast: whole,
  atMost: whole,
});

const area = z.strictObject({
  area: z.string(),
  code: z.string().nullable(),
  parents: z.array(z.string()).describe("The units it lies in, the largest first"),
  period,
  parts: z
    .record(z.string(), parts)
    .optional()
    .describe("With --sum: variable → how many of its parts gave a figure, where some gave none"),
  values,
  norms,
});

const place = {
  file: z.string(),
  sheet: z.string().optional(),
  line: z.int().positive().optional().describe("The physical line, from 1"),
  column: z.int().positive().optional().describe("In the line, from 1, in UTF-16 units"),
  field: z.int().positive().optional().describe("The number of the column in the table, from 1"),
  header: z.string().optional(),
};

const finding = z.strictObject({
  code: z.string().regex(/^CDJ\d{3}$/),
  severity: z.enum(severities),
  message: z.string(),
  fix: z.string(),
  ...place,
  cell: z.string().optional().describe("The cell of a workbook: Sheet1!C7"),
  area: z.string().optional(),
  period: z.string().optional(),
  variable: z.string().optional(),
  related: z
    .array(
      z.strictObject({
        ...place,
        code: z
          .string()
          .regex(/^CDJ\d{3}$/)
          .optional()
          .describe("Of a finding of the same cause"),
        severity: z.enum(severities).optional(),
        message: z.string().optional(),
        area: z.string().optional(),
        period: z.string().optional(),
        variable: z.string().optional(),
      }),
    )
    .optional()
    .describe("Other places that have part in it, and findings of the same cause"),
});

const normState = z.strictObject({
  id: z.string(),
  compared: z.boolean().describe("Whether any figure is held against it"),
  reason: z
    .enum(["unmeasured", "under-a-norm", "not-asked", "no-column", "untold"])
    .optional()
    .describe("Why it is held against nothing"),
  remarks: z
    .array(z.enum(["validity", "country"]))
    .optional()
    .describe("It is compared outside its dates, or outside its country"),
  message: z.string().optional(),
});

export { finding as findingSchema, normState as normStateSchema, source as sourceSchema };

export const analysisSchema = z
  .strictObject({
    tool: z.strictObject({ name: z.literal("cdj"), version: z.string() }),
    sources: z.array(source),
    scope: z.strictObject({ level: z.enum(levels), areas: whole, periods: z.array(z.string()) }),
    totals: z.array(total),
    indicators: z.array(indicator),
    norms: z.array(normState).optional().describe("What became of the norms that were named"),
    protection: z
      .strictObject({
        minCell: whole.optional(),
        sensitive: z.array(z.string()),
        suppress: z.array(z.string()),
      })
      .optional()
      .describe(
        "What was withheld: counts from 1 to below minCell of people in need, with whatever would reveal them; variables never shown",
      ),
    spread: z
      .array(spread)
      .optional()
      .describe(
        "Of rows that speak of several communities: how many lie beyond a norm, as far as their number, sum, greatest and least figure tell",
      ),
    groups: z.array(group),
    areas: z.array(area),
    distribution: distributionSchema.optional().describe("With --distribution"),
    findings: z.array(finding),
  })
  .meta({
    title: "cdj analyze --format json",
    description: "Figures of a survey of communities. Values are unrounded.",
  });

/** The schema as JSON Schema (draft 2020-12), as docs/ publishes it. */
export const analysisJsonSchema = (): unknown => z.toJSONSchema(analysisSchema, { reused: "ref" });
