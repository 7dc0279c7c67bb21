import { expect, test } from "vitest";
import type { Check } from "../../../src/checks/define.ts";
import { checks } from "../../../src/checks/index.ts";
import { fixOf, messageOf } from "../../../src/report/findings/message.ts";
import type { Arguments } from "../../../src/survey/finding.ts";
import { type Language, languages } from "../../../src/survey/language.ts";

const all: readonly Check[] = checks;
/** [code, arguments, en, zh-CN, zh-TW]: written by hand, as a reader should see them. */
const messages: readonly (readonly [string, Arguments, string, string, string])[] = [
  [
    "CDJ101",
    { tried: ["utf-8", "gb18030"] },
    "No supported encoding reads the file (tried: UTF-8 and GB18030)",
    "没有一种受支持的编码能读出该文件（试过UTF-8、GB18030）",
    "沒有任何支援的編碼能讀出此檔案（已嘗試UTF-8、GB18030）",
  ],
  [
    "CDJ201",
    { header: "古树名木", suggestions: [] },
    "“古树名木” is not understood and not used",
    "“古树名木”未能识别，未使用",
    "「古树名木」未能辨識，未使用",
  ],
  [
    "CDJ203",
    { header: "居民人数", first: 2 },
    "“居民人数” means the same as column 2; this column is not used",
    "“居民人数”与第2列含义相同，本列未使用",
    "「居民人数」與第2欄語意相同，本欄未使用",
  ],
  [
    "CDJ204",
    { area: "社区06", period: "2024", lines: [10, 11] },
    "“社区06” stands twice in 2024: lines 10 and 11",
    "“社区06”在2024年出现2次：第10、11行",
    "「社区06」在2024年出現2次：第10、11列",
  ],
  [
    "CDJ204",
    { area: "社区06", lines: [10, 11, 1200] },
    "“社区06” stands 3 times: lines 10, 11 and 1200",
    "“社区06”出现3次：第10、11、1200行",
    "「社区06」出現3次：第10、11、1200列",
  ],
  [
    "CDJ205",
    { key: "period" },
    "The period is missing: these figures belong nowhere",
    "缺少时间，数据无从归属",
    "缺少時間，資料無從歸屬",
  ],
  [
    "CDJ207",
    { fields: 1, expected: 3 },
    "The row has 1 cell, the header 3",
    "本行有1个单元格，表头有3个",
    "本列有1個儲存格，標題列有3個",
  ],
  [
    "CDJ301",
    { cell: "见附表", header: "常住人口" },
    "“见附表” under “常住人口” is not a number; the row is kept without it",
    "“常住人口”列的“见附表”不是数字，保留该行，此值不计",
    "「常住人口」欄的「见附表」不是數字，保留該列，此值不計",
  ],
  [
    "CDJ304",
    { cell: "5200户", header: "常住人口(人)", expected: "person" },
    "The unit of “5200户” does not fit “常住人口(人)”, which is in persons",
    "“5200户”的单位与“常住人口(人)”不符，该列以人为单位",
    "「5200户」的單位與「常住人口(人)」不符，該欄以人為單位",
  ],
  [
    "CDJ305",
    { cell: "1月5日", was: "1-5" },
    "Excel made “1月5日” of this cell; “1-5” was probably entered",
    "此单元格被 Excel 改成“1月5日”，原先填的可能是“1-5”",
    "此儲存格被 Excel 改成「1月5日」，原先填的可能是「1-5」",
  ],
  [
    "CDJ305",
    { cell: "#REF!", was: "#REF!" },
    "Excel made “#REF!” of this cell",
    "此单元格被 Excel 改成“#REF!”",
    "此儲存格被 Excel 改成「#REF!」",
  ],
  [
    "CDJ501",
    {
      area: "社区01",
      variable: "residents",
      values: [16000, 16500],
      files: ["人口.csv", "党员.csv"],
    },
    "“社区01” has different figures for usual residents: 16,000 and 16,500 (in 人口.csv and 党员.csv)",
    "“社区01”的常住人口不一致：16,000、16,500（见人口.csv、党员.csv）",
    "「社区01」的常住人口不一致：16,000、16,500（見人口.csv、党员.csv）",
  ],
];

for (const [code, args, ...expected] of messages) {
  test(`${code} reads well: ${expected[0]}`, () => {
    expect(languages.map((language) => messageOf({ code, args }, language))).toEqual(expected);
  });
}

const fixes: readonly (readonly [string, Arguments, Language, string])[] = [
  [
    "CDJ202",
    { header: "流动党员", candidates: ["members_floating_in", "members_floating_out"] },
    "en",
    'Write the header in full, with its unit, or say what it is: --map "流动党员=VARIABLE" (VARIABLE: members_floating_in or members_floating_out).',
  ],
  [
    "CDJ202",
    { header: "$(reboot)", candidates: ["members_floating_in"] },
    "en",
    "Write the header in full, with its unit.",
  ],
  [
    "CDJ201",
    { header: "古树名木", suggestions: [] },
    "zh-CN",
    '备注之类的列不必处理；数据列请改用规范的表头，或指明含义：--map "古树名木=变量"。',
  ],
  [
    "CDJ205",
    { key: "area" },
    "zh-TW",
    '請補填該儲存格；若另有一欄是此內容，請指明：--map "欄名=area"。',
  ],
  [
    "CDJ304",
    { cell: "3间", header: "办公用房面积", expected: "m²" },
    "en",
    "Give the figure in the unit of its column (m²), or correct the header.",
  ],
  [
    "CDJ305",
    { cell: "#REF!", was: "#REF!" },
    "en",
    "Set the column to text, enter the cell again and export the table anew.",
  ],
];

for (const [code, args, language, expected] of fixes) {
  test(`${code} tells the way out: ${expected}`, () => {
    expect(fixOf({ code, args }, language)).toBe(expected);
  });
}

test("with the arguments it declares, every check has all its words", () => {
  for (const check of all) {
    for (const language of languages) {
      for (const text of [
        messageOf({ code: check.code, args: check.sample }, language),
        fixOf({ code: check.code, args: check.sample }, language),
      ]) {
        expect(text).not.toMatch(/[{}[\]…|]|undefined| {2}|^\s|\s$/);
        expect(text).not.toBe("");
      }
    }
  }
});

test("what a check says of one fault it says in one line of moderate length", () => {
  const args = { cell: "一".repeat(500), header: "二\n".repeat(500) };
  for (const language of languages) {
    const message = messageOf({ code: "CDJ301", args }, language);
    expect(message).not.toContain("\n");
    expect([...message].length).toBeLessThan(220);
  }
});

test("a code that no check bears is a bug", () => {
  expect(() => messageOf({ code: "CDJ999", args: {} }, "en")).toThrow("CDJ999");
});
