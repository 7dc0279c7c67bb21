/** A value of a workbook as its sheet shows it, as far as the meaning goes: what an export to CSV would write, without the rounding. */
export type WorkbookValue = string | number | boolean | Date | null;

/**
 * The text of a cell. Numbers are plain decimals of at most 15 significant digits (all that Excel itself shows), so that no
 * binary residue is left; a percent format gives per cent, a format of zeros (000000) its leading zeros. Dates are ISO dates,
 * as far as their format shows them: a year, a month, a day, or day and month alone, as damaged ranges have them (5-Jan).
 */
export function cellText(value: WorkbookValue, format: string | undefined): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date) return dateText(value, format);
  return numberText(value, format);
}

function numberText(value: number, format = ""): string {
  if (!Number.isFinite(value)) return "";
  const shown = positiveSection(format);
  if (shown.includes("%")) return `${plainDecimal(value * 100)}%`;
  const zeros = /^0{2,}$/.exec(shown);
  if (zeros && Number.isInteger(value) && value >= 0)
    return plainDecimal(value).padStart(shown.length, "0");
  return plainDecimal(value);
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

function dateText(date: Date, format = "yyyy-mm-dd"): string {
  if (Number.isNaN(date.getTime())) return "";
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
