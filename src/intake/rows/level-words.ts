/** Words in a column of levels, the lowest first. */
const levels: readonly RegExp[] = [
  /^(?:社区|社區|居委会|居委會|村委会|村委會|村居?|[村里]里?|行政村|community|village|ward|neighbou?rhood|block|hamlet|tract|parish)级?級?$/iu,
  /^(?:街道|乡镇街道|镇街|鎮街|乡镇|鄉鎮|[镇鎮乡鄉]|乡级|鄉鎮市區|street|township|town|sub-?district)级?級?$/iu,
  /^(?:区县|县区|區縣|縣區|县市区|[区區县縣]|district|county|borough)级?級?$/iu,
  /^(?:地级市|地市|设区市|市|city|prefecture|municipality)级?級?$/iu,
  /^(?:省|自治区|province|state|region)级?級?$/iu,
  /^(?:国家|國家|全国|全國|country|nation(?:al)?)级?級?$/iu,
];

/** How high a level stands, from 0, by its word; undefined where it is not known. */
export function rankOfLevel(word: string): number | undefined {
  const rank = levels.findIndex((words) => words.test(word.trim()));
  return rank === -1 ? undefined : rank;
}

/** Levels of a table are few; a column with more of them holds something else. */
const MOST_LEVELS = 8;

/**
 * The orders in which the words of a column of levels may stand, each as word → height from 0; the likeliest first: by the words themselves, by
 * the order of the table (a unit before its parts, or behind them). None where the column tells no levels apart.
 */
export function levelOrders(words: readonly (string | undefined)[]): ReadonlyMap<string, number>[] {
  const distinct = [...new Set(words)];
  if (distinct.length < 2 || distinct.length > MOST_LEVELS || distinct.includes(undefined))
    return [];
  const met = distinct as string[];
  const known = met.map((word) => rankOfLevel(word) ?? -1);
  const descending = new Map(met.map((word, i) => [word, met.length - 1 - i]));
  const ascending = new Map(met.map((word, i) => [word, i]));
  const byWords = new Map(met.map((word, i) => [word, known[i] as number]));
  return [
    ...(known.includes(-1) || new Set(known).size < 2 ? [] : [byWords]),
    descending,
    ascending,
  ];
}
