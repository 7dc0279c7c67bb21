import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { figureAt, roundingTolerance, same } from "./figures-compared.ts";

function* run(evidence: Evidence): Generator<Fault> {
  const [funds, personnel, office] = ["funds", "funds_personnel", "funds_office"].map((id) =>
    evidence.recorded(id),
  );
  if (!funds || !personnel || !office) return;
  const tolerance = roundingTolerance(evidence, ["funds", "funds_personnel", "funds_office"], 2);
  for (let index = 0; index < evidence.size; index++) {
    const [total, wages, running] = [
      figureAt(funds, index),
      figureAt(personnel, index),
      figureAt(office, index),
    ];
    if (total === undefined || wages === undefined || running === undefined) continue;
    const sum = wages + running;
    // A single part above the whole is told as such.
    if (sum <= total || same(sum, total, tolerance) || wages > total || running > total) continue;
    yield {
      index,
      variable: "funds",
      args: {
        area: evidence.subject(index).area.name,
        funds: total,
        personnel: wages,
        office: running,
        sum,
      },
    };
  }
}

export const fundsParts = defineCheck({
  code: "CDJ408",
  name: "funds-parts",
  severity: "error",
  scope: "area",
  title: {
    en: "Personnel and office funds exceed the funds",
    "zh-CN": "人员经费与办公经费之和大于经费总额",
    "zh-TW": "人事費與辦公經費之和大於經費總額",
  },
  message: {
    en: "“{area}”: personnel {personnel} and office {office} make {sum} yuan, more than the funds of {funds} yuan",
    "zh-CN":
      "“{area}”：人员经费{personnel}元与办公经费{office}元合计{sum}元，大于经费总额{funds}元",
    "zh-TW":
      "「{area}」：人事費{personnel}元與辦公經費{office}元合計{sum}元，大於經費總額{funds}元",
  },
  why: {
    en: "Both are parts of the funds and do not overlap, so together they cannot exceed them.",
    "zh-CN": "两者都是经费总额的一部分且互不重叠，合计不可能大于总额。",
    "zh-TW": "兩者都是經費總額的一部分且互不重疊，合計不可能大於總額。",
  },
  fix: {
    en: "Check the three cells and their units; if wages are paid from another budget, name that column otherwise.",
    "zh-CN": "请核对这三格及其单位；若人员工资另有来源，请改用别的列名。",
    "zh-TW": "請核對這三格及其單位；若人員薪資另有來源，請改用別的欄名。",
  },
  sample: { area: "社区01", funds: 30000, personnel: 18000, office: 14000, sum: 32000 },
  examples: {
    failing: "社区名称,经费总额(元),人员经费(元),办公经费(元)\n社区01,30000,18000,14000\n",
    passing: "社区名称,经费总额(元),人员经费(元),办公经费(元)\n社区01,30000,18000,10000\n",
  },
  run,
});
