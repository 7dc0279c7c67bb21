import { z } from "zod";

const code = z.string().regex(/^cdj\d{0,3}$/i, "code");

/** What `cdj check` reads from the config file; options of the command line win. */
export const checkSection = z
  .strictObject({
    failOn: z
      .enum(["error", "warning", "note"])
      .optional()
      .describe("The least severity that makes the exit code 1; error where left out"),
    select: z.array(code).optional().describe("Only these codes, or those that begin so"),
    ignore: z.array(code).optional().describe("Not these codes, nor those that begin so"),
    ignores: z
      .record(z.string(), z.array(code))
      .optional()
      .describe("File name or glob → codes that are ignored there"),
    severities: z
      .record(code, z.enum(["error", "warning", "note", "off"]))
      .optional()
      .describe("Code, or the beginning of one → how grave it is"),
    maxFindings: z
      .int()
      .min(1)
      .optional()
      .describe("How many findings of one code are told; all are counted"),
    baseline: z.string().optional().describe("The file of known findings"),
    schema: z
      .string()
      .optional()
      .describe("A Frictionless Table Schema or Data Package that the tables must meet"),
    partitions: z
      .array(z.strictObject({ whole: z.string(), parts: z.array(z.string()).min(2) }))
      .optional()
      .describe("Variables or age bands that together make up another one exactly"),
  })
  .describe("What cdj check finds and fails on");
