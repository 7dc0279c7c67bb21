import { periodKind } from "../intake/cells/period.ts";
import type { Period } from "../survey/area.ts";
import { codes } from "../survey/codes.ts";
import type { Finding } from "../survey/finding.ts";
import type { AreasRead } from "./identify-areas.ts";

type Unrated = Omit<Finding, "severity">;

export interface JoinedPeriods {
  /** Table by table: the periods that stand for another one, and that one. */
  readonly renamed: readonly ReadonlyMap<Period, Period>[];
  readonly findings: readonly Unrated[];
}

/**
 * Periods of different grain in several tables. The last day, or month, of a year (2007-12-31) is the year of a table that gives none but that (2007), where the
 * table has no other part of the year and the two give no figure of one thing for one area: both are the state at its end. Any other part of a year stands apart from
 * it, which is told.
 */
export function joinPeriods(
  tables: readonly AreasRead[],
  areaOf: readonly (readonly number[])[],
): JoinedPeriods {
  const renamed = tables.map(() => new Map<Period, Period>());
  const findings: Unrated[] = [];
  if (tables.length < 2) return { renamed, findings };
  const own = tables.map(({ part }) => partsByYear(part.groups));
  const years = new Set(own.flatMap((parts) => [...parts.keys()]));
  for (const year of years) {
    const whole = own.flatMap((parts, i) => (only(parts.get(year)) === year ? [i] : []));
    if (whole.length === 0) continue;
    const given = new Given(tables, areaOf);
    for (const i of whole) given.add(i, year);
    for (const [i, parts] of own.entries()) {
      const part = only(parts.get(year));
      if (part === undefined || part === year) continue;
      const { file, part: read } = tables[i] as AreasRead;
      const first = read.groups.find(({ period }) => period === part);
      const isJoined = part === `${year}-12` && !given.overlaps(i, part);
      if (isJoined) {
        renamed[i]?.set(part, year);
        given.add(i, part);
      }
      findings.push({
        code: isJoined ? codes.periodsJoined : codes.periodsApart,
        place: { file, ...first?.place },
        args: { file, period: part, since: year, files: whole.map((k) => tables[k]?.file ?? "") },
        period: part,
      });
    }
  }
  return { renamed, findings };
}

/** The periods of a table by their years; those that are no year, nor a part of one, are left out. */
function partsByYear(groups: AreasRead["part"]["groups"]): Map<string, Set<Period>> {
  const found = new Map<string, Set<Period>>();
  for (const { period } of groups) {
    if (period === undefined || periodKind(period) === undefined || period.includes("/")) continue;
    const year = period.slice(0, 4);
    const own = found.get(year);
    if (own) own.add(period);
    else found.set(year, new Set([period]));
  }
  return found;
}

const only = (periods: ReadonlySet<Period> | undefined): Period | undefined =>
  periods?.size === 1 ? [...periods][0] : undefined;

/** Which figures of which areas some tables give in one period. */
class Given {
  private readonly areas = new Map<string, Set<number>>();

  constructor(
    private readonly tables: readonly AreasRead[],
    private readonly areaOf: readonly (readonly number[])[],
  ) {}

  add(table: number, period: Period): void {
    for (const [quantity, area] of this.figures(table, period)) {
      const own = this.areas.get(quantity);
      if (own) own.add(area);
      else this.areas.set(quantity, new Set([area]));
    }
  }

  overlaps(table: number, period: Period): boolean {
    for (const [quantity, area] of this.figures(table, period))
      if (this.areas.get(quantity)?.has(area)) return true;
    return false;
  }

  private *figures(table: number, period: Period): Generator<readonly [string, number]> {
    const { part } = this.tables[table] as AreasRead;
    const areas = this.areaOf[table] as readonly number[];
    for (const [quantity, column] of part.quantities)
      for (const [i, group] of part.groups.entries())
        if (group.period === period && column.count(i) > 0) yield [quantity, areas[i] as number];
  }
}
