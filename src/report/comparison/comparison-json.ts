import type { NormResult } from "../../analysis/analyse.ts";
import { subjectKey } from "../../analysis/subject.ts";
import type { Change } from "../../change/change-figures.ts";
import type { Comparison, PartChange, SubjectChange } from "../../change/comparison.ts";
import type { NotCompared } from "../../change/not-compared.ts";
import { dependsOnNorm } from "../../indicators/define.ts";
import { findIndicator } from "../../indicators/index.ts";
import type { Area } from "../../survey/area.ts";
import type { Language } from "../../survey/language.ts";
import { absent } from "../../survey/measured.ts";
import { findingJson, measuredJson, normsJson, sourceJson } from "../analysis/analysis-json.ts";
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
    subjects: byIndicator(comparison.subjects).map((entries) => subjectJson(entries, language)),
    groups: comparison.groups.map(({ by, group, areas, changes }) => ({
      by,
      group,
      areas,
      changes: changesJson(changes, comparison),
    })),
    areas: report.shownAreas.map(({ area, status, changes }) => ({
      ...areaJson(area),
      status,
      changes: changesJson(changes, comparison),
    })),
    boundaries: comparison.boundaries.map(({ kind, old, new: later }) => ({
      kind,
      old: old.map(areaJson),
      new: later.map(areaJson),
    })),
    ...(lacking.length > 0 && { parts: lacking }),
    ...normsJson(comparison.normStates, language),
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

/** Subjects of one indicator under several norms stand together. */
function byIndicator(subjects: readonly SubjectChange[]): SubjectChange[][] {
  const groups = new Map<string, SubjectChange[]>();
  for (const entry of subjects) {
    const group = groups.get(entry.subject.id);
    if (group) group.push(entry);
    else groups.set(entry.subject.id, [entry]);
  }
  return [...groups.values()];
}

/** Of several norms none stands for the others. */
const severalChange = ({ change: { differenceUnit } }: SubjectChange) => ({
  from: absent("several-norms"),
  to: absent("several-norms"),
  difference: { ...absent("several-norms"), unit: differenceUnit },
});

function subjectJson(entries: readonly SubjectChange[], language: Language): unknown {
  const [first] = entries as [SubjectChange];
  const { subject, change, areas, of, all, classes, classCounts } = first;
  const several = entries.length > 1;
  const indicator = several ? findIndicator(subject.id) : undefined;
  return {
    id: subject.id,
    kind: subject.kind,
    title: (indicator ?? subject).title[language],
    unit: subject.unit,
    ...(several ? severalChange(first) : changeJson(change)),
    ...(!several && classes && { classes }),
    ...(!several && classCounts && { classCounts }),
    coverage: { areas, of },
    ...(!several && all && { all: changeJson(all) }),
    norms: entries.flatMap((entry) =>
      entry.norms.map(({ from, to }) => ({
        id: to.norm.id,
        op: to.norm.op,
        threshold: to.norm.value,
        ...(entry.subject.kind === "indicator" && underJson(entry)),
        from: standingJson(from),
        to: standingJson(to),
      })),
    ),
  };
}

/** The change under a norm, of an indicator whose value is that under a norm. */
function underJson({ subject, change, classes, classCounts }: SubjectChange): object {
  const indicator = findIndicator(subject.id);
  if (!indicator || !dependsOnNorm(indicator)) return {};
  return {
    change: {
      ...changeJson(change),
      ...(classes && { classes }),
      ...(classCounts && { classCounts }),
    },
  };
}

const standingJson = ({ standing, areasMissing, areasTested }: NormResult) => ({
  met: standing.met ?? null,
  gap: measuredJson(standing.gap),
  areasMissing,
  areasTested,
});

/** By subject; those of one indicator under several norms together, each under its norm. */
function changesJson(
  changes: ReadonlyMap<string, PartChange>,
  { subjects }: Comparison,
): Record<string, unknown> {
  return Object.fromEntries(
    byIndicator(subjects).flatMap((entries): [string, unknown][] => {
      const own = entries.flatMap(({ subject }): [string, unknown][] => {
        const part = changes.get(subjectKey(subject));
        return part ? [[subject.norm?.id ?? "", partJson(part)]] : [];
      });
      const [first] = entries as [SubjectChange];
      const [only] = own;
      if (!only) return [];
      return [
        [
          first.subject.id,
          entries.length > 1
            ? { ...severalChange(first), norms: Object.fromEntries(own) }
            : only[1],
        ],
      ];
    }),
  );
}

const partJson = ({ change, classes, classCounts, contribution }: PartChange): object => ({
  ...changeJson(change),
  ...(classes && { classes }),
  ...(classCounts && { classCounts }),
  ...(contribution && {
    contribution: { ...measuredJson(contribution), unit: "percentage points" },
  }),
});

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
