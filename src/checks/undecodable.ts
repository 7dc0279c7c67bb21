import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const undecodable = defineCheck({
  code: codes.undecodable,
  name: "undecodable",
  severity: "error",
  scope: "file",
  title: {
    en: "Unknown encoding",
    "zh-CN": "编码无法识别",
    "zh-TW": "編碼無法辨識",
  },
  message: {
    en: "No supported encoding reads the file[ (tried: {tried})]",
    "zh-CN": "没有一种受支持的编码能读出该文件[（试过{tried}）]",
    "zh-TW": "沒有任何支援的編碼能讀出此檔案[（已嘗試{tried}）]",
  },
  why: {
    en: "Bytes that cannot be read as characters may hide headers, names and figures. A guess would give a table that looks right and is not.",
    "zh-CN": "读不成文字的字节可能是表头、名称或数字；若凭猜测读取，表面上像一张表，内容却是错的。",
    "zh-TW": "讀不成文字的位元組可能是標題、名稱或數字；若憑猜測讀取，看似一張表，內容卻是錯的。",
  },
  fix: {
    en: "Save the file again as “CSV UTF-8” in Excel or WPS, or name its encoding: --encoding gb18030.",
    "zh-CN": "请在 Excel 或 WPS 中将文件另存为“CSV UTF-8”，或指明编码，例如 --encoding gb18030。",
    "zh-TW": "請在 Excel 或 WPS 中將檔案另存為「CSV UTF-8」，或指明編碼，例如 --encoding big5。",
  },
  sample: { tried: ["utf-8", "gb18030", "big5"] },
  examples: {
    failing: "社区名称,常住人口\n社区01,\\xff\\xff\n",
    passing: "社区名称,常住人口\n社区01,16000\n",
  },
});
