const number = "\\d{1,3}(?:[,，]\\d{3})+|\\d+(?:\\.\\d+)?";
const figure = `(?:${number})\\s*万?`;
const unit =
  "(?:人|口|户|戶|名|个|個|平方米|㎡|万元|persons?|people|residents?|inhabitants?|population|households?|families|dwellings?|members?)";
const from = "(?:及?以上|以上|及以上|或以上|起|\\+|\\s*(?:and|or) (?:over|above|more)|\\s*plus)";
const below = "(?:以下|及以下|或以下|以内|以內|\\s*(?:and|or) (?:under|below|less|fewer))";
const before =
  "(?:不足|少于|少於|低于|低於|小于|小於|不到|超过|超過|大于|大於|多于|多於|高于|高於|<=?|>=?|≤|≥|under|over|below|above|less than|more than|fewer than|at least|up to)";
const areas =
  "(?:的?(?:社区|社區|村|街道|乡镇|鄉鎮|[镇鎮乡鄉里])|\\s*(?:wards?|villages?|areas?|communities))?";

const classes = [
  // 5000人以上, 1000户以下, 5,000 or more persons, 5000+.
  new RegExp(`^${figure}\\s*${unit}?(?:${from}|${below})\\s*${unit}?${areas}$`, "iu"),
  // 不足1000人, under 1,000, less than 500 households.
  new RegExp(`^${before}\\s*${figure}\\s*${unit}?${areas}$`, "iu"),
  // 1000～2000户, 1000户-2000户, 3,000 to 5,000 persons.
  new RegExp(
    `^${figure}\\s*${unit}?\\s*(?:[-‐‑–—~～〜至到]|to)\\s*${figure}\\s*${unit}(?:之间|之間|以下)?${areas}$`,
    "iu",
  ),
];

/**
 * Whether a name is a class of size, as it stands over the communities of that size or below them: 5000人以上, 1000～2000户, Under 1,000 households. Bare
 * ranges (1000-1999) are no such name: they may be codes.
 */
export function isSizeClass(name: string): boolean {
  if (!/\d/.test(name) || name.length > 40) return false;
  const plain = name
    .normalize("NFKC")
    .replace(/\((?:不?含|inclusive)\)/giu, "")
    .trim();
  return classes.some((pattern) => pattern.test(plain));
}
