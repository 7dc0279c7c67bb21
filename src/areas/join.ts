import { type Doubt, type Observation, Survey } from "../analysis/observed-survey.ts";
import { findVariable } from "../codebook/index.ts";
import type { Group, Part } from "../engines/engine.ts";
import type { Area, Period } from "../survey/area.ts";
import { codes } from "../survey/codes.ts";
import { Column } from "../survey/column.ts";
import type { Finding, Place } from "../survey/finding.ts";
import { highest, lowest, type Measured } from "../survey/measured.ts";
import { comparableName } from "./area-names.ts";

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
 * Joins what was read from several files on area and period. An area is its code, else its parents and its name; a file that
 * gives less (a name alone) is matched where just one area fits. A file without periods belongs to the only period of the others.
 * Two files that give one figure differently are a finding; the first stands.
 */
export function join(files: readonly ReadFile[]): Joined {
  const areas = new AreaIndex(files.length > 1);
  for (const { file, part } of files) for (const group of part.groups) areas.learn(group, file);
  const periods = statedPeriods(files);
  const onlyPeriod = periods.size === 1 ? [...periods][0] : undefined;
  const observations: Observation[] = [];
  const keys = new Map<string, number>();
  const quantities = new Map<string, Column>();
  /** Quantity → the file that gave each figure. */
  const origins = new Map<string, string[]>();
  const findings: Unrated[] = withoutPeriod(files, periods);
  const joined: JoinedFile[] = [];
  for (const { file, part, locate } of files) {
    const indices = part.groups.map((group) => {
      const period = group.period ?? onlyPeriod ?? null;
      const { key, area } = areas.find(group, file);
      const id = `${key}\u0000${period ?? ""}`;
      const known = keys.get(id);
      if (known !== undefined) {
        const observation = observations[known] as Observation;
        if (group.attributes)
          observations[known] = {
            ...observation,
            attributes: { ...group.attributes, ...observation.attributes },
          };
        return known;
      }
      keys.set(id, observations.length);
      observations.push({
        area,
        period,
        attributes: group.attributes ?? {},
        place: { file, ...group.place },
      });
      return observations.length - 1;
    });
    joined.push({ file, part, observations: indices, ...(locate && { locate }) });
    // The only file, each group an area of its own: its columns are those of the survey.
    if (files.length === 1 && observations.length === part.groups.length) {
      return {
        survey: new Survey(observations, part.quantities, doubtsOf(joined)),
        files: joined,
        findings: [...areas.findings, ...findings],
      };
    }
    for (const [quantity, column] of part.quantities) {
      const target = quantities.get(quantity) ?? new Column(observations.length);
      quantities.set(quantity, target);
      const origin = origins.get(quantity) ?? [];
      origins.set(quantity, origin);
      part.groups.forEach((group, from) => {
        if (column.count(from) === 0) return;
        const to = indices[from] as number;
        const before = origin[to];
        if (before === undefined) {
          origin[to] = file;
          target.merge(to, column, from);
        } else if (!agree(target.at(to), column.at(from))) {
          findings.push(
            conflict(
              quantity,
              observations[to] as Observation,
              group,
              [before, file],
              [target.at(to), column.at(from)],
            ),
          );
        }
      });
    }
  }
  return {
    survey: new Survey(observations, quantities, doubtsOf(joined)),
    files: joined,
    findings: [...areas.findings, ...findings],
  };
}

/** The doubts of the files, about the observations that their groups became. */
const doubtsOf = (files: readonly JoinedFile[]): Doubt[] =>
  files.flatMap(({ part, observations }) =>
    (part.doubts ?? []).map(({ whole, parts }) => ({
      whole: observations[whole] as number,
      parts: parts.map((index) => observations[index] as number),
    })),
  );

const statedPeriods = (files: readonly ReadFile[]): ReadonlySet<Period> =>
  new Set(files.flatMap(({ part }) => part.groups.flatMap((group) => group.period ?? [])));

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

interface Identity {
  readonly key: string;
  area: Area;
  /** The file it was first met in. */
  readonly file: string;
}

/**
 * Areas by what files say of them; a fuller identity takes up the poorer ones that fit it alone. A name that differs from that of another file
 * only in blanks, width or script is the same area, and a finding.
 */
class AreaIndex {
  readonly findings: Unrated[] = [];
  private readonly byCode = new Map<string, Identity>();
  private readonly byName = new Map<string, Identity[]>();
  /** Comparable name → the spelling of it that was met first, and in which file. */
  private readonly spellings = new Map<string, { readonly name: string; readonly file: string }>();
  /** Names (and their files) that were told to fit several areas. */
  private readonly ambiguous = new Set<string>();
  /** Spelling of a file → the one that stands for it. */
  private readonly respelled = new Map<string, string>();

  constructor(private readonly several: boolean) {}

  learn(group: Group, file: string): void {
    const name = this.spell(group, file);
    const area: Area = { name, code: group.code, parents: group.parents };
    if (area.code !== null) {
      const known = this.byCode.get(area.code);
      if (known) {
        if (area.parents.length > known.area.parents.length)
          known.area = { ...known.area, parents: area.parents };
        return;
      }
    } else if (this.named(name).some((identity) => samePlace(identity.area, area))) return;
    const identity = { key: JSON.stringify([area.code, area.parents, area.name]), area, file };
    if (area.code !== null) this.byCode.set(area.code, identity);
    this.byName.set(name, [...this.named(name), identity]);
  }

  find(group: Group, file: string): Identity {
    if (group.code !== null) return this.byCode.get(group.code) as Identity;
    const name = this.respelled.get(group.area) ?? group.area;
    const named = this.named(name);
    const fuller = named.filter(
      (identity) =>
        fits(identity.area, group.parents) &&
        (identity.area.code !== null || identity.area.parents.length > group.parents.length),
    );
    if (fuller.length === 1) return fuller[0] as Identity;
    if (fuller.length > 1 && this.several) this.tellAmbiguous(group, file, fuller);
    return named.find((identity) =>
      samePlace(identity.area, { name, code: null, parents: group.parents }),
    ) as Identity;
  }

  /** The spelling that stands for a name: that of an earlier file, where nothing but blanks, width or script tells them apart. */
  private spell({ area, place }: Group, file: string): string {
    const known = this.respelled.get(area);
    if (known !== undefined) return known;
    if (!this.several || this.byName.has(area)) return area;
    const comparable = comparableName(area);
    const first = this.spellings.get(comparable);
    if (first === undefined) this.spellings.set(comparable, { name: area, file });
    if (first === undefined || first.name === area) return area;
    // Two rows of one table are two areas until somebody says otherwise.
    if (first.file === file) return area;
    this.findings.push({
      code: codes.nearName,
      place: { file, ...place },
      args: { area, other: first.name },
      area,
    });
    this.respelled.set(area, first.name);
    return first.name;
  }

  private tellAmbiguous({ area, place }: Group, file: string, fuller: readonly Identity[]): void {
    const key = `${file}\u0000${area}`;
    if (this.ambiguous.has(key)) return;
    this.ambiguous.add(key);
    const parents = fuller
      .map(({ area: { parents: above, code } }) => above.at(-1) ?? code ?? "")
      .slice(0, 5);
    this.findings.push({
      code: codes.ambiguousArea,
      place: { file, ...place },
      args: { area, parents },
      area,
    });
  }

  private named(name: string): readonly Identity[] {
    return this.byName.get(name) ?? [];
  }
}

const samePlace = (a: Area, b: Area): boolean =>
  a.code === b.code && a.parents.join("\u0000") === b.parents.join("\u0000");

/** Whether the parents that are given are the nearest ones of the area. */
const fits = (area: Area, parents: readonly string[]): boolean =>
  area.parents.length === 0 ||
  parents.every((parent, i) => area.parents[area.parents.length - parents.length + i] === parent);
