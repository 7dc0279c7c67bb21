import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const replacedBytes = defineCheck({
  code: codes.replacedBytes,
  name: "replaced-bytes",
  severity: "warning",
  scope: "row",
  title: {
    en: "Bytes that are no characters",
    "zh-CN": "部分字节不成文字",
    "zh-TW": "部分位元組不成文字",
  },
  message: {
    en: "Some bytes here are not valid {encoding}; they were read as “�”",
    "zh-CN": "此处有字节不符合 {encoding} 编码，已读作“�”",
    "zh-TW": "此處有位元組不符合 {encoding} 編碼，已讀作「�」",
  },
  why: {
    en: "A damaged character in a name makes another area of it; in a number it makes the cell unreadable.",
    "zh-CN": "名称中有一个字损坏，就会被当作另一个地区；数字中有一个字符损坏，该单元格就无法读取。",
    "zh-TW": "名稱中有一個字損壞，就會被當成另一個地區；數字中有一個字元損壞，該儲存格就無法讀取。",
  },
  fix: {
    en: "Open the file in the program that made it and save it again as “CSV UTF-8”; if it has another encoding, name it: --encoding gb18030.",
    "zh-CN":
      "请在生成该文件的程序中打开，另存为“CSV UTF-8”；若文件实为其他编码，请指明，例如 --encoding gb18030。",
    "zh-TW":
      "請在產生此檔案的程式中開啟，另存為「CSV UTF-8」；若檔案實為其他編碼，請指明，例如 --encoding big5。",
  },
  sample: { encoding: "utf-8" },
  examples: {
    failing: "\\xef\\xbb\\xbf社区名称,常住人口\n社区\\xff01,16000\n",
    passing: "\\xef\\xbb\\xbf社区名称,常住人口\n社区01,16000\n",
  },
});
