import { isTotalWord } from "./total-words.ts";

/** Whether a category says that its row is of all of them: 合计, Total, 不分年龄, 两性, Both sexes, All ages. */
export function isWholeLabel(text: string): boolean {
  const label = text.trim();
  return (
    label !== "" &&
    (isTotalWord(label) ||
      /^(?:不分|不限|全体|全體|两性|兩性|男女|both\b|all\b|any\b|persons$|everyone$)/iu.test(label))
  );
}
