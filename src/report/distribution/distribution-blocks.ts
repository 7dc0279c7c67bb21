import type { AreaResult } from "../../analysis/analyse.ts";
import type { Completeness, Quality } from "../../analysis/completeness.ts";
import type { Distribution, Inequality } from "../../analysis/distributions.ts";
import { type Subject, subjectKey } from "../../analysis/subject.ts";
import { unitOf } from "../../codebook/units.ts";
import { periodLabel } from "../../intake/cells/period.ts";
import type { QuantileType } from "../../statistics/quantile.ts";
import type {
  Block,
  Cell,
  FigureValue,
  Inline,
  Paragraph,
  Table,
  TableColumn,
} from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import { exact } from "../../survey/measured.ts";
import { distributionWordsOf } from "../../words/locales/distribution.ts";
import { groupingTitle } from "../../words/locales/levels.ts";
import { phrase, pointer } from "../../words/phrase.ts";
import { quantityTitle } from "../../words/quantity-title.ts";
import { shareOfCount } from "../share-of-count.ts";

export interface DistributionReport {
  readonly distributions: readonly Distribution[];
  readonly quality: readonly Quality[];
  readonly quantileType: QuantileType;
  /** The groups that Theil's index is taken apart by, as `--by` names them, or "parent"; undefined without groups. */
  readonly by: string | undefined;
  /** Whether subjects were named: then their areas are ranked too. */
  readonly named: boolean;
}

/** The distribution of indicators and variables over the areas, ranks of those that were named, and what the table says of its own quality. */
export function distributionBlocks(
  report: DistributionReport,
  shown: readonly AreaResult[],
  language: Language,
): Block[] {
  const words = distributionWordsOf(language);
  const { distributions, quality } = report;
  if (distributions.length === 0) return [pointer(words.nothing)];
  const periods = [...new Set(distributions.map(({ period }) => period))];
  return periods.flatMap((period): Block[] => {
    const own = distributions.filter((distribution) => distribution.period === period);
    const title =
      period !== null && periods.length > 1
        ? phrase(words.titleIn, { period: periodLabel(period)[language] }, language)
        : words.title;
    const suffix = periods.length > 1 ? `-${period ?? ""}` : "";
    const ranked = report.named ? rankTable(own, shown, `ranks${suffix}`, language) : undefined;
    return [
      distributionTable(report, own, title, `distribution${suffix}`, language),
      ...(ranked ? [ranked] : []),
      ...quality
        .filter((entry) => entry.period === period)
        .flatMap((entry) => qualityLines(entry, language)),
    ];
  });
}

interface Column {
  readonly id: keyof ReturnType<typeof distributionWordsOf>;
  readonly priority: number;
  cell(distribution: Distribution): Cell;
}

const bare = (value: number | undefined, decimals: number): Cell =>
  value === undefined ? "" : { measured: exact(value), unit: "", decimals };
const betweenShare = ({ theil }: Inequality): number | undefined =>
  theil?.between === undefined || theil.total <= 0
    ? undefined
    : (theil.between / theil.total) * 100;

/** A mean has a place more than what it is the mean of. */
const finer = ({ decimals }: Subject): number => (decimals === 0 ? 1 : decimals);

const columns: readonly Column[] = [
  { id: "areas", priority: 6, cell: ({ n }) => bare(n, 0) },
  { id: "missing", priority: 7, cell: ({ missing }) => bare(missing, 0) },
  { id: "intervals", priority: 7, cell: ({ intervals }) => bare(intervals, 0) },
  { id: "min", priority: 1, cell: ({ subject, summary }) => bare(summary.min, subject.decimals) },
  { id: "q1", priority: 8, cell: ({ subject, summary }) => bare(summary.q1, finer(subject)) },
  {
    id: "median",
    priority: 0,
    cell: ({ subject, summary }) => bare(summary.median, finer(subject)),
  },
  { id: "q3", priority: 8, cell: ({ subject, summary }) => bare(summary.q3, finer(subject)) },
  { id: "max", priority: 1, cell: ({ subject, summary }) => bare(summary.max, subject.decimals) },
  { id: "mean", priority: 2, cell: ({ subject, summary }) => bare(summary.mean, finer(subject)) },
  { id: "sd", priority: 5, cell: ({ subject, summary }) => bare(summary.sd, finer(subject)) },
  { id: "cv", priority: 4, cell: ({ summary }) => bare(summary.cv, 3) },
  { id: "maxToMin", priority: 9, cell: ({ summary }) => bare(summary.maxToMin, 1) },
  { id: "gini", priority: 3, cell: ({ plain }) => bare(plain.gini, 3) },
  { id: "weightedGini", priority: 10, cell: ({ weighted }) => bare(weighted?.gini, 3) },
  { id: "theil", priority: 11, cell: ({ plain }) => bare(plain.theil?.total, 3) },
  { id: "between", priority: 12, cell: ({ plain }) => bare(betweenShare(plain), 1) },
];

const isEmpty = (cell: Cell): boolean => cell === "";
const isZero = (cell: Cell): boolean =>
  typeof cell !== "string" &&
  "measured" in cell &&
  "value" in cell.measured &&
  cell.measured.value === 0;

function distributionTable(
  report: DistributionReport,
  rows: readonly Distribution[],
  title: string,
  id: string,
  language: Language,
): Table {
  const words = distributionWordsOf(language);
  const shown = columns.filter((column) => {
    const cells = rows.map((row) => column.cell(row));
    if (column.id === "missing" || column.id === "intervals") return !cells.every(isZero);
    return !cells.every(isEmpty);
  });
  const head: TableColumn[] = [
    { id: "subject", title: words.subject, align: "left" },
    { id: "unit", title: words.unit, align: "left", priority: 6 },
    ...shown.map(
      (column): TableColumn => ({
        id: column.id,
        title: words[column.id],
        ...(column.id === "between" && { unit: "%" }),
        align: "right",
        priority: column.priority,
      }),
    ),
  ];
  const has = (column: Column["id"]): boolean => shown.some((each) => each.id === column);
  const notes: Inline[][] = [[phrase(words.note, { type: report.quantileType }, language)]];
  if (has("weightedGini")) notes.push([words.weightNote]);
  if (has("between")) {
    const by = report.by ?? "parent";
    notes.push([
      by === "parent"
        ? words.betweenParents
        : phrase(words.betweenNote, { by: groupingTitle(by, language) }, language),
    ]);
  }
  const body = rows.map((row): Cell[] => [
    row.subject.title[language],
    unitSign(row.subject.unit, language),
    ...shown.map((column) => column.cell(row)),
  ]);
  return {
    kind: "table",
    id,
    title,
    columns: head,
    rows: body,
    notes,
    moreColumns: words.moreColumns,
  };
}

const unitSign = (unit: string, language: Language): string => unitOf(unit).sign[language];

/** The value and the rank of each area in every subject; undefined for more subjects than a table can hold. */
function rankTable(
  distributions: readonly Distribution[],
  shown: readonly AreaResult[],
  id: string,
  language: Language,
): Table | undefined {
  const words = distributionWordsOf(language);
  const places = distributions.map(
    (distribution) => new Map(distribution.ranks.map((ranked) => [ranked.observation, ranked])),
  );
  const areas = shown.filter(({ observation }) => places.some((place) => place.has(observation)));
  const sorted =
    distributions.length === 1
      ? [...areas].sort((a, b) => rankAt(places[0], a) - rankAt(places[0], b))
      : areas;
  const head = distributions.flatMap(({ subject }): TableColumn[] => [
    {
      id: subjectKey(subject),
      title: subject.title[language],
      unit: unitSign(subject.unit, language),
      align: "right",
    },
    { id: `${subjectKey(subject)}_rank`, title: words.rank, align: "right" },
  ]);
  const rows = sorted.map((area): Cell[] => [
    [...area.area.parents, area.area.name].join(" "),
    ...distributions.flatMap(({ subject }, i): Cell[] => {
      const place = places[i]?.get(area.observation);
      if (!place) return ["", ""];
      const figure: FigureValue = {
        measured: exact(place.value),
        unit: subject.unit,
        decimals: subject.decimals,
      };
      return [
        figure,
        place.tied ? phrase(words.tied, { rank: place.rank }, language) : String(place.rank),
      ];
    }),
  ]);
  const tied = distributions.some(({ ranks }) => ranks.some((place) => place.tied));
  const total = Math.max(0, ...distributions.map(({ n }) => n));
  const notes: Inline[][] = [
    ...(rows.length < total
      ? [[phrase(words.moreRows, { n: total - rows.length, all: String(total) }, language)]]
      : []),
    ...(tied ? [[words.tieNote]] : []),
  ];
  return {
    kind: "table",
    id,
    title: words.ranks,
    columns: [{ id: "area", title: words.area, align: "left" }, ...head],
    rows,
    notes,
    moreColumns: words.moreColumns,
  };
}

const rankAt = (
  places: ReadonlyMap<number, { readonly rank: number }> | undefined,
  { observation }: AreaResult,
): number => places?.get(observation)?.rank ?? Number.POSITIVE_INFINITY;

const note = (content: readonly Inline[]): Paragraph => ({
  kind: "paragraph",
  role: "remark",
  content,
});
const figure = (value: number, decimals: number): FigureValue => ({
  measured: exact(value),
  unit: "",
  decimals,
});

/** How complete the cells are, which columns have gaps, and whether the counts are rounded. */
function qualityLines({ completeness, gaps, heaping }: Quality, language: Language): Paragraph[] {
  const words = distributionWordsOf(language);
  const lines: Paragraph[] = [];
  if (completeness.expected > 0) {
    const listed = [...gaps].map(([id, { filled, expected }]) =>
      phrase(words.gap, { variable: quantityTitle(id, language), filled, expected }, language),
    );
    lines.push(
      note([
        ...filledIn(words.completeness, {
          ...countsOf(completeness),
          share: { ...shareOfCount(completeness.filled, completeness.expected), unit: "" },
        }),
        ...(listed.length === 0
          ? []
          : [`${words.separator}${listed.join(language === "en" ? ", " : "、")}`]),
      ]),
    );
  }
  if (heaping.roundShare !== undefined) {
    const test = heaping.enough
      ? filledIn(words.heapingTest, {
          chi: figure(heaping.chiSquare as number, 2),
          p: probability(heaping.p as number),
        })
      : [words.heapingFew];
    lines.push(
      note([
        ...filledIn(words.heaping, {
          share: figure(heaping.roundShare * 100, 1),
          n: figure(heaping.n, 0),
        }),
        words.separator,
        ...test,
      ]),
    );
  }
  return lines;
}

/** “= 0.703”, “< 0.001”. */
const probability = (p: number): readonly Inline[] =>
  p < 0.001 ? ["< ", figure(0.001, 3)] : ["= ", figure(p, 3)];

const countsOf = ({ filled, expected }: Completeness) => ({
  filled: figure(filled, 0),
  expected: figure(expected, 0),
});

/** A template with figures in it, which the renderer prints. */
const filledIn = (
  template: string,
  figures: Readonly<Record<string, FigureValue | readonly Inline[]>>,
): Inline[] =>
  template
    .split(/\{(\w+)\}/u)
    .flatMap((part, i): Inline[] =>
      i % 2 === 0 ? (part === "" ? [] : [part]) : [figures[part] ?? []].flat(),
    );
