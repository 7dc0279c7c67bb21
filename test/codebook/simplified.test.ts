import { expect, test } from "vitest";
import type { Variable } from "../../src/codebook/define.ts";
import { variables } from "../../src/codebook/index.ts";
import { matchHeader } from "../../src/codebook/match.ts";
import { toCodebookScript, toSimplified } from "../../src/codebook/simplified.ts";

/** Typed for this test, apart from the program's table: traditional then simplified. */
const pairs =
  "萬万與与專专業业兩两個个臨临為为鄉乡書书產产畝亩億亿從从眾众會会體体兒儿黨党關关內内劃划別别辦办務务動动勞劳區区協协單单縣县發发員员國国場场頭头學学實实對对導导層层屬属歲岁" +
  "崗岗師师幹干應应開开當当總总願愿戶户報报擬拟掛挂據据數数無无時时暫暂權权來来極极構构標标棟栋樓楼殘残滿满點点現现碼码礙碍離离積积稱称簽签類类係系級级組组織织經经統统綜综編编網网" +
  "職职聯联範范補补規规計计訂订議议記记設设證证請请調调負负責责質质貼贴費费賃赁資资轉转轄辖達达過过鄰邻裡里鉤钩鎮镇長长門门間间難难頃顷項项預预領领題题額额駐驻齡龄號号結结";
const traditional = new Map(
  Array.from({ length: pairs.length / 2 }, (_, i) => [
    pairs[2 * i + 1] as string,
    pairs[2 * i] as string,
  ]),
);
const toTraditional = (text: string): string =>
  [...text].map((c) => (c === "里" ? c : (traditional.get(c) ?? c))).join("");

const headers = variables.flatMap((v: Variable) => [
  v.title["zh-CN"],
  ...v.aliases,
  ...(v.ambiguous ?? []),
]);

test.each(headers)("%s in traditional characters is read as in simplified ones", (header) => {
  expect(toSimplified(toTraditional(header))).toBe(header);
  expect({ ...matchHeader(toTraditional(header)), unit: undefined }).toEqual({
    ...matchHeader(header),
    unit: undefined,
  });
});

test("社群 is 社区 in texts converted to Taiwan usage", () => {
  expect(toCodebookScript("社群名稱")).toBe("社区名称");
});

test("other characters stay", () => {
  expect(toSimplified("abc 1０ é 𠮷 村里")).toBe("abc 1０ é 𠮷 村里");
});
