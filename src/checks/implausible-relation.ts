import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { figureAt, significant } from "./figures-compared.ts";

/** A figure lies, as a rule, within a multiple of another one. */
interface Relation {
  readonly variable: string;
  readonly other: string;
  /** At most, or at least, so many of `variable` to one of `other`. */
  readonly most?: number;
  readonly least?: number;
}

/** domain: the codebook's soft bounds between two columns. */
const relations: readonly Relation[] = [
  { variable: "registered_residents", other: "residents", most: 1.5 },
  { variable: "floating_population", other: "registered_residents", most: 5 },
  { variable: "managed_population", other: "residents", least: 1 },
  { variable: "managed_population", other: "registered_residents", least: 1 },
  { variable: "dibao_persons", other: "dibao_households", least: 1 },
  { variable: "members", other: "residents", most: 0.5 },
  { variable: "members_new", other: "members", most: 0.05 },
  { variable: "office_area", other: "households", most: 10 },
  { variable: "facility_area", other: "office_area", least: 1 },
];

/** Below so many a share of five per cent is a matter of one person. */
const smallest = 20;

function* run(evidence: Evidence): Generator<Fault> {
  for (const { variable, other, most, least } of relations) {
    const values = evidence.recorded(variable);
    const others = evidence.recorded(other);
    if (!values || !others) continue;
    for (let index = 0; index < evidence.size; index++) {
      const [value, base] = [figureAt(values, index), figureAt(others, index)];
      if (value === undefined || base === undefined || base <= 0) continue;
      const fits =
        (most === undefined ||
          value <= Math.max(most * base, variable === "members_new" && base < smallest ? 1 : 0)) &&
        (least === undefined || value >= least * base);
      if (fits) continue;
      const args = {
        area: evidence.subject(index).area.name,
        variable,
        other,
        value,
        base,
        ratio: significant(value / base, 3),
      };
      yield {
        index,
        variable,
        args: { ...args, ...(most === undefined ? { least: least as number } : { most }) },
      };
    }
  }
}

export const implausibleRelation = defineCheck({
  code: "CDJ423",
  name: "implausible-relation",
  severity: "warning",
  scope: "area",
  title: {
    en: "Two figures hardly fit together",
    "zh-CN": "两项数字之间关系异常",
    "zh-TW": "兩項數字之間關係異常",
  },
  message: {
    en: "“{area}”: {variable} {value}, {other} {base}: {ratio} to one[, usually {most} at most][, usually {least} at least]",
    "zh-CN":
      "“{area}”：{variable}为{value}，{other}为{base}，前者是后者的{ratio}倍[，通常不超过{most}倍][，通常不低于{least}倍]",
    "zh-TW":
      "「{area}」：{variable}為{value}，{other}為{base}，前者是後者的{ratio}倍[，通常不超過{most}倍][，通常不低於{least}倍]",
  },
  why: {
    en: "The two are bound together in nearly every community; where they are not, a digit, a unit or the basis is often wrong.",
    "zh-CN": "这两项在绝大多数社区都有固定的大小关系；不符时，多半是多写一位、单位有误或口径不同。",
    "zh-TW":
      "這兩項在絕大多數社區都有固定的大小關係；不符時，多半是多寫一位、單位有誤或計算基礎不同。",
  },
  fix: {
    en: "Check both cells against the source; where they are right, leave them: the bound is soft and removes nothing.",
    "zh-CN": "请与原始资料核对这两格；若无误则不必改动：这只是提醒，不会删去任何数据。",
    "zh-TW": "請與原始資料核對這兩格；若無誤則不必更動：這只是提醒，不會刪去任何資料。",
  },
  sample: {
    area: "社区01",
    variable: "members",
    other: "residents",
    value: 8400,
    base: 16000,
    ratio: 0.525,
    most: 0.5,
    least: "",
  },
  examples: {
    failing: "社区名称,常住人口,户籍人口\n社区01,6000,9600\n",
    passing: "社区名称,常住人口,户籍人口\n社区01,6000,8400\n",
  },
  run,
});
