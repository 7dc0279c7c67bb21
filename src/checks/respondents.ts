import { defineCheck } from "./define.ts";

export const respondents = defineCheck({
  code: "CDJ603",
  name: "respondents",
  severity: "error",
  scope: "file",
  title: {
    en: "Rows that are single persons",
    "zh-CN": "每行是一个人",
    "zh-TW": "每列是一個人",
  },
  message: {
    en: "Each row is one person or one answer sheet[ ({heads})]; nothing of them is read or printed",
    "zh-CN": "每行是一个人或一份答卷[（{heads}）]，其内容不读取，也不显示",
    "zh-TW": "每列是一個人或一份問卷[（{heads}）]，其內容不讀取，也不顯示",
  },
  why: {
    en: "cdj works on counts by area. The first row of each community would be taken for the community, and answers of single persons do not belong in a report or the log of a build.",
    "zh-CN":
      "本工具只处理按地区汇总的数字：若照常读取，每个社区的第一行会被当作整个社区；个人的回答也不应出现在报告或构建日志中。",
    "zh-TW":
      "本工具只處理按地區彙總的數字：若照常讀取，每個社區的第一列會被當作整個社區；個人的回答也不應出現在報告或建置紀錄中。",
  },
  fix: {
    en: "Count the rows by community first, with a pivot table[ over “{area}”]: a row for each community, a column for each count.",
    "zh-CN": "请先按社区计数，例如用数据透视表[（以“{area}”为行）]：每个社区一行，每种人数一列。",
    "zh-TW": "請先依社區計數，例如用樞紐分析表[（以「{area}」為列）]：每個社區一列，每種人數一欄。",
  },
  sample: { heads: ["答卷编号", "年龄", "性别"], area: "社区" },
  examples: {
    failing:
      "答卷编号,社区名称,年龄,性别,政治面貌\n1,社区01,34,男,群众\n2,社区02,52,女,党员\n3,社区01,67,女,群众\n",
    passing: "社区名称,常住人口\n社区01,16000\n社区02,12000\n",
  },
});
