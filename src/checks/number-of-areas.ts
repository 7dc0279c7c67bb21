import { defineCheck } from "./define.ts";
import type { Evidence } from "./evidence.ts";

export const numberOfAreas = defineCheck({
  code: "CDJ513",
  name: "number-of-areas",
  severity: "error",
  scope: "survey",
  title: {
    en: "Number of areas is not the stated one",
    "zh-CN": "地区个数与所述不符",
    "zh-TW": "地區個數與所述不符",
  },
  message: {
    en: "“{text}” says {stated}, but the table has {areas} areas",
    "zh-CN": "“{text}”所述为{stated}个，而表中有{areas}个地区",
    "zh-TW": "「{text}」所述為{stated}個，而表中有{areas}個地區",
  },
  why: {
    en: "Areas that are left out silently change every total and every share (“10 of 13” is not “10 of 15”).",
    "zh-CN": "遗漏而未说明的地区会改变所有合计和比重（十三个中的十个，与十五个中的十个不同）。",
    "zh-TW": "遺漏而未說明的地區會改變所有合計和比重（十三個中的十個，與十五個中的十個不同）。",
  },
  fix: {
    en: "Add the rows that are missing, or correct the number; where some are left out on purpose, say which below the table.",
    "zh-CN": "请补上缺少的行，或改正所述个数；若有意不列入，请在表下注明是哪些。",
    "zh-TW": "請補上缺少的列，或更正所述個數；若有意不列入，請在表下註明是哪些。",
  },
  sample: { text: "金城镇15个社区居委会", stated: 15, areas: 13 },
  examples: {
    failing:
      "金城镇3个社区居委会情况表,,\n社区名称,户数,常住人口\n社区01,5483,16000\n社区02,5157,14853\n",
    passing:
      "金城镇2个社区居委会情况表,,\n社区名称,户数,常住人口\n社区01,5483,16000\n社区02,5157,14853\n",
  },
  *run(evidence: Evidence) {
    for (const { observations, statedAreas } of evidence.tables) {
      if (!statedAreas) continue;
      const areas = new Set(observations.map((index) => areaKey(evidence, index))).size;
      if (areas === 0 || statedAreas.count === areas) continue;
      yield {
        place: statedAreas.place,
        args: { text: statedAreas.text, stated: statedAreas.count, areas },
      };
    }
  },
});

function areaKey(evidence: Evidence, index: number): string {
  const { area } = evidence.subject(index);
  return area.code ?? JSON.stringify([area.parents, area.name]);
}
