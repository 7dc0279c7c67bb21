import { z } from "zod";
import { rowMeanings } from "../../intake/rows/row-rules.ts";
import { languages } from "../../survey/language.ts";
import { checkSection } from "./check-section.ts";
import { indicatorsSection } from "./indicators-section.ts";
import { normsSection } from "./norms-section.ts";
import { plansSection } from "./plans-section.ts";

const ids = z.array(z.string());

/** The config file. A further section is one file with its schema and one line here. */
export const configSchema = z.strictObject({
  $schema: z.string().optional().describe("Where this schema stands, for editors"),
  language: z
    .enum(languages)
    .optional()
    .describe("The language of written files, of the terminal and of messages"),
  mapping: z
    .record(z.string(), z.string())
    .optional()
    .describe(
      "Header as written → id of a variable, an age band or a key column; “ignore” leaves a column out",
    ),
  rows: z
    .record(z.string(), z.enum(rowMeanings))
    .optional()
    .describe(
      "Name of a row (* stands for anything), kind:total, kind:average, kind:derived, kind:class, kind:note or last:2 → what it is: skip, area or total",
    ),
  plans: plansSection.optional(),
  norms: normsSection.optional(),
  by: ids.optional().describe("Levels (street, district, city), variables or headers to group by"),
  numberFormat: z
    .strictObject({
      groupDigits: z
        .boolean()
        .optional()
        .describe("Thousands separators in printed figures (1,234); true where left out"),
    })
    .optional()
    .describe("How figures print"),
  onlyIndicators: ids
    .optional()
    .describe("Ids and themes of the indicators to compute; all where left out"),
  indicators: indicatorsSection.optional(),
  suppress: ids
    .optional()
    .describe(
      "Variables that are never shown, with their ages, sexes and parts, nor anything computed from them",
    ),
  minCell: z
    .int()
    .min(2)
    .optional()
    .describe(
      "Counts from 1 to below this number are suppressed in sensitive variables, with what would reveal them",
    ),
  sensitive: ids
    .optional()
    .describe("Variables to be treated as sensitive beside those of the codebook"),
  check: checkSection.optional(),
});
