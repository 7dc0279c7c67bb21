import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const bandsRead = defineCheck({
  code: codes.bandsRead,
  name: "bands-read",
  severity: "note",
  scope: "file",
  title: {
    en: "Communities by ranges",
    "zh-CN": "按区间列出的社区数",
    "zh-TW": "依區間列出的社區數",
  },
  message: {
    en: "“{header}” is read as {n} {n|community|communities} of which only the range of {variable} is known",
    "zh-CN": "“{header}”按{n}个社区读取，只知各社区{variable}所在的区间",
    "zh-TW": "「{header}」按{n}個社區讀取，只知各社區{variable}所在的區間",
  },
  why: {
    en: "The table tells how many communities lie in each range (3 below 60 m², 4 from 60 to 100 m²). Each is read as a community with that range; sums, means and shortfalls are then ranges themselves. An edge that two ranges share belongs to the upper one.",
    "zh-CN":
      "表中只有各区间的社区个数（如60平方米以下3个，60～100平方米4个）。每个社区按其区间读取，合计、平均和缺口也以区间给出。两个区间共有的界限归上一组。",
    "zh-TW":
      "表中只有各區間的社區個數（如60平方公尺以下3個，60～100平方公尺4個）。每個社區按其區間讀取，合計、平均和缺口也以區間列出。兩個區間共有的界限歸上一組。",
  },
  fix: {
    en: 'If another figure is meant: --map "{header}=activity_area".',
    "zh-CN": '若所指为其他数据：--map "{header}=activity_area"。',
    "zh-TW": '若所指為其他資料：--map "{header}=activity_area"。',
  },
  sample: { header: "面积分组", variable: "office_area", n: 13 },
  examples: {
    failing:
      "办公用房面积分组,社区数\n60平方米以下,3\n60～100平方米,4\n100～200平方米,3\n500平方米以上,3\n",
    passing: "社区名称,办公用房面积(㎡)\n社区01,620\n社区02,500\n",
  },
});
