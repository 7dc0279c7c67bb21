import type { AreaResult, GroupResult, IndicatorResult } from "../../analysis/analyse.ts";
import type { Variable } from "../../codebook/define.ts";
import {
  classCounts,
  dependsOnNorm,
  type Indicator,
  type Result,
  titleOfClass,
} from "../../indicators/define.ts";
import type { Cell, Inline, Table, TableColumn } from "../../survey/document.ts";
import { absent, isAbsent, isExact, isWithheld, type Measured } from "../../survey/measured.ts";
import { inSentence, valueTitle } from "../../words/quantity-title.ts";
import { compose, separated } from "../../words/sentence.ts";
import { ofCount, printedHeadUnit, withUnitBehind } from "../figure-columns.ts";
import {
  missMark,
  type NormColumn,
  normColumns,
  ofArea,
  ofSet,
  type ShownResult,
  shownTitle,
  underTitle,
} from "../norm-columns.ts";
import { thresholdFigure } from "../norm-text.ts";
import { lackingList, lackingParts } from "../parts-lacking.ts";
import { verdictNotes } from "../verdict-notes.ts";
import {
  cellFigure,
  count,
  decimalsOf,
  isMeanPerCommunity,
  proseFigure,
  shareFigure,
  sourceOf,
} from "./appendix-figures.ts";
import type { Context } from "./context.ts";
import { coverageNote, note, sourceLines } from "./notes.ts";
import { addsUp, notReported, shownTotal, type ThemeSection } from "./subjects.ts";
import { titleOf } from "./titles.ts";

/** More communities than this are not listed one by one. */
export const mostListed = 300;

/** The indicators of a section over the survey, each with its unit: value, n, and how it stands to the norms named. Those that have a table of classes are left to it. */
export function themeTable(
  context: Context,
  section: ThemeSection,
  told: readonly ShownResult[],
): Table | undefined {
  const { language, words } = context;
  const entries = told.filter(
    (entry) =>
      !hasClassTable(entry) && !(context.areas.length === 1 && isMeanPerCommunity(entry.indicator)),
  );
  if (entries.length === 0) return undefined;
  const withNorms = entries.some(({ norms }) => norms.length > 0);
  const columns: TableColumn[] = [
    { id: "indicator", title: words.indicator, align: "left" },
    { id: "value", title: words.value, align: "right" },
    { id: "n", title: words.n, align: "right" },
    { id: "missing", title: words.missing, align: "right" },
    ...(withNorms
      ? ([
          { id: "norm", title: words.norm, align: "left" },
          { id: "missed", title: words[missedHead(entries)], align: "left" },
        ] as const)
      : []),
  ];
  const rows = entries.flatMap((entry) => {
    const { indicator, result, norms } = entry;
    const { areas = context.whole.members.length, of = areas } = result.coverage ?? {};
    const left: Cell[] = [
      result.class === undefined
        ? withUnitBehind(shownTitle(entry, language), indicator.unit, language)
        : shownTitle(entry, language),
      indicatorCell(context, entry),
      count(context, areas, { ...sourceOf(entry), part: "areas" }),
      count(context, of - areas),
    ];
    if (!withNorms) return [left];
    if (norms.length === 0) return [[...left, "", ""]];
    return norms.map((standing, i): Cell[] => {
      const { norm, areasMissing: k, areasTested: n } = standing;
      const source = (part: string) => ({ of: indicator.id, norm: norm.id, part });
      const missed =
        n === 0
          ? []
          : compose("{k}/{n}", {
              k: count(context, k, source("areasMissing")),
              n: count(context, n, source("areasTested")),
            });
      return [
        ...(i === 0 ? left : left.map(() => "")),
        [signOf(norm.op), thresholdFigure(norm)],
        missed,
      ];
    });
  });
  const notes = [
    note(context, words.unitsDiffer, {}),
    ...entries.flatMap((entry) => remarks(context, entry)),
    ...verdictNotes(entries, language).map((text) => [text]),
  ];
  const theme = words.sections[section];
  return {
    kind: "table",
    id: `${section}-indicators`,
    title: compose(words.themeTable, { theme }).join(""),
    columns,
    rows,
    notes,
    sources: sourceLines(context),
  };
}

/** What it is to miss the norms of a table: of several kinds in general words. */
function missedHead(
  entries: readonly IndicatorResult[],
): "missed" | "missedBelow" | "missedAbove" | "missedRange" {
  const tested = entries
    .flatMap(({ norms }) => norms)
    .filter(({ areasTested, norm }) => areasTested > 0 && norm.op !== "=");
  const kinds = new Set(
    tested.map(({ norm: { op } }) =>
      op.startsWith(">") ? "missedBelow" : op.startsWith("<") ? "missedAbove" : "missedRange",
    ),
  );
  const [only = "missed"] = kinds;
  return kinds.size === 1 ? only : "missed";
}

const signOf = (op: string): string =>
  ({ ">=": "≥", "<=": "≤", "=": "=" })[op] ?? (op === "between" ? "" : op);

/** The class of the only community, else the value. */
function indicatorCell(context: Context, entry: ShownResult): Cell {
  const { indicator, result } = entry;
  const named = titleOfClass(indicator, result.class);
  return named
    ? named[context.language]
    : {
        ...cellFigure(context, result.value, indicator.unit, indicator.decimals, sourceOf(entry)),
        ...ofCount(indicator),
      };
}

/** What has to be said of a figure: the net gap, other rules, the basis taken. */
function remarks(context: Context, entry: ShownResult): Inline[][] {
  const { indicator, result } = entry;
  const { language, words } = context;
  const title = shownTitle(entry, language);
  const lines: Inline[][] = [];
  // Without surpluses anywhere it says nothing new.
  if (result.net && !isAbsent(result.net) && !isEqual(result.net, result.value))
    lines.push(
      compose(words.netNote, {
        title,
        net: proseFigure(context, result.net, indicator.unit, indicator.decimals, {
          ...sourceOf(entry),
          part: "net",
        }),
      }),
    );
  const variants = (result.variants ?? []).filter(({ value }) => !isAbsent(value));
  if (variants.length > 0) {
    const list = variants.map(({ id, title: name, value }) =>
      compose(words.variantItem, {
        name: name[language],
        figure: proseFigure(context, value, indicator.unit, indicator.decimals, {
          ...sourceOf(entry),
          part: id,
        }),
      }),
    );
    lines.push(compose(words.variantNote, { title, list: separated(list, words.comma) }));
  }
  for (const text of result.notes ?? [])
    lines.push([
      language === "en" ? `${title}: ${inSentence(text.en)}` : `${title}：${text[language]}`,
    ]);
  return lines;
}

const isEqual = (a: Measured, b: Measured): boolean =>
  isExact(a) && isExact(b) && a.value === b.value;

const hasClassTable = ({ indicator, result }: IndicatorResult): boolean =>
  indicator.classes !== undefined && result.classes !== undefined && result.class === undefined;

/** How many communities are in each class. */
export function classTable(context: Context, entry: ShownResult): Table | undefined {
  const { indicator, result, under } = entry;
  const { language, words } = context;
  if (!indicator.classes || !result.classes || !hasClassTable(entry)) return undefined;
  const tested = result.coverage?.areas ?? 0;
  const rows = classCounts(indicator, result).map(({ id, title, count: k }): Cell[] => [
    title[language],
    count(context, k, { ...sourceOf(entry), part: id }),
    {
      ...shareFigure(context, k, tested, { ...sourceOf(entry), part: `${id}Share` }),
      withUnit: false,
    },
  ]);
  const decided = Object.values(result.classes).reduce((sum, k) => sum + k, 0);
  return {
    kind: "table",
    id: under ? `${indicator.id}-${under.id}` : indicator.id,
    title: compose(words.classTable, { title: shownTitle(entry, language) }).join(""),
    columns: [
      { id: "class", title: words.className, align: "left" },
      { id: "n", title: words.classCount, align: "right" },
      { id: "share", title: words.classShare, unit: "%", align: "right" },
    ],
    rows,
    foot: [
      [
        words.wholePopulation,
        count(context, decided),
        { ...shareFigure(context, decided, tested), withUnit: false },
      ],
    ],
    notes: [
      coverageNote(context, tested, [
        { title: shownTitle(entry, language), missing: (result.coverage?.of ?? tested) - tested },
      ]),
    ],
    sources: sourceLines(context),
  };
}

const isCoded = ({ kind }: Variable): boolean => kind === "category" || kind === "yes-no";

/** What each community reports, with the sum below. */
export function reportedTable(
  context: Context,
  section: ThemeSection,
  variables: readonly Variable[],
): Table | undefined {
  const { language, words, areas, names, input, whole } = context;
  if (areas.length < 2 || areas.length > mostListed || variables.length === 0) return undefined;
  const cell = (variable: Variable, { observation, area }: AreaResult): Cell => {
    const value = input.analysis.survey.series(variable.id).at(observation);
    if (isCoded(variable) && isExact(value))
      return valueTitle(variable.id, value.value, language) ?? String(value.value);
    return cellFigure(context, value, variable.unit, decimalsOf(variable.id), {
      of: variable.id,
      area: area.name,
      parents: area.parents,
    });
  };
  const total = (variable: Variable): Cell =>
    addsUp(variable)
      ? cellFigure(
          context,
          shownTotal(context, variable.id).value,
          variable.unit,
          decimalsOf(variable.id),
          { of: variable.id },
        )
      : "";
  return withSharedUnit(context, {
    kind: "table",
    id: `${section}-reported`,
    title: compose(words.areaTable, { theme: words.sections[section] }).join(""),
    columns: [
      areaColumn(context),
      ...variables.map((variable): TableColumn => {
        const column = valueColumn(
          context,
          variable.id,
          titleOf(context, variable.id),
          variable.unit,
        );
        return isCoded(variable) ? { ...column, align: "left" } : column;
      }),
    ],
    rows: areas.map((area) => [
      names.get(area.observation) ?? area.area.name,
      ...variables.map((variable) => cell(variable, area)),
    ]),
    ...(variables.some(addsUp) && { foot: [[words.wholePopulation, ...variables.map(total)]] }),
    notes: [
      coverageNote(
        context,
        whole.members.length,
        variables.map(({ id }) => ({
          title: titleOf(context, id),
          missing: notReported(context, id),
        })),
      ),
      ...partsNote(context, variables),
    ],
    sources: sourceLines(context),
  });
}

/** Which of the figures are sums of fewer parts than their communities have. */
function partsNote(
  { words, input, whole, language }: Context,
  variables: readonly Variable[],
): Inline[][] {
  const { survey } = input.analysis;
  const lacking = lackingParts(
    survey,
    whole.members,
    variables.map(({ id }) => id),
  );
  return lacking.length === 0
    ? []
    : [compose(words.partsNote, { list: lackingList(survey, lacking, language) })];
}

/** The indicators of each community, with those of the survey below; a column for each norm where several speak of one. */
export function areaTable(
  context: Context,
  section: ThemeSection,
  entries: readonly ShownResult[],
): Table | undefined {
  const { language, words, areas, names, input } = context;
  const shown = entries
    .flatMap((entry) =>
      entry.under
        ? [
            {
              entry,
              column: { id: "", indicator: entry.indicator, norm: entry.under, named: true },
            },
          ]
        : normColumns(entry.indicator, input.analysis.norms).map((column) => ({ entry, column })),
    )
    .filter(
      ({ column }) =>
        tellsOfOne(column.indicator) &&
        areas.some((area) => !isAbsent(ofArea(area, column)?.result.value ?? absent("no-data"))),
    );
  if (areas.length < 2 || areas.length > mostListed || shown.length === 0) return undefined;
  return withSharedUnit(context, {
    kind: "table",
    id: `${section}-areas`,
    title: compose(words.areaIndicators, { theme: words.sections[section] }).join(""),
    columns: [areaColumn(context), ...shown.map(({ column }) => indicatorColumn(context, column))],
    rows: areas.map((area) => [
      names.get(area.observation) ?? area.area.name,
      ...shown.map(({ column }) => areaCell(context, area, column)),
    ]),
    foot: [
      [
        words.survey,
        ...shown.map(({ entry }) =>
          entry.indicator.classes && entry.result.class === undefined
            ? ""
            : indicatorCell(context, entry),
        ),
      ],
    ],
    notes: [
      coverageNote(
        context,
        areas.length,
        shown.map(({ column }) => ({
          title: underTitle(column, language),
          missing: areas.filter((area) => isMissing(area, column)).length,
        })),
        true,
      ),
    ],
    sources: sourceLines(context),
  });
}

/** Whether an indicator says something of a single community: a mean per community or a share of communities does not. */
const tellsOfOne = (indicator: Indicator): boolean =>
  !isMeanPerCommunity(indicator) &&
  (indicator.rollup !== "count" || indicator.classes !== undefined);

function isMissing(area: AreaResult, column: NormColumn): boolean {
  const value = ofArea(area, column)?.result.value;
  return value !== undefined && isAbsent(value) && !isWithheld(value);
}

function areaCell(context: Context, area: AreaResult, column: NormColumn): Cell {
  const { indicator, norm, named } = column;
  const told = ofArea(area, column);
  if (!told) return "";
  const ownClass = titleOfClass(indicator, told.result.class);
  if (ownClass) return ownClass[context.language];
  const figure = cellFigure(context, told.result.value, indicator.unit, indicator.decimals, {
    of: indicator.id,
    ...(named && dependsOnNorm(indicator) && norm && { norm: norm.id }),
    area: area.area.name,
    parents: area.area.parents,
  });
  return indicator.rollup === "sum-of-shortfalls"
    ? figure
    : { ...figure, ...missMark(column, told) };
}

/** The indicators of each street or township, with those of the survey below. */
export function groupTable(
  context: Context,
  section: ThemeSection,
  entries: readonly ShownResult[],
): Table | undefined {
  const { language, words, input, whole } = context;
  const groups = input.analysis.groups.filter(({ period }) => period === whole.period);
  const shown = entries.filter(
    ({ indicator, result }) => !indicator.classes && !isAbsent(result.value),
  );
  if (groups.length < 2 || shown.length === 0) return undefined;
  return withSharedUnit(context, {
    kind: "table",
    id: `${section}-groups`,
    title: compose(words.groupTable, {
      theme: words.sections[section],
      group: inSentence(context.group),
    }).join(""),
    columns: [
      { id: "group", title: context.group, align: "left" },
      { id: "n", title: words.n, align: "right" },
      ...shown.map((entry) =>
        valueColumn(context, entry.indicator.id, shownTitle(entry, language), entry.indicator.unit),
      ),
    ],
    rows: groups.map((group): Cell[] => [
      group.group,
      count(context, group.members.length),
      ...shown.map((entry) =>
        cellFigure(
          context,
          resultOf(group, entry).value,
          entry.indicator.unit,
          entry.indicator.decimals,
          { ...sourceOf(entry), by: group.by, group: group.group },
        ),
      ),
    ]),
    foot: [
      [
        words.survey,
        count(context, whole.members.length),
        ...shown.map((entry) => indicatorCell(context, entry)),
      ],
    ],
    notes: [
      coverageNote(
        context,
        whole.members.length,
        shown.map(({ result, ...entry }) => ({
          title: shownTitle({ ...entry, result }, language),
          missing: result.coverage ? result.coverage.of - result.coverage.areas : 0,
        })),
        true,
      ),
    ],
    sources: sourceLines(context),
  });
}

/** Classes are words: they have no unit. */
function indicatorColumn(context: Context, column: NormColumn): TableColumn {
  const { id, unit, classes } = column.indicator;
  const title = underTitle(column, context.language);
  return classes ? { id, title, align: "left" } : valueColumn(context, id, title, unit);
}

/** What a group has of an entry. */
function resultOf(group: GroupResult, { indicator, under }: ShownResult): Result {
  const told = ofSet(group, { id: "", indicator, named: false, ...(under && { norm: under }) });
  return told?.result ?? { value: absent("no-data") };
}

const areaColumn = ({ words }: Context): TableColumn => ({
  id: "area",
  title: words.community,
  align: "left",
});

const valueColumn = (
  { language }: Context,
  id: string,
  title: string,
  unit: string,
): TableColumn => ({
  id,
  title,
  unit: printedHeadUnit(title, unit, language),
  align: "right",
});

/** A unit that all columns share is said once above the table. */
function withSharedUnit({ words }: Context, table: Table): Table {
  const units = new Set(table.columns.slice(1).map(({ unit }) => unit ?? ""));
  const [only = ""] = units;
  if (units.size !== 1 || only === "") return table;
  return {
    ...table,
    unit: compose(words.unitLine, { unit: only }).join(""),
    columns: table.columns.map(({ unit: _, ...column }) => column),
  };
}
