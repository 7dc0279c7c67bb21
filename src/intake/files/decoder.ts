/** Turns the bytes of a file into text, block by block; a character cut between two blocks is kept whole. Bad bytes become U+FFFD. */
export interface Decoder {
  decode(block: Uint8Array): string;
  /** What is left after the last block. */
  end(): string;
}

/** A decoder for a label that `checkEncoding` knows. Big5 with Hong Kong's characters needs tables that Node does not have; they load only then. */
export async function makeDecoder(encoding: string): Promise<Decoder> {
  const decoder = await plainDecoder(encoding);
  if (encoding.startsWith("utf")) return decoder;
  // Editors put the mark of UTF-8 before whatever stands in a file; in another encoding it is no text.
  let first = true;
  return {
    decode(block) {
      const behind = first ? withoutMark(block) : block;
      first = first && block.length === 0;
      return decoder.decode(behind);
    },
    end: () => decoder.end(),
  };
}

const withoutMark = (block: Uint8Array): Uint8Array =>
  block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf ? block.subarray(3) : block;

async function plainDecoder(encoding: string): Promise<Decoder> {
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
