import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const identityNumber = defineCheck({
  code: codes.identityNumber,
  name: "identity-number",
  severity: "error",
  scope: "file",
  title: {
    en: "Number of a person in a name or header",
    "zh-CN": "名称或表头中含有个人号码",
    "zh-TW": "名稱或欄名中含有個人號碼",
  },
  message: {
    en: "In the {key} stands a number of a person ({identity})",
    "zh-CN": "{key}中含有个人号码（{identity}）",
    "zh-TW": "{key}中含有個人號碼（{identity}）",
  },
  why: {
    en: "Names of areas and headers print in every table, report and build log. An id or mobile number among them would be passed on with each; ‹redacted› prints in its place.",
    "zh-CN":
      "地区名称和表头会出现在各种表格、报告和构建日志中；其中的身份证号或手机号会随之外传，因此一律遮蔽。",
    "zh-TW":
      "地區名稱和欄名會出現在各種表格、報告和建置紀錄中；其中的身分證字號或手機號碼會隨之外傳，因此一律遮蔽。",
  },
  fix: {
    en: "Take the number out of the name or the header; where the rows are persons, count them by community first.",
    "zh-CN": "请从名称或表头中删去该号码；若每行是一个人，请先按社区汇总成人数。",
    "zh-TW": "請從名稱或欄名中刪去該號碼；若每列是一個人，請先依社區彙總成人數。",
  },
  sample: { key: "area", identity: "resident-id" },
  examples: {
    failing: "社区名称,常住人口(人)13800138000\n社区01,16000\n社区02,15000\n",
    passing: "社区名称,常住人口\n社区01,16000\n社区02,15000\n",
  },
});
