import { type Doubt, type Observation, Survey } from "../analysis/observed-survey.ts";
import { findVariable } from "../codebook/index.ts";
import type { Group, Part } from "../engines/engine.ts";
import type { Area, Period } from "../survey/area.ts";
import { codes } from "../survey/codes.ts";
import { Column } from "../survey/column.ts";
import type { Finding, Place } from "../survey/finding.ts";
import { highest, lowest, type Measured } from "../survey/measured.ts";
import { type Identified, identifyAreas } from "./identify-areas.ts";
import { type IdentifiedTable, type SeparatedLevels, separateLevels } from "./levels-of-tables.ts";
import { joinPeriods } from "./periods-of-tables.ts";

/** What was read from one file. */
export interface ReadFile {
  readonly file: string;
  readonly part: Part;
  /** Where a field (from 1) of a row stands in the original, where the table was made of another one: a form, or areas across the columns. */
  readonly locate?: (row: number, field: number) => Omit<Place, "file">;
}

type Unrated = Omit<Finding, "severity">;

/** What was read from one file, and which observation of the survey each of its groups became. */
export interface JoinedFile extends ReadFile {
  readonly observations: readonly number[];
}

export interface Joined {
  readonly survey: Survey;
  readonly files: readonly JoinedFile[];
  readonly findings: readonly Unrated[];
}

/**
 * Joins what was read from several files on area and period: see `identifyAreas`, `joinPeriods` and `separateLevels` for what is one area, one period, and counted twice. A file without periods
 * belongs to the only period of the others. Two files that give one figure differently are a finding; the first stands.
 */
export function join(files: readonly ReadFile[]): Joined {
  const { areas, areaOf, findings: onAreas, unmatched, twins } = identifyAreas(files);
  const { renamed, findings: onPeriods } = joinPeriods(files, areaOf);
  const identified = files.map(
    ({ file, part }, at): IdentifiedTable => ({
      file,
      part,
      areaOf: areaOf[at] as readonly number[],
      periods: part.groups.map(({ period }) =>
        period === undefined ? undefined : (renamed[at]?.get(period) ?? period),
      ),
    }),
  );
  const levels = files.length > 1 ? separateLevels(identified, areas) : undefined;
  const tables = levels?.tables ?? identified;
  const stated = new Set(
    tables.flatMap(({ periods }) => periods.flatMap((period) => period ?? [])),
  );
  const onlyPeriod = stated.size === 1 ? [...stated][0] : undefined;
  const observations: Observation[] = [];
  const numbers = new Map<string, number>();
  const joined = tables.map((table, at): JoinedFile => {
    const { file, part } = table;
    const indices = part.groups.map((group, i) => {
      const period = table.periods[i] ?? onlyPeriod ?? null;
      const area = table.areaOf[i] as number;
      const key = period === null ? String(area) : `${area} ${period}`;
      const known = numbers.get(key);
      if (known === undefined) {
        numbers.set(key, observations.length);
        observations.push(observationOf(file, group, areas[area] as Area, period));
        return observations.length - 1;
      }
      const observation = observations[known] as Observation;
      if (group.attributes)
        observations[known] = {
          ...observation,
          attributes: { ...group.attributes, ...observation.attributes },
        };
      return known;
    });
    return { ...(files[at] as ReadFile), part, observations: indices };
  });
  const [only] = joined;
  const { quantities, conflicts } =
    only && joined.length === 1 && observations.length === only.part.groups.length
      ? { quantities: only.part.quantities, conflicts: [] }
      : merged(joined, observations);
  const doubts = [
    ...doubtsOf(joined),
    ...undecidedOf(joined, levels?.undecided ?? []),
    ...twinsOf(joined, tables, twins),
  ];
  const uncounted = unmatched.length > 0 || twins.length > 0 || levels?.mixed === true;
  return {
    survey: new Survey(observations, quantities, doubts, uncounted),
    files: joined,
    findings: [
      ...onAreas,
      ...onPeriods,
      ...(levels?.findings ?? []),
      ...withoutPeriod(files, stated),
      ...conflicts,
    ],
  };
}

const observationOf = (
  file: string,
  group: Group,
  area: Area,
  period: Period | null,
): Observation => ({
  area,
  period,
  attributes: group.attributes ?? {},
  place: { file, ...group.place },
});

/** The figures of all files by observation, the first that gives one standing for it, and where others disagree. */
function merged(
  files: readonly JoinedFile[],
  observations: readonly Observation[],
): { quantities: Map<string, Column>; conflicts: Unrated[] } {
  const quantities = new Map<string, Column>();
  /** Quantity → the file that gave each figure. */
  const origins = new Map<string, string[]>();
  const conflicts: Unrated[] = [];
  for (const { file, part, observations: indices } of files)
    for (const [quantity, column] of part.quantities) {
      const target = quantities.get(quantity) ?? new Column(observations.length);
      quantities.set(quantity, target);
      const origin = origins.get(quantity) ?? [];
      origins.set(quantity, origin);
      part.groups.forEach((group, from) => {
        const to = indices[from] as number;
        if (column.count(from) === 0) {
          if (column.isBlank(from)) target.noteBlank(to);
          return;
        }
        const before = origin[to];
        if (before === undefined) {
          origin[to] = file;
          target.merge(to, column, from);
        } else if (!agree(target.at(to), column.at(from))) {
          const values = [target.at(to), column.at(from)] as const;
          conflicts.push(
            conflict(quantity, observations[to] as Observation, group, [before, file], values),
          );
        }
      });
    }
  return { quantities, conflicts };
}

/** The doubts of the files, about the observations that their groups became. */
const doubtsOf = (files: readonly JoinedFile[]): Doubt[] =>
  files.flatMap(({ part, observations }) =>
    (part.doubts ?? []).map(({ whole, parts }) => ({
      whole: observations[whole] as number,
      parts: parts.map((index) => observations[index] as number),
    })),
  );

/** Each observation of a file of larger units may contain those of another file. */
const undecidedOf = (files: readonly JoinedFile[], pairs: SeparatedLevels["undecided"]): Doubt[] =>
  pairs.flatMap(({ upper, lower }) => {
    const parts = files[lower]?.observations ?? [];
    return (files[upper]?.observations ?? []).map((whole) => ({ whole, parts }));
  });

/** Observations of areas that are perhaps one under two names: added up, they may count everybody twice. */
function twinsOf(
  files: readonly JoinedFile[],
  tables: readonly IdentifiedTable[],
  twins: Identified["twins"],
): Doubt[] {
  if (twins.length === 0) return [];
  const ofArea = new Map<number, Set<number>>();
  for (const [at, { areaOf }] of tables.entries())
    for (const [i, area] of areaOf.entries()) {
      const own = ofArea.get(area) ?? new Set();
      ofArea.set(area, own.add((files[at] as JoinedFile).observations[i] as number));
    }
  return twins.flatMap(([one, other]) => {
    const parts = [...(ofArea.get(other) ?? [])];
    return [...(ofArea.get(one) ?? [])].map((whole) => ({ whole, parts }));
  });
}

/** Files that name no period, where the others have several. */
function withoutPeriod(files: readonly ReadFile[], periods: ReadonlySet<Period>): Unrated[] {
  if (periods.size < 2) return [];
  return files.flatMap(({ file, part }) => {
    const [first] = part.groups;
    if (first === undefined || part.groups.some(({ period }) => period !== undefined)) return [];
    return [
      {
        code: codes.withoutPeriod,
        place: { file, line: first.place.line ?? 1 },
        args: { file, periods: [...periods].sort().slice(0, 5) },
      },
    ];
  });
}

const agree = (a: Measured, b: Measured): boolean =>
  lowest(a) === lowest(b) && highest(a) === highest(b);

function conflict(
  quantity: string,
  { area, period }: Observation,
  group: Group,
  files: readonly [string, string],
  values: readonly [Measured, Measured],
): Unrated {
  return {
    code: codes.conflictingValues,
    place: { file: files[1], ...group.place },
    args: {
      area: area.name,
      variable: findVariable(quantity)?.id ?? quantity,
      values: values.map((value) => lowest(value) ?? 0),
      files: [...new Set(files)],
    },
    area: area.name,
    ...(period !== null && { period }),
    variable: quantity,
  };
}
