import type { Text } from "../survey/language.ts";

/** Where definitions come from that are common property. */
export const demography: Text = {
  en: "Standard demographic definition (IUSSP and United Nations, Multilingual Demographic Dictionary)",
  "zh-CN": "人口学通用定义（联合国《多语种人口学词典》）",
  "zh-TW": "人口學通用定義（聯合國《多語種人口學詞典》）",
};

export const surveyPractice: Text = {
  en: "In common use in community surveys in China",
  "zh-CN": "社区调查通行口径",
  "zh-TW": "中國大陸社區調查慣用定義",
};

export const partyStatistics: Text = {
  en: "In common use in the party statistics of communities in China",
  "zh-CN": "基层党组织统计通行口径",
  "zh-TW": "中國大陸基層黨組織統計慣用定義",
};

export const servicePlan: Text = {
  en: "Plan for community services in urban and rural areas, 14th Five-Year Plan (State Council General Office, 2021)",
  "zh-CN": "《“十四五”城乡社区服务体系建设规划》（国办发〔2021〕56号）",
  "zh-TW": "《「十四五」城鄉社區服務體系建設規劃》（國辦發〔2021〕56號）",
};

/** The published figures that examples cite. */
export const community2009 = "One community, 2009 (published survey text)";
export const town2007 = "One town of 13 communities, 2007 (published survey text)";
export const countyTown = "One county town of 4 communities (published survey text)";
