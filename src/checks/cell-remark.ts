import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const cellRemark = defineCheck({
  code: codes.cellRemark,
  name: "cell-remark",
  severity: "note",
  scope: "row",
  title: { en: "A figure with a remark", "zh-CN": "数字后带说明", "zh-TW": "數字後帶說明" },
  message: {
    en: "“{cell}” under “{header}” was read as {value}; the remark beside it is not used",
    "zh-CN": "“{header}”列的“{cell}”读作{value}，其说明文字未使用",
    "zh-TW": "「{header}」欄的「{cell}」讀作{value}，其說明文字未使用",
  },
  why: {
    en: "A remark such as （含空挂户20） or （缺2户） says that the figure is not counted as the others are. The number before it is the value; what the remark adds or takes away is for the reader to judge.",
    "zh-CN":
      "“（含空挂户20）”“（缺2户）”之类的说明表示该数的口径与其他不同。以括号前的数为准；说明中的数是否增减，请自行判断。",
    "zh-TW":
      "「（含空戶20）」「（缺2戶）」之類的說明表示該數的口徑與其他不同。以括號前的數為準；說明中的數是否增減，請自行判斷。",
  },
  fix: {
    en: "Put the remark into a column of its own, such as 备注.",
    "zh-CN": "请把说明移到“备注”列。",
    "zh-TW": "請把說明移到「備註」欄。",
  },
  sample: { cell: "100（含空挂户20）", header: "户数", value: "100" },
  examples: {
    failing: "社区名称,户数\n社区01,3200（含空挂户20）\n社区02,2853\n",
    passing: "社区名称,户数\n社区01,3200\n社区02,约2853（估）\n",
  },
});
