import { severityOf } from "../../checks/index.ts";
import { identityOfHeader } from "../../codebook/identity.ts";
import { openTables } from "../../intake/files/open.ts";
import type { Source } from "../../intake/files/source.ts";
import { planTable } from "../../intake/plan-table.ts";
import type { ReadSource } from "../../report/reading.ts";
import { codes } from "../../survey/codes.ts";
import { CdjError, type Problem } from "../../survey/error.ts";
import type { Finding } from "../../survey/finding.ts";
import { type ReadOptions, type ReadSurvey, readSurvey } from "../reading/read-survey.ts";
import type { CheckedTable } from "./checked-table.ts";
import { type JudgedTables, type JudgeTablesOptions, judgeTables } from "./judge-tables.ts";

export interface Checked extends JudgedTables {
  readonly read: ReadSurvey;
  readonly sources: readonly ReadSource[];
  /** Files that are no tables of areas. */
  readonly refused: readonly string[];
}

export type CheckOptions = ReadOptions & Omit<JudgeTablesOptions, "refused">;

/** Faults of a whole file that are findings here; any other problem of a file ends the run. */
const fileFaults: Partial<Record<Problem, string>> = {
  undecodable: "CDJ101",
  "empty-file": "CDJ104",
  "header-only": "CDJ105",
  "no-header": "CDJ106",
  "uneven-columns": "CDJ109",
  "no-observations": "CDJ107",
  "no-area-column": "CDJ210",
  respondents: "CDJ603",
  "old-workbook": "CDJ108",
  "protected-workbook": "CDJ108",
  "wrongly-decoded": "CDJ108",
  "far-cell": "CDJ108",
  "unpacks-too-far": "CDJ108",
  "damaged-container": "CDJ108",
  "no-table-inside": "CDJ108",
  "several-tables-inside": "CDJ108",
};

/**
 * Reads files, folders and globs and judges them all in one run: what was met while reading, what the checks on totals find, and, with a
 * schema, what breaks it. A file that is no table of areas is a finding. Throws a CdjError for one that cannot be read at all.
 */
export async function checkFiles(
  words: readonly string[],
  options: CheckOptions,
): Promise<Checked> {
  const faults: Finding[] = [];
  const refused: string[] = [];
  const unjoined: CheckedTable[] = [];
  const read = await readSurvey(words, {
    ...options,
    refused: async (source, error) => {
      const code = fileFaults[error.problem];
      if (code === undefined) throw error;
      refused.push(source.name);
      const { file: _, first, ...rest } = error.args;
      // A column of persons is not offered as the column of areas.
      const args =
        first === undefined || identityOfHeader(String(first)) !== undefined
          ? rest
          : { ...rest, first };
      faults.push({
        code,
        severity: severityOf(code),
        place: { file: source.name },
        args: code === "CDJ108" ? { problem: error.problem } : args,
      });
      const table = await planAnyway(source, options);
      if (!table) return;
      unjoined.push(table.checked);
      faults.push(...table.findings);
    },
  });
  return {
    read,
    sources: read.sources,
    refused,
    ...(await judgeTables(read, { ...options, refused: { findings: faults, tables: unjoined } })),
  };
}

/** What the headers of a table without areas say: whether they name persons. Undefined where there are no headers. */
async function planAnyway(
  file: Source,
  options: ReadOptions,
): Promise<{ checked: CheckedTable; findings: Finding[] } | undefined> {
  try {
    const [first] = await openTables(file, options);
    if (!first) return undefined;
    const {
      source,
      decision: { plan, findings },
    } = await planTable(first, options);
    const part = {
      groups: [],
      quantities: new Map(),
      findings: [],
      counts: new Map(),
      rows: 0,
      excluded: [],
    };
    // Its headers are told with the table itself; who is named in it has to be told beside.
    const personal = findings.filter(({ code }) => code === codes.identityColumn);
    const placed = personal.map((finding) => ({
      ...finding,
      severity: severityOf(finding.code),
      place: { file: file.name, ...finding.place },
    }));
    return {
      checked: { file: file.name, part, observations: [], plan, source },
      findings: placed as Finding[],
    };
  } catch (error) {
    if (error instanceof CdjError) return undefined;
    throw error;
  }
}
