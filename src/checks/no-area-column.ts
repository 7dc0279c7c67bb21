import { defineCheck } from "./define.ts";

export const noAreaColumn = defineCheck({
  code: "CDJ210",
  name: "no-area-column",
  severity: "error",
  scope: "file",
  title: {
    en: "No column names the area",
    "zh-CN": "没有表示地区的列",
    "zh-TW": "沒有表示地區的欄位",
  },
  message: {
    en: "No column names the area. Seen: {seen}",
    "zh-CN": "没有表示地区的列，现有：{seen}",
    "zh-TW": "沒有表示地區的欄位，現有：{seen}",
  },
  why: {
    en: "Every figure belongs to a community, street or district; without its name or code rows cannot be told apart.",
    "zh-CN": "每个数字都属于某个社区、街道或区县；没有名称或代码，各行就无法区分。",
    "zh-TW": "每個數字都屬於某個村里、社區或鄉鎮市區；沒有名稱或代碼，各列就無法區分。",
  },
  fix: {
    en: 'Give the column a header such as 社区名称[; if “{first}” is the community: --map "{first:word}=area"].',
    "zh-CN":
      '请将该列命名为“社区名称”之类的表头[；如果“{first}”就是社区名称：--map "{first:word}=area"]。',
    "zh-TW":
      '請將該欄命名為「村里名稱」之類的欄名[；如果「{first}」就是村里或社區名稱：--map "{first:word}=area"]。',
  },
  sample: { seen: ["填报者", "户数"], first: "填报者" },
  examples: {
    failing: "填报者,户数,常住人口\n社区01,5483,16000\n",
    passing: "社区名称,户数,常住人口\n社区01,5483,16000\n",
  },
});
