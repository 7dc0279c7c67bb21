import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Survey } from "../analysis/survey.ts";
import { renderQuerySheet } from "../render/query-sheet.ts";
import { querySheets } from "../report/query-sheet.ts";
import { CdjError } from "../survey/error.ts";
import type { Judgement } from "../survey/judgement.ts";
import { keepInputs } from "./inputs.ts";
import { writeWhole } from "./output.ts";

export interface SheetOptions {
  readonly folder: string;
  readonly by: "area" | "parent_area";
  /** What is read, and never written to. */
  readonly inputs: readonly (string | undefined)[];
}

/** Writes a query sheet for every area with findings, or for every unit the areas lie in; how many were written. */
export async function writeQuerySheets(judgement: Judgement, survey: Survey, { folder, by, inputs }: SheetOptions): Promise<number> {
  const parents = new Map(survey.observations.map(({ area }) => [area.name, area.parents.at(-1)]));
  const sheets = querySheets(judgement, ({ area }) => (area === undefined || by === "area" ? area : parents.get(area)));
  if (sheets.length === 0) return 0;
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new CdjError("unwritable-output", { file: folder, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
  const paths = fileNames(sheets.map(({ name, of }) => `${name}-${of}`)).map((name) => join(folder, `${name}.xlsx`));
  await keepInputs(paths, inputs);
  for (const [i, sheet] of sheets.entries()) writeWhole(paths[i] as string, await renderQuerySheet(sheet));
  return sheets.length;
}

/** Names that every file system takes; equal ones are numbered. */
export function fileNames(texts: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return texts.map((text) => {
    const safe =
      [...text.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+/gu, "_").trim()]
        .slice(0, 60)
        .join("")
        .replace(/[. ]+$/u, "") || "_";
    const key = safe.toLowerCase();
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    return count === 1 ? safe : `${safe}-${count}`;
  });
}
