import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const areasUnmatched = defineCheck({
  code: codes.areasUnmatched,
  name: "areas-unmatched",
  severity: "error",
  scope: "survey",
  title: {
    en: "Tables whose areas do not match",
    "zh-CN": "各表地区无法对应",
    "zh-TW": "各表地區無法對應",
  },
  message: {
    en: "{file}: of its areas ({areas}), {matched} are found in the other tables; not joined with them, and no figure that needs both is given. Side by side: {pairs}",
    "zh-CN":
      "{file} 的{areas}个地区中只有{matched}个见于其他表，未予合并，不计算需要两表的指标。对照：{pairs}",
    "zh-TW":
      "{file} 的{areas}個地區中只有{matched}個見於其他表，未予合併，不計算需要兩表的指標。對照：{pairs}",
  },
  why: {
    en: "A table of other variables is meant for the same areas. Where fewer than half of the names are found again, they are written otherwise throughout, or the tables are of different places; joined all the same, every area would have half of its figures and the number of areas would be wrong.",
    "zh-CN":
      "其他部门的表通常针对同一批地区。名称相符的不到一半，说明写法普遍不同，或根本不是同一批地区；硬行合并，每个地区只有一部分数字，地区个数也不对。",
    "zh-TW":
      "其他部門的表通常針對同一批地區。名稱相符的不到一半，說明寫法普遍不同，或根本不是同一批地區；硬行合併，每個地區只有一部分數字，地區個數也不對。",
  },
  fix: {
    en: "Write the names as in the other tables, add a column of codes to both, or analyse the tables apart.",
    "zh-CN": "请按其他表统一名称，或在各表中加上代码列，或分别分析各表。",
    "zh-TW": "請按其他表統一名稱，或在各表中加上代碼欄，或分別分析各表。",
  },
  sample: { file: "组织.csv", areas: 3, matched: 0, pairs: ["一支部 ≠ 柳浪社区"] },
  examples: {
    failing: [
      "社区名称,常住人口\n城东社区,16000\n城西社区,9000\n",
      "社区名称,党员数\n滨河社区,89\n学府社区,70\n",
    ],
    passing: [
      "社区名称,常住人口\n城东社区,16000\n城西社区,9000\n",
      "社区名称,党员数\n城西社区,89\n城东社区,70\n",
    ],
  },
});
