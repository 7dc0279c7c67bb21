import { languages, type Text } from "../survey/language.ts";
import type { Norm } from "../survey/norm.ts";
import { isFloor } from "../survey/norm-standing.ts";

/** Norms that ask for workers to so many people; what they ask of a community may be bounded. */
const isStaffing = (norm: Norm): boolean =>
  (norm.subject === "workers_per_1000" || norm.subject === "workers_per_10000") && isFloor(norm);
/** Norms on the number of workers of a community. */
const isBounds = ({ subject, op }: Norm): boolean => subject === "workers" && op !== "=";

const boundsOf = ({ op, value, upper }: Norm): NonNullable<Norm["clamp"]> => ({
  ...(op === "<=" || op === "<" ? { max: value } : { min: value }),
  ...(upper !== undefined && { max: upper }),
});

/** A staffing norm whose posts another norm bounds: what the first asks of each community, not fewer and not more than the second allows. */
function joinedNorm(staffing: Norm, bounds: Norm): Norm {
  const { min, max } = boundsOf(bounds);
  const range: Text = {
    en: `${[min !== undefined && `at least ${min}`, max !== undefined && `at most ${max}`].filter(Boolean).join(" and ")} to a community`,
    "zh-CN": `每社区${[min !== undefined && `不少于${min}人`, max !== undefined && `不超过${max}人`].filter(Boolean).join("、")}`,
    "zh-TW": `每社區${[min !== undefined && `不少於${min}人`, max !== undefined && `不超過${max}人`].filter(Boolean).join("、")}`,
  };
  const { number: _, clause: __, note: ___, ...rest } = staffing;
  return {
    ...rest,
    id: `${staffing.id}+${bounds.id}`,
    joins: [staffing.id, bounds.id],
    clamp: {
      ...staffing.clamp,
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
    },
    document: Object.fromEntries(
      languages.map((language) => [
        language,
        `${staffing.id} + ${bounds.id}${language === "en" ? ": " : "："}${range[language]}`,
      ]),
    ) as unknown as Text,
  };
}

/**
 * The norms named, each once, and for each pair of a staffing norm and a norm on the number of workers a further one: the posts of the first within the bounds
 * of the second. Each norm keeps the figures it has alone; the pair has its own, whatever the order.
 */
export function withJoined(norms: readonly Norm[]): Norm[] {
  const once = norms.filter(({ id }, i) => norms.findIndex((other) => other.id === id) === i);
  const bounds = once.filter(isBounds);
  return [
    ...once,
    ...once
      .filter(isStaffing)
      .flatMap((staffing) => bounds.map((one) => joinedNorm(staffing, one))),
  ];
}
