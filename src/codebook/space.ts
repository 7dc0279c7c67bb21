import { defineVariable } from "./define.ts";

const floor = { kind: "area", unit: "m²", parts: "sum", noneMeans: "zero" } as const;

/** Rooms, and whose they are. */
export const space = [
  defineVariable({
    id: "office_area",
    title: { en: "Office floor space", "zh-CN": "办公用房面积", "zh-TW": "辦公用房面積" },
    ...floor,
    aliases: [
      "办公面积",
      "办公用房",
      "办公场所面积",
      "用房面积",
      "㎡",
      "平方米",
      "平米",
      "m2",
      "office space",
      "office floor area",
    ],
    ambiguous: ["社区用房", "面积", "area"],
    plausible: { min: 0, max: 5000 },
  }),
  defineVariable({
    id: "activity_area",
    title: { en: "Activity space", "zh-CN": "活动场所面积", "zh-TW": "活動場所面積" },
    ...floor,
    aliases: [
      "活动场所",
      "活动用房",
      "活动室面积",
      "活动室",
      "活动面积",
      "党员活动室",
      "居民活动用房",
      "activity floor space",
    ],
    ambiguous: ["面积", "area"],
    partOf: ["facility_area"],
  }),
  defineVariable({
    id: "facility_area",
    title: {
      en: "Floor space of service facilities",
      "zh-CN": "综合服务设施面积",
      "zh-TW": "綜合服務設施面積",
    },
    ...floor,
    aliases: [
      "社区用房总面积",
      "服务设施面积",
      "党群服务中心面积",
      "党群服务中心",
      "综合服务设施",
      "service facility total",
      "facility floor space",
    ],
    ambiguous: ["社区用房", "面积", "area"],
  }),
  defineVariable({
    id: "space_tenure",
    title: { en: "Tenure of premises", "zh-CN": "产权性质", "zh-TW": "產權性質" },
    kind: "category",
    unit: "category",
    aliases: [
      "产权",
      "租赁",
      "租借",
      "借",
      "用房性质",
      "房屋产权",
      "办公用房产权",
      "办公用房产权性质",
      "用房产权",
      "tenure",
    ],
    parts: "same",
    noneMeans: "missing",
    values: [
      {
        id: "own",
        title: { en: "own", "zh-CN": "自有", "zh-TW": "自有" },
        spellings: ["自有", "自有产权", "产权自有", "有产权", "自建", "owned"],
      },
      {
        id: "rented",
        title: { en: "rented", "zh-CN": "租用", "zh-TW": "租用" },
        spellings: ["租用", "租赁", "租", "承租", "rent"],
      },
      {
        id: "borrowed",
        title: { en: "borrowed", "zh-CN": "借用", "zh-TW": "借用" },
        spellings: ["借用", "借", "borrow"],
      },
      {
        id: "shared",
        title: { en: "shared", "zh-CN": "共建", "zh-TW": "共建" },
        spellings: ["共建", "共用", "共享"],
      },
      {
        id: "none",
        title: { en: "none", "zh-CN": "无", "zh-TW": "無" },
        spellings: ["无", "没有", "无用房"],
      },
    ],
  }),
  defineVariable({
    id: "space_rented",
    title: { en: "Premises are rented", "zh-CN": "是否租用", "zh-TW": "是否租用" },
    kind: "yes-no",
    unit: "yes-no",
    aliases: ["是否租赁", "是否租房", "办公用房是否租用", "rented"],
    parts: "same",
    noneMeans: "missing",
    note: {
      en: "Yes is the tenure “rented”; no leaves the tenure open.",
      "zh-CN": "“是”即产权性质为租用；“否”不能说明产权性质。",
      "zh-TW": "「是」即租用；「否」無法說明產權性質。",
    },
  }),
] as const;
