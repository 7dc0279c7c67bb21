import { shownNumber } from "./number-format.ts";

/** A value of a workbook as its sheet shows it, as far as the meaning goes: what an export to CSV would write, without the rounding. */
export type WorkbookValue = string | number | boolean | Date | null;

/** From where a workbook counts its days. */
export type DateSystem = "1900" | "1904";

/**
 * The text of a cell. Numbers are plain decimals of at most 15 significant digits (all that Excel itself shows), so that no
 * binary residue is left, with what their format shows beside them (see `shownNumber`). Dates are ISO dates, as far as their format shows
 * them: a year, a month, a day, or day and month alone, as damaged ranges have them (5-Jan). A date that nobody can have typed is the
 * number that somebody formatted as one.
 */
export function cellText(
  value: WorkbookValue,
  format: string | undefined,
  system: DateSystem = "1900",
): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date) return dateText(value, format, system);
  return numberText(value, format);
}

function numberText(value: number, format = ""): string {
  if (!Number.isFinite(value)) return "";
  return format === "" || format === "General"
    ? plainDecimal(value)
    : shownNumber(value, format, plainDecimal);
}

/** The first section of a format, without quoted text, escapes, colours and conditions. */
const positiveSection = (format: string): string =>
  (format.split(";")[0] as string).replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, "");

/** 15 significant digits, never with an exponent. */
export function plainDecimal(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(Math.abs(rounded));
  const sign = rounded < 0 ? "-" : "";
  const [mantissa = "", exponent] = text.split("e");
  if (exponent === undefined) return sign + text;
  const [whole = "", fraction = ""] = mantissa.split(".");
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return (
    sign +
    (point >= digits.length
      ? digits.padEnd(point, "0")
      : `${digits.slice(0, point)}.${digits.slice(point)}`)
  );
}

const monthNames = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
];

function dateText(date: Date, format = "yyyy-mm-dd", system: DateSystem): string {
  if (Number.isNaN(date.getTime())) return "";
  const number = numberBehind(date, system);
  if (number !== undefined) return plainDecimal(number);
  const iso = date.toISOString();
  const shown = positiveSection(format).toLowerCase();
  const has = (part: string): boolean => shown.includes(part);
  const timeOfDay = iso.slice(11, 19);
  // A month's m stands beside a year or a day; a minute's beside hours.
  if (!has("y") && !has("d") && has("h")) return timeOfDay;
  if (!has("y") && has("d") && has("m"))
    return `${date.getUTCDate()}-${monthNames[date.getUTCMonth()]}`;
  if (has("y") && !has("m") && !has("d")) return iso.slice(0, 4);
  if (has("y") && !has("d")) return iso.slice(0, 7);
  return timeOfDay === "00:00:00" || !has("h")
    ? iso.slice(0, 10)
    : `${iso.slice(0, 10)} ${timeOfDay}`;
}

const DAY = 86_400_000;
/** Day and month typed into a cell are dated this year, and years of two digits begin in 1930. */
const FIRST_TYPED = Date.UTC(1930, 0, 1);
/** Excel counts days from here, with a 29 February 1900 that never was. */
const DAY_NOUGHT = { "1900": Date.UTC(1899, 11, 31), "1904": Date.UTC(1904, 0, 1) } as const;
const LAST_OF_FEBRUARY = Date.UTC(1900, 1, 28);

/**
 * The number of a cell whose format shows it as a date before 1930: 1200 as 1903-04-14. Undefined for a later date, for a time of day, and for 28
 * February 1900, which 59 and 60 are both read as.
 */
function numberBehind(date: Date, system: DateSystem): number | undefined {
  const time = date.getTime();
  const days = (time - DAY_NOUGHT[system]) / DAY;
  if (time >= FIRST_TYPED || days < 1) return undefined;
  if (system === "1904") return days;
  if (time >= LAST_OF_FEBRUARY && time < LAST_OF_FEBRUARY + DAY) return undefined;
  return days + (time > LAST_OF_FEBRUARY ? 1 : 0);
}
