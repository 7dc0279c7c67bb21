import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const unknownHeader = defineCheck({
  code: codes.unknownHeader,
  name: "unknown-header",
  severity: "note",
  scope: "file",
  title: {
    en: "Header not understood",
    "zh-CN": "表头未能识别",
    "zh-TW": "欄名未能辨識",
  },
  message: {
    en: "“{header}” is not understood and not used[; is it {suggestions:or}?]",
    "zh-CN": "“{header}”未能识别，未使用[；是否指{suggestions:or}？]",
    "zh-TW": "「{header}」未能辨識，未使用[；是否指{suggestions:or}？]",
  },
  why: {
    en: "A column is used only when its header says beyond doubt what it holds; a guess would put figures under the wrong name.",
    "zh-CN": "只有表头含义明确的列才会使用；若凭猜测对应，数字就会张冠李戴。",
    "zh-TW": "只有欄名語意明確的欄才會使用；若憑猜測對應，數字就會張冠李戴。",
  },
  fix: {
    en: 'Leave a column of remarks as it is; give a column of figures a header of the codebook[, or say what it is: --map "{header:word}=VARIABLE"][ (VARIABLE: {suggestions:id})].',
    "zh-CN":
      '备注之类的列不必处理；数据列请改用规范的表头[，或指明含义：--map "{header:word}=变量"][（变量：{suggestions:id}）]。',
    "zh-TW":
      '備註之類的欄不必處理；資料欄請改用規範的欄名[，或指明語意：--map "{header:word}=變數"][（變數：{suggestions:id}）]。',
  },
  sample: { header: "居民总数量", suggestions: ["households", "residents"] },
  examples: {
    failing: "社区名称,常住人口,古树名木\n社区01,16000,3\n",
    passing: "序号,社区名称,常住人口\n1,社区01,16000\n",
  },
});
