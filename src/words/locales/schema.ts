import type { Language } from "../../survey/language.ts";
import type { Worded } from "./worded.ts";

const en = {
  "no-object": "[{at}: ]a JSON object is needed",
  "no-list": "{at}: a list is needed",
  "no-name": "{at}: a text is needed",
  "bad-pattern": "{at}: no regular expression",
  "bad-format": "{at}: there is no format “{word}”; there are {known}",
  "unknown-type": "{at}: there is no type “{word}”; there are {known}",
  "unknown-word": "[{at}: ]Table Schema has no “{word}”; it has {known}",
  "no-schema": "{at}: none has a schema",
  outside: "{at}: “{word}” leads out of the folder of the package; only a file in it is read",
};

/** What is wrong in a schema file. Templates as in `words.ts`. */
export type SchemaWords = Worded<typeof en>;

const words: Readonly<Record<Language, SchemaWords>> = {
  en,
  "zh-CN": {
    "no-object": "[{at}：]应为 JSON 对象",
    "no-list": "{at}：应为列表",
    "no-name": "{at}：应为文本",
    "bad-pattern": "{at}：不是有效的正则表达式",
    "bad-format": "{at}：没有“{word}”这种格式；可用：{known}",
    "unknown-type": "{at}：没有“{word}”这种类型；可用：{known}",
    "unknown-word": "[{at}：]Table Schema 中没有“{word}”；可用：{known}",
    "no-schema": "{at}：都没有模式",
    outside: "{at}：“{word}”不在数据包的文件夹内，不予读取",
  },
  "zh-TW": {
    "no-object": "[{at}：]應為 JSON 物件",
    "no-list": "{at}：應為清單",
    "no-name": "{at}：應為文字",
    "bad-pattern": "{at}：不是有效的正規表示式",
    "bad-format": "{at}：沒有「{word}」這種格式；可用：{known}",
    "unknown-type": "{at}：沒有「{word}」這種類型；可用：{known}",
    "unknown-word": "[{at}：]Table Schema 中沒有「{word}」；可用：{known}",
    "no-schema": "{at}：都沒有結構描述",
    outside: "{at}：「{word}」不在資料套件的資料夾內，不予讀取",
  },
};

export const schemaWordsOf = (language: Language): SchemaWords => words[language];
