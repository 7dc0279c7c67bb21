import type { Survey } from "../analysis/observed-survey.ts";
import type { Check, Fault } from "../checks/define.ts";
import { checks } from "../checks/index.ts";
import type { Finding, Place } from "../survey/finding.ts";
import {
  cellPlace,
  type EvidenceOptions,
  evidenceOf,
  type JudgedTable,
} from "./evidence-of-tables.ts";

export interface JudgeOptions extends EvidenceOptions {
  /** How many findings of one code are kept; all are counted. */
  readonly findingsPerCode?: number;
}

export interface Judged {
  readonly findings: readonly Finding[];
  /** How often each code was raised, also beyond those kept. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Runs the checks on totals: what they find, with its place in the tables, in the order of the codes. */
export function judge(
  survey: Survey,
  tables: readonly JudgedTable[],
  options: JudgeOptions = {},
): Judged {
  const { findingsPerCode = 1000 } = options;
  const evidence = evidenceOf(survey, tables, options);
  const locate = locator(tables);
  const findings: Finding[] = [];
  const counts = new Map<string, number>();
  for (const check of checks as readonly Check[]) {
    if (!check.run) continue;
    for (const fault of check.run(evidence)) {
      const count = (counts.get(check.code) ?? 0) + 1;
      counts.set(check.code, count);
      if (count <= findingsPerCode) findings.push(findingOf(check, fault, survey, locate));
    }
  }
  return { findings, counts };
}

type Locate = (index: number, quantity: string | undefined) => Place;

function findingOf(
  check: Check,
  { index, variable, args, place, related }: Fault,
  survey: Survey,
  locate: Locate,
): Finding {
  const subject = index === undefined ? undefined : survey.observations[index];
  return {
    code: check.code,
    severity: check.severity,
    place: place ?? (index === undefined ? { file: "" } : locate(index, variable)),
    args,
    ...(subject && { area: subject.area.name }),
    ...(subject && subject.period !== null && { period: subject.period }),
    ...(variable !== undefined && { variable }),
    ...(related &&
      related.length > 0 && { related: related.map((other) => locate(other, variable)) }),
  };
}

/** Where the figure of a quantity of an observation stands: in the first table that has it, else where the area is first met. */
function locator(tables: readonly JudgedTable[]): Locate {
  const groupOf = new Map<JudgedTable, ReadonlyMap<number, number>>();
  const groupsOf = (table: JudgedTable): ReadonlyMap<number, number> => {
    let groups = groupOf.get(table);
    if (!groups) {
      groups = new Map(
        table.observations.map((observation, group) => [observation, group] as const).reverse(),
      );
      groupOf.set(table, groups);
    }
    return groups;
  };
  return (index, quantity) => {
    const holds = (table: JudgedTable): boolean => {
      const group = groupsOf(table).get(index);
      return (
        group !== undefined &&
        (quantity === undefined || (table.part.quantities.get(quantity)?.count(group) ?? 0) > 0)
      );
    };
    const table = tables.find(holds) ?? tables.find((each) => groupsOf(each).has(index));
    const group = table?.part.groups[groupsOf(table).get(index) ?? -1];
    if (!table || !group) return { file: tables[0]?.file ?? "" };
    const { line, sheet } = group.place;
    if (quantity !== undefined)
      return cellPlace(table, { ...group, line, sheet }, quantity, group.period);
    return {
      file: table.file,
      ...(sheet !== undefined && { sheet }),
      ...(line !== undefined && { line }),
    };
  };
}
