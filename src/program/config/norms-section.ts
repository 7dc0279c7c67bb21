import { z } from "zod";
import { textSchema } from "./config-text.ts";

const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u, "date");

const own = z
  .strictObject({
    id: z.string().min(1).describe("By which --norm names it"),
    subject: z
      .string()
      .describe("The id of the indicator or variable whose value is held against it"),
    op: z
      .enum([">=", "<=", ">", "<", "between", "="])
      .describe("“=” is a figure to read beside, which nothing has to meet"),
    value: z.number(),
    upper: z.number().optional().describe("With “between”: the upper bound, inclusive"),
    unit: z.string().optional().describe("The unit of the subject where left out"),
    basis: z
      .enum(["usual", "registered", "managed"])
      .optional()
      .describe("What it is counted on, where that differs from the subject's own definition"),
    rounding: z
      .enum(["floor", "nearest", "ceil"])
      .optional()
      .describe("How a number of posts is rounded, per community"),
    clamp: z
      .strictObject({ min: z.number().optional(), max: z.number().optional() })
      .optional()
      .describe("The least and the most of what it asks per community"),
    jurisdiction: textSchema.optional().describe("Where it holds"),
    document: textSchema.optional().describe("The document that states it"),
    number: z.string().optional().describe("文号"),
    issuer: textSchema.optional(),
    year: z.int().optional(),
    validFrom: date.optional(),
    validTo: date.optional(),
    clause: textSchema.optional(),
    url: z.string().optional(),
    note: textSchema.optional(),
  })
  .describe("A norm of your own");

/** Norms to compare with: those of the catalogue and those of the user's own. */
export const normsSection = z
  .array(
    z.union([
      z.string().describe("The id of a norm, or a figure of your own such as office_area=500"),
      own,
    ]),
  )
  .describe("Norms to compare with, where --norm names none");
