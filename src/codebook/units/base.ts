import type { Text } from "../../survey/language.ts";
import { dimension, type Powers, same, text, type Unit } from "./unit.ts";

type Reading = Pick<Unit, "spellings" | "standsFor">;

/** What is counted one by one: `one person`, `two persons`. */
const counted = (
  powers: Powers,
  one: string,
  many: string,
  chinese: string,
  reading: Reading = {},
): Unit => {
  const title = text(many, chinese);
  return {
    title,
    sign: { ...title, one },
    dimension: dimension(powers),
    decimals: 0,
    kind: "counted",
    ...reading,
  };
};

const area = (
  title: Text,
  sign: string,
  rest: Pick<Unit, "dimension" | "decimals" | "spellings" | "standsFor">,
) =>
  ({
    title,
    sign: same(sign),
    prose: { ...title, en: sign },
    kind: "measure",
    ...rest,
  }) as const satisfies Unit;

/** Money that flows: a sentence says yuan, for the name of the figure says of which time. */
const money = (title: Text, factor: number, rest: Reading): Unit => ({
  title,
  sign: title,
  prose: text("yuan", "元"),
  dimension: dimension({ yuan: 1 }, factor),
  decimals: 0,
  kind: "measure",
  ...rest,
});

/** Base units of variables. Money is yuan, of a year where it flows: a monthly figure is the twelfth of it. Area is m². */
export const baseUnits = {
  person: counted({ person: 1 }, "person", "persons", "人", {
    spellings: ["人", "名", "口", "位", "person", "persons", "people"],
  }),
  household: counted({ household: 1 }, "household", "households", "户|戶", {
    spellings: ["户", "household", "households", "hh"],
    standsFor: { enterprise: 0 },
  }),
  "m²": area(text("square metres", "平方米|平方公尺"), "m²", {
    dimension: dimension({ "m²": 1 }),
    decimals: 0,
    standsFor: { "km²": -6 },
    spellings: [
      ...["平方米", "平米", "m²", "m2", "m^2", "sqm", "sq.m", "sq.m."],
      ...["squaremetres", "squaremeters", "squaremetre", "squaremeter"],
    ],
  }),
  "km²": area(text("square kilometres", "平方公里"), "km²", {
    dimension: dimension({ "m²": 1 }, 1e-6),
    decimals: 2,
    standsFor: { "m²": 6 },
    spellings: [
      ...["平方公里", "平方千米", "km²", "km2", "km^2", "sqkm", "sq.km", "sq.km."],
      ...["squarekilometres", "squarekilometers", "squarekilometre"],
    ],
  }),
  yuan: {
    title: text("yuan", "元"),
    sign: text("yuan", "元"),
    dimension: dimension({ yuan: 1 }),
    decimals: 0,
    kind: "measure",
    spellings: ["元", "元人民币", "人民币元", "圆", "yuan", "rmb", "cny", "¥"],
    standsFor: { "yuan/month": 0 },
  },
  "yuan/year": money(text("yuan per year", "元/年"), 1, {
    spellings: ["元/年", "元每年", "yuan/year", "yuanperyear", "yuanayear"],
    standsFor: { yuan: 0 },
  }),
  "yuan/month": money(text("yuan per month", "元/月"), 1 / 12, {
    spellings: [
      ...[
        "元/月",
        "元每月",
        "元/人·月",
        "元/人月",
        "元/人/月",
        "元/月·人",
        "元/月/人",
        "元/(人·月)",
      ],
      ...["yuan/month", "yuanpermonth", "yuanamonth", "cny/month", "rmb/month"],
    ],
  }),
  organisation: counted({ organisation: 1 }, "organisation", "organisations", "个|個"),
  enterprise: counted({ enterprise: 1 }, "enterprise", "enterprises", "家", {
    spellings: ["家", "enterprise", "enterprises"],
    standsFor: { unit: 0, organisation: 0 },
  }),
  building: counted({ building: 1 }, "building", "buildings", "幢|棟", {
    spellings: ["幢", "栋", "座", "building", "buildings"],
  }),
  grid: counted({ grid: 1 }, "grid", "grids", "个|個"),
  occasion: counted({ occasion: 1 }, "occasion", "occasions", "次", {
    spellings: ["次", "场", "场次", "time", "times", "occasion", "occasions"],
  }),
  community: counted({ community: 1 }, "community", "communities", "个社区|個社區"),
  /** 个 counts anything countable. */
  unit: {
    title: text("units", "个|個"),
    sign: { ...text("units", "个|個"), one: "unit" },
    decimals: 0,
    kind: "counted",
    spellings: ["个", "unit", "units"],
  },
  /** A yes counts one community. */
  "yes-no": {
    title: text("yes/no", "是/否"),
    sign: same(""),
    dimension: dimension({ community: 1 }),
    decimals: 0,
    kind: "none",
  },
  category: { title: text("category", "类别|類別"), sign: same(""), decimals: 0, kind: "none" },
  "%": {
    title: text("per cent", "百分比"),
    sign: same("%"),
    dimension: dimension({}, 100),
    decimals: 1,
    kind: "measure",
    spellings: ["%", "百分比", "百分之", "percent", "pct"],
  },
  "‰": {
    title: text("per mille", "千分比"),
    sign: same("‰"),
    dimension: dimension({}, 1000),
    decimals: 2,
    kind: "measure",
    spellings: ["‰", "千分比", "permille", "permil"],
  },
  years: {
    title: text("years", "岁|歲"),
    sign: { ...text("years", "岁|歲"), one: "year" },
    decimals: 2,
    kind: "measure",
    spellings: ["岁", "周岁"],
  },
} as const satisfies Readonly<Record<string, Unit>>;
