import type { NormResult } from "../../analysis/analyse.ts";
import type { Change } from "../../change/change-figures.ts";
import type { Comparison, PartChange, SubjectChange } from "../../change/comparison.ts";
import type { NotCompared } from "../../change/not-compared.ts";
import type { Area } from "../../survey/area.ts";
import type { Language } from "../../survey/language.ts";
import { findingJson, measuredJson, sourceJson } from "../analysis/analysis-json.ts";
import { partsLackingJson } from "../parts-lacking.ts";
import { reasonText } from "./comparison-document.ts";
import type { ComparisonReport } from "./comparison-report.ts";

/** The result of `cdj compare --format json`: figures unrounded, each as `{value}`, `{low, high}` or `{absent}`. */
export function comparisonJson(
  report: ComparisonReport,
  version: string,
  language: Language,
): unknown {
  const { comparison, bases } = report;
  const { survey, from, to } = comparison;
  const members = survey.observations.flatMap(({ period }, i) =>
    period === from || period === to ? [i] : [],
  );
  const lacking = partsLackingJson(survey, members);
  return {
    tool: { name: "cdj", version },
    sources: report.sources.map(sourceJson),
    scope: {
      from: comparison.from,
      to: comparison.to,
      ...(comparison.years !== undefined && { years: comparison.years }),
      areas: {
        both: comparison.areas.filter((area) => area.from !== undefined && area.to !== undefined)
          .length,
        of: comparison.areas.length,
      },
      residentsBasis: { from: bases.from ?? "not stated", to: bases.to ?? "not stated" },
    },
    subjects: comparison.subjects.map((entry) => subjectJson(entry, language)),
    groups: comparison.groups.map(({ by, group, areas, changes }) => ({
      by,
      group,
      areas,
      changes: changesJson(changes),
    })),
    areas: report.shownAreas.map(({ area, status, changes }) => ({
      ...areaJson(area),
      status,
      changes: changesJson(changes),
    })),
    boundaries: comparison.boundaries.map(({ kind, old, new: later }) => ({
      kind,
      old: old.map(areaJson),
      new: later.map(areaJson),
    })),
    ...(lacking.length > 0 && { parts: lacking }),
    notCompared: comparison.notCompared.map((left) => notComparedJson(left, comparison, language)),
    findings: report.findings.map((finding) => findingJson(finding, language)),
  };
}

const areaJson = ({ name, code, parents }: Area) => ({ area: name, code, parents });

function changeJson({
  from,
  to,
  difference,
  differenceUnit,
  growth,
  perYear,
}: Change): Record<string, unknown> {
  return {
    from: measuredJson(from),
    to: measuredJson(to),
    difference: { ...measuredJson(difference), unit: differenceUnit },
    ...(growth && { growth: { ...measuredJson(growth), unit: "%" } }),
    ...(perYear && { growthPerYear: { ...measuredJson(perYear), unit: "% per year" } }),
  };
}

function subjectJson(
  { subject, change, areas, of, all, classes, classCounts, norms }: SubjectChange,
  language: Language,
): unknown {
  return {
    id: subject.id,
    kind: subject.kind,
    title: subject.title[language],
    unit: subject.unit,
    ...changeJson(change),
    ...(classes && { classes }),
    ...(classCounts && { classCounts }),
    coverage: { areas, of },
    ...(all && { all: changeJson(all) }),
    norms: norms.map(({ from, to }) => ({
      id: to.norm.id,
      op: to.norm.op,
      threshold: to.norm.value,
      from: standingJson(from),
      to: standingJson(to),
    })),
  };
}

const standingJson = ({ standing, areasMissing, areasTested }: NormResult) => ({
  met: standing.met ?? null,
  gap: measuredJson(standing.gap),
  areasMissing,
  areasTested,
});

const changesJson = (changes: ReadonlyMap<string, PartChange>): Record<string, unknown> =>
  Object.fromEntries(
    [...changes].map(([id, { change, classes, classCounts, contribution }]) => [
      id,
      {
        ...changeJson(change),
        ...(classes && { classes }),
        ...(classCounts && { classCounts }),
        ...(contribution && {
          contribution: { ...measuredJson(contribution), unit: "percentage points" },
        }),
      },
    ]),
  );

function notComparedJson(left: NotCompared, comparison: Comparison, language: Language): unknown {
  const { subject, reason } = left;
  const message = reasonText([left], comparison, language);
  return { subject: subject.id, reason, ...detailOf(left), message };
}

function detailOf(left: NotCompared): object {
  if ("areas" in left) return { areas: left.areas.map(areaJson) };
  if ("period" in left) return { period: left.period };
  return "from" in left ? { from: left.from, to: left.to } : {};
}
