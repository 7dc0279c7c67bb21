import type { Evidence } from "../../survey/reading-evidence.ts";
import {
  bandsOf,
  type Decision,
  type Fit,
  header,
  type Table,
  type Whole,
} from "./breakdown-table.ts";
import { type Facet, isComplete, partition } from "./breakdowns.ts";
import { everyone, isEveryone, type Population, populationKey } from "./population.ts";

/**
 * Whom a breakdown counts by where it stands: behind the whole and never above it, or under the one count of persons that it fits under.
 * Undefined where it fits under none.
 */
export function byPosition(
  facet: Facet,
  table: Table,
  fitting: readonly Fit[],
  nearest: Whole | undefined,
): Decision | undefined {
  const named = fitting.filter(({ whole }) => whole.population !== undefined);
  const populations = new Map(
    named.map(({ whole }) => [
      populationKey(whole.population as Population),
      whole.population as Population,
    ]),
  );
  const behind = fitting.find(({ whole }) => whole === nearest);
  if (!behind) {
    const [only] = populations.values();
    if (populations.size !== 1 || !only)
      return populations.size === 0 ? undefined : { readings: [...populations.values()] };
    const { whole, rows } = named[0] as Fit;
    if (isComplete(bandsOf(facet)) && !mostlyCloses(facet, table, whole))
      return { readings: [only] };
    return { population: only, because: { by: "bound", whole: header(table, whole.index), rows } };
  }
  const { population } = behind.whole;
  if (!population) return { readings: [...populations.values()] };
  const because: Evidence = {
    by: "position",
    whole: header(table, behind.whole.index),
    rows: behind.rows,
  };
  const others = [...populations.values()].filter(
    (other) => populationKey(other) !== populationKey(population),
  );
  const alone = { readings: [population, ...others] };
  // Men and women who would make up the whole, but do not: they may as well be those of another.
  if (others.length > 0 && isComplete(bandsOf(facet)) && !mostlyCloses(facet, table, behind.whole))
    return alone;
  if (population.kind === "known" && isEveryone(population.band)) return { population, because };
  const before = named.filter(
    ({ whole }) =>
      whole.index < facet.first &&
      whole.population?.kind === "known" &&
      isEveryone(whole.population.band),
  );
  if (population.kind === "other") return before.length > 0 ? alone : { population, because };
  // Behind a part of a population that is itself in the table: the sexes of either, the ages of the whole.
  const whole = before.findLast(
    ({ whole: { population: own } }) => own?.kind === "known" && own.band.of === population.band.of,
  );
  if (facet.kind === "sex") return alone;
  if (!whole) {
    // 65岁及以上 behind 15岁及以上人口: older ages of the same people.
    const { of, sex, from, to } = population.band;
    const holds = bandsOf(facet).every((band) => band.from >= from && band.to <= to);
    return sex === undefined && others.length === 0 && holds && bandsOf(facet).length > 0
      ? { population: everyone(of, population.basis), because }
      : alone;
  }
  return {
    population: whole.whole.population as Population,
    because: { by: "position", whole: header(table, whole.whole.index), rows: whole.rows },
  };
}

function mostlyCloses(facet: Facet, { figures, slack }: Table, whole: Whole): boolean {
  const chosen = partition(bandsOf(facet)) ?? [];
  const parts = chosen.map((i) => (facet.parts[i] as { index: number }).index);
  if (parts.length < 2) return true;
  return figures.closedShare(parts, whole.index, Math.max(...parts.map(slack))) >= 0.5;
}
