import type { Language } from "../../survey/language.ts";

type Key =
  | "span"
  | "spanYears"
  | "totals"
  | "indicators"
  | "change"
  | "growth"
  | "perYear"
  | "contribution"
  | "areas"
  | "allAreas"
  | "norm"
  | "normBelow"
  | "normAbove"
  | "normMiss"
  | "groups"
  | "at"
  | "communities"
  | "area"
  | "status"
  | "growthOf"
  | "changeOf"
  | "moreColumns"
  | "moreRows"
  | "sameAreas"
  | "allNote"
  | "appeared"
  | "vanished"
  | "concordance"
  | "merged"
  | "split"
  | "renamed"
  | "rearranged"
  | "shared"
  | "nothing"
  | "notCompared"
  | "only-in"
  | "basis"
  | "period-kind"
  | "no-common-area"
  | "areas-without"
  | "areas-withheld"
  | "withheld"
  | "basisUnstated"
  | "more"
  | "classNote";
type Status = "appeared" | "vanished" | "merged" | "split" | "renamed" | "rearranged";

/** The words of `cdj compare`, templates as in words.ts. */
export interface CompareWords extends Readonly<Record<Key, string>> {
  readonly statuses: Readonly<Record<Status, string>>;
  readonly kinds: Readonly<
    Record<"year" | "half-year" | "quarter" | "month" | "split-year", string>
  >;
}

const all: Readonly<Record<Language, CompareWords>> = {
  en: {
    span: "{from} to {to} · {n} {n|area|areas} in both",
    spanYears: "{from} to {to} · {years} years · {n} {n|area|areas} in both",
    totals: "Totals",
    indicators: "Indicators",
    change: "Change",
    growth: "Growth",
    perYear: "Growth a year",
    contribution: "Contribution",
    areas: "Areas",
    allAreas: "All areas",
    norm: "Norm",
    normBelow: "{a} → {b} of {n} below",
    normAbove: "{a} → {b} of {n} above",
    normMiss: "{a} → {b} of {n} do not meet it",
    groups: "By {by}",
    at: "{subject} {when}",
    communities: "Areas ({n})",
    area: "Area",
    status: "Boundaries",
    growthOf: "{subject}: growth",
    changeOf: "{subject}: change",
    moreColumns: "Columns not shown: {count} (--all shows them)",
    moreRows: "{n} more areas: --top {all} shows all",
    sameAreas: "Figures are of the areas that have them in both periods.",
    allNote: "“All areas” counts every area of each period.",
    appeared: "Only in {to}: {areas}",
    vanished: "Only in {from}: {areas}",
    concordance:
      "If areas were merged, split or renamed, say how: --concordance file.csv with the columns old, new, share",
    merged: "Merged: {old} into {new}",
    split: "Split: {old} into {new}",
    renamed: "Renamed: {old} to {new}",
    rearranged: "Boundaries redrawn: {old} to {new}",
    shared:
      "Of an area that was split, the earlier figures are parts by its shares, and approximate.",
    nothing: "Nothing can be compared: no area has the same figure in both periods",
    notCompared: "Not compared",
    "only-in": "{subject}: only in {period}",
    basis: "{subject}: on different bases, {a} in {from}, {b} in {to}",
    "period-kind": "{subject}: counted over a {a} in {from}, over a {b} in {to}",
    "no-common-area": "{subject}: no area has it in both periods",
    "areas-without": "{subject}: without {areas}, of which one period has no figure",
    "areas-withheld": "{subject}: without {areas}, of which a figure is withheld",
    withheld: "{subject}: figures are withheld",
    basisUnstated:
      "The tables of {period} do not say on which basis residents are counted; those of {other} do: {basis}. Compared as if alike.",
    more: "{list} and {n} more",
    classNote: "Number of areas in each class, of {n} that have a figure in both periods.",
    statuses: {
      appeared: "new",
      vanished: "gone",
      merged: "merged",
      split: "split",
      renamed: "renamed",
      rearranged: "redrawn",
    },
    kinds: {
      year: "year",
      "half-year": "half-year",
      quarter: "quarter",
      month: "month",
      "split-year": "split year",
    },
  },
  "zh-CN": {
    span: "{from}至{to} · 两期均有{n}个社区",
    spanYears: "{from}至{to} · 相隔{years}年 · 两期均有{n}个社区",
    totals: "总量",
    indicators: "指标",
    change: "增减",
    growth: "增长率",
    perYear: "年均增长率",
    contribution: "拉动",
    areas: "社区数",
    allAreas: "全部社区",
    norm: "标准",
    normBelow: "低于标准的由{a}个变为{b}个（共{n}个）",
    normAbove: "高于标准的由{a}个变为{b}个（共{n}个）",
    normMiss: "不符合标准的由{a}个变为{b}个（共{n}个）",
    groups: "按{by}分组",
    at: "{when}{subject}",
    communities: "各社区（{n}个）",
    area: "社区",
    status: "区划变动",
    growthOf: "{subject}增长率",
    changeOf: "{subject}增减",
    moreColumns: "另有{count}列：--all 全部显示",
    moreRows: "另有{n}个社区：--top {all} 全部显示",
    sameAreas: "所列数字只计两期都有数的社区。",
    allNote: "“全部社区”为各期所有社区之数。",
    appeared: "仅{to}有：{areas}",
    vanished: "仅{from}有：{areas}",
    concordance: "如有合并、拆分或更名，请用 --concordance 对照表.csv 说明，列名为 old、new、share",
    merged: "合并：{old}并为{new}",
    split: "拆分：{old}分为{new}",
    renamed: "更名：{old}改为{new}",
    rearranged: "区划调整：{old}调整为{new}",
    shared: "拆分社区的前期数按所占份额分摊，为约数。",
    nothing: "无从比较：没有一个社区两期都有同一项数据",
    notCompared: "未作比较",
    "only-in": "{subject}：仅有{period}的数据",
    basis: "{subject}：口径不同，{from}为{a}，{to}为{b}",
    "period-kind": "{subject}：{from}为{a}累计数，{to}为{b}累计数，不可比",
    "no-common-area": "{subject}：没有两期都有数的社区",
    "areas-without": "{subject}：未计入{areas}，有一期没有可用的数",
    "areas-withheld": "{subject}：未计入{areas}，其数不予公布",
    withheld: "{subject}：数值不予公布",
    basisUnstated: "{period}的表未注明居民口径，{other}为{basis}；按口径一致比较。",
    more: "{list}等{all}个",
    classNote: "各组的社区数，计{n}个两期都有数的社区。",
    statuses: {
      appeared: "新增",
      vanished: "不再列入",
      merged: "合并",
      split: "拆分",
      renamed: "更名",
      rearranged: "调整",
    },
    kinds: {
      year: "年度",
      "half-year": "半年",
      quarter: "季度",
      month: "月度",
      "split-year": "跨年度",
    },
  },
  "zh-TW": {
    span: "{from}至{to} · 兩期均有{n}個社區",
    spanYears: "{from}至{to} · 相隔{years}年 · 兩期均有{n}個社區",
    totals: "總量",
    indicators: "指標",
    change: "增減",
    growth: "成長率",
    perYear: "年平均成長率",
    contribution: "貢獻",
    areas: "社區數",
    allAreas: "全部社區",
    norm: "標準",
    normBelow: "低於標準者由{a}個變為{b}個（共{n}個）",
    normAbove: "高於標準者由{a}個變為{b}個（共{n}個）",
    normMiss: "不符標準者由{a}個變為{b}個（共{n}個）",
    groups: "依{by}分組",
    at: "{when}{subject}",
    communities: "各社區（{n}個）",
    area: "社區",
    status: "區劃變動",
    growthOf: "{subject}成長率",
    changeOf: "{subject}增減",
    moreColumns: "另有{count}欄：--all 全部顯示",
    moreRows: "另有{n}個社區：--top {all} 全部顯示",
    sameAreas: "所列數字僅計兩期皆有資料的社區。",
    allNote: "「全部社區」為各期所有社區之數。",
    appeared: "僅{to}有：{areas}",
    vanished: "僅{from}有：{areas}",
    concordance: "如有合併、分割或更名，請以 --concordance 對照表.csv 說明，欄名為 old、new、share",
    merged: "合併：{old}併為{new}",
    split: "分割：{old}分為{new}",
    renamed: "更名：{old}改為{new}",
    rearranged: "區劃調整：{old}調整為{new}",
    shared: "分割社區的前期數依所占比率分攤，為約數。",
    nothing: "無從比較：沒有一個社區兩期皆有同一項資料",
    notCompared: "未作比較",
    "only-in": "{subject}：僅有{period}的資料",
    basis: "{subject}：計算基礎不同，{from}為{a}，{to}為{b}",
    "period-kind": "{subject}：{from}為{a}累計數，{to}為{b}累計數，不可比",
    "no-common-area": "{subject}：沒有兩期皆有資料的社區",
    "areas-without": "{subject}：未計入{areas}，有一期沒有可用的資料",
    "areas-withheld": "{subject}：未計入{areas}，其資料不予公布",
    withheld: "{subject}：資料不予公布",
    basisUnstated: "{period}的表未註明居民計算基礎，{other}為{basis}；依計算基礎一致比較。",
    more: "{list}等{all}個",
    classNote: "各組的社區數，計{n}個兩期皆有資料的社區。",
    statuses: {
      appeared: "新增",
      vanished: "不再列入",
      merged: "合併",
      split: "分割",
      renamed: "更名",
      rearranged: "調整",
    },
    kinds: {
      year: "年度",
      "half-year": "半年",
      quarter: "季",
      month: "月",
      "split-year": "跨年度",
    },
  },
};

export const compareWordsOf = (language: Language): CompareWords => all[language];
