import { readChineseNumeral } from "../intake/cells/chinese-numeral.ts";

const nouns =
  "社[区區](?:居民委[员員][会會]|居委[会會])?|居民委[员員][会會]|居委[会會]|行政村|村居|村里|村|里|communities|villages|wards";
const pattern = new RegExp(
  `(?<before>^|[^第\\d一二三四五六七八九十百])(?<number>\\d{1,4}|[一二三四五六七八九十百]{1,5})\\s*(?:[个個]\\s*|\\s(?=[a-z]))(?:${nouns})`,
  "giu",
);

/**
 * How many areas a caption or the name of a total row says there are: 金城镇15个社区居委会, 合计（13个社区）. Undefined where it gives no
 * number or several, and where the number is of some of them (其中).
 */
export function statedAreas(
  text: string,
): { readonly count: number; readonly text: string } | undefined {
  const plain = text.normalize("NFKC");
  const numbers = new Map<number, string>();
  for (const found of plain.matchAll(pattern)) {
    const clause =
      plain
        .slice(0, found.index)
        .split(/[,，。;；]/u)
        .at(-1) ?? "";
    if (/其中/u.test(clause)) continue;
    const written = found.groups?.number ?? "";
    const number = /^\d/.test(written)
      ? Number(written)
      : Number(readChineseNumeral(written)?.plain ?? Number.NaN);
    // What stands around it may name who filled the table in: it is not printed.
    if (Number.isInteger(number))
      numbers.set(number, found[0].slice(found.groups?.before?.length ?? 0).trim());
  }
  const [only] = numbers;
  return numbers.size === 1 && only ? { count: only[0], text: only[1] } : undefined;
}
