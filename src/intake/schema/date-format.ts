/** A date or time that a cell stands for, as a text that sorts as time does; undefined where it is none. */
export type DateReader = (cell: string) => string | undefined;

/** The parts that a directive of strftime stands for, as Python reads them: leading zeros may be missing. */
const directives: Readonly<Record<string, string>> = {
  Y: "(?<year>\\d{4})",
  y: "(?<shortYear>\\d{2})",
  m: "(?<month>0?[1-9]|1[0-2])",
  d: "(?<day>0?[1-9]|[12]\\d|3[01])",
  H: "(?<hour>[01]?\\d|2[0-3])",
  I: "(?<hour12>0?[1-9]|1[0-2])",
  M: "(?<minute>[0-5]?\\d)",
  S: "(?<second>[0-5]?\\d)",
  f: "(?<fraction>\\d{1,6})",
  p: "(?<half>[AaPp][Mm])",
  z: "(?:Z|[+-]\\d\\d:?\\d\\d)",
  b: "(?<shortName>[A-Za-z]{3})",
  B: "(?<name>[A-Za-z]+)",
  a: "[A-Za-z]{3}",
  A: "[A-Za-z]+",
  j: "(?<dayOfYear>\\d{1,3})",
  "%": "%",
};

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/**
 * The reader of a date format as Table Schema writes it (`%Y/%m/%d`, `fmt:%Y/%m/%d` in old schemas); undefined for a format with a
 * directive that there is not, or that names a part twice.
 */
export function dateReader(format: string): DateReader | undefined {
  const parts = format.replace(/^fmt:/u, "").matchAll(/%(.)?|[^%]+/gsu);
  let source = "";
  for (const [text, directive] of parts) {
    if (!text.startsWith("%")) source += text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
    else if (directive === undefined || !Object.hasOwn(directives, directive)) return undefined;
    else source += directives[directive];
  }
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^${source}$`, "u");
  } catch {
    return undefined;
  }
  return (cell) => {
    const found = pattern.exec(cell.trim());
    return found ? sortable(found.groups ?? {}) : undefined;
  };
}

/** Undefined for a day that the calendar lacks. */
function sortable(parts: Readonly<Record<string, string | undefined>>): string | undefined {
  const year = parts.year ?? fullYear(parts.shortYear);
  const named = (parts.name ?? parts.shortName)?.toLowerCase();
  const month = named === undefined ? parts.month : monthOfName(named);
  if (named !== undefined && month === undefined) return undefined;
  if (!isDay(Number(year ?? 2000), Number(month ?? 1), Number(parts.day ?? 1))) return undefined;
  const two = (text: string | number | undefined): string => String(text ?? 0).padStart(2, "0");
  const date = [
    year ?? "0000",
    two(month),
    two(parts.day),
    (parts.dayOfYear ?? "").padStart(3, "0"),
  ];
  const time = [two(hourOf(parts)), two(parts.minute), two(parts.second)];
  return `${date.join("-")}T${time.join(":")}.${(parts.fraction ?? "").padEnd(6, "0")}`;
}

/** As POSIX has it: 69–99 are of the twentieth century. */
const fullYear = (short: string | undefined): string | undefined =>
  short === undefined ? undefined : `${Number(short) >= 69 ? "19" : "20"}${short}`;

function monthOfName(name: string): string | undefined {
  const at = months.findIndex((month) => month === name || month.slice(0, 3) === name);
  return at === -1 ? undefined : String(at + 1);
}

function hourOf({ hour, hour12, half }: Readonly<Record<string, string | undefined>>): number {
  if (hour12 === undefined) return Number(hour ?? 0);
  return (Number(hour12) % 12) + (half?.toLowerCase() === "pm" ? 12 : 0);
}

/** Whether the calendar has that day; years before 100 too. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
