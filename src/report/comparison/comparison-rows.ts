import { type Subject, subjectKey } from "../../analysis/subject.ts";
import type { ClassCounts, PartChange } from "../../change/comparison.ts";
import { isAbsent, isInterval, type Measured } from "../../survey/measured.ts";
import type { ComparisonReport } from "./comparison-report.ts";

const head = [
  ...[
    "scope",
    "by",
    "group",
    "area",
    "area_code",
    "parents",
    "status",
    "subject",
    "unit",
    "period_from",
    "period_to",
  ],
  ...[
    "from",
    "to",
    "difference",
    "difference_unit",
    "growth_percent",
    "growth_percent_per_year",
    "contribution_points",
    "absent",
  ],
  ...["class", "class_from", "class_to", "norm"],
];

/**
 * The comparison as one tidy table: a row for each subject of the areas in both periods, of all areas, of each group and of each area; unrounded. What
 * classifies has a row for each class of a set, with how many areas are in it, and of an area the class at each end.
 */
export function comparisonRows({
  comparison,
  shownAreas,
}: ComparisonReport): (string | number)[][] {
  const { from, to } = comparison;
  const rows: (string | number)[][] = [head];
  const addClasses = (scope: readonly string[], subject: Subject, counts: ClassCounts): void => {
    for (const id of new Set([...Object.keys(counts.from), ...Object.keys(counts.to)])) {
      const [a, b] = [counts.from[id] ?? 0, counts.to[id] ?? 0];
      rows.push([
        ...scope,
        subject.id,
        "community",
        from,
        to,
        a,
        b,
        b - a,
        "community",
        "",
        "",
        "",
        "",
        id,
        "",
        "",
        normOf(subject),
      ]);
    }
  };
  const add = (
    scope: readonly string[],
    subject: Subject,
    { change, contribution, classes, classCounts }: PartChange,
  ): void => {
    if (classCounts) {
      addClasses(scope, subject, classCounts);
      return;
    }
    const reason = [change.from, change.to].find(isAbsent)?.absent ?? "";
    if (classes) {
      rows.push([
        ...scope,
        subject.id,
        "class",
        from,
        to,
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        reason,
        "",
        classes.from ?? "",
        classes.to ?? "",
        normOf(subject),
      ]);
      return;
    }
    const figures = [change.from, change.to, change.difference].map(cell);
    const rates = [change.growth, change.perYear, contribution].map((rate) =>
      rate ? cell(rate) : "",
    );
    rows.push([
      ...scope,
      subject.id,
      subject.unit,
      from,
      to,
      ...figures,
      change.differenceUnit,
      ...rates,
      reason,
      "",
      "",
      "",
      normOf(subject),
    ]);
  };
  for (const { subject, change, all, classCounts } of comparison.subjects) {
    add(["both", "", "", "", "", "", ""], subject, { change, ...(classCounts && { classCounts }) });
    if (all && !classCounts) add(["all", "", "", "", "", "", ""], subject, { change: all });
  }
  const subjects = new Map(
    comparison.subjects.map(({ subject }) => [subjectKey(subject), subject]),
  );
  for (const { by, group, changes } of comparison.groups) {
    for (const [id, part] of changes)
      add(["group", by, group, "", "", "", ""], subjects.get(id) as Subject, part);
  }
  for (const { area, status, changes } of shownAreas) {
    for (const [id, part] of changes)
      add(
        ["area", "", "", area.name, area.code ?? "", area.parents.join("/"), status],
        subjects.get(id) as Subject,
        part,
      );
  }
  return rows;
}

/** The norm under which a subject is told, where several are named. */
const normOf = ({ norm }: Subject): string => norm?.id ?? "";

/** A value; an interval as “low..high”, its open side empty. */
function cell(m: Measured): string | number {
  if (isAbsent(m)) return "";
  if (!isInterval(m)) return m.value;
  const bound = (x: number): string => (Number.isFinite(x) ? String(x) : "");
  return `${bound(m.low)}..${bound(m.high)}`;
}
