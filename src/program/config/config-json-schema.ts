import { z } from "zod";
import { configSchema } from "./config-schema.ts";

/** The schema of the config file as JSON Schema (draft 2020-12), for editors. */
export const configJsonSchema = (): unknown => ({
  ...z.toJSONSchema(configSchema, { io: "input" }),
  title: "cdj.config.json",
  description: "Settings of cdj for the tables beside this file and below.",
});
