import { bandId, bandTitle, cover } from "../../codebook/age-band.ts";
import type { Block, Cell, Inline, PyramidChart, StackChart, Table, TableColumn } from "../../survey/document.ts";
import { absent, add, divide, exact, isAbsent, type Measured, multiply } from "../../survey/measured.ts";
import type { AgeBand } from "../../survey/totals.ts";
import { inSentence } from "../quantity.ts";
import { compose, separated } from "../sentence.ts";
import type { Context } from "./context.ts";
import { cellFigure, proseFigure, shareFigure } from "./figures.ts";
import { coverageNote, sourceLines } from "./notes.ts";
import { notReported, shownTotal } from "./subjects.ts";

type Subject = AgeBand["of"];
const open = Number.POSITIVE_INFINITY;

/** A chart holds so many parts of a whole, and so many rows. */
const mostParts = 8;
const mostRows = 40;

/** The age structure of residents or members: a sentence, a table, and a pyramid or a stack for each community; nothing where no bands make a whole. */
export function ageBlocks(context: Context, of: Subject): Block[] {
  const bands = partition(context, of, undefined);
  if (!bands) return [];
  const sexed = of === "residents" ? pyramidBands(context) : undefined;
  const table = ageTable(context, of, sexed ?? bands, sexed !== undefined);
  const figure = sexed ? pyramid(context, sexed, table.id) : stacks(context, of, bands);
  return [...(figure ? [figure.sentence, table, figure.block] : [table])];
}

/** Edges that age tables usually have, from the finest: a band begins at each. */
const usualEdges: Readonly<Record<Subject, readonly (readonly number[])[]>> = {
  residents: [
    [0, 15, 30, 45, 60, 75],
    [0, 15, 60, 65, 80],
    [0, 15, 65],
    [0, 15, 60],
    [0, 18, 60],
    [0, 60],
    [0, 65],
  ],
  members: [
    [0, 36, 46, 60],
    [0, 36, 60],
    [0, 60],
  ],
};

/** The bands at hand that make up all ages once: the recorded ones, fewer and wider ones where those are many. */
function partition(context: Context, of: Subject, sex: AgeBand["sex"]): AgeBand[] | undefined {
  const recorded = context.input.analysis.survey
    .select(context.whole.members)
    .bands(of)
    .map(({ band }) => band)
    .filter(({ from, to }) => from > 0 || to < open);
  const all: AgeBand = { of, ...(sex && { sex }), from: 0, to: open };
  const way = cover(recorded, all);
  if (typeof way === "string") return undefined;
  const bands = way.map((i) => recorded[i] as AgeBand);
  const plain = bands.every((band) => band.sex === sex);
  if (plain && bands.length <= mostParts) return bands.sort((a, b) => a.from - b.from);
  return usualEdges[of].map((edges) => bandsFrom(edges, of, sex)).find((usual) => usual.every((band) => isKnown(context, band)));
}

const bandsFrom = (edges: readonly number[], of: Subject, sex: AgeBand["sex"]): AgeBand[] =>
  edges.map((from, i) => ({ of, ...(sex && { sex }), from, to: edges[i + 1] ?? open }));

const isKnown = (context: Context, band: AgeBand): boolean => !isAbsent(shownTotal(context, bandId(band)).value);

/** Bands known for each sex: five years each, else ten, else those recorded. */
function pyramidBands(context: Context): AgeBand[] | undefined {
  const ladders = [5, 10].flatMap((width) => [100, 90, 85, 80, 70, 65, 60].filter((top) => top % width === 0).map((top) => ladder(width, top)));
  const both = (bands: readonly AgeBand[]): boolean => bands.every((band) => isKnown(context, ofSex(band, "male")) && isKnown(context, ofSex(band, "female")));
  const usual = ladders.find(both);
  if (usual) return usual;
  const males = partition(context, "residents", "male")?.map(({ of, from, to }): AgeBand => ({ of, from, to }));
  return males && both(males) ? males : undefined;
}

const ladder = (width: number, top: number): AgeBand[] =>
  bandsFrom(
    Array.from({ length: top / width + 1 }, (_, i) => i * width),
    "residents",
    undefined,
  );

const ofSex = (band: AgeBand, sex: "male" | "female"): AgeBand => ({ ...band, sex });

const totalFigure = (context: Context, band: AgeBand): Measured => shownTotal(context, bandId(band)).value;

const sumOf = (figures: readonly Measured[]): Measured => figures.reduce((sum, figure) => add(sum, figure), exact(0));

const percentOf = (part: Measured, whole: Measured): Measured => multiply(divide(part, whole), exact(100));

/** “60岁及以上”, “aged 60+”: the ages of a band without its subject. */
export function agesOf(band: AgeBand, { language }: Context): string {
  const title = bandTitle({ of: band.of, from: band.from, to: band.to })[language];
  if (language === "en") return title.replace(/^(?:Residents|Members) (?:aged )?/u, "");
  return title.replace(/(?:人口|党员|黨員)$/u, "");
}

/** Residents or members, as a whole: 党员, not 党员数. */
const subjectOf = ({ language }: Context, of: Subject): string => bandTitle({ of, from: 0, to: open })[language];

function ageTable(context: Context, of: Subject, bands: readonly AgeBand[], bySex: boolean): Table {
  const { language, words, whole } = context;
  const figures = bands.map((band) => totalFigure(context, band));
  const all = sumOf(figures);
  const cell = (band: AgeBand): Cell => cellFigure(context, totalFigure(context, band), "person", 0, { of: bandId(band) });
  const sexes = bySex ? (["male", "female"] as const) : [];
  const count = (id: string, title: string): TableColumn => ({ id, title, unit: personSign[language], align: "right" });
  const subject = subjectOf(context, of);
  const shared = bands.map((band) => ({ title: agesOf(band, context), missing: notReported(context, bandId(band)) }));
  return {
    kind: "table",
    id: `${of}-by-age`,
    title: compose(words.ageTable, { subject }).join(""),
    columns: [
      { id: "age", title: words.ageBand, align: "left" },
      ...sexes.map((sex) => count(sex, words[sex])),
      count("persons", words.ageCount),
      { id: "share", title: words.ageShare, unit: "%", align: "right" },
    ],
    rows: bands.map((band, i): Cell[] => [
      agesOf(band, context),
      ...sexes.map((sex) => cell(ofSex(band, sex))),
      cell(band),
      { measured: percentOf(figures[i] as Measured, all), unit: "%", decimals: 1 },
    ]),
    foot: [
      [
        words.wholePopulation,
        ...sexes.map((sex): Cell => ({ measured: sumOf(bands.map((band) => totalFigure(context, ofSex(band, sex)))), unit: "person", decimals: 0 })),
        { measured: all, unit: "person", decimals: 0 },
        { measured: percentOf(all, all), unit: "%", decimals: 1 },
      ],
    ],
    notes: [coverageNote(context, whole.members.length, everyMissing(shared, subject))],
    sources: sourceLines(context),
  };
}

const personSign = { en: "persons", "zh-CN": "人", "zh-TW": "人" } as const;

/** What all bands lack alike is said once. */
function everyMissing(gaps: readonly { title: string; missing: number }[], subject: string): readonly { title: string; missing: number }[] {
  const [first] = gaps;
  return first && gaps.every(({ missing }) => missing === first.missing) ? [{ title: subject, missing: first.missing }] : gaps;
}

interface Drawn {
  readonly sentence: Block;
  readonly block: Block;
}

function pyramid(context: Context, bands: readonly AgeBand[], dataTable: string): Drawn {
  const { words, input, language } = context;
  const chart: PyramidChart = {
    kind: "pyramid",
    labelTitle: words.ageBand,
    scale: { title: words.persons, unit: personSign[language], decimals: 0 },
    left: words.male,
    right: words.female,
    bands: bands.map((band) => ({
      label: agesOf(band, context),
      left: totalFigure(context, ofSex(band, "male")),
      right: totalFigure(context, ofSex(band, "female")),
    })),
  };
  const male = sumOf(chart.bands.map(({ left }) => left));
  const female = sumOf(chart.bands.map(({ right }) => right));
  const all = add(male, female);
  const slots = {
    male: proseFigure(context, male, "person", 0),
    female: proseFigure(context, female, "person", 0),
    maleShare: { measured: percentOf(male, all), unit: "%", decimals: 1, withUnit: true },
    femaleShare: { measured: percentOf(female, all), unit: "%", decimals: 1, withUnit: true },
  };
  const id = "residents-pyramid";
  const title = words.pyramidTitle;
  return {
    sentence: { kind: "paragraph", content: compose(words.pyramidSentence, { ...slots, ref: { reference: id } }) },
    block: {
      kind: "figure",
      id,
      title,
      description: input.print(compose(words.pyramidSentence, { ...slots, ref: words.thisChart })),
      chart,
      sources: sourceLines(context),
      dataTable,
    },
  };
}

/** A row for each community whose ages are known, and one for all of them. */
function stacks(context: Context, of: Subject, bands: readonly AgeBand[]): Drawn | undefined {
  const { words, input, areas, names } = context;
  if (bands.length < 2) return undefined;
  const series = bands.map((band) => input.analysis.survey.series(bandId(band)));
  const shares = (parts: readonly Measured[]): readonly Measured[] => {
    const whole = sumOf(parts);
    return parts.map((part) => (isAbsent(whole) ? absent(whole.absent) : percentOf(part, whole)));
  };
  const rows =
    areas.length > mostRows
      ? []
      : areas.map(({ observation, area }) => ({
          label: names.get(observation) ?? area.name,
          parts: shares(series.map((figures) => figures.at(observation))),
        }));
  const whole = shares(bands.map((band) => totalFigure(context, band)));
  const all = { label: words.survey, parts: whole };
  const chart: StackChart = {
    kind: "stacks",
    labelTitle: words.community,
    scale: { title: words.ageShare, unit: "%", decimals: 1 },
    series: bands.map((band) => agesOf(band, context)),
    rows: areas.length === 1 ? rows : [...rows, all],
  };
  const id = `${of}-ages`;
  const subject = subjectOf(context, of);
  const title = compose(words.stackTitle, { subject }).join("");
  const list = separated(
    bands.map((band, i): Inline[] =>
      compose(words.bandShare, {
        ages: agesOf(band, context),
        figure: { ...shareFigure(context, 0, 1), measured: whole[i] as Measured },
      }),
    ),
    words.listComma,
  );
  const sentence = (ref: Inline): Inline[] => compose(words.stackSentence, { ref, subject: inSentence(subject), list });
  return {
    sentence: { kind: "paragraph", content: sentence({ reference: id }) },
    block: { kind: "figure", id, title, description: input.print(sentence(words.thisChart)), chart, sources: sourceLines(context) },
  };
}
