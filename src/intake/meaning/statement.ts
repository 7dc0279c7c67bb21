import { populationsIn } from "../../codebook/population-words.ts";
import { everyone, type Population } from "./population.ts";

/** Whom a title or the name of the file says the table counts. */
export interface Statement {
  readonly population: Population;
  /** As written. */
  readonly text: string;
  /** 老年人口: it says so of those of this age and above, and nothing of their sexes. */
  readonly onlyFrom?: number;
}

const elders = /老年|老龄|老齡|老人|长者|長者|高龄|高齡|\b(?:elderly|seniors?|older)\b/giu;

/**
 * The population that the titles of a table name, else that of its file's name; undefined where none or several are named. Of people whom the
 * codebook does not know the text itself is the name.
 */
export function statementOf(titles: readonly string[], file: string): Statement | undefined {
  for (const text of [titles.join(" ").trim(), nameOf(file)]) {
    if (text === "") continue;
    const found = populationsIn(text.replaceAll(elders, "|"));
    const isOfElders = text.search(elders) !== -1;
    if (isOfElders && (found.size === 0 || (found.size === 1 && found.has("residents"))))
      return { population: everyone("residents"), text, onlyFrom: 50 };
    const named = [...found].flatMap((population) =>
      population === "unclear" ? [] : [population],
    );
    if (named.length > 1) return undefined;
    const [only] = named;
    if (only === undefined) continue;
    return {
      population: only === "other" ? { kind: "other", name: text } : everyone(only),
      text,
    };
  }
  return undefined;
}

/** Whether titles or the file's name speak of people other than residents, or of some that they do not tell apart. */
export const namesOthers = (titles: readonly string[], file: string): boolean =>
  [...populationsIn(`${titles.join(" ")} ${nameOf(file)}`)].some(
    (population) => population !== "residents",
  );

/** What the titles of a table of all people of its areas may say, in Chinese: where, when, by what, and that it is a table. */
const plainWords =
  /[\d\p{P}\p{S}\sA-Za-z年月日季度上下半民国國底末初各全本]|社区|社區|街道|[村里镇鎮乡鄉县縣市区區省]|性别|性別|男女|年龄|年齡|分组|分組|按|分|统计|統計|汇总|彙總|一览|一覽|情况|情況|结构|結構|构成|構成|分布|数据|資料|数据|数|數|表|总|總|计|計|合|人口|居民|户|戶|及|和|与|與|的|基本/gu;

/** Whether titles and the file's name say nothing of what is counted that is not said of all people of an area. */
export const saysNothingElse = (titles: readonly string[], file: string): boolean =>
  !namesOthers(titles, file) &&
  !/\p{Script=Han}/u.test(`${titles.join(" ")} ${nameOf(file)}`.replace(plainWords, ""));

const nameOf = (file: string): string =>
  (file.split(/[\\/]/u).at(-1) ?? "").replace(/\.[a-z0-9]{1,8}(?=!|$)/giu, " ").trim();
