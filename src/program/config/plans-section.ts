import { z } from "zod";

const plan = z.strictObject({
  encoding: z.string(),
  delimiter: z.string(),
  quote: z.string(),
  headerLines: z.int().min(0),
  columns: z
    .record(z.string(), z.string())
    .describe(
      "Header as written → id of a variable, an age band or a key column; what else it was taken for in brackets",
    ),
});

/** How files were read when their plan was saved; `--locked` fails where one is read differently now. */
export const plansSection = z
  .record(z.string(), plan)
  .describe(
    "File name → the reading plan that cdj inspect --save has saved; --locked holds files to it",
  );
