import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { figureAt, significant } from "./figures-compared.ts";

/** Insurance, bonuses and staff who came or left in the year make up so much. */
const tolerance = 0.3;

function* run(evidence: Evidence): Generator<Fault> {
  const [personnel, workers, wage, funds] = [
    "funds_personnel",
    "workers",
    "monthly_wage",
    "funds",
  ].map((id) => evidence.recorded(id));
  if (!workers || !wage) return;
  for (let index = 0; index < evidence.size; index++) {
    const [persons, monthly] = [figureAt(workers, index), figureAt(wage, index)];
    if (persons === undefined || monthly === undefined || !(persons > 0 && monthly > 0)) continue;
    const bill = persons * monthly * 12;
    const args = {
      area: evidence.subject(index).area.name,
      workers: persons,
      wage: monthly,
      bill: significant(bill, 12),
    };
    const spent = personnel && figureAt(personnel, index);
    const all = funds && figureAt(funds, index);
    if (spent !== undefined) {
      if (Math.abs(spent - bill) > tolerance * bill)
        yield {
          index,
          variable: "funds_personnel",
          args: { ...args, personnel: spent, funds: "" },
        };
    }
    // Personnel is a part of the funds: where it is not told, wages must still go into the whole.
    else if (all !== undefined && bill > (1 + tolerance) * all)
      yield { index, variable: "funds", args: { ...args, personnel: "", funds: all } };
  }
}

export const wageBill = defineCheck({
  code: "CDJ424",
  name: "wage-bill",
  severity: "warning",
  scope: "area",
  title: {
    en: "Personnel funds do not fit the wages",
    "zh-CN": "人员经费与工资不符",
    "zh-TW": "人事費與薪資不符",
  },
  message: {
    en: "“{area}”: [personnel funds are {personnel} yuan][the funds are {funds} yuan in all], but {workers} workers × {wage} yuan × 12 months are {bill} yuan",
    "zh-CN":
      "“{area}”：[人员经费{personnel}元][经费总额{funds}元]，而{workers}人×月工资{wage}元×12个月为{bill}元",
    "zh-TW":
      "「{area}」：[人事費{personnel}元][經費總額{funds}元]，而{workers}人×月薪資{wage}元×12個月為{bill}元",
  },
  why: {
    en: "Wages make up most of the personnel funds, which are part of all funds: more than 30 per cent apart, or above the whole, one of the three is in another unit or for another time.",
    "zh-CN":
      "人员经费主要是工资，又是经费总额的一部分：相差超过百分之三十，或工资大于总额，说明三者之一单位或时间不同，或工资另有来源。",
    "zh-TW":
      "人事費主要是薪資，又是經費總額的一部分：相差超過百分之三十，或薪資大於總額，表示三者之一單位或時間不同，或薪資另有來源。",
  },
  fix: {
    en: "Check the units of the three cells (元 or 万元, a month or a year) and the number of workers paid from these funds.",
    "zh-CN": "请核对三格的单位（元或万元、按月或按年），以及由该经费支付的人数。",
    "zh-TW": "請核對三格的單位（元或萬元、按月或按年），以及由該經費支付的人數。",
  },
  sample: { area: "社区01", personnel: 1800, funds: "", workers: 3, wage: 500, bill: 18000 },
  examples: {
    failing: "社区名称,工作人员数,月工资(元/月),人员经费(元)\n社区01,3,500,1800\n",
    passing: "社区名称,工作人员数,月工资(元/月),人员经费(元)\n社区01,3,500,20000\n",
  },
  run,
});
