import { describe, expect, it } from "vitest";
import { shownNumber, tellsMore } from "../../../src/intake/files/number-format.ts";
import { plainDecimal } from "../../../src/intake/files/workbook-cell.ts";

const shown = (value: number, format: string) => shownNumber(value, format, plainDecimal);

describe("shownNumber", () => {
  it.each([
    // The unit that the format shows belongs to the figure.
    [42, '0"万元"', "42万元"],
    [42.125, '#,##0.0"千元"', "42.125千元"],
    [1200, '#,##0"户"', "1200户"],
    [3.4, '0.00"万"', "3.4万"],
    [42, "0\\万\\元", "42万元"],
    [42, 'General"万元"', "42万元"],
    [42, '0_ "万元"_)', "42万元"],
    [-7, '0"万元";-0"万元"', "-7万元"],
    [0, '0"万元";-0"万元";"—"', "0"],
    [12.5, '0.0"%"', "12.5%"],
    [12.5, "0.0\\%", "12.5%"],
    [0.125, '0.0%;"无"', "12.5%"],
    [500, '0"m²"', "500m²"],
    [55, '0"k"', "55k"],
    [8, '0"百万"', "8百万"],
    [2021, '0"年"', "2021年"],
    [112, '0"年度"', "112年度"],
    [3, '0"年"', "3"],
    // Shown short by thousands or ten thousands: with the word the figure is the same.
    [320_000, '#,##0,"千元"', "320千元"],
    [16_000, '0!.0,"万"', "1.6万"],
    [16_123, '0\\.0,"万元"', "1.6123万元"],
    [5, '0"."0,', "0.0005万"],
    [320_000, "#,##0,", "320千"],
    [3_200_000, "0.0,,", "3.2百万"],
    [12_345, '0"万"0000"户"', "12345户"],
    // A section by its condition.
    [25, '[>=10000]0!.0,"万元";0"元"', "25元"],
    [25_000, '[>=10000]0!.0,"万元";0"元"', "2.5万元"],
    [25_000, '[<10000]0;0!.0,"万"', "2.5万"],
    // Words that leave the figure as it is.
    [42, '0"人次"', "42"],
    [42, '"共"0', "42"],
    [42, '"¥"#,##0.00', "42"],
    [42, '"NT$"#,##0', "42"],
    [42, "[Red]0.00_);[Blue]\\(0.00\\)", "42"],
    [-42, "#,##0_);(#,##0)", "-42"],
    [42, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "42"],
    [42, '"万元"', "42"],
    [42, '0"a;b"', "42"],
    // Names made of numbers, and what is only about so many.
    [3, '"社区"00', "社区03"],
    [3, '"第"0"网格"', "第3网格"],
    [7, '"Ward "0', "Ward 7"],
    [7, "000", "007"],
    [1200, '"约"0', "约1200"],
    [1200, '"约"0"户"', "约1200户"],
  ])("%s as %s is %s", (value, format, text) => {
    expect(shown(value, format)).toBe(text);
  });
});

it("tells which formats say more than the number", () => {
  const telling = ['0"万元"', "0%", "000", "#,##0,", '0;0"万"', '[<9]0;0!.0,"万"', '"第"0"组"'];
  const silent = ["0", "#,##0.00", "General", '0"人次"', "[Red]0", '"¥"0', "0.00E+00", "@", ""];
  expect(telling.filter((format) => !tellsMore(format))).toEqual([]);
  expect(silent.filter(tellsMore)).toEqual([]);
});
