import { subjectKey } from "../../analysis/subject.ts";
import type { Change } from "../../change/change-figures.ts";
import type { Comparison, SubjectChange } from "../../change/comparison.ts";
import { periodLabel } from "../../intake/cells/period.ts";
import type {
  Block,
  Cell,
  DotChart,
  Figure,
  FigureValue,
  Inline,
  Table,
  TableColumn,
} from "../../survey/document.ts";
import { isAbsent, isExact, lowest, type Measured } from "../../survey/measured.ts";
import { inSentence } from "../../words/quantity-title.ts";
import { compose, separated } from "../../words/sentence.ts";
import { boundaryTexts, reasonText, sameReason } from "../comparison/comparison-document.ts";
import { allCell } from "../comparison/comparison-tables.ts";
import { printedHeadUnit, withUnitBehind } from "../figure-columns.ts";
import { count, namedFigure } from "./appendix-figures.ts";
import type { Context, Section } from "./context.ts";
import { note, paragraph, sourceLines } from "./notes.ts";
import { subjectName, subjectSource } from "./titles.ts";

const mostSentences = 6;
const mostRows = 40;

/** What changed since the earlier period, over the communities that have figures of both. */
export function changeSection(context: Context): Section {
  const { comparison } = context.input;
  if (!comparison) return "onePeriod";
  const classes = new Set(
    context.input.analysis.indicators
      .filter((indicator) => indicator.classes !== undefined)
      .map(({ id }) => id),
  );
  const told = comparison.subjects.filter(
    ({ subject, change }) => !classes.has(subject.id) && !isAbsent(change.difference),
  );
  if (told.length === 0) return "noColumn";
  const { words, language } = context;
  const moved = told.filter(({ change, all }) => signed((all ?? change).difference) !== 0);
  const left = sameReason(comparison.notCompared).map((group) =>
    reasonText(group, comparison, language),
  );
  const moves = boundaryTexts(comparison, language);
  const blocks: (Block | undefined)[] = [
    paragraph(
      context,
      sentences(context, (moved.length > 0 ? moved : told).slice(0, mostSentences)),
    ),
    table(context, comparison, told),
    ...dots(context, comparison, told),
    moves.length === 0
      ? undefined
      : {
          kind: "paragraph",
          role: "note",
          content: [moves.join(language === "en" ? ". " : "。"), words.stop],
        },
    left.length === 0
      ? undefined
      : {
          kind: "paragraph",
          role: "note",
          content: compose(words.notCompared, { list: left.join(words.comma) }),
        },
  ];
  return blocks.filter((block) => block !== undefined);
}

const signed = (m: Measured): number => lowest(m) ?? 0;
const absolute = (m: Measured): Measured =>
  signed(m) < 0 && isExact(m) ? { value: Math.abs(m.value) } : m;

/** Figures of some communities never stand for the survey: those of all are said where they can be told, else whose the figures are, once for all that follow. */
function sentences(context: Context, entries: readonly SubjectChange[]): Inline[][] {
  const { words } = context;
  const told: { scope: string; items: Inline[][] }[] = [];
  for (const { subject, change, all, areas, of, withheld } of entries) {
    const overAll = all !== undefined && !isAbsent(all.difference);
    const scope =
      areas === of
        ? ""
        : overAll
          ? words.overAll
          : compose(withheld > 0 ? words.overShown : words.overSome, { k: areas, n: of }).join("");
    const item = sentence(
      context,
      subject,
      areas < of && overAll ? all : change,
      areas === of,
      scope !== "",
    );
    const last = told.at(-1);
    if (last && last.scope === scope && scope !== "") last.items.push(item);
    else told.push({ scope, items: [item] });
  }
  return told.map(({ scope, items }) => [scope, ...separated(items, words.comma), words.stop]);
}

/** “常住人口由130,000人增至133,000人，增长2.3%”; `sourced` where the figures are those of the survey. */
function sentence(
  context: Context,
  subject: SubjectChange["subject"],
  change: Change,
  sourced: boolean,
  inside: boolean,
): Inline[] {
  const { words, language } = context;
  const figure = (measured: Measured, part: string, unit = subject.unit): FigureValue =>
    namedFigure(
      context,
      subjectName(context, subject),
      measured,
      unit,
      subject.decimals,
      sourced ? { ...subjectSource(subject), part } : undefined,
    );
  const title = inside ? inSentence(subjectName(context, subject)) : subjectName(context, subject);
  const a = figure(change.from, "from");
  const b = figure(change.to, "to");
  const direction = Math.sign(signed(change.difference));
  if (direction === 0) return compose(words.same, { title, b });
  const up = direction > 0;
  const parts: Inline[][] = [];
  if (change.growth && !isAbsent(change.growth)) {
    const growth = {
      ...figure(absolute(change.growth), "growth", "%"),
      decimals: 1,
      unitText: "%",
    };
    parts.push(compose(up ? words.growthItem : words.declineItem, { growth }));
  } else if (change.differenceUnit !== subject.unit) {
    const points = figure(absolute(change.difference), "difference", change.differenceUnit);
    parts.push(compose(up ? words.pointsRose : words.pointsFell, { points }));
  }
  if (change.perYear && !isAbsent(change.perYear)) {
    const rate = { ...figure(change.perYear, "perYear", "%"), decimals: 1, unitText: "%" };
    parts.push(compose(words.perYearItem, { rate }));
  }
  const rest = parts.length === 0 ? undefined : separated(parts, language === "en" ? ", " : "，");
  return compose(up ? words.rose : words.fell, { title, a, b, rest });
}

function table(context: Context, { from, to }: Comparison, told: readonly SubjectChange[]): Table {
  const { words, language } = context;
  const label = (period: string): string => periodLabel(period)[language];
  const right = (id: string, title: string, unit?: string): TableColumn => ({
    id,
    title,
    align: "right",
    ...(unit && { unit }),
  });
  const withRate = told.some(({ change }) => change.perYear !== undefined);
  const withAll = told.some(({ all }) => all !== undefined);
  const partial = told.some(({ areas, of }) => areas < of);
  const cell = (
    { subject }: SubjectChange,
    measured: Measured | undefined,
    part: string,
    decimals = subject.decimals,
  ): Cell =>
    measured === undefined
      ? ""
      : {
          measured,
          unit: subject.unit,
          decimals,
          tiny: "…",
          source: { ...subjectSource(subject), part, period: part === "from" ? from : to },
        };
  const columns: TableColumn[] = [
    { id: "subject", title: words.indicator, align: "left" },
    right("n", words.n),
    right("missing", words.missing),
    right("from", label(from)),
    right("to", label(to)),
    { id: "difference", title: words.difference, align: "right" },
    right("growth", words.growth, "%"),
    ...(withRate ? [right("per-year", words.perYear, "%")] : []),
    ...(withAll ? [right("all", words.allAreas)] : []),
  ];
  return {
    kind: "table",
    id: "change",
    title: compose(words.changeTable, { from: label(from), to: label(to) }).join(""),
    columns,
    rows: told.map((entry): Cell[] => {
      const { subject, change, areas, unreported } = entry;
      const inPoints = change.differenceUnit !== subject.unit;
      return [
        withUnitBehind(subjectName(context, subject), subject.unit, language),
        count(context, areas),
        count(context, unreported),
        cell(entry, change.from, "from"),
        cell(entry, change.to, "to"),
        {
          measured: change.difference,
          unit: change.differenceUnit,
          decimals: subject.decimals,
          withUnit: inPoints,
          source: { ...subjectSource(subject), part: "difference", period: to },
        },
        cell(entry, change.growth, "growth", 1),
        ...(withRate ? [cell(entry, change.perYear, "perYear", 1)] : []),
        ...(withAll ? [allCell(entry, language)] : []),
      ];
    }),
    notes: [
      note(context, words.changeNote, {}),
      ...(told.some(({ withheld }) => withheld > 0) ? [[words.changeWithheld]] : []),
      ...(partial && withAll ? [[words.allAreasNote]] : []),
    ],
    sources: sourceLines(context),
  };
}

/** The communities before and after, of the subject that a norm speaks of, else of the first. */
function dots(context: Context, comparison: Comparison, told: readonly SubjectChange[]): Block[] {
  const { words, language, input } = context;
  const { from, to, areas } = comparison;
  const normed = told.find(({ subject }) =>
    input.analysis.norms.some((norm) => norm.subject === subject.id),
  );
  const subject = (normed ?? told[0])?.subject;
  if (!subject) return [];
  const names = areas.map(({ area }) => area.name);
  const labelOf = ({ name, parents }: (typeof areas)[number]["area"]): string =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : [...parents, name].join(" ");
  const rows = areas.flatMap(({ area, changes }) => {
    const part = changes.get(subjectKey(subject));
    return part && !isAbsent(part.change.from) && !isAbsent(part.change.to)
      ? [{ label: labelOf(area), before: part.change.from, after: part.change.to }]
      : [];
  });
  if (rows.length < 2 || rows.length > mostRows) return [];
  const label = (period: string): string => periodLabel(period)[language];
  const name = subjectName(context, subject);
  const chart: DotChart = {
    kind: "dots",
    labelTitle: words.community,
    scale: {
      title: name,
      unit: printedHeadUnit(name, subject.unit, language),
      decimals: subject.decimals,
      source: { ...subjectSource(subject) },
    },
    before: label(from),
    after: label(to),
    rows,
  };
  const moved = (sign: number): number =>
    rows.filter(({ before, after }) => Math.sign(signed(after) - signed(before)) === sign).length;
  const title = compose(words.dotsTitle, {
    title: subjectName(context, subject),
    from: label(from),
    to: label(to),
  }).join("");
  const movements = (
    [
      [words.dotsUp, 1],
      [words.dotsDown, -1],
      [words.dotsSame, 0],
    ] as const
  ).flatMap(([template, sign]) => {
    const k = moved(sign);
    return k === 0 ? [] : [compose(template, { k })];
  });
  const say = (ref: Inline): Inline[] =>
    compose(words.dotsSentence, {
      ref,
      title: inSentence(subjectName(context, subject)),
      from: label(from),
      to: label(to),
      list: separated(movements, words.listComma),
    });
  const id = `change-${subject.id}`;
  const figure: Figure = {
    kind: "figure",
    id,
    title,
    description: input.print(say(words.thisChart)),
    chart,
    sources: sourceLines(context),
  };
  return [{ kind: "paragraph", content: say({ reference: id }) }, figure];
}
