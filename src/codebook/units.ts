import type { Text } from "../survey/language.ts";

/** A unit of measure. `sign` is printed after a figure or in a head; `title` names it in full. */
export interface Unit {
  readonly title: Text;
  readonly sign: Text;
}

const same = (text: string): Text => ({ en: text, "zh-CN": text, "zh-TW": text });
const unit = (title: Text, sign: Text = title): Unit => ({ title, sign });

/** Base units of variables, then units of indicators. The ids are those of the JSON output. */
export const units = {
  person: unit({ en: "persons", "zh-CN": "人", "zh-TW": "人" }),
  household: unit({ en: "households", "zh-CN": "户", "zh-TW": "戶" }),
  "m²": unit({ en: "square metres", "zh-CN": "平方米", "zh-TW": "平方公尺" }, same("m²")),
  "km²": unit({ en: "square kilometres", "zh-CN": "平方公里", "zh-TW": "平方公里" }, same("km²")),
  yuan: unit({ en: "yuan", "zh-CN": "元", "zh-TW": "元" }),
  "yuan/year": unit({ en: "yuan per year", "zh-CN": "元/年", "zh-TW": "元/年" }),
  "yuan/month": unit({ en: "yuan per month", "zh-CN": "元/月", "zh-TW": "元/月" }),
  organisation: unit({ en: "organisations", "zh-CN": "个", "zh-TW": "個" }),
  enterprise: unit({ en: "enterprises", "zh-CN": "家", "zh-TW": "家" }),
  building: unit({ en: "buildings", "zh-CN": "幢", "zh-TW": "棟" }),
  grid: unit({ en: "grids", "zh-CN": "个", "zh-TW": "個" }),
  occasion: unit({ en: "occasions", "zh-CN": "次", "zh-TW": "次" }),
  unit: unit({ en: "units", "zh-CN": "个", "zh-TW": "個" }),
  "yes-no": unit({ en: "yes/no", "zh-CN": "是/否", "zh-TW": "是/否" }, same("")),
  category: unit({ en: "category", "zh-CN": "类别", "zh-TW": "類別" }, same("")),
  community: unit({ en: "communities", "zh-CN": "个社区", "zh-TW": "個社區" }),
  "%": unit({ en: "per cent", "zh-CN": "百分比", "zh-TW": "百分比" }, same("%")),
  "‰": unit({ en: "per mille", "zh-CN": "千分比", "zh-TW": "千分比" }, same("‰")),
  "percentage points": unit({ en: "percentage points", "zh-CN": "个百分点", "zh-TW": "個百分點" }),
  "per-mille points": unit({ en: "per-mille points", "zh-CN": "个千分点", "zh-TW": "個千分點" }),
  year: unit({ en: "years", "zh-CN": "年", "zh-TW": "年" }),
  years: unit({ en: "years", "zh-CN": "岁", "zh-TW": "歲" }),
  class: unit({ en: "class", "zh-CN": "档", "zh-TW": "組別" }, same("")),
  index: unit({ en: "index", "zh-CN": "指数", "zh-TW": "指數" }, same("")),
  "persons per household": unit({
    en: "persons per household",
    "zh-CN": "人/户",
    "zh-TW": "人/戶",
  }),
  "persons per km²": unit({
    en: "persons per km²",
    "zh-CN": "人/平方公里",
    "zh-TW": "人/平方公里",
  }),
  "persons per 1,000": unit({ en: "persons per 1,000", "zh-CN": "人/千人", "zh-TW": "人/千人" }),
  "persons per 10,000": unit({ en: "persons per 10,000", "zh-CN": "人/万人", "zh-TW": "人/萬人" }),
  "males per 100 females": unit({
    en: "males per 100 females",
    "zh-CN": "女=100",
    "zh-TW": "女=100",
  }),
  "households per community": unit({
    en: "households per community",
    "zh-CN": "户/社区",
    "zh-TW": "戶/社區",
  }),
  "persons per community": unit({
    en: "persons per community",
    "zh-CN": "人/社区",
    "zh-TW": "人/社區",
  }),
  "persons per branch": unit({ en: "persons per branch", "zh-CN": "人/支部", "zh-TW": "人/支部" }),
  "households per worker": unit({
    en: "households per worker",
    "zh-CN": "户/人",
    "zh-TW": "戶/人",
  }),
  "residents per worker": unit({ en: "residents per worker", "zh-CN": "人/人", "zh-TW": "人/人" }),
  "m² per 100 households": unit({
    en: "m² per 100 households",
    "zh-CN": "m²/百户",
    "zh-TW": "m²/百戶",
  }),
  "m² per community": unit({ en: "m² per community", "zh-CN": "m²/社区", "zh-TW": "m²/社區" }),
  "yuan per resident": unit({ en: "yuan per resident", "zh-CN": "元/人", "zh-TW": "元/人" }),
  "yuan per household": unit({ en: "yuan per household", "zh-CN": "元/户", "zh-TW": "元/戶" }),
  "yuan per member": unit({ en: "yuan per member", "zh-CN": "元/人", "zh-TW": "元/人" }),
  "yuan per worker": unit({ en: "yuan per worker", "zh-CN": "元/人", "zh-TW": "元/人" }),
  "% per year": unit({ en: "% per year", "zh-CN": "%/年", "zh-TW": "%/年" }),
} as const satisfies Readonly<Record<string, Unit>>;

export type UnitId = keyof typeof units;

const known: Readonly<Record<string, Unit | undefined>> = units;

/** The unit of that id; a unit that the codebook does not know is its own sign in every language. */
export const unitOf = (id: string): Unit => known[id] ?? unit(same(id));
