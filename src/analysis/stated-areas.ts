import { readChineseNumeral } from "../intake/chinese-numeral.ts";

const nouns = "社[区區](?:居民委[员員][会會]|居委[会會])?|居民委[员員][会會]|居委[会會]|行政村|村居|村里|村|里|communities|villages|wards";
const pattern = new RegExp(
  `(?<before>^|[^第\\d一二三四五六七八九十百])(?<number>\\d{1,4}|[一二三四五六七八九十百]{1,5})\\s*(?:[个個]\\s*|\\s(?=[a-z]))(?:${nouns})`,
  "giu",
);

/**
 * How many areas a caption or the name of a total row says there are: 金城镇15个社区居委会, 合计（13个社区）. Undefined where it gives no
 * number or several, and where the number is of some of them (其中).
 */
export function statedAreas(text: string): number | undefined {
  const plain = text.normalize("NFKC");
  const numbers = new Set<number>();
  for (const found of plain.matchAll(pattern)) {
    const clause =
      plain
        .slice(0, found.index)
        .split(/[,，。;；]/u)
        .at(-1) ?? "";
    if (/其中/u.test(clause)) continue;
    const written = found.groups?.number ?? "";
    const number = /^\d/.test(written) ? Number(written) : Number(readChineseNumeral(written)?.plain ?? Number.NaN);
    if (Number.isInteger(number)) numbers.add(number);
  }
  return numbers.size === 1 ? [...numbers][0] : undefined;
}
