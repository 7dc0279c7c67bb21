import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { renderQuerySheet } from "../../render/sheets/query-sheet-xlsx.ts";
import { querySheets, type Recipient } from "../../report/findings/query-sheets.ts";
import type { Area } from "../../survey/area.ts";
import { CdjError } from "../../survey/error.ts";
import type { Judgement, ToldFinding } from "../../survey/judgement.ts";
import { writeWhole } from "../output/output.ts";
import { keepInputs } from "../reading/inputs-kept.ts";
import type { ReadSurvey } from "../reading/read-survey.ts";
import { pathFrom } from "./project-root.ts";

export interface SheetOptions {
  readonly folder: string;
  readonly by: "area" | "parent_area";
  /** What is read, and never written to. */
  readonly inputs: readonly (string | undefined)[];
}

/** Writes a query sheet for every area with findings, or for every unit the areas lie in; how many were written. */
export async function writeQuerySheets(
  judgement: Judgement,
  read: Pick<ReadSurvey, "survey" | "files">,
  { folder, by, inputs }: SheetOptions,
): Promise<number> {
  const areaOf = areasOfFindings(read);
  const sheets = querySheets(judgement, (finding) => {
    const found = areaOf(finding);
    return by === "area" ? found && recipient(found) : unitAbove(found?.area);
  });
  if (sheets.length === 0) return 0;
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new CdjError("unwritable-output", {
      file: folder,
      reason: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
  const paths = fileNames(sheets.map(({ name, of }) => `${name}-${of}`)).map((name) =>
    join(folder, `${name}.xlsx`),
  );
  await keepInputs(paths, inputs);
  for (const [i, sheet] of sheets.entries())
    writeWhole(paths[i] as string, await renderQuerySheet(sheet));
  return sheets.length;
}

interface FoundArea {
  readonly area: Area;
  /** No other area of the survey has its name. */
  readonly alone: boolean;
}

/** Two communities of one name are told apart by the unit they lie in, or by their code. */
function recipient({ area, alone }: FoundArea): Recipient {
  const key = JSON.stringify([area.parents, area.name, area.code]);
  const apart = area.parents.at(-1) ?? area.code;
  return { key, name: alone || apart === null ? area.name : `${apart} ${area.name}` };
}

const unitAbove = (area: Area | undefined): Recipient | undefined => {
  const name = area?.parents.at(-1);
  return area && name !== undefined ? { key: JSON.stringify(area.parents), name } : undefined;
};

/** Which area a finding is about: the one of its name, and of several the one whose rows its line is among. */
function areasOfFindings({
  survey,
  files,
}: Pick<ReadSurvey, "survey" | "files">): (finding: ToldFinding) => FoundArea | undefined {
  const named = new Map<string, Map<string, Area>>();
  for (const { area } of survey.observations) {
    const same = named.get(area.name) ?? new Map<string, Area>();
    named.set(area.name, same.set(JSON.stringify([area.parents, area.code]), area));
  }
  return ({ area: name, place }) => {
    if (name === undefined) return undefined;
    const same = [...(named.get(name)?.values() ?? [])];
    const [first = { name, code: null, parents: [] }] = same;
    if (same.length < 2) return { area: first, alone: true };
    const here = files.flatMap(({ file, part, observations }) =>
      pathFrom(process.cwd(), file) !== pathFrom(process.cwd(), place.file)
        ? []
        : part.groups.flatMap((group, i) =>
            group.area === name &&
            group.place.sheet === place.sheet &&
            (group.place.line ?? 0) <= (place.line ?? 0)
              ? [
                  {
                    line: group.place.line ?? 0,
                    area: survey.observations[observations[i] as number]?.area as Area,
                  },
                ]
              : [],
          ),
    );
    const nearest = here.reduce<(typeof here)[number] | undefined>(
      (best, one) => (best === undefined || one.line >= best.line ? one : best),
      undefined,
    );
    return {
      area: nearest?.area ?? { name, code: null, parents: [] },
      alone: nearest === undefined,
    };
  };
}

/** Names that every file system takes; equal ones are numbered. */
function fileNames(texts: readonly string[]): string[] {
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
