import type { Language } from "../../survey/language.ts";
import type { Worded } from "./worded.ts";

/** What can be wrong with a marker in a text. */
export type MarkerFaultKind =
  | "unclosed"
  | "unopened"
  | "nested"
  | "crossed"
  | "no-key"
  | "unknown-marker"
  | "bad-attribute"
  | "unknown-attribute"
  | "unfinished";
export type NameKind =
  | "key"
  | "part"
  | "area"
  | "group"
  | "period"
  | "norm"
  | "section"
  | "attribute";

const en = {
  text: "text {old}",
  data: "data {new}",
  unfilled: "not filled in",
  edited: "edited by hand",
  blockStale: "block is stale",
  blockEdited: "block was edited by hand",
  stale: "{n} {n|place|places} not in step with the data",
  inStep: "{file}: all {n} {n|place is|places are} in step with the data",
  writes: "{command} writes the new ones",
  written: "{file}  {n} {n|place|places}, {k} rewritten",
  untold: "{file}:{line}  {key} cannot be told: {reason}",
  noMarkers: "{file} has no markers: <!-- cdj:v workers -->39<!-- /cdj:v -->",
  faults: {
    unclosed: "this marker is not closed",
    unopened: "nothing was opened that this closes",
    nested: "a marker cannot begin within another",
    crossed: "this closes a marker of the other kind",
    "no-key": "this marker names nothing",
    "unknown-marker": "no marker is called so: cdj:v, /cdj:v, cdj:begin, cdj:end",
    "bad-attribute": 'not of the form name="value"',
    "unknown-attribute": "no attribute is called so: area, group, by, period, norm, fmt",
    unfinished: "this comment does not end",
  },
  names: {
    key: "the figure",
    part: "the figure",
    area: "the area",
    group: "the group",
    period: "the period",
    norm: "the norm",
    section: "the section or table",
    attribute: "the attribute",
  },
};

/** The words of `cdj render`, templates as in sentence.ts. */
export type ProseWords = Worded<typeof en>;

const all: Readonly<Record<Language, ProseWords>> = {
  en,
  "zh-CN": {
    text: "文中 {old}",
    data: "数据 {new}",
    unfilled: "尚未填写",
    edited: "经手工改动",
    blockStale: "此段内容已过时",
    blockEdited: "此段内容经手工改动",
    stale: "{n}处与数据不符",
    inStep: "{file}：{n}处均与数据相符",
    writes: "{command} 可写入新值",
    written: "{file}  {n}处，改写{k}处",
    untold: "{file}:{line}  {key} 无法得出：{reason}",
    noMarkers: "{file} 中没有标记，写法如 <!-- cdj:v workers -->39<!-- /cdj:v -->",
    faults: {
      unclosed: "此标记没有结束",
      unopened: "此结束标记之前没有开始标记",
      nested: "标记之内不能再有标记",
      crossed: "此结束标记与开始标记不是一种",
      "no-key": "此标记没有写明取什么数",
      "unknown-marker": "没有这种标记，可用 cdj:v、/cdj:v、cdj:begin、cdj:end",
      "bad-attribute": '属性应写成 名称="值"',
      "unknown-attribute": "没有这个属性，可用 area、group、by、period、norm、fmt",
      unfinished: "此注释没有结束",
    },
    names: {
      key: "数据项",
      part: "数据项",
      area: "地区",
      group: "分组",
      period: "时期",
      norm: "标准",
      section: "章节或表",
      attribute: "属性",
    },
  },
  "zh-TW": {
    text: "文中 {old}",
    data: "資料 {new}",
    unfilled: "尚未填寫",
    edited: "經人工更動",
    blockStale: "此段內容已過時",
    blockEdited: "此段內容經人工更動",
    stale: "{n}處與資料不符",
    inStep: "{file}：{n}處均與資料相符",
    writes: "{command} 可寫入新值",
    written: "{file}  {n}處，改寫{k}處",
    untold: "{file}:{line}  {key} 無法得出：{reason}",
    noMarkers: "{file} 中沒有標記，寫法如 <!-- cdj:v workers -->39<!-- /cdj:v -->",
    faults: {
      unclosed: "此標記沒有結束",
      unopened: "此結束標記之前沒有開始標記",
      nested: "標記之內不能再有標記",
      crossed: "此結束標記與開始標記不是同一種",
      "no-key": "此標記沒有寫明取什麼數",
      "unknown-marker": "沒有這種標記，可用 cdj:v、/cdj:v、cdj:begin、cdj:end",
      "bad-attribute": '屬性應寫成 名稱="值"',
      "unknown-attribute": "沒有這個屬性，可用 area、group、by、period、norm、fmt",
      unfinished: "此註解沒有結束",
    },
    names: {
      key: "資料項",
      part: "資料項",
      area: "地區",
      group: "分組",
      period: "時期",
      norm: "標準",
      section: "章節或表",
      attribute: "屬性",
    },
  },
};

/** The words of `cdj render` in a language. */
export const proseWordsOf = (language: Language): ProseWords => all[language];
