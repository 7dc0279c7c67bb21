import { z } from "zod";

/** One text for all languages, or one for each. */
export const textSchema = z.union([
  z.string(),
  z.strictObject({
    en: z.string().optional(),
    "zh-CN": z.string().optional(),
    "zh-TW": z.string().optional(),
  }),
]);
