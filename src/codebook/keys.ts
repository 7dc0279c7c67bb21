import type { Text } from "../survey/language.ts";
import { areaHead, RANK_OF_AREAS } from "./area-heads.ts";
import { headerKey } from "./header.ts";
import { toCodebookScript } from "./simplified.ts";
import type { ReadUnit } from "./unit-spellings.ts";

export type Key = "area" | "area_code" | "parent_area" | "period" | "level";

/** What a key column names. */
export const keyTitles: Readonly<Record<Key, Text>> = {
  area: { en: "Name of the area", "zh-CN": "地区名称", "zh-TW": "地區名稱" },
  area_code: { en: "Code of the area", "zh-CN": "地区代码", "zh-TW": "地區代碼" },
  parent_area: { en: "Unit that the area lies in", "zh-CN": "上级地区", "zh-TW": "上級地區" },
  period: { en: "Period", "zh-CN": "时间", "zh-TW": "時間" },
  level: { en: "Level of the area", "zh-CN": "地区层级", "zh-TW": "地區層級" },
};

/** Headers of the columns that say which area, when, and at which level; in simplified Chinese or English. */
export const keyAliases: Readonly<Record<Key, readonly string[]>> = {
  area: [
    ...[
      "社区",
      "社区名称",
      "社区名",
      "所在社区",
      "所属社区",
      "单位名称",
      "村里",
      "村里名称",
      "村里别",
      "村里名",
      "里别",
      "村别",
      "村名",
      "地区",
      "地区别",
      "里名",
      "里",
      "村",
      "村里社区",
      "地区名称",
    ],
    ...[
      "村(社区)",
      "社区(村)",
      "村社区",
      "村居",
      "村(居)",
      "村(居)名称",
      "行政村",
      "居委会",
      "村委会",
      "居委会名称",
      "居民委员会",
      "区域名称",
    ],
    ...[
      "community",
      "community name",
      "name of community",
      "area",
      "area name",
      "neighbourhood name",
      "village name",
      "ward",
      "village",
      "neighbourhood",
      "neighborhood",
    ],
  ],
  area_code: [
    "代码",
    "社区代码",
    "社区编码",
    "村里代码",
    "区划代码",
    "行政区划代码",
    "区域代码",
    "行政区域代码",
    "区域别代码",
    "村里代号",
    "行政区代码",
    "village code",
    "code",
    "area code",
    "community code",
  ],
  parent_area: [
    ...[
      "街道",
      "街道名称",
      "乡镇",
      "乡镇名称",
      "镇",
      "镇名称",
      "乡镇街道",
      "街道(乡镇)",
      "乡镇(街道)",
      "镇(街道)",
      "镇街",
      "所属街道",
      "所在街道",
      "所属乡镇",
      "所在乡镇",
    ],
    ...[
      "区域别",
      "区域",
      "区议会分区",
      "区别",
      "行政区",
      "行政区别",
      "行政区域",
      "乡镇别",
      "乡镇市区名称",
      "区名",
      "县市区别",
      "乡镇市区",
      "乡镇市区别",
      "区县",
      "县区",
      "县市区",
      "县市",
      "县市别",
      "市县",
      "所属区县",
      "区",
      "县",
      "市",
      "街镇",
    ],
    ...[
      "省",
      "省份",
      "省市",
      "省名",
      "省(区、市)",
      "省(自治区、直辖市)",
      "省区市",
      "省级",
      "地市",
      "地级市",
      "市州",
      "市(州)",
      "城市",
      "城市名称",
      "所在省份",
      "所属省份",
      "所在城市",
      "所属城市",
      "所在区县",
      "所属区",
      "所在区",
      "所属镇",
      "所在镇",
    ],
    ...[
      "province",
      "province name",
      "prefecture",
      "city name",
      "county name",
      "district name",
      "street name",
      "township name",
      "town name",
    ],
    ...["district", "street", "township", "town", "subdistrict", "parent area", "county", "city"],
  ],
  period: [
    ...[
      "年份",
      "年度",
      "统计年度",
      "统计年月",
      "统计年份",
      "统计时间",
      "统计期",
      "年月",
      "民国年",
      "资料时间",
      "资料日期",
      "年度别",
      "日期",
      "info_time",
      "民国年月",
      "年月日",
      "年别",
      "统计日期",
      "年底",
      "年底别",
      "月",
      "月别",
      "季",
      "季别",
      "时间",
      "季度",
      "月份",
      "期间",
      "年",
      "报告期",
      "数据时间",
      "调查年份",
      "资料年月",
    ],
    ...["year", "month", "quarter", "period", "date", "time"],
  ],
  level: ["级别", "层级", "行政级别", "区划级别", "level"],
};

/** Headers that name the parent where a column of villages stands beside them, else the area itself. */
const parentOrArea: readonly string[] = ["区域别", "区域"];

const ignored: readonly string[] = [
  "序号",
  "编号",
  "no.",
  "no",
  "号",
  "行号",
  "#",
  "serial",
  "s/n",
  "serial number",
];

/** Long tables: the column that says what the figure beside it counts. */
const items: Readonly<Record<"band" | "variable", readonly string[]>> = {
  band: [
    "年龄段",
    "年龄组",
    "年龄",
    "年龄别",
    "年龄层",
    "年龄组别",
    "年龄级",
    "年龄级距",
    "年龄区间",
    "年龄结构",
    "年龄组(岁)",
    "岁组",
    "岁数",
    "年龄分组",
    "性别",
    "age_band",
    "age_group",
    "age",
    "ages",
    "age_groups",
    "age_range",
    "age_class",
    "age_category",
    "age_bracket",
    "agegroup",
    "age_in_years",
    "age_years",
    "single_year_of_age",
    "sex",
    "sexes",
    "gender",
  ],
  variable: [
    "指标",
    "指标名称",
    "项目",
    "项目名称",
    "统计项目",
    "统计指标",
    "变量",
    "variable",
    "indicator",
    "item",
    "measure",
  ],
};

/** Long tables: the column of the figures. */
const values: readonly string[] = [
  "人数",
  "数量",
  "数值",
  "数目",
  "数",
  "值",
  "总数",
  "数据",
  "指标值",
  "count",
  "value",
  "number",
  "amount",
  "n",
];

/** Keys of rows finer than the community. */
const finer: readonly string[] = [
  ...[
    "支部名称",
    "党支部名称",
    "所属支部",
    "所在支部",
    "所属党支部",
    "支部名",
    "党小组名称",
    "网格名称",
    "网格编号",
    "网格名",
    "网格号",
    "所属网格",
    "网格代码",
  ],
  ...[
    "楼幢名称",
    "楼栋名称",
    "楼号",
    "幢号",
    "栋号",
    "楼幢号",
    "楼栋号",
    "楼栋编号",
    "门牌号",
    "小区",
    "小区名称",
    "所属小区",
    "居民小组",
    "小组名称",
    "邻",
    "邻别",
  ],
  ...[
    "户号",
    "户编号",
    "家庭编号",
    "户编码",
    "household id",
    "household no",
    "hhid",
    "branch name",
    "grid name",
    "grid id",
    "building name",
    "building no",
    "estate",
  ],
];

/** Headers of a count that, over a column of names, are such a key: the cells tell. */
const countOrFiner: readonly string[] = ["支部", "党支部", "党小组", "网格", "楼幢", "楼栋"];

/** What a header is apart from a variable or an age band. */
export type SpecialHead =
  /** `rank`: how fine the units are that it names; of two the finer lies in the other. */
  | {
      readonly kind: "key";
      readonly key: Key;
      readonly or?: "area";
      readonly rank?: number;
    }
  | { readonly kind: "item"; readonly item: "band" | "variable" }
  | { readonly kind: "value"; readonly unit?: ReadUnit }
  | { readonly kind: "finer" }
  | { readonly kind: "ignored" };

const aliasKey = (alias: string): string => headerKey(toCodebookScript(alias));
const special: ReadonlyMap<string, SpecialHead> = new Map(entries());
const countOrFinerKeys: ReadonlySet<string> = new Set(countOrFiner.map(aliasKey));

function* entries(): Iterable<[string, SpecialHead]> {
  for (const alias of ignored) yield [aliasKey(alias), { kind: "ignored" }];
  for (const alias of finer) yield [aliasKey(alias), { kind: "finer" }];
  for (const alias of values) yield [aliasKey(alias), { kind: "value" }];
  for (const item of ["band", "variable"] as const)
    for (const alias of items[item]) yield [aliasKey(alias), { kind: "item", item }];
  for (const key of Object.keys(keyAliases) as Key[]) {
    yield [aliasKey(key), { kind: "key", key }];
    for (const alias of keyAliases[key])
      yield [
        aliasKey(alias),
        { kind: "key", key, ...(parentOrArea.includes(alias) && { or: "area" }) },
      ];
  }
}

/** The head of that comparison key (see `headerKey`), whole: 地区生产总值 is no 地区. */
export function findSpecialHead(key: string): SpecialHead | undefined {
  const known = special.get(key);
  if (known && known.kind !== "key") return known;
  const of = areaHead(key);
  if (known) return of && isPlace(known.key) ? { ...known, rank: of.rank } : known;
  if (!of) return undefined;
  const { rank } = of;
  if (of.holds === "codes") return { kind: "key", key: "area_code", rank };
  return { kind: "key", key: rank >= RANK_OF_AREAS ? "area" : "parent_area", rank };
}

const isPlace = (key: Key): boolean =>
  key === "area" || key === "parent_area" || key === "area_code";

/** Whether a header that counts something may also name units finer than the community. */
export const mayBeFiner = (key: string): boolean => countOrFinerKeys.has(key);
