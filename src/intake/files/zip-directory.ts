import { unzipSync } from "fflate";
import { CdjError } from "../../survey/error.ts";

/** An entry of a zip, as its directory declares it. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly packed: number;
}

const MEGABYTE = 1 << 20;
const MOST_ENTRIES = 10_000;
const MOST_BYTES = 1024 * MEGABYTE;
/** So much compression is no table: repetitive sheets come to 20 or 50. */
const MOST_RATIO = 250;
const RATIO_FROM = 16 * MEGABYTE;

/** The entries of a zip without unpacking it. Throws a CdjError for one that is damaged, or would unpack to more than a table ever is. */
export function zipDirectory(file: string, bytes: Uint8Array): ZipEntry[] {
  const entries: ZipEntry[] = [];
  try {
    unzipSync(bytes, {
      filter({ name, originalSize, size }) {
        entries.push({ name, size: originalSize, packed: size });
        return false;
      },
    });
  } catch (error) {
    throw new CdjError("damaged-container", { file, reason: (error as Error).message });
  }
  const declared = entries.reduce((sum, entry) => sum + entry.size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  // Entries that share their bytes, or hide their size, are a bomb's.
  const hidden = entries.some((entry) => entry.size === 0 && entry.packed > 64);
  if (
    entries.length > MOST_ENTRIES ||
    declared > MOST_BYTES ||
    packed > bytes.length ||
    hidden ||
    tooTight(declared, packed)
  ) {
    throw new CdjError("unpacks-too-far", { file, unpacked: Math.round(declared / MEGABYTE) });
  }
  return entries;
}

/** Whether so many bytes out of so few are more than a table's repetitions explain. */
export const tooTight = (unpacked: number, packed: number): boolean =>
  unpacked > RATIO_FROM && unpacked > MOST_RATIO * packed;

/** The bytes of one entry. Throws a CdjError when it is damaged, encrypted, or not of its declared size. */
export function zipEntry(file: string, bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  let unpacked: Uint8Array | undefined;
  try {
    unpacked = unzipSync(bytes, { filter: ({ name }) => name === entry.name })[entry.name];
  } catch (error) {
    throw new CdjError("damaged-container", { file, reason: (error as Error).message });
  }
  if (unpacked?.length !== entry.size)
    throw new CdjError("damaged-container", { file, reason: entry.name });
  return unpacked;
}

/** Names without the flag for UTF-8 are read as Latin-1 by the unpacker; they are UTF-8 or GB18030. */
export function entryName(name: string): string {
  if (!/[\u0080-\u00ff]/.test(name) || /[^\u0000-\u00ff]/.test(name)) return name;
  const bytes = Buffer.from(name, "latin1");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
