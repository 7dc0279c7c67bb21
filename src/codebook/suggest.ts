import type { Text } from "../survey/language.ts";
import { bandTitle, parseBandId } from "./age-band.ts";
import { aliasEntries } from "./aliases.ts";
import { editDistance } from "./edit-distance.ts";
import { findVariable } from "./index.ts";
import { type Key, keyAliases, keyTitles } from "./keys.ts";

/** What an unknown header may have meant: an id for `--map`, with its title. */
export interface Suggestion {
  readonly id: string;
  readonly title: Text;
}

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
