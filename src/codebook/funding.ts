import { defineVariable } from "./define.ts";

const yearly = { kind: "money", unit: "yuan", parts: "sum", noneMeans: "missing" } as const;

/** Money, in yuan a year; wages by the month. */
export const funding = [
  defineVariable({
    id: "funds",
    title: { en: "Annual funds", "zh-CN": "经费总额", "zh-TW": "經費總額" },
    ...yearly,
    aliases: [
      "经费",
      "年经费",
      "年度经费",
      "工作经费",
      "社区工作经费",
      "总经费",
      "经费合计",
      "total funds",
      "funding",
    ],
  }),
  defineVariable({
    id: "party_funds",
    title: { en: "Party-work funds", "zh-CN": "党建经费", "zh-TW": "黨建經費" },
    ...yearly,
    aliases: ["党建工作经费", "党组织活动经费", "党组织工作经费", "活动经费", "党员活动经费"],
  }),
  defineVariable({
    id: "funds_service",
    title: { en: "Mass-service fund", "zh-CN": "服务群众专项经费", "zh-TW": "為民服務經費" },
    ...yearly,
    aliases: ["为民服务专项经费", "为民服务经费", "服务群众经费", "惠民资金", "service fund"],
    plausible: { min: 50_000, max: 2_000_000 },
  }),
  defineVariable({
    id: "funds_office",
    title: { en: "Office funds", "zh-CN": "办公经费", "zh-TW": "辦公經費" },
    ...yearly,
    aliases: ["办公费", "公用经费", "办公费用"],
    partOf: ["funds"],
  }),
  defineVariable({
    id: "funds_personnel",
    title: { en: "Personnel funds", "zh-CN": "人员经费", "zh-TW": "人事費" },
    ...yearly,
    aliases: ["人头经费", "工资支出", "人员支出", "personnel", "personnel costs"],
    partOf: ["funds"],
  }),
  defineVariable({
    id: "monthly_wage",
    title: { en: "Monthly wage per worker", "zh-CN": "月工资", "zh-TW": "月薪資" },
    kind: "money",
    unit: "yuan/month",
    aliases: [
      "月补贴",
      "生活补贴",
      "人均补贴(元/月)",
      "补贴(元/月)",
      "工资(元/月)",
      "月平均工资",
      "平均月工资",
      "人均月工资",
      "月人均工资",
      "月薪资",
      "待遇",
      "monthly allowance",
      "wage (yuan/month)",
      "monthly wage/allowance per worker",
    ],
    parts: "same",
    plausible: { min: 100, max: 20_000 },
    noneMeans: "missing",
  }),
] as const;
