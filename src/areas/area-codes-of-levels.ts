import type { Grouping } from "../analysis/analyse.ts";
import type { Survey } from "../analysis/observed-survey.ts";
import type { Level } from "../survey/area.ts";

type Upper = Exclude<Level, "community">;

/** How a kind of administrative code tells the units above: the length of each unit's own code. */
interface CodeScheme {
  readonly pattern: RegExp;
  prefix(digits: string, level: Upper): string;
}

/** Units directly below the central government: their city is the two digits of the province. */
const municipalities = new Set(["11", "12", "31", "50"]);

const chineseCity = (digits: string): string => {
  if (municipalities.has(digits.slice(0, 2))) return digits.slice(0, 2);
  // 90 stands where a county-level unit belongs to no prefecture: it is its own city.
  return digits.slice(2, 4) === "90" ? digits.slice(0, 6) : digits.slice(0, 4);
};

/**
 * China: GB/T 2260 gives 6 digits down to the county or district, GB/T 10114 3 more for the street or township, and the National Bureau of
 * Statistics 3 more for the residents' or villagers' committee (统计用区划代码和城乡划分代码编制规则, 2009). Taiwan: the Ministry of the Interior's
 * village code has 5 digits for the county or city, 3 (formerly 2) for the township or district and 3 for the village; nothing lies between the last two
 * levels, so its 區 is both the street and the district.
 */
const schemes: readonly CodeScheme[] = [
  {
    pattern: /^[1-8]\d{8}(?:\d{3})?$/,
    prefix: (digits, level) =>
      level === "street"
        ? digits.slice(0, 9)
        : level === "district"
          ? digits.slice(0, 6)
          : chineseCity(digits),
  },
  {
    pattern: /^(?:6[3-8]0|100|090)\d{5}-?\d{3}$/,
    prefix: (digits, level) => (level === "city" ? digits.slice(0, 5) : digits.slice(0, 8)),
  },
  {
    pattern: /^(?:6[3-8]0|100|090)\d{4}-?\d{3}$/,
    prefix: (digits, level) => (level === "city" ? digits.slice(0, 5) : digits.slice(0, 7)),
  },
];

/** The code of the unit at a level that the area of this code lies in; undefined for a code of no known kind. */
export function unitCode(code: string, level: Upper): string | undefined {
  const cleaned = code.replace(/[\s'’]/gu, "");
  const scheme = schemes.find(({ pattern }) => pattern.test(cleaned));
  return scheme?.prefix(cleaned.replace("-", ""), level);
}

/**
 * Groups at a level by the areas' codes; undefined when no area has a code of a known kind. A group is named as the parents of its areas name it,
 * where they agree and have that level; else by its code.
 */
export function groupingByCode(survey: Survey, by: Level): Grouping | undefined {
  if (by === "community") return undefined;
  const prefixes = survey.observations.map(({ area }) =>
    area.code === null ? undefined : unitCode(area.code, by),
  );
  if (prefixes.every((prefix) => prefix === undefined)) return undefined;
  const names = namesOf(survey, prefixes, by);
  return { by, groupOf: (i) => names.get(prefixes[i] ?? "") ?? prefixes[i] };
}

const heights: Readonly<Record<Upper, number>> = { street: 1, district: 2, city: 3 };

function namesOf(
  survey: Survey,
  prefixes: readonly (string | undefined)[],
  by: Upper,
): Map<string, string> {
  const found = new Map<string, Set<string>>();
  prefixes.forEach((prefix, i) => {
    const name = survey.observations[i]?.area.parents.at(-heights[by]);
    if (prefix === undefined || name === undefined) return;
    const known = found.get(prefix);
    if (known) known.add(name);
    else found.set(prefix, new Set([name]));
  });
  const own = [...found].flatMap(([prefix, names]) =>
    names.size === 1 ? [[prefix, [...names][0] as string] as const] : [],
  );
  // Two units of one name are not one unit: both go by their codes.
  return new Map(own.filter(([, name]) => own.filter(([, other]) => other === name).length === 1));
}
