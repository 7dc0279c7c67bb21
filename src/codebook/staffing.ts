import { defineVariable } from "./define.ts";

const person = { kind: "count", unit: "person", parts: "sum", noneMeans: "missing" } as const;

/** Those who work for the community. */
export const staffing = [
  defineVariable({
    id: "organisation_committee_size",
    title: { en: "Members of the party committee", "zh-CN": "班子成员", "zh-TW": "黨組織委員" },
    ...person,
    aliases: [
      "班子成员数",
      "班子人数",
      "党组织班子人数",
      "党组织班子成员",
      "支委人数",
      "party committee size",
    ],
    ambiguous: ["两委成员"],
    plausible: { min: 3, max: 11 },
  }),
  defineVariable({
    id: "committee_members",
    title: {
      en: "Members of the residents' committee",
      "zh-CN": "居委会成员",
      "zh-TW": "居委會成員",
    },
    ...person,
    aliases: [
      "居委会班子成员",
      "居委会成员数",
      "居委会人数",
      "居民委员会成员",
      "residents' committee",
    ],
    ambiguous: ["两委成员"],
    plausible: { min: 5, max: 9 },
  }),
  defineVariable({
    id: "workers",
    title: { en: "Community workers", "zh-CN": "工作人员数", "zh-TW": "工作人員數" },
    ...person,
    aliases: [
      "社区工作者",
      "社区工作者数",
      "社区工作人员",
      "专职人员",
      "专职工作人员",
      "在编人数",
      "工作人员",
      "worker",
      "staff",
      "community workers, all",
    ],
    ambiguous: ["社工"],
    plausible: { min: 0, max: 80 },
    note: {
      en: "All of them, those seconded or hired for a time included.",
      "zh-CN": "全部工作人员，含下派、临聘。",
      "zh-TW": "全部工作人員，含派駐、臨聘。",
    },
  }),
  defineVariable({
    id: "workers_posted",
    title: { en: "Seconded workers", "zh-CN": "下派/劳保人员", "zh-TW": "派駐人員" },
    ...person,
    aliases: [
      "下派人员",
      "劳保人员",
      "劳保",
      "含劳保",
      "公益岗",
      "公益性岗位",
      "临聘",
      "临聘人员",
      "seconded",
    ],
    partOf: ["workers"],
  }),
  defineVariable({
    id: "workers_licensed",
    title: { en: "Licensed social workers", "zh-CN": "持证社工", "zh-TW": "持照社工" },
    ...person,
    aliases: ["社会工作师", "持证人数", "持证社会工作者", "持证社区工作者", "licensed workers"],
    ambiguous: ["社工"],
    partOf: ["workers"],
  }),
  defineVariable({
    id: "grid_count",
    title: { en: "Grids", "zh-CN": "网格数", "zh-TW": "網格數" },
    kind: "count",
    unit: "grid",
    aliases: ["网格", "网格个数", "grids", "grid"],
    parts: "sum",
    noneMeans: "missing",
  }),
] as const;
