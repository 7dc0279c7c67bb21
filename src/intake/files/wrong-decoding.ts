/** A cell as it stands in a text that was decoded wrongly before it was saved, and what it was where that can be told. */
export interface WrongDecoding {
  readonly cell: string;
  readonly was?: string;
}

/** What Windows-1252 has in place of control characters. */
const special: ReadonlyMap<string, number> = new Map(
  Array.from(
    new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i)),
    (character, i) => [character, 0x80 + i] as const,
  ),
);
/** The mark of a lost character in UTF-8, read as GBK. */
const lost = /锟斤拷|锟斤|斤拷/u;
const HEAD = 4000;

/**
 * Whether a text was decoded wrongly before it was saved: Chinese read as a text of one byte a character (ÉçÇø was 社区), by heads that only the true
 * reading has (`familiar` counts them), or lost characters read as GBK (锟斤拷). Undefined for any other text.
 */
export function wrongDecoding(
  text: string,
  familiar: (text: string) => number,
): WrongDecoding | undefined {
  const head = text.slice(0, HEAD);
  const gone = lost.exec(head)?.[0];
  if (gone !== undefined) return { cell: gone };
  if (!/[\u0080-\u00ff]{2}/u.test(head) || /\p{Script=Han}/u.test(head)) return undefined;
  if (familiar(head) > 0) return undefined;
  for (const encoding of ["utf-8", "gb18030", "big5"]) {
    const decode = (part: string): string | undefined => {
      const bytes = bytesOf(part);
      return bytes && new TextDecoder(encoding).decode(bytes);
    };
    const cells = head.split(/[\r\n]+/u, 12).flatMap((line) => line.split(/[,;\t|]/u, 60));
    const cell = cells.find(
      (part) => /[\u0080-\u00ff]{2}/u.test(part) && familiar(decode(part) ?? "") > 0,
    );
    const was = cell === undefined ? undefined : decode(cell);
    if (cell !== undefined && was !== undefined) return { cell, was };
  }
  return undefined;
}

/** The bytes of a text in Windows-1252, or in Latin-1; undefined where it has other characters. */
function bytesOf(text: string): Uint8Array | undefined {
  const bytes = Array.from(text, (character) => {
    const code = character.codePointAt(0) as number;
    return code <= 0xff ? code : special.get(character);
  });
  return bytes.includes(undefined) ? undefined : Uint8Array.from(bytes as number[]);
}
