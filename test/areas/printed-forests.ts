import fc from "fast-check";

/** A unit with its parts; a leaf has none, and figures of its own. */
export interface Unit {
  readonly parts: readonly Unit[];
  readonly figures: readonly number[];
}

export interface Layout {
  readonly language: "zh-CN" | "zh-TW" | "en";
  /** How the rows of units above others are told apart. */
  readonly told: "kinds" | "totals" | "level" | "unknown-level" | "indent" | "nothing";
  readonly above: boolean;
  /** Whether a row of the whole stands above or below the others, or none. */
  readonly whole: "above" | "below" | "none";
  readonly derived: boolean;
  /** Where the names are drawn from, so that tables differ in them. */
  readonly seed: number;
}

const sum = (units: readonly Unit[], column: number): number =>
  units.reduce((total, unit) => total + (unit.figures[column] as number), 0);

const whole = (parts: readonly Unit[]): Unit => ({
  parts,
  figures: (parts[0] as Unit).figures.map((_, column) => sum(parts, column)),
});

/** Forests of so many levels above the communities, with so many columns; figures that are seldom equal by chance. */
export const forest = (levels: number, columns: number): fc.Arbitrary<readonly Unit[]> => {
  const leaf = fc
    .array(fc.integer({ min: 203, max: 9871 }), { minLength: columns, maxLength: columns })
    .map((figures): Unit => ({ parts: [], figures }));
  let unit: fc.Arbitrary<Unit> = leaf;
  for (let level = 0; level < levels; level++)
    unit = fc.array(unit, { minLength: 2, maxLength: 5 }).map(whole);
  return fc.array(unit, { minLength: levels === 0 ? 3 : 1, maxLength: 4 });
};

export const layout: fc.Arbitrary<Layout> = fc.record({
  language: fc.constantFrom("zh-CN", "zh-TW", "en"),
  told: fc.constantFrom("kinds", "totals", "level", "unknown-level", "indent", "nothing"),
  above: fc.boolean(),
  whole: fc.constantFrom("above", "below", "none"),
  derived: fc.boolean(),
  seed: fc.integer({ min: 0, max: 400 }),
});

const heads = {
  "zh-CN": ["地区", "户数", "常住人口", "党员数"],
  "zh-TW": ["地區", "戶數", "人口數", "黨員數"],
  en: ["Area", "Households", "Population", "Community workers"],
} as const;
const chineseFirst = "柳槐桐杉枫榆樟椿桂梅兰菊荷莲竹松柏桑柘楠";
const chineseSecond = "荫塘岸溪浦湾坡岭岗台阁亭桥津渡洲沙滩泉井";
const englishFirst = [
  "Ash",
  "Birch",
  "Cedar",
  "Elm",
  "Fir",
  "Hazel",
  "Larch",
  "Oak",
  "Pine",
  "Yew",
];
const englishSecond = [
  "by",
  "ley",
  "combe",
  "field",
  "ford",
  "garth",
  "ham",
  "moor",
  "thorpe",
  "wick",
];
const kindsOfUnits = { "zh-CN": ["社区", "街道", "区", "市"], "zh-TW": ["里", "鎮", "縣", "市"] };
const levelWords = {
  "zh-CN": ["社区", "街道", "区", "市"],
  "zh-TW": ["里", "鄉鎮", "縣", "市"],
  en: ["Ward", "Town", "District", "City"],
} as const;
const wholeWords = { "zh-CN": "合计", "zh-TW": "總計", en: "Grand Total" } as const;
const totalWords = { "zh-CN": "小计", "zh-TW": "計", en: " Total" } as const;
const derivedWords = {
  "zh-CN": ["上年同期", "增减"],
  "zh-TW": ["去年同期", "增減數"],
  en: ["Previous year", "Change"],
} as const;

/** A forest printed as a table. */
export function print(units: readonly Unit[], layout: Layout): string {
  const { language, told, above, seed } = layout;
  const columns = (units[0] as Unit).figures.length;
  const withLevels = told === "level" || told === "unknown-level";
  let met = seed;
  const stem = (): string => {
    const at = (met++ * 7) % 400;
    const [one, two] =
      language === "en"
        ? [
            englishFirst[at % 10],
            `${englishSecond[((at / 10) % 10) | 0]}${at >= 100 ? ` ${"NSEW"[(at / 100) | 0]}` : ""}`,
          ]
        : [chineseFirst[at % 20], chineseSecond[(at / 20) | 0]];
    return `${one}${two}`;
  };
  const nameOf = (height: number): string => {
    const name = stem();
    if (language === "en")
      return height > 0 && told === "totals" ? `${name}${totalWords.en}` : name;
    const kinds = kindsOfUnits[language];
    if (told === "totals")
      return height > 0 ? `${name}${kinds[height]}${totalWords[language]}` : `${name}${kinds[0]}`;
    return told === "kinds" ? `${name}${kinds[height]}` : name;
  };
  const row = (name: string, level: string, figures: readonly number[]): string =>
    [...(withLevels ? [level] : []), name, ...figures].join(",");
  const heightOf = (unit: Unit): number =>
    unit.parts.length === 0 ? 0 : 1 + heightOf(unit.parts[0] as Unit);
  const lines = (unit: Unit, depth: number): string[] => {
    const height = heightOf(unit);
    const indent = told === "indent" ? "　".repeat(depth) : "";
    const level = told === "level" ? levelWords[language][height] : `L${9 - height}`;
    const own = row(`${indent}${nameOf(height)}`, level as string, unit.figures);
    const parts = unit.parts.flatMap((part) => lines(part, depth + 1));
    // Indented parts stand below their unit.
    return above || told === "indent" || withLevels ? [own, ...parts] : [...parts, own];
  };
  const all = Array.from({ length: columns }, (_, column) => sum(units, column));
  const ofAll = row(wholeWords[language], "", all);
  const derived = derivedWords[language].map((word, i) =>
    row(
      word,
      "",
      all.map((figure) => (i === 0 ? figure - 13 : 13)),
    ),
  );
  return [
    [
      ...(withLevels ? [language === "en" ? "Level" : "级别"] : []),
      ...heads[language].slice(0, columns + 1),
    ].join(","),
    ...(layout.whole === "above" ? [ofAll] : []),
    ...units.flatMap((unit) => lines(unit, 0)),
    ...(layout.whole === "below" ? [ofAll] : []),
    ...(layout.derived ? derived : []),
  ].join("\n");
}

/** Whether enough is told for the forest to be found: nothing tells a lone column of a few figures from chance. English names bear no kinds. */
export const isTold = ({ told, language, whole: ofAll }: Layout, columns: number): boolean =>
  (told !== "nothing" && (told !== "kinds" || language !== "en")) ||
  ofAll !== "none" ||
  columns > 1;
