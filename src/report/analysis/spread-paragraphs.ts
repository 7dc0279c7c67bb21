import type { Analysis, SetResult } from "../../analysis/analyse.ts";
import { type SpreadStatement, spreadStatements } from "../../analysis/spread-statements.ts";
import type { Paragraph } from "../../survey/document.ts";
import type { Language, Text } from "../../survey/language.ts";
import { phrase } from "../../words/phrase.ts";
import { quantityTitle } from "../../words/quantity-title.ts";

const templates: Readonly<Record<"above" | "reach", Text>> = {
  above: {
    en: "{title}: {bounds} of {n} communities have more than {threshold} ({norm}): {n} communities with {least} to {most} each have {total} together[; with {fewer} they could have {sum} at most]",
    "zh-CN":
      "{title}：{n}个社区中{bounds}超过{threshold}（{norm}）：{n}个社区最少{least}、最多{most}，合计{total}[；若只有{fewer}个，合计至多{sum}]",
    "zh-TW":
      "{title}：{n}個社區中{bounds}超過{threshold}（{norm}）：{n}個社區最少{least}、最多{most}，合計{total}[；若只有{fewer}個，合計至多{sum}]",
  },
  reach: {
    en: "{title}: {bounds} of {n} communities have {threshold} or more ({norm}): {n} communities with {least} to {most} each have {total} together[; with {fewer} they could have {sum} at most]",
    "zh-CN":
      "{title}：{n}个社区中{bounds}达到{threshold}（{norm}）：{n}个社区最少{least}、最多{most}，合计{total}[；若只有{fewer}个，合计至多{sum}]",
    "zh-TW":
      "{title}：{n}個社區中{bounds}達到{threshold}（{norm}）：{n}個社區最少{least}、最多{most}，合計{total}[；若只有{fewer}個，合計至多{sum}]",
  },
};

const bounds: Readonly<Record<"exactly" | "atLeast" | "atMost" | "between", Text>> = {
  exactly: { en: "exactly {low}", "zh-CN": "恰有{low}个", "zh-TW": "恰有{low}個" },
  atLeast: { en: "at least {low}", "zh-CN": "至少有{low}个", "zh-TW": "至少有{low}個" },
  atMost: { en: "at most {high}", "zh-CN": "至多有{high}个", "zh-TW": "至多有{high}個" },
  between: {
    en: "at least {low} and at most {high}",
    "zh-CN": "至少有{low}个、至多有{high}个",
    "zh-TW": "至少有{low}個、至多有{high}個",
  },
};

/** Where the least figure misses the threshold, one community at least does. */
const mostPossible = ({ known, reach, norm }: SpreadStatement): number => {
  const misses = reach ? known.least < norm.value : known.least <= norm.value;
  return known.communities - (misses ? 1 : 0);
};

/** “At least 7 of 13 communities have more than 50 members”: what number, sum, greatest and least figure tell of communities that are not listed. */
export const spreadParagraphs = (
  analysis: Analysis,
  whole: SetResult,
  language: Language,
): Paragraph[] =>
  spreadStatements(analysis, whole).map((statement) => {
    const { known, norm, low, high, reach, variable } = statement;
    const kind =
      low === high
        ? "exactly"
        : low === 0
          ? "atMost"
          : high === mostPossible(statement)
            ? "atLeast"
            : "between";
    const args = {
      title: quantityTitle(variable, language),
      bounds: phrase(bounds[kind][language], { low, high }, language),
      threshold: norm.value,
      norm: norm.id,
      n: known.communities,
      least: known.least,
      most: known.most,
      total: known.total,
      ...(statement.greatestWithOneFewer !== undefined && {
        fewer: low - 1,
        sum: statement.greatestWithOneFewer,
      }),
    };
    return {
      kind: "paragraph",
      role: "remark",
      content: [phrase(templates[reach ? "reach" : "above"][language], args, language)],
    };
  });
