import { defineCheck, type Fault } from "./define.ts";
import type { Evidence, StatedShare } from "./evidence.ts";
import { figureAt } from "./figures-compared.ts";

/** The share as it prints with so many decimals, by each rounding in use: half up, half to even, cut off. */
function roundings(
  percent: number,
  decimals: number,
): { readonly halfUp: number; readonly halfEven: number; readonly cut: number } {
  // 12 significant digits: what differs by less is a residue of the division.
  const scaled = Number((percent * 10 ** decimals).toPrecision(12));
  const floor = Math.floor(scaled);
  const half = scaled - floor === 0.5;
  const halfUp = Math.floor(scaled + 0.5);
  const halfEven = half && floor % 2 === 0 ? floor : halfUp;
  const unit = 10 ** decimals;
  return { halfUp: halfUp / unit, halfEven: halfEven / unit, cut: floor / unit };
}

function faultOf(evidence: Evidence, share: StatedShare): Fault | undefined {
  const part = figureAt(evidence.series(share.part), share.index);
  const whole = figureAt(evidence.series(share.whole), share.index);
  if (part === undefined || whole === undefined || whole === 0) return undefined;
  const { halfUp, halfEven, cut } = roundings((part / whole) * 100, share.decimals);
  if ([halfUp, halfEven, cut].includes(share.percent)) return undefined;
  const { area } = evidence.subject(share.index);
  const args = {
    area: area.name,
    header: share.header,
    stated: share.percent,
    part: share.part,
    whole: share.whole,
    value: part,
    total: whole,
  };
  return { index: share.index, place: share.place, args: { ...args, rounded: halfUp, cut } };
}

export const statedShare = defineCheck({
  code: "CDJ420",
  name: "stated-share",
  severity: "error",
  scope: "area",
  title: {
    en: "Stated percentage does not follow from the counts",
    "zh-CN": "所填百分比与数据不符",
    "zh-TW": "所填百分比與資料不符",
  },
  message: {
    en: "“{area}”: “{header}” says {stated} %, but {value} ÷ {total} is {rounded} % rounded and {cut} % cut off",
    "zh-CN":
      "“{area}”：“{header}”填{stated}%，而{value}÷{total}四舍五入为{rounded}%，舍去尾数为{cut}%",
    "zh-TW":
      "「{area}」：「{header}」填{stated}%，而{value}÷{total}四捨五入為{rounded}%，捨去尾數為{cut}%",
  },
  why: {
    en: "A percentage beside its counts must follow from them. Rounding half up, half to even and cutting off are all accepted; this figure is none of them.",
    "zh-CN":
      "百分比应能由同一行的数字算出。四舍五入、四舍六入五成双和舍去尾数均可接受，此数三者都不是。",
    "zh-TW":
      "百分比應能由同一列的數字算出。四捨五入、四捨六入五成雙和捨去尾數均可接受，此數三者都不是。",
  },
  fix: {
    en: "Compute it anew from {part} and {whole}, or correct the count that is wrong; if it is a share of something else, say so in the header.",
    "zh-CN":
      "请用{part}和{whole}重新计算，或改正填错的人数；若是占其他总数的比重，请在表头中写明。",
    "zh-TW":
      "請用{part}和{whole}重新計算，或更正填錯的人數；若是占其他總數的比重，請在欄名中寫明。",
  },
  sample: {
    area: "某社区",
    header: "60岁以上党员占比(%)",
    stated: 55,
    part: "members_60_plus",
    whole: "members",
    value: 122,
    total: 240,
    rounded: 51,
    cut: 50,
  },
  examples: {
    failing: "社区名称,党员数,60岁以上党员,60岁以上党员占比(%)\n某社区,240,122,55\n",
    passing:
      "社区名称,党员数,60岁以上党员,60岁以上党员占比(%)\n某社区,240,122,50.8\n另一社区,240,122,50\n",
  },
  *run(evidence: Evidence) {
    for (const share of evidence.shares) {
      const fault = faultOf(evidence, share);
      if (fault) yield fault;
    }
  },
});
