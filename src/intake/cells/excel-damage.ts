/** Errors that a spreadsheet leaves in a cell, and the fence it prints where a column is too narrow. */
const errors =
  /^(?:#{2,}|#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|GETTING_DATA))$/i;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const time = "(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?)?";
const dayMonth = /^(\d{1,2})-([A-Za-z]{3})(?:-(?:\d{2}|\d{4}))?$/;
const monthNumber = /^([A-Za-z]{3})-(\d{1,2}|\d{4})$/;
const chineseDay = /^(?:\d{4}年)?(\d{1,2})月(\d{1,2})日$/;
const fullDate = new RegExp(`^\\d{4}([-/.])(\\d{1,2})\\1(\\d{1,2})${time}$`);
const americanDate = new RegExp(`^(\\d{1,2})([-/])(\\d{1,2})\\2\\d{4}${time}$`);
const scientific = /^([-+]?)(\d)(?:\.(\d{1,20}))?[eE]\+?(\d{1,2})$/;

/**
 * What a cell may have been before a spreadsheet changed it: `1-5` for 5-Jan, 1月5日 or 2023/1/5; the error itself for #REF!;
 * `123???` (the digits that are left) for 1.23E+05. Undefined when the cell shows no such damage. Lost digits count only where `whole` numbers are expected.
 */
export function excelDamage(text: string, whole: boolean): string | undefined {
  if (errors.test(text)) return text.startsWith("##") ? "####" : text.toUpperCase();
  return dateOrigin(text) ?? (whole ? lostDigits(text) : undefined);
}

function dateOrigin(text: string): string | undefined {
  let found = dayMonth.exec(text);
  if (found) return monthDay(monthOf(found[2]), Number(found[1]));
  found = monthNumber.exec(text);
  if (found)
    return monthOf(found[1]) === 0 ? undefined : `${monthOf(found[1])}-${Number(found[2])}`;
  found = chineseDay.exec(text);
  if (found) return monthDay(Number(found[1]), Number(found[2]));
  found = fullDate.exec(text);
  if (found) return monthDay(Number(found[2]), Number(found[3]));
  found = americanDate.exec(text);
  return found
    ? (monthDay(Number(found[1]), Number(found[3])) ?? monthDay(Number(found[3]), Number(found[1])))
    : undefined;
}

const monthOf = (name = ""): number => months.indexOf(name.toLowerCase()) + 1;

function monthDay(month: number, day: number): string | undefined {
  return day >= 1 && day <= (monthLengths[month - 1] ?? 0) ? `${month}-${day}` : undefined;
}

/** 1.23E+05 keeps three digits of six. 1.2345E+04 has lost none and is a number; so is 0E+00. */
function lostDigits(text: string): string | undefined {
  const found = scientific.exec(text);
  if (!found) return undefined;
  const [, sign = "", first = "", fraction = "", exponent = ""] = found;
  const lost = Number(exponent) - fraction.length;
  return lost <= 0 || lost > 30 || first === "0"
    ? undefined
    : `${sign === "-" ? "-" : ""}${first}${fraction}${"?".repeat(lost)}`;
}
