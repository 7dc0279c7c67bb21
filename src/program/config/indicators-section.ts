import { z } from "zod";
import { themes } from "../../indicators/define.ts";
import { textSchema } from "./config-text.ts";

const own = z
  .strictObject({
    formula: z
      .string()
      .describe(
        "Over ids of variables and age bands: numbers, + - * / and brackets, min(…), max(…): workers / residents * 1000",
      ),
    title: textSchema.optional().describe("As printed; the id where left out"),
    unit: z
      .string()
      .optional()
      .describe(
        "An id of a unit (%, ‰, persons per 1,000, m², …) or a unit of your own; derived from the formula where left out",
      ),
    decimals: z.int().min(0).max(6).optional().describe("In print"),
    theme: z.enum(themes).optional().describe("Where it is listed"),
    source: z.string().optional().describe("Who defined it"),
    reading: z.string().optional().describe("How to read it, and how not to"),
  })
  .describe("An indicator of your own");

const setting = z.union([z.string(), z.number(), z.array(z.number())]);

/** What has a formula is an indicator of its own. */
const optionName = z.string().regex(/^(?!formula$)/u);

/** Options of indicators of the catalogue, and indicators of the user's own: both by id. */
export const indicatorsSection = z
  .record(
    z.string(),
    z.union([
      own,
      z
        .record(optionName, setting)
        .describe("Option → value: cdj explain ID lists the options of an indicator"),
    ]),
  )
  .describe(
    "By id: the options of an indicator of the catalogue, or an indicator of your own with its formula",
  );
