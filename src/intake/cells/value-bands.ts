/** A range of values that a label names: “60平方米以下”, “60～100平方米”, “500平方米及以上”. Bounds as written, without their unit. */
export interface ValueBand {
  readonly low?: string;
  readonly high?: string;
  readonly lowOpen?: true;
  readonly highOpen?: true;
  /** As written after the number: 平方米. */
  readonly unit: string;
}

const number = "(\\d+(?:,\\d{3})*(?:\\.\\d+)?)";
const word = "([^\\d\\s～~—–\\-至到]{0,12}?)";

interface Form {
  readonly pattern: RegExp;
  make(found: RegExpExecArray): ValueBand;
}

const plain = (digits: string | undefined): string => (digits ?? "").replaceAll(",", "");
const form = (source: string, make: (found: RegExpExecArray) => ValueBand): Form => ({
  pattern: new RegExp(`^${source}$`, "u"),
  make,
});

/** Whether 以下 and the end of a range include their bound is told by the bands beside them: see `partition`. */
const forms: readonly Form[] = [
  form(
    `${number}\\s*${word}\\s*(?:～|~|—|–|-|至|到|to)\\s*${number}\\s*${word}(?:以下|之间|之間)?`,
    (f) => ({
      low: plain(f[1]),
      high: plain(f[3]),
      unit: f[4] || (f[2] ?? ""),
    }),
  ),
  form(
    `${number}\\s*${word}(?:及以上|以上)\\s*(?:不足|不满|未满|未滿)?${number}\\s*${word}(?:以下)?`,
    (f) => ({
      low: plain(f[1]),
      high: plain(f[3]),
      highOpen: true,
      unit: f[4] || (f[2] ?? ""),
    }),
  ),
  form(
    `(?:不足|不到|小于|小於|低于|低於|少于|少於|未满|未滿|<|below|under|less than)\\s*${number}\\s*${word}(?:的)?`,
    (f) => ({
      high: plain(f[1]),
      highOpen: true,
      unit: f[2] ?? "",
    }),
  ),
  form(`${number}\\s*${word}\\s*(?:及以下|以下|以内|以內|≤)`, (f) => ({
    high: plain(f[1]),
    unit: f[2] ?? "",
  })),
  form(`(?:≤|<=|不超过|不超過|至多|at most|up to)\\s*${number}\\s*${word}`, (f) => ({
    high: plain(f[1]),
    unit: f[2] ?? "",
  })),
  form(`${number}\\s*${word}\\s*(?:及以上|以上|\\+|and more|or more|and over)`, (f) => ({
    low: plain(f[1]),
    unit: f[2] ?? "",
  })),
  form(`(?:≥|>=|不少于|不少於|不低于|不低於|至少|at least)\\s*${number}\\s*${word}`, (f) => ({
    low: plain(f[1]),
    unit: f[2] ?? "",
  })),
  form(
    `(?:超过|超過|大于|大於|多于|多於|高于|高於|>|over|above|more than)\\s*${number}\\s*${word}`,
    (f) => ({
      low: plain(f[1]),
      lowOpen: true,
      unit: f[2] ?? "",
    }),
  ),
];

/** The range that a label names; undefined for any other text. A count in brackets at its end (个, 社区数) is no part of it. */
export function valueBand(label: string): ValueBand | undefined {
  const text = label
    .replace(/㎡|m²|sq\.?\s?m\.?|square met(?:re|er)s?/giu, "平方米")
    .normalize("NFKC")
    .replace(/\s*\((?:个|個|社区数|社區數|个社区|個社區|communities|number)\)\s*$/u, "")
    .replace(/的?(?:社区|社區|村里)(?:数|數|个数|個數)?$/u, "")
    .trim()
    .toLowerCase();
  for (const { pattern, make } of forms) {
    const found = pattern.exec(text);
    if (found) return make(found);
  }
  return undefined;
}

/**
 * The bands as a partition: where one begins where another ends, the edge belongs to the upper one, whatever the words say
 * (60以下, 60～100, 100～200). Undefined where two overlap: then they are no partition, and communities would count twice.
 */
export function partition(bands: readonly ValueBand[]): ValueBand[] | undefined {
  const starts = new Set(
    bands
      .filter((band) => !band.lowOpen)
      .flatMap((band) => (band.low === undefined ? [] : [Number(band.low)])),
  );
  const isShared = (band: ValueBand): boolean =>
    band.high !== undefined &&
    starts.has(Number(band.high)) &&
    Number(band.low) !== Number(band.high);
  const shared = bands.some(isShared);
  // Where one range leaves its end to the next, 100～200 does so too, though nothing begins at 200.
  const closed = bands.map(
    (band): ValueBand =>
      isShared(band) || (shared && band.low !== undefined && band.high !== undefined)
        ? { ...band, highOpen: true }
        : band,
  );
  const rising = [...closed].sort((a, b) => lowOf(a) - lowOf(b) || highOf(a) - highOf(b));
  const apart = rising.every((band, i) => {
    const next = rising[i + 1];
    if (lowOf(band) > highOf(band)) return false;
    return (
      !next ||
      highOf(band) < lowOf(next) ||
      (highOf(band) === lowOf(next) && (band.highOpen === true || next.lowOpen === true))
    );
  });
  return apart ? closed : undefined;
}

/**
 * Ranges that only say “below”, taken as following each other: below 60, 60 to below 100, … That is what they mean where some count falls, since of
 * the communities below 100 those below 60 are a part. Undefined where no count falls (then they may be meant either way), or where they are no such list.
 */
export function followingEachOther(
  bands: readonly ValueBand[],
  rows: readonly (readonly number[])[],
): ValueBand[] | undefined {
  const below = bands.flatMap((band, at) =>
    band.low === undefined && band.high !== undefined ? [{ band, at }] : [],
  );
  const rising = [...below].sort((a, b) => highOf(a.band) - highOf(b.band));
  const falls = rows.some((counts) =>
    rising.some(
      ({ at }, k) =>
        k > 0 && (counts[at] as number) < (counts[rising[k - 1]?.at as number] as number),
    ),
  );
  if (below.length < 2 || !falls) return undefined;
  const following = bands.map((band, at): ValueBand => {
    const before = rising[rising.findIndex((one) => one.at === at) - 1]?.band;
    return before?.high === undefined
      ? band
      : { ...band, low: before.high, ...(before.highOpen !== true && { lowOpen: true }) };
  });
  return partition(following);
}

const lowOf = (band: ValueBand): number =>
  band.low === undefined ? Number.NEGATIVE_INFINITY : Number(band.low);
const highOf = (band: ValueBand): number =>
  band.high === undefined ? Number.POSITIVE_INFINITY : Number(band.high);

/** A band as a cell that the reading of cells understands: `≥60且<100`, with the unit at each bound. */
export const bandCell = ({ low, high, lowOpen, highOpen, unit }: ValueBand): string =>
  [
    low === undefined ? [] : [`${lowOpen ? ">" : "≥"}${low}${unit}`],
    high === undefined ? [] : [`${highOpen ? "<" : "≤"}${high}${unit}`],
  ]
    .flat()
    .join("且");
