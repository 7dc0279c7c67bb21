import { type Subject, subjectKey } from "../../analysis/subject.ts";
import type {
  AreaChange,
  Comparison,
  GroupChange,
  NormChange,
  SubjectChange,
} from "../../change/comparison.ts";
import { unitOf } from "../../codebook/units.ts";
import { titleOfClass } from "../../indicators/define.ts";
import { periodLabel } from "../../intake/cells/period.ts";
import type { Cell, FigureValue, Table, TableColumn } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import { exact, isAbsent, type Measured } from "../../survey/measured.ts";
import { compareWordsOf } from "../../words/locales/compare.ts";
import { groupingTitle, ungroupedText } from "../../words/locales/levels.ts";
import { phrase } from "../../words/phrase.ts";
import type { ComparisonReport } from "./comparison-report.ts";
import {
  bare,
  growthDecimals,
  type Slot,
  slots,
  used,
  withoutRepeats,
} from "./comparison-slots.ts";

/** What is counted, the title says; a measure needs its unit. */
const figure = (measured: Measured, subject: Subject, unit: string): FigureValue => ({
  measured,
  unit,
  decimals: subject.decimals,
  ...((unitOf(unit).kind === "measure" || unit === "% per year") && { withUnit: true }),
});

const head = (
  id: string,
  title: string,
  align: "left" | "right",
  priority?: number,
  unit?: string,
): TableColumn => ({
  id,
  title,
  align,
  ...(priority !== undefined && { priority }),
  ...(unit !== undefined && { unit }),
});

const periodHeads = ({ from, to }: Comparison, language: Language): TableColumn[] => [
  head("from", periodLabel(from)[language], "right"),
  head("to", periodLabel(to)[language], "right"),
];

/** Amounts of variables at both ends; undefined where there are none. */
export function totalChangeTable(comparison: Comparison, language: Language): Table | undefined {
  const words = compareWordsOf(language);
  const entries = comparison.subjects.filter(
    ({ subject, change }) =>
      subject.kind === "variable" && subject.nature === "amount" && !isAbsent(change.from),
  );
  if (entries.length === 0) return undefined;
  return changeTable("totals", words.totals, entries, comparison, language);
}

/** Indicators at both ends, with their norms; undefined where there are none. */
export function indicatorChangeTable(
  comparison: Comparison,
  language: Language,
): Table | undefined {
  const words = compareWordsOf(language);
  const entries = comparison.subjects.filter(
    (entry) =>
      entry.subject.kind === "indicator" &&
      !hasClassCounts(entry) &&
      !(isAbsent(entry.change.from) && isAbsent(entry.change.to)),
  );
  if (entries.length === 0) return undefined;
  return changeTable("indicators", words.indicators, entries, comparison, language);
}

/** Whether an indicator says how many areas are in each class, and not which class a single one is in. */
const hasClassCounts = ({ classCounts, classes }: SubjectChange): boolean =>
  classCounts !== undefined && classes === undefined;

/** How many areas are in each class at both ends, a table for each indicator that classifies. */
export function classChangeTables(comparison: Comparison, language: Language): Table[] {
  const words = compareWordsOf(language);
  return comparison.subjects
    .filter(hasClassCounts)
    .map(({ subject, classCounts, areas }): Table => {
      const { from, to } = classCounts as NonNullable<SubjectChange["classCounts"]>;
      const ids = [...new Set([...Object.keys(from), ...Object.keys(to)])];
      const count = (n: number): Cell => bare(exact(n), 0);
      return {
        kind: "table",
        id: `classes-${subjectKey(subject)}`,
        title: "",
        columns: [
          head("class", subject.title[language], "left"),
          ...periodHeads(comparison, language),
          head("change", words.change, "right"),
        ],
        rows: ids.map((id): Cell[] => {
          const [a = 0, b = 0] = [from[id], to[id]];
          return [titleOfClass(subject, id)?.[language] ?? id, count(a), count(b), count(b - a)];
        }),
        notes: [[phrase(words.classNote, { n: areas }, language)]],
      };
    });
}

function changeTable(
  id: string,
  title: string,
  entries: readonly SubjectChange[],
  comparison: Comparison,
  language: Language,
): Table {
  const words = compareWordsOf(language);
  const withNorms = entries.some(({ norms }) => norms.some(isTested));
  const perYear = entries.some(({ change }) => change.perYear);
  const partial = entries.some((entry) => entry.areas < entry.of);
  const all = entries.some((entry) => entry.all);
  const columns = [
    head("subject", title, "left"),
    ...periodHeads(comparison, language),
    head("change", words.change, "right"),
    ...(entries.some(({ change }) => change.growth)
      ? [head("growth", words.growth, "right", 2, "%")]
      : []),
    ...(perYear ? [head("perYear", words.perYear, "right", 3, "%")] : []),
    ...(partial ? [head("areas", words.areas, "right", 5)] : []),
    ...(all ? [head("all", words.allAreas, "right", 4)] : []),
    ...(withNorms ? [head("norm", words.norm, "left")] : []),
  ];
  const rows = entries.map((entry): Cell[] => [
    entry.subject.title[language],
    endCell(entry, "from", language),
    endCell(entry, "to", language),
    figure(entry.change.difference, entry.subject, entry.change.differenceUnit),
    ...(entries.some(({ change }) => change.growth) ? [growthCell(entry.change.growth)] : []),
    ...(perYear ? [growthCell(entry.change.perYear)] : []),
    ...(partial ? [bare(exact(entry.areas), 0)] : []),
    ...(all ? [allCell(entry, language)] : []),
    ...(withNorms
      ? [
          entry.norms
            .filter(isTested)
            .map((norm) => normText(norm, language))
            .join(" · "),
        ]
      : []),
  ]);
  return {
    kind: "table",
    id,
    title: "",
    columns,
    rows,
    wholeCells: true,
    moreColumns: words.moreColumns,
  };
}

const growthCell = (growth: Measured | undefined): Cell =>
  growth === undefined ? "" : bare(growth, growthDecimals);

function endCell(
  { subject, change, classes }: SubjectChange,
  end: "from" | "to",
  language: Language,
): Cell {
  const named = classes?.[end];
  const title = titleOfClass(subject, named);
  return title ? title[language] : figure(change[end], subject, subject.unit);
}

/** Both ends over all areas, and the growth where there is one: what the totals of the two tables say. */
export const allCell = ({ subject, all }: SubjectChange, language: Language): Cell => {
  if (!all) return "";
  const [open, close] = language === "en" ? [" (", ")"] : ["（", "）"];
  const bounds = [bare(all.from, subject.decimals), " → ", bare(all.to, subject.decimals)];
  return all.growth && !isAbsent(all.growth)
    ? [...bounds, open, { ...bare(all.growth, growthDecimals), unit: "%", withUnit: true }, close]
    : bounds;
};

/** A norm that was held against no area has nothing to say. */
const isTested = ({ from, to }: NormChange): boolean => from.areasTested > 0 && to.areasTested > 0;

function normText({ from, to }: NormChange, language: Language): string {
  const words = compareWordsOf(language);
  const template = to.norm.op.startsWith("<")
    ? words.normAbove
    : to.norm.op.startsWith(">")
      ? words.normBelow
      : words.normMiss;
  // Where another number was tested at each end, each count stands over its own.
  const of = (norm: NormChange["from"]): string => `${norm.areasMissing}/${norm.areasTested}`;
  if (from.areasTested !== to.areasTested) return `${to.norm.id}  ${of(from)} → ${of(to)}`;
  return `${to.norm.id}  ${phrase(template, { a: from.areasMissing, b: to.areasMissing, n: to.areasTested }, language)}`;
}

const slotColumn = ({ id, title, unit }: Slot, at: number): TableColumn =>
  head(id, title, "right", at < 4 ? undefined : at, unit);

/** A table per grouping: its groups, each of the areas that have a figure in both periods. */
export function groupChangeTables(comparison: Comparison, language: Language): Table[] {
  const words = compareWordsOf(language);
  return [...new Set(comparison.groups.map(({ by }) => by))].map((by): Table => {
    const groups: readonly GroupChange[] = comparison.groups.filter((group) => group.by === by);
    const shown = used(slots(comparison, leadOf(comparison), language), groups);
    const columns = [
      head("group", groupingTitle(by, language), "left"),
      head("areas", words.areas, "right"),
      ...shown.map(slotColumn),
    ];
    const rows = groups.map((group): Cell[] => [
      group.group,
      bare(exact(group.areas), 0),
      ...shown.map((slot) => slot.cell(group.changes.get(slot.subject))),
    ]);
    const left = comparison.areas.length - groups.reduce((sum, group) => sum + group.areas, 0);
    const notes = left > 0 ? [[phrase(ungroupedText(language), { n: left }, language)]] : [];
    return {
      kind: "table",
      id: `groups-${by}`,
      title: phrase(words.groups, { by: groupingTitle(by, language) }, language),
      columns,
      rows,
      notes,
      moreColumns: words.moreColumns,
    };
  });
}

/** The subject that readers ask for first: the residents, else the first amount, else the first of all. */
export function leadOf({ subjects }: Comparison): string | undefined {
  const told = subjects
    .filter(({ change }) => !isAbsent(change.from))
    .map(({ subject }) => subject);
  const lead =
    told.find(({ id }) => id === "residents") ??
    told.find(({ nature }) => nature === "amount") ??
    told[0];
  return lead && subjectKey(lead);
}

/** One row per area, in the order of the report. */
export function areaChangeTable(
  { comparison, shownAreas, lead }: ComparisonReport,
  language: Language,
): Table {
  const words = compareWordsOf(language);
  const shown = withoutRepeats(used(slots(comparison, lead, language), shownAreas), shownAreas);
  const changed = shownAreas.some(({ status }) => status !== "same");
  const columns = [
    head("area", words.area, "left"),
    ...(changed ? [head("status", words.status, "left")] : []),
    ...shown.map(slotColumn),
  ];
  const rows = shownAreas.map((area): Cell[] => [
    areaName(area),
    ...(changed ? [area.status === "same" ? "" : words.statuses[area.status]] : []),
    ...shown.map((slot) => slot.cell(area.changes.get(slot.subject))),
  ]);
  const hidden = comparison.areas.length - shownAreas.length;
  const notes =
    hidden > 0
      ? [[phrase(words.moreRows, { n: hidden, all: String(comparison.areas.length) }, language)]]
      : [];
  return {
    kind: "table",
    id: "areas",
    title: phrase(words.communities, { n: comparison.areas.length }, language),
    columns,
    rows,
    notes,
    moreColumns: words.moreColumns,
  };
}

const areaName = ({ area }: AreaChange): string => [...area.parents, area.name].join(" ");
