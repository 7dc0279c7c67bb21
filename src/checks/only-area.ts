import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const onlyArea = defineCheck({
  code: codes.onlyArea,
  name: "only-area",
  severity: "note",
  scope: "file",
  title: {
    en: "A table of one area",
    "zh-CN": "只有一个地区的表格",
    "zh-TW": "只有一個地區的表格",
  },
  message: {
    en: "No column names the area: all rows are taken as those of one, “{name}”",
    "zh-CN": "没有表示地区的列：所有行都作为同一个地区“{name}”读取",
    "zh-TW": "沒有表示地區的欄位：所有列都作為同一個地區「{name}」讀取",
  },
  why: {
    en: "The rows are told apart by age, sex, year or indicator alone, no two of them alike, so that they are those of one area. It is called after the title, the sheet or the file; where none of them names it, the survey.",
    "zh-CN":
      "各行只以年龄、性别、年份或指标相区分，没有重复，因此属于同一个地区。其名称取自标题、工作表名或文件名；都没有时称为“本调查”。",
    "zh-TW":
      "各列只以年齡、性別、年份或指標相區分，沒有重複，因此屬於同一個地區。其名稱取自標題、工作表名稱或檔名；都沒有時稱為「本調查」。",
  },
  fix: {
    en: "Nothing needs mending. To name the area, put it into the title or add a column 社区名称 (Area).",
    "zh-CN": "不必处理。若要写明地区，请写在标题中，或增加“社区名称”一列。",
    "zh-TW": "不必處理。若要寫明地區，請寫在標題中，或增加「村里名稱」一欄。",
  },
  sample: { name: "青溪镇", of: "caption" },
  examples: {
    failing:
      "性别,年龄,人口\n男,0-14岁,900\n女,0-14岁,800\n男,15岁及以上,4150\n女,15岁及以上,4150\n",
    passing: "社区名称,0-14岁,15-59岁,60岁及以上\n社区01,1700,6400,1900\n",
  },
});
