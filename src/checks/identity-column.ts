import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const identityColumn = defineCheck({
  code: codes.identityColumn,
  name: "identity-column",
  severity: "error",
  scope: "file",
  title: {
    en: "Column that identifies persons",
    "zh-CN": "含有个人身份信息的列",
    "zh-TW": "含有個人身分資料的欄",
  },
  message: {
    en: "The column “{header}” looks as if it named single persons ({identity})",
    "zh-CN": "“{header}”一列疑似个人身份信息（{identity}）",
    "zh-TW": "「{header}」一欄疑似個人身分資料（{identity}）",
  },
  why: {
    en: "cdj works on counts by area. Names, id numbers and telephone numbers do not belong in a table that is passed on, nor in the log of a build; their values are never printed.",
    "zh-CN":
      "本工具只处理按地区汇总的数字。姓名、身份证号、电话号码不应出现在对外传送的表格或构建日志中；这些值一律不予显示。",
    "zh-TW":
      "本工具只處理按地區彙總的數字。姓名、身分證字號、電話號碼不應出現在對外傳送的表格或建置紀錄中；這些值一律不予顯示。",
  },
  fix: {
    en: "Take the column out of the table, or count its rows by community first.",
    "zh-CN": "请从表中删去该列，或先按社区汇总成人数。",
    "zh-TW": "請從表中刪去該欄，或先依社區彙總成人數。",
  },
  sample: { header: "身份证号", identity: "resident-id" },
  examples: {
    failing: "社区名称,常住人口,身份证号\n社区01,16000,11010519491231002X\n",
    passing: "社区名称,常住人口\n社区01,16000\n",
  },
});
