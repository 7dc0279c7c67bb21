import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const behindTotal = defineCheck({
  code: codes.behindTotal,
  name: "behind-total",
  severity: "warning",
  scope: "survey",
  title: {
    en: "Rows behind the total, which leaves them out",
    "zh-CN": "合计行之后还有未计入合计的行",
    "zh-TW": "合計列之後還有未計入合計的列",
  },
  message: {
    en: "{count} {count|row stands|rows stand} behind “{total}” ({names}), which is the sum of the rows above it: whether {count|it is an area|they are areas} of the table is open, so no totals are given",
    "zh-CN":
      "“{total}”只是其上各行之和，其后还有{count}行（{names}）；是否为表中地区无从判断，故不给出合计",
    "zh-TW":
      "「{total}」只是其上各列之和，其後還有{count}列（{names}）；是否為表中地區無從判斷，故不提供合計",
  },
  why: {
    en: "Behind the total of a table stand figures of another year, of some of the areas again, or of areas that are not to be added: counted with the others they make every figure wrong.",
    "zh-CN": "合计行之后常列上年数、其中数或不计入的地区，一并相加则各项数字皆错。",
    "zh-TW": "合計列之後常列上年數、其中數或不計入的地區，一併相加則各項數字皆錯。",
  },
  fix: {
    en: 'Say what they are: --rows "{first}=skip" leaves one out, --rows "{first}=area" counts it.',
    "zh-CN": '请说明：--rows "{first}=skip" 剔除该行，--rows "{first}=area" 计入该行。',
    "zh-TW": '請說明：--rows "{first}=skip" 剔除該列，--rows "{first}=area" 計入該列。',
  },
  sample: { names: ["城区", "郊区"], first: "城区", count: 2, total: "合计" },
  examples: {
    failing: "社区名称,常住人口\n柳溪社区,5000\n桃源社区,4000\n合计,9000\n沿海,6200\n",
    passing: "社区名称,常住人口\n柳溪社区,5000\n桃源社区,4000\n沿海,6200\n合计,15200\n",
  },
});
