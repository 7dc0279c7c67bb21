import { expect, test } from "vitest";
import { languages } from "../../../src/survey/language.ts";
import { absentReasons } from "../../../src/survey/measured.ts";
import { absentReasonText } from "../../../src/words/locales/absent-reasons.ts";

test.each(languages)("every reason has words of its own in %s", (language) => {
  const words = absentReasons.map((reason) => absentReasonText(reason, language));
  expect(new Set(words).size).toBe(absentReasons.length);
  for (const text of words) expect(/\p{Script=Han}/u.test(text)).toBe(language !== "en");
});

test("Taiwan's own terms", () => {
  expect(absentReasonText("missing-variable", "zh-TW")).toContain("欄位");
  expect(absentReasonText("no-data", "zh-TW")).toBe("無資料");
});
