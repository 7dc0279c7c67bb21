import type { Distribution } from "../../analysis/distributions.ts";
import type { Block, Cell, Figure, Inline, Table, TableColumn } from "../../survey/document.ts";
import { exact, type Measured } from "../../survey/measured.ts";
import { inSentence } from "../../words/quantity-title.ts";
import { compose } from "../../words/sentence.ts";
import { withUnitBehind } from "../figure-columns.ts";
import { cellFigure, count, namedFigure, proseFigure } from "./appendix-figures.ts";
import type { Context, Section } from "./context.ts";
import { note, paragraph, sourceLines } from "./notes.ts";
import { subjectName, subjectSource } from "./titles.ts";

/** Of how many distributions a sentence is made: those that a norm speaks of first. */
const mostSentences = 5;

/** How the communities differ: a row for each variable and indicator, and Lorenz curves where they are asked for. */
export function distributionSection(context: Context): Section {
  const { input, areas, whole } = context;
  if (areas.length < 2) return "tooFew";
  const told = input.distributions.filter(({ period, n }) => period === whole.period && n >= 2);
  if (told.length === 0) return "noColumn";
  const leading = [...told]
    .sort((a, b) => Number(isNormed(context, b)) - Number(isNormed(context, a)))
    .slice(0, mostSentences);
  const lorenz = told.filter(
    ({ subject, plain }) => input.lorenz.includes(subject.id) && plain.lorenz !== undefined,
  );
  return [
    paragraph(
      context,
      leading.map((distribution) => sentence(context, distribution)),
    ) as Block,
    table(context, told),
    ...lorenz.flatMap((distribution) => curve(context, distribution)),
  ];
}

const isNormed = ({ input }: Context, { subject }: Distribution): boolean =>
  input.analysis.norms.some((norm) => norm.subject === subject.id);

const told = (value: number | undefined): Measured =>
  value === undefined ? { absent: "zero-denominator" } : exact(value);

/** In the table a spread is printed a step finer than the figures themselves where those are whole. */
const meanDecimals = (decimals: number): number => Math.max(decimals, 1);

function sentence(context: Context, { subject, summary, plain }: Distribution): Inline[] {
  const { words } = context;
  const figure = (value: number | undefined, decimals: number, part: string) =>
    namedFigure(context, subjectName(context, subject), told(value), subject.unit, decimals, {
      ...subjectSource(subject),
      part,
    });
  const ratio = (value: number | undefined, decimals: number, part: string) =>
    value === undefined ? undefined : { ...figure(value, decimals, part), unit: "", unitText: "" };
  return compose(words.distributionSentence, {
    title: subjectName(context, subject),
    median: figure(summary.median, subject.decimals, "median"),
    mean: figure(summary.mean, subject.decimals, "mean"),
    // 1.0 times would say nothing.
    times:
      summary.maxToMin !== undefined && summary.maxToMin < 1.05
        ? undefined
        : ratio(summary.maxToMin, 1, "maxToMin"),
    gini: summary.maxToMin === 1 ? undefined : ratio(plain.gini, 3, "gini"),
  });
}

function table(context: Context, distributions: readonly Distribution[]): Table {
  const { words, language } = context;
  const statistics = [
    ["min", words.least],
    ["q1", words.lowerQuartile],
    ["median", words.median],
    ["q3", words.upperQuartile],
    ["max", words.greatest],
    ["mean", words.mean],
    ["sd", words.deviation],
    ["cv", words.variation],
    ["gini", words.gini],
  ] as const;
  const right = (id: string, title: string): TableColumn => ({ id, title, align: "right" });
  const gaps = distributions.some(({ missing }) => missing > 0);
  const ranges = distributions.filter(({ intervals }) => intervals > 0);
  const rows = distributions.map(({ subject, n, missing, intervals, summary, plain }): Cell[] => {
    const cell = (part: (typeof statistics)[number][0]): Cell => {
      const value = part === "gini" ? plain.gini : summary[part];
      const own = part === "cv" || part === "gini";
      const decimals = own
        ? 3
        : part === "mean" || part === "sd"
          ? meanDecimals(subject.decimals)
          : subject.decimals;
      return cellFigure(context, told(value), own ? "" : subject.unit, decimals, {
        ...subjectSource(subject),
        part,
      });
    };
    return [
      withUnitBehind(subjectName(context, subject), subject.unit, language),
      count(context, n, { ...subjectSource(subject), part: "n" }),
      ...(gaps ? [count(context, missing)] : []),
      ...(ranges.length > 0 ? [count(context, intervals)] : []),
      ...statistics.map(([part]) => cell(part)),
    ];
  });
  return {
    kind: "table",
    id: "distribution",
    title: words.distributionTable,
    columns: [
      { id: "subject", title: words.indicator, align: "left" },
      right("n", "n"),
      ...(gaps ? [right("missing", words.missing)] : []),
      ...(ranges.length > 0 ? [right("intervals", words.intervals)] : []),
      ...statistics.map(([id, title]) => right(id, title)),
    ],
    rows,
    notes: [
      note(context, words.distributionNote, {}),
      ...distributions.flatMap(({ subject, withheld: k }) =>
        k === 0 ? [] : [compose(words.withheldNote, { title: subjectName(context, subject), k })],
      ),
      ...ranges.map(({ subject, intervals }) =>
        compose(words.intervalNote, { title: subjectName(context, subject), k: intervals }),
      ),
    ],
    sources: sourceLines(context),
  };
}

function curve(context: Context, { subject, plain, n }: Distribution): Block[] {
  const { words, language, input } = context;
  const title = inSentence(subjectName(context, subject));
  const gini = {
    ...proseFigure(context, told(plain.gini), "", 3, { ...subjectSource(subject), part: "gini" }),
  };
  const id = `lorenz-${subject.id}`;
  const say = (ref: Inline): Inline[] => compose(words.lorenzSentence, { ref, title, n, gini });
  const caption = compose(words.lorenzTitle, {
    title: language === "en" ? title : subjectName(context, subject),
  }).join("");
  const figure: Figure = {
    kind: "figure",
    id,
    title: caption,
    description: input.print(say(words.thisChart)),
    chart: {
      kind: "lorenz",
      xTitle: words.lorenzX,
      yTitle: compose(words.lorenzY, { title }).join(""),
      points: (plain.lorenz ?? []).map(({ share, held }) => ({ x: share, y: held })),
      equality: words.lorenzEqual,
      remark: input.print(compose(words.lorenzRemark, { gini })),
    },
    sources: sourceLines(context),
  };
  return [{ kind: "paragraph", content: say({ reference: id }) }, figure];
}
