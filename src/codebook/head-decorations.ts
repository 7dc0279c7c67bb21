/** What forms, footnotes, questionnaires and programs put around a head and what adds nothing to its sense. */

/** How a cell is to be filled in: （必填）, (optional), （户，必填）. */
const hint =
  /^(?:必填项?|选填项?|可不填|非必填|请?填写?(?:数字|整数|阿拉伯数字)?|整数|数字|数值|文本|单选|多选|填空|下拉选择|(?:如?(?:没有|无)(?:则|请)?填(?:0|零))|required|mandatory|optional|integer|numeric|whole numbers?)$/iu;

/** The mark of a note behind a head: 常住人口①, 户数[1], 党员数², 面积（注2）, Population†. */
const noteMark =
  /(?:[①-⑳†‡§]|(?<![mM])[¹²³⁴-⁹]|\[(?:注|note ?)?\d{1,2}\]|\((?:注|附注|note ?)\d{0,2}\)|[*#])+$/iu;

/** The number of a question or a column before a head: Q1_, 3., （一）, 第2题：. */
const number =
  /^(?:[*#]+\s*)?(?:q\d{1,3}(?:[._:\s-]+|(?=[\u4e00-\u9fff]))|第\d{1,3}[题问][:.、]?\s*|\(?\d{1,2}[.、)]\s*(?=\D)|\d{1,2}_(?=[\u4e00-\u9fff])|\(?[一二三四五六七八九十]{1,3}[、)]\s*|[*#]+)(?=.)/iu;

/** A head without the marks around it; `text` is of unified width and script. */
export function withoutDecorations(text: string): string {
  const bare = text.replace(number, "").trim();
  const noted = bare.replace(noteMark, "").trim();
  const plain = noted === "" ? bare : noted;
  return plain.replace(/\s*\(([^()]*)\)/gu, (whole, inside: string) => {
    const parts = inside.split(/\s*[,;、]\s*/u);
    const kept = parts
      .filter((part) => !hint.test(part.trim()))
      .map((part) => part.replace(/^(?:计量)?单位\s*[:为是]?\s*/u, ""));
    if (kept.join() === parts.join()) return whole;
    return kept.length === 0 ? "" : `(${kept.join(",")})`;
  });
}

/**
 * A head as it was before R made a name of it: 户数.户. is 户数(户), X60岁以上 is 60岁以上, Office.area..m2. is Office area (m2), X65. is 65+. Any
 * other text as it is.
 */
export function beforeR(text: string): string {
  if (!text.includes(".") && !/^X\d/u.test(text)) return text;
  if (/\s/u.test(text)) return text;
  const digits = /^X(\d{1,3})\.(\d{1,3})?$/u.exec(text);
  if (digits) return digits[2] === undefined ? `${digits[1]}+` : `${digits[1]}-${digits[2]}`;
  const named = text.replace(/^X(?=\d)/u, "");
  const [, front, inside] =
    /^(.*(?:[\u4e00-\u9fff]|[a-z]\.))\.?([^.\d][^.]{0,11}|[^.]{1,4}\.[^.]{1,4})\.$/iu.exec(named) ??
    [];
  if (front !== undefined && inside !== undefined && !/^(?:no|nr)$/iu.test(front))
    return `${spaced(front)}(${inside})`;
  return spaced(named);
}

/** Dots between words are blanks; those of a decimal, an ordinal or a path are not touched. */
const spaced = (text: string): string =>
  /[a-z]\.+[a-z0-9]/iu.test(text) && /^[\w.]+$/u.test(text)
    ? text.replace(/\.+/gu, " ").trim()
    : text
        .replace(/(?<=[\u4e00-\u9fff])\.+(?=[\u4e00-\u9fff])/gu, "")
        .replace(/(?<=[\u4e00-\u9fff])\.$/u, "");
