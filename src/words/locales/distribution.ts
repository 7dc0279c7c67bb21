import type { Language } from "../../survey/language.ts";

type Key =
  | "title"
  | "titleIn"
  | "subject"
  | "unit"
  | "areas"
  | "missing"
  | "intervals"
  | "min"
  | "q1"
  | "median"
  | "q3"
  | "max"
  | "mean"
  | "sd"
  | "cv"
  | "maxToMin"
  | "gini"
  | "weightedGini"
  | "theil"
  | "between"
  | "note"
  | "weightNote"
  | "betweenNote"
  | "betweenParents"
  | "moreColumns"
  | "ranks"
  | "rank"
  | "tied"
  | "tieNote"
  | "area"
  | "moreRows"
  | "nothing"
  | "completeness"
  | "gap"
  | "heaping"
  | "heapingTest"
  | "heapingFew"
  | "separator";

/** The words of `cdj analyze --distribution`, templates as in words.ts. */
export type DistributionWords = Readonly<Record<Key, string>>;

const all: Readonly<Record<Language, DistributionWords>> = {
  en: {
    title: "Distribution over communities",
    titleIn: "Distribution over communities, {period}",
    subject: "Indicator or variable",
    unit: "Unit",
    areas: "n",
    missing: "Missing",
    intervals: "Interval only",
    min: "Min",
    q1: "Q1",
    median: "Median",
    q3: "Q3",
    max: "Max",
    mean: "Mean",
    sd: "SD",
    cv: "CV",
    maxToMin: "Max ÷ min",
    gini: "Gini",
    weightedGini: "Gini, weighted",
    theil: "Theil",
    between: "Between groups",
    note: "Every community counts once: a mean here is no ratio of sums. Quantiles of type {type}; standard deviation with n − 1; Gini without small-sample correction.",
    weightNote: "Weighted by residents: amounts per resident, rates as they are.",
    betweenNote:
      "Between groups: the share of Theil’s index that lies between the groups by {by}; the rest lies within them.",
    betweenParents:
      "Between groups: the share of Theil’s index that lies between the units the communities belong to; the rest lies within them.",
    moreColumns: "Columns not shown: {count} (--all shows them)",
    ranks: "Ranks",
    rank: "Rank",
    tied: "{rank} =",
    tieNote: "Equal values share the better rank (=), and the next is left out: 1, 2, 2, 4.",
    area: "Area",
    moreRows: "{n} more areas: --top {all} shows all",
    nothing: "No figure to describe",
    completeness: "Completeness: {filled} of {expected} cells filled ({share} %)",
    gap: "{variable} {filled}/{expected}",
    heaping: "Last digits: {share} % of {n} counts end in 0 or 5 (20 % expected)",
    heapingTest: "χ² of the ten digits {chi}, 9 degrees of freedom, p {p}",
    heapingFew: "too few counts for a test",
    separator: "; ",
  },
  "zh-CN": {
    title: "各社区分布",
    titleIn: "各社区分布，{period}",
    subject: "指标或变量",
    unit: "单位",
    areas: "社区数",
    missing: "缺数",
    intervals: "仅有区间",
    min: "最小值",
    q1: "下四分位数",
    median: "中位数",
    q3: "上四分位数",
    max: "最大值",
    mean: "平均数",
    sd: "标准差",
    cv: "变异系数",
    maxToMin: "最大÷最小",
    gini: "基尼系数",
    weightedGini: "加权基尼系数",
    theil: "泰尔指数",
    between: "组间占比",
    note: "各社区权数相同，平均数不同于总量之比。分位数为第{type}型；标准差以 n−1 为除数；基尼系数未作小样本校正。",
    weightNote: "加权按居民数：总量取人均数，比率取原值。",
    betweenNote: "组间占比：泰尔指数中按{by}分组的组间部分，其余为组内部分。",
    betweenParents: "组间占比：泰尔指数中上级单位之间的部分，其余在各单位之内。",
    moreColumns: "另有{count}列：--all 全部显示",
    ranks: "位次",
    rank: "位次",
    tied: "并列{rank}",
    tieNote: "数值相同的并列较前位次，其后位次空缺：1、2、2、4。",
    area: "社区",
    moreRows: "另有{n}个社区：--top {all} 全部显示",
    nothing: "没有可描述的数字",
    completeness: "完整率：{expected}格中有数{filled}格（{share}%）",
    gap: "{variable} {filled}/{expected}",
    heaping: "末位数字：{n}个计数中以0或5结尾的占{share}%（应为20%）",
    heapingTest: "十个数字的 χ² 为{chi}，自由度9，p {p}",
    heapingFew: "计数太少，不作检验",
    separator: "；",
  },
  "zh-TW": {
    title: "各社區分布",
    titleIn: "各社區分布，{period}",
    subject: "指標或變數",
    unit: "單位",
    areas: "社區數",
    missing: "缺資料",
    intervals: "僅有區間",
    min: "最小值",
    q1: "第一四分位數",
    median: "中位數",
    q3: "第三四分位數",
    max: "最大值",
    mean: "平均數",
    sd: "標準差",
    cv: "變異係數",
    maxToMin: "最大÷最小",
    gini: "吉尼係數",
    weightedGini: "加權吉尼係數",
    theil: "泰爾指數",
    between: "組間占比",
    note: "各社區權數相同，平均數不同於總量之比。分位數為第{type}型；標準差以 n−1 為除數；吉尼係數未作小樣本校正。",
    weightNote: "依居民數加權：總量取每人平均，比率取原值。",
    betweenNote: "組間占比：泰爾指數中依{by}分組的組間部分，其餘為組內部分。",
    betweenParents: "組間占比：泰爾指數中上級單位之間的部分，其餘在各單位之內。",
    moreColumns: "另有{count}欄：--all 全部顯示",
    ranks: "名次",
    rank: "名次",
    tied: "並列{rank}",
    tieNote: "數值相同者並列較前名次，其後名次空缺：1、2、2、4。",
    area: "社區",
    moreRows: "另有{n}個社區：--top {all} 全部顯示",
    nothing: "沒有可描述的數字",
    completeness: "完整率：{expected}格中有資料{filled}格（{share}%）",
    gap: "{variable} {filled}/{expected}",
    heaping: "尾數：{n}個計數中以0或5結尾者占{share}%（應為20%）",
    heapingTest: "十個數字的 χ² 為{chi}，自由度9，p {p}",
    heapingFew: "計數太少，不作檢定",
    separator: "；",
  },
};

export const distributionWordsOf = (language: Language): DistributionWords => all[language];
