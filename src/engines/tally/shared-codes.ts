import type { Group } from "../engine.ts";

/** A code that several names of one period bear, and the rows that do. */
export interface SharedCode {
  readonly code: string;
  readonly groups: readonly number[];
}

/**
 * Codes that are no area's own, because they stand with several names in one period: those of the units above, or slips. An area is known by
 * its code, so that areas under one code would be taken for one.
 */
export function sharedCodes(groups: readonly Group[]): SharedCode[] {
  const firsts = new Map<string | undefined, Map<string, number>>();
  const shared = new Map<number, number[]>();
  for (let i = 0; i < groups.length; i++) {
    const { code, period, area } = groups[i] as Group;
    if (code === null) continue;
    const inPeriod = firsts.get(period) ?? new Map<string, number>();
    firsts.set(period, inPeriod);
    const first = inPeriod.get(code);
    if (first === undefined) inPeriod.set(code, i);
    else if ((groups[first] as Group).area !== area || shared.has(first)) {
      const bearers = shared.get(first);
      if (bearers) bearers.push(i);
      else shared.set(first, [first, i]);
    }
  }
  return [...shared].map(([first, bearers]) => ({
    code: (groups[first] as Group).code as string,
    groups: bearers,
  }));
}
