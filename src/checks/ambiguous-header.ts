import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const ambiguousHeader = defineCheck({
  code: codes.ambiguousHeader,
  name: "ambiguous-header",
  severity: "warning",
  scope: "file",
  title: {
    en: "Ambiguous header",
    "zh-CN": "表头含义不定",
    "zh-TW": "欄名語意不明",
  },
  message: {
    en: "“{header}” may mean {candidates:or}; its column is not used",
    "zh-CN": "“{header}”可能指{candidates:or}，含义不定，该列未使用",
    "zh-TW": "「{header}」可能指{candidates:or}，語意不明，該欄未使用",
  },
  why: {
    en: "Survey tables use this header for different things, and the figures do not tell which. The wrong choice would give an indicator that looks plausible.",
    "zh-CN":
      "不同的调查表用这一表头表示不同的内容，单凭数字无法判断；选错了，算出的指标看上去仍然合理。",
    "zh-TW":
      "不同的調查表用這一欄名表示不同的內容，單憑數字無從判斷；選錯了，算出的指標看起來仍然合理。",
  },
  fix: {
    en: 'Write the header in full, with its unit[, or say what it is: --map "{header:word}=VARIABLE" (VARIABLE: {candidates:id})].',
    "zh-CN":
      '请把表头写完整并注明单位[，或指明含义：--map "{header:word}=变量"（变量：{candidates:id}）]。',
    "zh-TW":
      '請把欄名寫完整並註明單位[，或指明語意：--map "{header:word}=變數"（變數：{candidates:id}）]。',
  },
  sample: { header: "流动党员", candidates: ["members_floating_in", "members_floating_out"] },
  examples: {
    failing: "社区名称,流动党员\n社区01,12\n",
    passing: "社区名称,流入党员\n社区01,12\n",
  },
});
