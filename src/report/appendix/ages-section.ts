import { totalOf } from "../../analysis/analyse.ts";
import { bandId, bandTitle, cover } from "../../codebook/age-band.ts";
import type {
  Block,
  Cell,
  Inline,
  PyramidChart,
  StackChart,
  Table,
  TableColumn,
} from "../../survey/document.ts";
import {
  absent,
  add,
  divide,
  exact,
  isAbsent,
  isWithheld,
  type Measured,
  multiply,
} from "../../survey/measured.ts";
import type { AgeBand } from "../../survey/totals.ts";
import { inSentence } from "../../words/quantity-title.ts";
import { compose, separated } from "../../words/sentence.ts";
import { cellFigure, proseFigure, shareFigure } from "./appendix-figures.ts";
import type { Context } from "./context.ts";
import { note, sourceLines } from "./notes.ts";
import { shownTotal } from "./subjects.ts";

type Subject = AgeBand["of"];
const open = Number.POSITIVE_INFINITY;

/** A chart holds so many parts of a whole, and so many rows. */
const mostParts = 8;
const mostRows = 40;

/** Age bands that make up a whole, and what they sum to over the communities that report every one of them. */
interface Ages {
  readonly bands: readonly AgeBand[];
  /** How many communities that is, and of how many. */
  readonly n: number;
  readonly of: number;
  readonly total: (band: AgeBand) => Measured;
}

/** The age structure of residents or members: a sentence, a table, and a pyramid or a stack for each community; nothing where no bands make a whole. */
export function ageBlocks(context: Context, of: Subject): Block[] {
  const bands = partition(context, of, undefined);
  if (!bands) return [];
  const sexed = of === "residents" ? pyramidBands(context) : undefined;
  const ages = agesOver(context, sexed ?? bands, sexed !== undefined);
  if (ages.n === 0) return [];
  const table = ageTable(context, of, ages, sexed !== undefined);
  const figure = sexed ? pyramid(context, ages, table.id) : stacks(context, of, ages);
  return [...(figure ? [figure.sentence, table, figure.block] : [table])];
}

/** Sums of bands have a common base only over communities that report them all: where one has a gap, none of its bands counts. */
function agesOver(context: Context, bands: readonly AgeBand[], bySex: boolean): Ages {
  const { areas, input } = context;
  const { survey } = input.analysis;
  const needed = bySex
    ? bands.flatMap((band) => [band, ofSex(band, "male"), ofSex(band, "female")])
    : bands;
  const series = needed.map((band) => survey.series(bandId(band)));
  const has = (observation: number, suppressed: boolean): boolean =>
    series.every((figures) => {
      const figure = figures.at(observation);
      return !isAbsent(figure) || (suppressed && isWithheld(figure));
    });
  if (areas.every(({ observation }) => has(observation, true)))
    return {
      bands,
      n: areas.length,
      of: areas.length,
      total: (band) => shownTotal(context, bandId(band)).value,
    };
  const members = areas
    .map(({ observation }) => observation)
    .filter((observation) => has(observation, false));
  return {
    bands,
    n: members.length,
    of: areas.length,
    total: (band) => totalOf(survey, members, bandId(band)).value,
  };
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
  return usualEdges[of]
    .map((edges) => bandsFrom(edges, of, sex))
    .find((usual) => isKnown(context, usual, false));
}

const bandsFrom = (edges: readonly number[], of: Subject, sex: AgeBand["sex"]): AgeBand[] =>
  edges.map((from, i) => ({ of, ...(sex && { sex }), from, to: edges[i + 1] ?? open }));

const isKnown = (context: Context, bands: readonly AgeBand[], bySex: boolean): boolean =>
  agesOver(context, bands, bySex).n > 0;

/** Bands known for each sex: five years each, else ten, else those recorded. */
function pyramidBands(context: Context): readonly AgeBand[] | undefined {
  const ladders = [5, 10].flatMap((width) =>
    [100, 90, 85, 80, 70, 65, 60]
      .filter((top) => top % width === 0)
      .map((top) => ladder(width, top)),
  );
  const usual = ladders.find((bands) => isKnown(context, bands, true));
  if (usual) return usual;
  const males = partition(context, "residents", "male")?.map(
    ({ of, from, to }): AgeBand => ({ of, from, to }),
  );
  return males && isKnown(context, males, true) ? males : undefined;
}

const ladder = (width: number, top: number): AgeBand[] =>
  bandsFrom(
    Array.from({ length: top / width + 1 }, (_, i) => i * width),
    "residents",
    undefined,
  );

const ofSex = (band: AgeBand, sex: "male" | "female"): AgeBand => ({ ...band, sex });

const sumOf = (figures: readonly Measured[]): Measured =>
  figures.reduce((sum, figure) => add(sum, figure), exact(0));

const percentOf = (part: Measured, whole: Measured): Measured =>
  multiply(divide(part, whole), exact(100));

/** “60岁及以上”, “aged 60+”: the ages of a band without its subject. */
function agesOf(band: AgeBand, { language }: Context): string {
  const title = bandTitle({ of: band.of, from: band.from, to: band.to })[language];
  if (language === "en") return title.replace(/^(?:Residents|Members) (?:aged )?/u, "");
  return title.replace(/(?:人口|党员|黨員)$/u, "");
}

/** Residents or members, as a whole: 党员, not 党员数. */
const subjectOf = ({ language }: Context, of: Subject): string =>
  bandTitle({ of, from: 0, to: open })[language];

function ageTable(context: Context, of: Subject, ages: Ages, bySex: boolean): Table {
  const { language, words } = context;
  const { bands, total } = ages;
  const figures = bands.map(total);
  const all = sumOf(figures);
  // Over a part of the communities it is not the figure that the data give for the band.
  const cell = (band: AgeBand): Cell =>
    ages.n === ages.of
      ? cellFigure(context, total(band), "person", 0, { of: bandId(band) })
      : { measured: total(band), unit: "person", decimals: 0, tiny: "…" };
  const sexes = bySex ? (["male", "female"] as const) : [];
  const count = (id: string, title: string): TableColumn => ({
    id,
    title,
    unit: personSign[language],
    align: "right",
  });
  const subject = subjectOf(context, of);
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
        ...sexes.map(
          (sex): Cell => ({
            measured: sumOf(bands.map((band) => total(ofSex(band, sex)))),
            unit: "person",
            decimals: 0,
          }),
        ),
        { measured: all, unit: "person", decimals: 0 },
        { measured: percentOf(all, all), unit: "%", decimals: 1 },
      ],
    ],
    notes: [
      ages.n === ages.of
        ? note(context, words.nAll, { n: ages.n })
        : note(context, words.agesPartial, { n: ages.n, of: ages.of, k: ages.of - ages.n }),
    ],
    sources: sourceLines(context),
  };
}

/** In English the head is the thing counted. */
const personSign = { en: "", "zh-CN": "人", "zh-TW": "人" } as const;

interface Drawn {
  readonly sentence: Block;
  readonly block: Block;
}

function pyramid(context: Context, ages: Ages, dataTable: string): Drawn {
  const { words, input, language } = context;
  const chart: PyramidChart = {
    kind: "pyramid",
    labelTitle: words.ageBand,
    scale: { title: words.persons, unit: personSign[language], decimals: 0 },
    left: words.male,
    right: words.female,
    bands: ages.bands.map((band) => ({
      label: agesOf(band, context),
      left: ages.total(ofSex(band, "male")),
      right: ages.total(ofSex(band, "female")),
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
  const say = (ref: Inline): Inline[] =>
    compose(words.pyramidSentence, { ...slots, ref, scope: scopeOf(context, ages) });
  return {
    sentence: { kind: "paragraph", content: say({ reference: id }) },
    block: {
      kind: "figure",
      id,
      title,
      description: input.print(say(words.thisChart)),
      chart,
      sources: sourceLines(context),
      dataTable,
    },
  };
}

/** Said where not all communities report every band: “3个社区中的2个”. */
const scopeOf = ({ words }: Context, { n, of }: Ages): Inline[] | undefined =>
  n === of ? undefined : compose(words.agesScope, { n, of });

/** A row for each community whose ages are known, and one for all of them. */
function stacks(context: Context, of: Subject, ages: Ages): Drawn | undefined {
  const { words, input, areas, names } = context;
  const { bands } = ages;
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
  const whole = shares(bands.map(ages.total));
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
  const sentence = (ref: Inline): Inline[] =>
    compose(words.stackSentence, {
      ref,
      subject: inSentence(subject),
      list,
      scope: scopeOf(context, ages),
    });
  return {
    sentence: { kind: "paragraph", content: sentence({ reference: id }) },
    block: {
      kind: "figure",
      id,
      title,
      description: input.print(sentence(words.thisChart)),
      chart,
      sources: sourceLines(context),
    },
  };
}
