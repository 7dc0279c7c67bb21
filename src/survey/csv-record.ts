/** A field of a CSV file: in quotes where it holds a comma, a quote or a line break (RFC 4180). */
const csvField = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A record of a CSV file. A lone empty field is quoted: a line that is quite empty would be no record. */
export const csvRecord = (fields: readonly string[]): string =>
  fields.length === 1 && fields[0] === "" ? '""' : fields.map(csvField).join(",");
