import { eachRow } from "../../intake/records/each-record.ts";
import { SchemaInference, type WrittenSchema } from "../../intake/schema/schema-infer.ts";
import { CdjError } from "../../survey/error.ts";
import type { Language } from "../../survey/language.ts";
import { type ReadOptions, readSurvey } from "./read-survey.ts";

/** A Frictionless Table Schema that the first table of a file meets. Throws a CdjError for what is no table of areas. */
export async function inferSchema(
  file: string,
  options: ReadOptions,
  language: Language,
): Promise<WrittenSchema> {
  const { sources, opened } = await readSurvey([file], options);
  const [read] = sources;
  const [source] = opened;
  if (!read || !source) throw new CdjError("no-such-file", { file });
  const inference = new SchemaInference(read.plan);
  const setAside = new Set(
    read.excluded.filter(({ reason }) => reason !== "duplicate").map(({ line }) => line),
  );
  await eachRow(source, read.plan, (record) => {
    if (!setAside.has(record.line) && record.fields.some((cell) => cell.trim() !== ""))
      inference.take(record.fields);
  });
  return inference.finish(language);
}
