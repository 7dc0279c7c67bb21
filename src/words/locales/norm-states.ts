import type { Language } from "../../survey/language.ts";

/** What is said of norms that were named: why one is held against nothing, and what to bear in mind where it is. */
export interface NormStateWords {
  readonly notCompared: string;
  readonly unmeasured: string;
  readonly underNorm: string;
  readonly notAsked: string;
  readonly noColumn: string;
  readonly anotherPopulation: string;
  readonly noneCompared: string;
  readonly validity: string;
  readonly fromUntil: string;
  readonly from: string;
  readonly until: string;
  readonly country: string;
  readonly verdicts: string;
}

const words: Readonly<Record<Language, NormStateWords>> = {
  en: {
    notCompared: "{norm}: held against nothing: {reason}",
    unmeasured: "nothing here measures {subject}",
    underNorm: "{subject} is itself told under a norm",
    notAsked: "{indicators} is not among the indicators asked for",
    noColumn: "no column of {list}",
    anotherPopulation: "it means another population: {population}",
    noneCompared: "No norm named is held against anything.",
    validity: "{norm}: in force {dates}, not in {periods}; compared all the same",
    fromUntil: "from {from} to {to}",
    from: "from {from}",
    until: "until {to}",
    country:
      "{norm}: a norm of mainland China, which these areas do not seem to lie in; compared all the same",
    verdicts:
      "{norm}: {a} {a|area lies|areas lie} below the ratio and {b} {b|is|are} short of workers, since posts are whole numbers counted area by area.",
  },
  "zh-CN": {
    notCompared: "{norm}：未作对照：{reason}",
    unmeasured: "没有指标或变量衡量{subject}",
    underNorm: "{subject}本身须依标准得出",
    notAsked: "所选指标中没有{indicators}",
    noColumn: "缺少{list}",
    anotherPopulation: "该标准所指人口口径不同（{population}）",
    noneCompared: "指定的标准均未能对照。",
    validity: "{norm}：有效期{dates}，不含{periods}，仍作对照，仅供参考",
    fromUntil: "{from}至{to}",
    from: "自{from}起",
    until: "至{to}止",
    country: "{norm}：系中国大陆标准，表中地区似不在其内，仍作对照，仅供参考",
    verdicts: "{norm}：低于配备比例的有{a}个，按人数计缺人的有{b}个，因人数逐社区取整计算。",
  },
  "zh-TW": {
    notCompared: "{norm}：未作對照：{reason}",
    unmeasured: "沒有指標或變數衡量{subject}",
    underNorm: "{subject}本身須依標準得出",
    notAsked: "所選指標中沒有{indicators}",
    noColumn: "缺少{list}",
    anotherPopulation: "該標準所指人口的計算基礎不同（{population}）",
    noneCompared: "指定的標準均未能對照。",
    validity: "{norm}：有效期間{dates}，不含{periods}，仍作對照，僅供參考",
    fromUntil: "{from}至{to}",
    from: "自{from}起",
    until: "至{to}止",
    country: "{norm}：係中國大陸標準，表中地區似不在其內，仍作對照，僅供參考",
    verdicts: "{norm}：低於配置比例的有{a}個，按人數計缺人的有{b}個，因人數逐社區取整計算。",
  },
};

export const normStateWordsOf = (language: Language): NormStateWords => words[language];
