import type { Text } from "../survey/language.ts";
import { bandTitle, parseBandId } from "./age-band.ts";
import { aliasEntries } from "./aliases.ts";
import { findVariable } from "./index.ts";
import { type Key, keyAliases } from "./keys.ts";

/** What an unknown header may have meant: an id for `--map`, with its title. */
export interface Suggestion {
  readonly id: string;
  readonly title: Text;
}

const keyTitles: Readonly<Record<Key, Text>> = {
  area: { en: "Area", "zh-CN": "社区", "zh-TW": "村里／社區" },
  area_code: { en: "Area code", "zh-CN": "区划代码", "zh-TW": "區域代碼" },
  parent_area: { en: "Street or township", "zh-CN": "街道（乡镇）", "zh-TW": "鄉鎮市區" },
  period: { en: "Period", "zh-CN": "时间", "zh-TW": "時間" },
  level: { en: "Level", "zh-CN": "级别", "zh-TW": "層級" },
};

/** Headers too vague to match, and what they often stand for. */
const hints: Readonly<Record<string, readonly string[]>> = {
  单位: ["area"],
  名称: ["area"],
  name: ["area"],
  id: ["area_code"],
  总人数: ["residents"],
  资金: ["funds"],
};

const most = 3;
/** Of the longer of two words, how much may differ. */
const tolerance = 0.5;

/** Up to three ids whose names come near an unknown header, the nearest first. Never used to match. */
export function suggest(key: string): Suggestion[] {
  if (key === "" || key.length > 40) return [];
  const distances = new Map<string, number>();
  const offer = (id: string, distance: number): void => {
    if (distance <= tolerance && distance < (distances.get(id) ?? 1)) distances.set(id, distance);
  };
  for (const id of Object.hasOwn(hints, key) ? (hints[key] as readonly string[]) : []) offer(id, 0);
  for (const [alias, entries] of aliasEntries())
    for (const { variable } of entries) offer(variable, difference(key, alias));
  for (const id of Object.keys(keyAliases) as Key[])
    for (const alias of [id, ...keyAliases[id]]) offer(id, difference(key, alias));
  const nearest = [...distances].sort(([, a], [, b]) => a - b).slice(0, most);
  return nearest.flatMap(([id]) => described(id) ?? []);
}

/** The suggestion of an id of a variable, an age band or a key. */
export function described(id: string): Suggestion | undefined {
  if (Object.hasOwn(keyTitles, id)) return { id, title: keyTitles[id as Key] };
  const variable = findVariable(id);
  if (variable) return { id, title: variable.title };
  const band = parseBandId(id);
  return band && { id, title: bandTitle(band) };
}

/** 0 for equal words, 1 for words with nothing in common; a word within the other comes near. */
function difference(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  if (shorter < 2) return 1;
  if (a.includes(b) || b.includes(a)) return Math.min(tolerance, 1 - shorter / longer);
  if ((longer - shorter) / longer > tolerance) return 1;
  const distance = editDistance(a, b) / longer;
  return distance < tolerance ? distance : 1;
}

/** Levenshtein's distance: insertions, deletions and replacements. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
