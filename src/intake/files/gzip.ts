import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { CdjError } from "../../survey/error.ts";
import type { Source } from "./source.ts";
import { tooTight } from "./zip-directory.ts";

/**
 * A gzipped table as a source of its unpacked bytes, unpacked anew as they are asked for. Throws a CdjError, while it is read, for one
 * that is damaged or unpacks to far more than a table's repetitions explain.
 */
export function gunzipSource(file: Source): Source {
  return {
    name: file.name,
    async head(bytes) {
      const pieces: Uint8Array[] = [];
      let length = 0;
      for await (const block of unpack(file)) {
        pieces.push(block);
        length += block.length;
        if (length > bytes)
          return { bytes: Buffer.concat(pieces).subarray(0, bytes), complete: false };
      }
      return { bytes: Buffer.concat(pieces), complete: true };
    },
    blocks: () => unpack(file),
    origin: { file },
  };
}

async function* unpack(file: Source): AsyncIterable<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  async function* copied(): AsyncIterable<Uint8Array> {
    for await (const block of file.blocks()) {
      packed += block.length;
      // The source uses its block again; the unpacker may still hold it.
      yield Uint8Array.from(block);
    }
  }
  const input = Readable.from(copied(), { objectMode: true });
  const output = createGunzip({ chunkSize: 1 << 18 });
  input.on("error", (error) => output.destroy(error));
  try {
    for await (const block of input.pipe(output) as AsyncIterable<Uint8Array>) {
      unpacked += block.length;
      if (tooTight(unpacked, packed))
        throw new CdjError("unpacks-too-far", {
          file: file.name,
          unpacked: Math.round(unpacked / (1 << 20)),
        });
      yield block;
    }
  } catch (error) {
    if (error instanceof CdjError) throw error;
    throw new CdjError("damaged-container", { file: file.name, reason: (error as Error).message });
  } finally {
    input.destroy();
    output.destroy();
  }
}
