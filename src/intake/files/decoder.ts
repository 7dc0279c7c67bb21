/** Turns the bytes of a file into text, block by block; a character cut between two blocks is kept whole. Bad bytes become U+FFFD. */
export interface Decoder {
  decode(block: Uint8Array): string;
  /** What is left after the last block. */
  end(): string;
}

/** A decoder for a label that `checkEncoding` knows. Big5 with Hong Kong's characters needs tables that Node does not have; they load only then. */
export async function makeDecoder(encoding: string): Promise<Decoder> {
  if (encoding === "big5-hkscs") {
    const { default: iconv } = await import("iconv-lite");
    const decoder = iconv.getDecoder("big5-hkscs");
    return {
      decode: (block) => decoder.write(Buffer.from(block.buffer, block.byteOffset, block.length)),
      end: () => decoder.end() ?? "",
    };
  }
  const decoder = new TextDecoder(encoding);
  return {
    decode: (block) => decoder.decode(block, { stream: true }),
    end: () => decoder.decode(),
  };
}

/** All of the text; with `cut`, a character cut off at the end is left out. */
export async function decodeWhole(
  encoding: string,
  bytes: Uint8Array,
  cut = false,
): Promise<string> {
  const decoder = await makeDecoder(encoding);
  const text = decoder.decode(bytes);
  return cut ? text : text + decoder.end();
}
