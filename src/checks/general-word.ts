import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const generalWord = defineCheck({
  code: codes.generalWord,
  name: "general-word",
  severity: "warning",
  scope: "file",
  title: {
    en: "A word too general to tell",
    "zh-CN": "表头用词过泛",
    "zh-TW": "欄名用詞過泛",
  },
  message: {
    en: "“{header}” may or may not be {variable}: nothing in the table says so; not used",
    "zh-CN": "“{header}”是否指{variable}，表中无从判断，未使用",
    "zh-TW": "「{header}」是否指{variable}，表中無從判斷，未使用",
  },
  why: {
    en: "In a census the workers are those who are employed, and members may be those of anything. Such a word is taken for the one of the codebook only beside figures of a community survey: an office, a Party branch, funds.",
    "zh-CN":
      "在普查表中，这类英文词所指很宽：工作者是就业人口，成员可以是任何组织的成员。只有与社区调查的其他数据（用房、党组织、经费等）并列时，才按规范含义读取。",
    "zh-TW":
      "在普查表中，這類英文詞所指很寬：工作者是就業人口，成員可以是任何組織的成員。只有與社區調查的其他資料（用房、黨組織、經費等）並列時，才按規範語意讀取。",
  },
  fix: {
    en: 'Write the header in full (Community workers, Party members)[, or say what it is: --map "{header:word}={variable:id}"].',
    "zh-CN": '请把表头写完整[，或指明含义：--map "{header:word}={variable:id}"]。',
    "zh-TW": '請把欄名寫完整[，或指明語意：--map "{header:word}={variable:id}"]。',
  },
  sample: { header: "Workers", variable: "workers" },
  examples: {
    failing: "Village,Population,Workers\nLong Field,1390,620\nShort Field,1170,520\n",
    passing: "Village,Population,Community workers\nLong Field,1390,6\nShort Field,1170,5\n",
  },
});
