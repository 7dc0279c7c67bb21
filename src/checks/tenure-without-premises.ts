import { findVariable } from "../codebook/index.ts";
import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { figureAt } from "./figures-compared.ts";

function* run(evidence: Evidence): Generator<Fault> {
  const tenure = evidence.recorded("space_tenure");
  const office = evidence.recorded("office_area");
  const none = findVariable("space_tenure")?.values?.findIndex((value) => value.id === "none");
  if (!tenure || !office) return;
  for (let index = 0; index < evidence.size; index++) {
    const space = figureAt(office, index);
    if (figureAt(tenure, index) !== none || space === undefined || space <= 0) continue;
    yield {
      index,
      variable: "office_area",
      args: { area: evidence.subject(index).area.name, space },
    };
  }
}

export const tenureWithoutPremises = defineCheck({
  code: "CDJ418",
  name: "tenure-without-premises",
  severity: "warning",
  scope: "area",
  title: {
    en: "Floor space without premises",
    "zh-CN": "无用房却有面积",
    "zh-TW": "無用房卻有面積",
  },
  message: {
    en: "“{area}”: the tenure is “none”, yet the office has {space} m²",
    "zh-CN": "“{area}”：产权性质为“无”，办公用房面积却有{space}平方米",
    "zh-TW": "「{area}」：產權性質為「無」，辦公用房面積卻有{space}平方公尺",
  },
  why: {
    en: "“None” means that there are no premises at all. Rented and borrowed ones have an area, and are not owned.",
    "zh-CN": "“无”表示没有任何用房；租用、借用的用房有面积，只是不属自有。",
    "zh-TW": "「無」表示沒有任何用房；租用、借用的用房有面積，只是不屬自有。",
  },
  fix: {
    en: "Write 租用 or 借用 where the premises are rented or borrowed; else set the area to 0.",
    "zh-CN": "若用房是租来或借来的，请写“租用”或“借用”；否则面积填零。",
    "zh-TW": "若用房是租來或借來的，請寫「租用」或「借用」；否則面積填零。",
  },
  sample: { area: "乙社区", space: 60 },
  examples: {
    failing: "社区名称,办公用房面积(㎡),产权性质\n乙社区,60,无\n",
    passing: "社区名称,办公用房面积(㎡),产权性质\n乙社区,60,租用\n丁社区,0,无\n",
  },
  run,
});
