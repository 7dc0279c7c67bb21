import { extremesOf } from "../codebook/extremes.ts";
import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { figureAt } from "./figures-compared.ts";

function* run(evidence: Evidence): Generator<Fault> {
  const counted = evidence.recorded("communities");
  for (const variable of extremesOf) {
    const [total, least, most] = [variable, `${variable}_least`, `${variable}_most`].map((id) =>
      evidence.recorded(id),
    );
    if (!counted || !total || !least || !most) continue;
    for (let index = 0; index < evidence.size; index++) {
      const [n, sum, low, high] = [counted, total, least, most].map((series) =>
        figureAt(series, index),
      );
      if (n === undefined || sum === undefined || low === undefined || high === undefined || n < 1)
        continue;
      // One community has the least figure and one the greatest; the others lie between.
      const between = Math.max(0, n - 2);
      const from = n === 1 ? high : low + high + between * low;
      const to = n === 1 ? low : low + high + between * high;
      if (low <= high && sum >= from && sum <= to) continue;
      yield {
        index,
        variable,
        args: {
          area: evidence.subject(index).area.name,
          variable,
          n,
          total: sum,
          least: low,
          most: high,
          from,
          to,
        },
      };
    }
  }
}

export const impossibleSpread = defineCheck({
  code: "CDJ519",
  name: "impossible-spread",
  severity: "error",
  scope: "area",
  title: {
    en: "Total is impossible for so many communities",
    "zh-CN": "合计与社区数、最多、最少不符",
    "zh-TW": "合計與社區數、最多、最少不符",
  },
  message: {
    en: "“{area}”: {n} communities with {least} to {most} each cannot have {total} together ({variable}): only {from} to {to} are possible",
    "zh-CN":
      "“{area}”：{n}个社区最少{least}、最多{most}，{variable}合计不可能为{total}，只可能在{from}到{to}之间",
    "zh-TW":
      "「{area}」：{n}個社區最少{least}、最多{most}，{variable}合計不可能為{total}，只可能在{from}到{to}之間",
  },
  why: {
    en: "One community has the greatest figure, one the least, and the others lie between: the sum of all lies within limits that follow from these.",
    "zh-CN": "一个社区最多，一个社区最少，其余介于两者之间，由此可得合计的上下限。",
    "zh-TW": "一個社區最多，一個社區最少，其餘介於兩者之間，由此可得合計的上下限。",
  },
  fix: {
    en: "Check the four figures: the number of communities, the total, the greatest and the least.",
    "zh-CN": "请核对四个数：社区数、合计、最多和最少。",
    "zh-TW": "請核對四個數：社區數、合計、最多和最少。",
  },
  sample: {
    area: "金城镇",
    variable: "members",
    n: 13,
    total: 1200,
    least: 32,
    most: 89,
    from: 473,
    to: 1100,
  },
  examples: {
    failing: "地区,社区数,党员数,最多党员数,最少党员数\n金城镇,13,1200,89,32\n",
    passing: "地区,社区数,党员数,最多党员数,最少党员数\n金城镇,13,877,89,32\n",
  },
  run,
});
