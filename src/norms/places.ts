import type { Text } from "../survey/language.ts";
import type { Norm } from "../survey/norm.ts";

/** Jurisdictions and issuers that several presets share. */
export const china: Text = { en: "China", "zh-CN": "全国", "zh-TW": "中國大陸" };
export const party: Text = {
  en: "Communist Party of China",
  "zh-CN": "中国共产党",
  "zh-TW": "中國共產黨",
};
export const jiangsu: Text = { en: "Jiangsu", "zh-CN": "江苏省", "zh-TW": "江蘇省" };
export const shenzhen: Text = {
  en: "Shenzhen, Guangdong",
  "zh-CN": "广东省深圳市",
  "zh-TW": "廣東省深圳市",
};
export const npcsc: Text = {
  en: "Standing Committee of the National People's Congress",
  "zh-CN": "全国人民代表大会常务委员会",
  "zh-TW": "全國人民代表大會常務委員會",
};
export const stateCouncilOffice: Text = {
  en: "General Office of the State Council",
  "zh-CN": "国务院办公厅",
  "zh-TW": "國務院辦公廳",
};
export const international: Text = {
  en: "international convention",
  "zh-CN": "国际惯例",
  "zh-TW": "國際慣例",
};

/** The country that a preset holds in: all of them are of China, but for those that hold everywhere. A norm of the user's own is the user's to place. */
export const countryOf = ({ confidence, jurisdiction }: Norm): "CN" | undefined =>
  confidence === "own" || jurisdiction.en === international.en ? undefined : "CN";
