import type { IndicatorResult } from "../../analysis/analyse.ts";
import type { Variable } from "../../codebook/define.ts";
import { filledClasses, titleOfClass } from "../../indicators/define.ts";
import type { Inline } from "../../survey/document.ts";
import { isAbsent } from "../../survey/measured.ts";
import { inSentence } from "../../words/quantity-title.ts";
import { compose, separated } from "../../words/sentence.ts";
import { unitText } from "../../words/unit-text.ts";
import { type ShownResult, shownTitle } from "../norm-columns.ts";
import {
  count,
  decimalsOf,
  indicatorFigure,
  isMeanPerCommunity,
  proseFigure,
  shareFigure,
  sourceOf,
} from "./appendix-figures.ts";
import type { Context } from "./context.ts";
import { addsUp, shownTotal } from "./subjects.ts";
import { titleOf } from "./titles.ts";

/** How many figures a sentence holds before a reader loses count. */
const most = 6;

/** “13个社区合计：户数43,563户、常住人口130,000人。” */
export function totalsSentence(context: Context, variables: readonly Variable[]): Inline[] {
  const { language, words, whole, areas, names } = context;
  const items = variables.filter(addsUp).flatMap(({ id, unit, kind }) => {
    const { value, areas: k } = shownTotal(context, id);
    if (isAbsent(value)) return [];
    // In English the title is the thing counted.
    const named = language === "en" && kind === "count" ? { unitText: "" } : {};
    const figure = { ...proseFigure(context, value, unit, decimalsOf(id), { of: id }), ...named };
    const template = k < whole.members.length ? words.totalPartial : words.totalItem;
    return [
      compose(template, {
        title: inSentence(titleOf(context, id)),
        figure,
        k: count(context, k, { of: id, part: "areas" }),
        n: whole.members.length,
      }),
    ];
  });
  if (items.length === 0) return [];
  const list = separated(items.slice(0, most), words.listComma);
  const [only] = areas;
  if (areas.length === 1 && only)
    return compose(words.totalsOne, { area: names.get(only.observation), list });
  return compose(words.totalsSentence, {
    n: count(context, whole.members.length, { of: "communities" }),
    list,
  });
}

/** “户均人口为2.98人；流动人口与居民之比为38.5%。” Counts of classes have a sentence of their own. */
export function indicatorSentence(context: Context, entries: readonly ShownResult[]): Inline[] {
  const { language, words, areas } = context;
  const items = entries
    .filter(
      (entry) => isFigure(entry) && !(areas.length === 1 && isMeanPerCommunity(entry.indicator)),
    )
    .slice(0, most)
    .map((entry, i) => {
      const own = shownTitle(entry, language);
      const title = i === 0 ? own : inSentence(own);
      const { coverage } = entry.result;
      const named = titleOfClass(entry.indicator, entry.result.class);
      if (named) return compose(words.classOfOne, { title, name: named[language] });
      const figure = indicatorFigure(context, entry);
      // 占比不足0.05%, not 占比为不足0.05%.
      const template = figure.tiny === undefined ? words.indicatorItem : words.indicatorTiny;
      if (!coverage || coverage.areas === coverage.of) return compose(template, { title, figure });
      return compose(words.indicatorPartial, { title, figure, k: coverage.areas, n: coverage.of });
    });
  return items.length === 0 ? [] : [...separated(items, words.comma), words.stop];
}

/** Whether an indicator has a figure to say, or the class of the only community. */
const isFigure = ({ indicator, result }: IndicatorResult): boolean =>
  !isAbsent(result.value) && (!indicator.classes || result.class !== undefined);

/** “按党员数可设层级：党支部1个（7.7%）、党总支12个（92.3%）。” */
export function classSentence(context: Context, entry: ShownResult): Inline[] {
  const { indicator, result } = entry;
  const { language, words } = context;
  const { classes } = result;
  if (!indicator.classes || !classes || result.class !== undefined) return [];
  const tested = result.coverage?.areas ?? 0;
  const source = (id: string) => ({ ...sourceOf(entry), part: id });
  const items = filledClasses(indicator, result).map(({ id, title, count: k }) =>
    compose(words.classItem, {
      name: spoken(title[language], language),
      k: count(context, k, source(id)),
      share: shareFigure(context, k, tested, source(`${id}Share`)),
    }),
  );
  return compose(words.classSentence, {
    title: shownTitle(entry, language),
    list: separated(items, words.listComma),
  });
}

/** A sentence says 平方米 where a head has m². */
const spoken = (title: string, language: Context["language"]): string =>
  title.replace(language === "en" ? /m²/gu : / ?m²/gu, unitText("m²", language, "prose"));
