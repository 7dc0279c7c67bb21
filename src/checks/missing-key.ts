import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const missingKey = defineCheck({
  code: codes.missingKey,
  name: "missing-key",
  severity: "error",
  scope: "row",
  title: {
    en: "Figures without their area or period",
    "zh-CN": "数据缺少归属",
    "zh-TW": "資料缺少歸屬",
  },
  message: {
    en: "The {key} is missing: these figures belong nowhere",
    "zh-CN": "缺少{key}，数据无从归属",
    "zh-TW": "缺少{key}，資料無從歸屬",
  },
  why: {
    en: "A row without its area can be put beside no other file, compared with nothing and found by nobody; a community may be missing from the count.",
    "zh-CN": "不知属于哪个地区的数据，既不能与其他文件合并，也无从比较和核对，还可能少算一个社区。",
    "zh-TW": "不知屬於哪個地區的資料，既不能與其他檔案合併，也無從比較和核對，還可能少算一個社區。",
  },
  fix: {
    en: 'Fill in the cell; if a column holds it under another header, name that one: --map "HEADER={key:id}".',
    "zh-CN": '请补填该单元格；若另有一列是此内容，请指明：--map "表头={key:id}"。',
    "zh-TW": '請補填該儲存格；若另有一欄是此內容，請指明：--map "欄名={key:id}"。',
  },
  sample: { key: "area" },
  examples: {
    failing: "社区名称,常住人口\n社区01,16000\n,9000\n",
    passing: "社区名称,常住人口\n社区01,16000\n社区02,9000\n",
  },
});
