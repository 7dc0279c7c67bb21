import type { OwnFault } from "../../indicators/config-indicator.ts";
import type { Language } from "../../survey/language.ts";

/** What is said of a config file, of options of indicators and of formulas. Templates as in `words.ts`. */
export interface ConfigWords {
  readonly notJson: string;
  readonly noJson: string;
  readonly cutShort: string;
  readonly noBaseline: string;
  readonly issues: Readonly<
    Record<
      "type" | "missing" | "least" | "most" | "fewest" | "choice" | "empty" | "name" | "other",
      string
    >
  >;
  readonly types: Readonly<
    Record<"string" | "number" | "int" | "boolean" | "array" | "object", string>
  >;
  /** How a text is to be written, by the name that its pattern has in the schema. */
  readonly forms: Readonly<Record<"date" | "code", string>>;
  readonly unknownKey: string;
  readonly used: string;
  readonly options: string;
  readonly withheld: string;
  readonly suppressed: string;
  readonly optionUnknownIndicator: string;
  readonly optionUnknown: string;
  readonly optionNone: string;
  readonly optionChoice: string;
  readonly optionNumber: string;
  readonly optionNumbers: string;
  readonly setForm: string;
  readonly ownTaken: string;
  readonly ownId: string;
  readonly unknownVariable: string;
  readonly unknownChoice: string;
  readonly formulas: Readonly<Record<OwnFault["fault"], string>>;
}

const words: Readonly<Record<Language, ConfigWords>> = {
  en: {
    notJson: "line {line}, column {column}: this is no JSON: “{found}” cannot stand here",
    noJson: "line {line}, column {column}: this is no JSON",
    cutShort: "line {line}, column {column}: this is no JSON: it ends too early",
    noBaseline:
      "this is no baseline of this version of cdj; cdj check … --baseline {file} --update-baseline writes one",
    issues: {
      type: "[{entry}: ]must be {type}",
      missing: "[{entry}: ]is missing; it must be {type}",
      least: "[{entry}: ]must be at least {least}",
      most: "[{entry}: ]must be at most {most}",
      fewest: "[{entry}: ]must have at least {least} {least|entry|entries}",
      choice: "[{entry}: ]must be {choices:id}",
      empty: "[{entry}: ]must not be empty",
      name: "[{entry}: ]is no name that may stand here",
      other: "[{entry}: ]is not what may stand here",
    },
    types: {
      string: "a text in quotes",
      number: "a number",
      int: "a whole number",
      boolean: "true or false",
      array: "a list […]",
      object: "a group of entries {…}",
    },
    forms: {
      date: "[{entry}: ]must be a date such as 2024-07-01",
      code: "[{entry}: ]must be a code such as CDJ409, or the beginning of one such as CDJ4",
    },
    unknownKey: "{entry}: there is no such key[; did you mean {suggestions:id}?]",
    used: "config: {file}",
    options: "Options: {list}",
    withheld: "* withheld: counts from 1 to {most} of people in need, and what would reveal them",
    suppressed: "* withheld by configuration: {list}, and what adds up to it",
    optionUnknownIndicator:
      "{entry}: no indicator “{id}”[; did you mean {suggestions:id}?] (an indicator of your own needs a “formula”)",
    optionUnknown: "{entry}: {id} has no option “{option}”; it has {choices:id}",
    optionNone: "{entry}: {id} has no options",
    optionChoice: "{entry}: “{setting}” is not possible; {choices:id}",
    optionNumber: "{entry}: “{setting}” is no number",
    optionNumbers: "{entry}: [“{setting}” is ]no list of rising numbers such as 60,100,200",
    setForm: "write it as indicator.option=value, for example office_area_bands.edges=60,100,200",
    ownTaken:
      "{entry}: “{id}” is already an indicator, a variable or an age band of cdj; choose another id",
    ownId: "{entry}: an id has small letters, digits and _ and begins with a letter",
    unknownVariable: "{entry}: no variable “{id}”[; did you mean {suggestions:id}?]",
    unknownChoice: "{entry}: no indicator or theme “{id}”[; did you mean {suggestions:id}?]",
    formulas: {
      empty: "the formula is empty",
      "too-long": "the formula is too long",
      "too-deep": "column {column}: too many brackets within each other",
      unexpected: "column {column}: “{found}” cannot stand here",
      unfinished:
        "column {column}: the formula ends where a number, a name or a bracket should follow",
      unclosed: "column {column}: this bracket is not closed",
      "few-arguments": "column {column}: {found} compares at least two figures: {found}(a, b)",
      "bad-number": "column {column}: “{found}” is no number",
      "unknown-name": "column {column}: no variable “{found}”[; did you mean {suggestions:id}?]",
      category: "column {column}: “{found}” is a category, not a number",
      unlike: "column {column}: {left} and {right} cannot be added to or compared with each other",
      "no-variable": "the formula names no variable",
      "does-not-add-up":
        "column {column}: {found} does not add up over communities; multiply it by a count, as in monthly_wage * workers",
      "unit-differs":
        "the formula gives {left}, the unit “{found}” is {right}[; units that fit: {fitting:id}]",
      "unit-needed": "the formula gives {left}, for which cdj knows no unit: name one with “unit”",
    },
  },
  "zh-CN": {
    notJson: "第{line}行第{column}个字符：不是有效的 JSON，此处不能是“{found}”",
    noJson: "第{line}行第{column}个字符：不是有效的 JSON",
    cutShort: "第{line}行第{column}个字符：不是有效的 JSON，文件到此中断",
    noBaseline:
      "不是本版本 cdj 的基线文件；可用 cdj check … --baseline {file} --update-baseline 重新生成",
    issues: {
      type: "[{entry}：]应为{type}",
      missing: "[{entry}：]未填写，应为{type}",
      least: "[{entry}：]不能小于{least}",
      most: "[{entry}：]不能大于{most}",
      fewest: "[{entry}：]至少要有{least}项",
      choice: "[{entry}：]只能是 {choices:id}",
      empty: "[{entry}：]不能为空",
      name: "[{entry}：]这里不能用此名称",
      other: "[{entry}：]内容不符合要求",
    },
    types: {
      string: "带引号的文本",
      number: "数字",
      int: "整数",
      boolean: "true 或 false",
      array: "列表 […]",
      object: "一组条目 {…}",
    },
    forms: {
      date: "[{entry}：]应为日期，如2024-07-01",
      code: "[{entry}：]应为 CDJ409 之类的代码，或其开头（如 CDJ4）",
    },
    unknownKey: "{entry}：没有这一项[，是否指 {suggestions:id}？]",
    used: "配置：{file}",
    options: "选项：{list}",
    withheld: "* 不予公布：困难群体中1至{most}的数，以及可据以推算的数",
    suppressed: "* 按配置不予公布：{list}及其构成",
    optionUnknownIndicator:
      "{entry}：没有指标“{id}”[，是否指 {suggestions:id}？]（自定义指标须写明“formula”）",
    optionUnknown: "{entry}：{id} 没有选项“{option}”，可用：{choices:id}",
    optionNone: "{entry}：{id} 没有选项",
    optionChoice: "{entry}：不能取“{setting}”，可用：{choices:id}",
    optionNumber: "{entry}：“{setting}”不是数字",
    optionNumbers: "{entry}：[“{setting}”]不是由小到大的数字列表（如60,100,200）",
    setForm: "请写成“指标.选项=值”，例如 office_area_bands.edges=60,100,200",
    ownTaken: "{entry}：“{id}”已是 cdj 的指标、变量或年龄组，请另取名称",
    ownId: "{entry}：名称只能用小写字母、数字和下划线，并以字母开头",
    unknownVariable: "{entry}：没有变量“{id}”[，是否指 {suggestions:id}？]",
    unknownChoice: "{entry}：没有指标或主题“{id}”[，是否指 {suggestions:id}？]",
    formulas: {
      empty: "公式为空",
      "too-long": "公式过长",
      "too-deep": "第{column}个字符：括号层数过多",
      unexpected: "第{column}个字符：此处不能是“{found}”",
      unfinished: "第{column}个字符：公式不完整，此处应有数字、变量或括号",
      unclosed: "第{column}个字符：括号没有闭合",
      "few-arguments": "第{column}个字符：{found} 至少比较两个数，写作 {found}(a, b)",
      "bad-number": "第{column}个字符：“{found}”不是数字",
      "unknown-name": "第{column}个字符：没有变量“{found}”[，是否指 {suggestions:id}？]",
      category: "第{column}个字符：“{found}”是类别，不是数值",
      unlike: "第{column}个字符：{left}与{right}不能相加减或比较",
      "no-variable": "公式中没有变量",
      "does-not-add-up":
        "第{column}个字符：{found} 不能跨社区相加，请乘以某个数量，如 monthly_wage * workers",
      "unit-differs": "公式的单位为{left}，而“{found}”为{right}[；可用单位：{fitting:id}]",
      "unit-needed": "公式的单位为{left}，cdj 没有对应的单位名称，请用“unit”写明",
    },
  },
  "zh-TW": {
    notJson: "第{line}行第{column}個字元：不是有效的 JSON，此處不能是「{found}」",
    noJson: "第{line}行第{column}個字元：不是有效的 JSON",
    cutShort: "第{line}行第{column}個字元：不是有效的 JSON，檔案到此中斷",
    noBaseline:
      "不是本版本 cdj 的基線檔案；可用 cdj check … --baseline {file} --update-baseline 重新產生",
    issues: {
      type: "[{entry}：]應為{type}",
      missing: "[{entry}：]未填寫，應為{type}",
      least: "[{entry}：]不能小於{least}",
      most: "[{entry}：]不能大於{most}",
      fewest: "[{entry}：]至少要有{least}項",
      choice: "[{entry}：]只能是 {choices:id}",
      empty: "[{entry}：]不能空白",
      name: "[{entry}：]此處不能用這個名稱",
      other: "[{entry}：]內容不符合要求",
    },
    types: {
      string: "加引號的文字",
      number: "數字",
      int: "整數",
      boolean: "true 或 false",
      array: "清單 […]",
      object: "一組項目 {…}",
    },
    forms: {
      date: "[{entry}：]應為日期，如2024-07-01",
      code: "[{entry}：]應為 CDJ409 之類的代碼，或其開頭（如 CDJ4）",
    },
    unknownKey: "{entry}：沒有這個項目[，是否指 {suggestions:id}？]",
    used: "設定：{file}",
    options: "選項：{list}",
    withheld: "* 不予公布：弱勢群體中1至{most}的數，以及可據以推算的數",
    suppressed: "* 依設定不予公布：{list}及其構成",
    optionUnknownIndicator:
      "{entry}：沒有指標「{id}」[，是否指 {suggestions:id}？]（自訂指標須寫明「formula」）",
    optionUnknown: "{entry}：{id} 沒有選項「{option}」，可用：{choices:id}",
    optionNone: "{entry}：{id} 沒有選項",
    optionChoice: "{entry}：不能是「{setting}」，可用：{choices:id}",
    optionNumber: "{entry}：「{setting}」不是數字",
    optionNumbers: "{entry}：[「{setting}」]不是由小到大的數字清單（如60,100,200）",
    setForm: "請寫成「指標.選項=值」，例如 office_area_bands.edges=60,100,200",
    ownTaken: "{entry}：「{id}」已是 cdj 的指標、變數或年齡組，請另取名稱",
    ownId: "{entry}：名稱只能用小寫字母、數字和底線，並以字母開頭",
    unknownVariable: "{entry}：沒有變數「{id}」[，是否指 {suggestions:id}？]",
    unknownChoice: "{entry}：沒有指標或主題「{id}」[，是否指 {suggestions:id}？]",
    formulas: {
      empty: "公式是空的",
      "too-long": "公式過長",
      "too-deep": "第{column}個字元：括號層數過多",
      unexpected: "第{column}個字元：此處不能是「{found}」",
      unfinished: "第{column}個字元：公式不完整，此處應有數字、變數或括號",
      unclosed: "第{column}個字元：括號沒有閉合",
      "few-arguments": "第{column}個字元：{found} 至少比較兩個數，寫作 {found}(a, b)",
      "bad-number": "第{column}個字元：「{found}」不是數字",
      "unknown-name": "第{column}個字元：沒有變數「{found}」[，是否指 {suggestions:id}？]",
      category: "第{column}個字元：「{found}」是類別，不是數值",
      unlike: "第{column}個字元：{left}與{right}不能相加減或比較",
      "no-variable": "公式中沒有變數",
      "does-not-add-up":
        "第{column}個字元：{found} 不能跨社區相加，請乘以某個數量，如 monthly_wage * workers",
      "unit-differs": "公式的單位為{left}，而「{found}」為{right}[；可用單位：{fitting:id}]",
      "unit-needed": "公式的單位為{left}，cdj 沒有對應的單位名稱，請用「unit」寫明",
    },
  },
};

export const configWords = (language: Language): ConfigWords => words[language];
