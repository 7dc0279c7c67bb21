import { codes } from "../../survey/codes.ts";
import type { Group } from "../engine.ts";
import type { FindingLog } from "./finding-log.ts";
import { lostZeros } from "./lost-zeros.ts";
import { sharedCodes } from "./shared-codes.ts";

/** Raises codes of areas that a spreadsheet took for numbers. `field` is that of the codes, from 0. */
export function raiseLostZeros(
  groups: readonly Group[],
  field: number | undefined,
  log: FindingLog,
): void {
  for (const { group, was } of lostZeros(groups)) {
    const place =
      field === undefined
        ? group.place
        : { ...group.place, field: field + 1, header: log.header(field) };
    log.add({
      code: codes.excelDamage,
      place,
      args: { cell: group.code ?? "", was },
      area: group.area,
    });
  }
}

/** The groups, without codes that several areas share. Where that is the rule, the codes are of the units above; else it is a finding. */
export function withOwnCodes(all: readonly Group[], log: FindingLog): readonly Group[] {
  const shared = sharedCodes(all);
  if (shared.length === 0) return all;
  const groups = [...all];
  const coded = new Set(groups.flatMap(({ code }) => code ?? [])).size;
  for (const { code, groups: bearers } of shared) {
    for (const i of bearers) groups[i] = { ...(groups[i] as Group), code: null };
    if (shared.length >= coded / 2) continue;
    const [first, ...others] = bearers.map((i) => all[i] as Group) as [Group, ...Group[]];
    const args = { code, areas: [first, ...others].map(({ area }) => area).slice(0, 5) };
    const last = others.at(-1) as Group;
    log.add({
      code: codes.sharedCode,
      place: last.place,
      args,
      area: last.area,
      related: [first.place],
    });
  }
  return groups;
}
