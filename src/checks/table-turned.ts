import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const tableTurned = defineCheck({
  code: codes.tableTurned,
  name: "table-turned",
  severity: "note",
  scope: "file",
  title: { en: "Areas across the columns", "zh-CN": "地区横向排列", "zh-TW": "地區橫向排列" },
  message: {
    en: "Read with its areas across the columns: {n} {n|area|areas}, {items} {items|indicator|indicators} down the rows",
    "zh-CN": "按地区横向排列读取：{n}个地区，{items}行指标",
    "zh-TW": "按地區橫向排列讀取：{n}個地區，{items}列指標",
  },
  why: {
    en: "The labels in the first column are indicators that the codebook knows, and the heads are names of areas (or years of one area). The table is read as if it were turned round: a row for each area. A column 合计 is kept aside as the total of the areas.",
    "zh-CN":
      "第一列的各项是变量目录中的指标，表头是地区名称（或同一地区的各年份）。读取时转置为每个地区一行；“合计”列作为各地区的合计另行核对。",
    "zh-TW":
      "第一欄的各項是變數目錄中的指標，欄名是地區名稱（或同一地區的各年份）。讀取時轉置為每個地區一列；「合計」欄作為各地區的合計另行核對。",
  },
  fix: {
    en: "Nothing needs mending. Where a head is no area, delete its column or name it 备注.",
    "zh-CN": "不必处理。若某列不是地区，请删去该列或改名为“备注”。",
    "zh-TW": "不必處理。若某欄不是地區，請刪去該欄或改名為「備註」。",
  },
  sample: { header: "指标", n: 13, items: 8 },
  examples: {
    failing: "指标,社区01,社区02\n户数,5280,3020\n常住人口,16000,9100\n党员数,89,61\n",
    passing: "社区名称,户数,常住人口,党员数\n社区01,5280,16000,89\n社区02,3020,9100,61\n",
  },
});
