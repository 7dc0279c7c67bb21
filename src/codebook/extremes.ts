import { defineVariable, type Variable } from "./define.ts";

const whole = { parts: "same", noneMeans: "missing" } as const;

/** The greatest and the least figure of the communities that one row speaks of: a report often gives no more than these. */
const extremes = <const Id extends string>(
  id: Id,
  like: Pick<Variable, "kind" | "unit">,
  title: { readonly en: string; readonly "zh-CN": string; readonly "zh-TW": string },
  names: readonly string[],
  english: readonly string[],
) => {
  const headed = (greatest: boolean): string[] => [
    ...names.flatMap((name) =>
      greatest
        ? [`最多${name}`, `最大${name}`, `最高${name}`, `${name}最多`, `${name}最大值`]
        : [`最少${name}`, `最小${name}`, `最低${name}`, `${name}最少`, `${name}最小值`],
    ),
    ...names.map((name) => (greatest ? `最多的社区${name}` : `最少的社区${name}`)),
    ...english.flatMap((name) =>
      greatest
        ? [`most ${name}`, `maximum ${name}`, `max ${name}`]
        : [`least ${name}`, `fewest ${name}`, `minimum ${name}`, `min ${name}`],
    ),
  ];
  return [
    defineVariable({
      id: `${id}_most` as const,
      title: {
        en: `Greatest ${title.en} of a community`,
        "zh-CN": `最多一个社区的${title["zh-CN"]}`,
        "zh-TW": `最多一個社區的${title["zh-TW"]}`,
      },
      ...like,
      ...whole,
      aliases: headed(true),
    }),
    defineVariable({
      id: `${id}_least` as const,
      title: {
        en: `Least ${title.en} of a community`,
        "zh-CN": `最少一个社区的${title["zh-CN"]}`,
        "zh-TW": `最少一個社區的${title["zh-TW"]}`,
      },
      ...like,
      ...whole,
      aliases: headed(false),
    }),
  ] as const;
};

/** Of variables that reports give such figures of. */
export const extremesOf = ["members", "residents"] as const;

export const extremeVariables = [
  ...extremes(
    "members",
    { kind: "count", unit: "person" },
    { en: "number of members", "zh-CN": "党员数", "zh-TW": "黨員數" },
    ["党员数", "党员人数", "党员"],
    ["members"],
  ),
  ...extremes(
    "residents",
    { kind: "count", unit: "person" },
    { en: "number of residents", "zh-CN": "常住人口", "zh-TW": "常住人口" },
    ["常住人口", "居民数", "居民人数", "人口"],
    ["residents"],
  ),
] as const;
