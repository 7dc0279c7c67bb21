/** What a file is, told by its bytes: names lie (an HTML page saved as .xls, a workbook named .csv). */
export type FileKind =
  | "text"
  /** A zip: a workbook (.xlsx) or an archive. */
  | "zip"
  | "gzip"
  | "parquet"
  /** The container of .xls, .et and of workbooks with a password. */
  | "compound"
  | "html"
  /** A workbook as one XML file or one web archive. */
  | "other-workbook";

/** How many bytes are needed to tell. */
export const KIND_BYTES = 4096;

/** Tells what a file is from its first bytes. */
export function fileKind(head: Uint8Array): FileKind {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return "zip";
  if (starts(0x1f, 0x8b, 0x08)) return "gzip";
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return "compound";
  if (starts(0x50, 0x41, 0x52, 0x31)) return "parquet";
  return markupKind(head);
}

function markupKind(head: Uint8Array): FileKind {
  // Without the zero bytes, UTF-16 reads like ASCII as far as markup goes.
  const text = Buffer.from(head.subarray(0, KIND_BYTES).filter((byte) => byte !== 0))
    .toString("latin1")
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .trimStart()
    .toLowerCase();
  if (text.startsWith("mime-version:")) return "other-workbook";
  if (!text.startsWith("<")) return "text";
  if (
    text.includes("urn:schemas-microsoft-com:office:spreadsheet") &&
    /<(?:\w+:)?workbook[\s>]/.test(text)
  )
    return "other-workbook";
  return /^(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|meta|body|table|style|div)\b/s.test(
    text,
  )
    ? "html"
    : "text";
}
