import type { Meaning } from "./match.ts";

/**
 * Column ids of the household registration tables that Taiwan's Ministry of the Interior publishes (data.gov.tw, ODRP): people_total,
 * people_total_m, people_age_000_m … people_age_100up_f; statistic_yyymm; site_id; village.
 */
const people = /^people_(?:total|age_(\d{3})(up)?(?:_(\d{3}))?)(?:_(m|f))?$/;

/** male_12, female_100up: years of age, by sex. */
const sexAndAge = /^(?:age_?)?(male|female)_(\d{1,3})_?(up|plus|\+)?$/;

/** The meaning of such an id; undefined for any other text. */
export function openDataMeaning(id: string): Meaning | undefined {
  const text = id.trim().toLowerCase();
  if (/^statistic_yyy(?:y)?(?:mm)?$/.test(text)) return { kind: "key", key: "period" };
  if (text === "district_code") return { kind: "key", key: "area_code" };
  if (text === "site_id") return { kind: "key", key: "parent_area", or: "area" };
  if (/^household_no(?:_total)?$/.test(text)) return { kind: "variable", variable: "households" };
  const [single, which, age, over] = sexAndAge.exec(text) ?? [];
  if (single !== undefined) {
    const years = Number(age);
    return {
      kind: "band",
      open: true,
      band: {
        of: "residents",
        sex: which as "male" | "female",
        from: years,
        to: over ? Number.POSITIVE_INFINITY : years + 1,
      },
    };
  }
  const [found, first, up, last, sex] = people.exec(text) ?? [];
  if (found === undefined) return undefined;
  if (first === undefined && sex === undefined) return { kind: "variable", variable: "residents" };
  const from = Number(first ?? 0);
  const to =
    first === undefined || up !== undefined ? Number.POSITIVE_INFINITY : Number(last ?? first) + 1;
  return {
    kind: "band",
    band: {
      of: "residents",
      ...(sex && { sex: sex === "m" ? ("male" as const) : ("female" as const) }),
      from,
      to,
    },
  };
}
