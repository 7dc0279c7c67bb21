/** A small generator of reproducible numbers (mulberry32): the same seed gives the same inputs on every machine. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const pieces = [
  '"',
  ",",
  ";",
  "\t",
  "|",
  "，",
  "\n",
  "\r",
  "\r\n",
  "'",
  "\\",
  "\0",
  "\ufeff",
  "合计",
  "注：",
  "社区名称",
  "0",
  "1e309",
  "=1+1",
  "sep=;\n",
  "\u001b[2J",
  "‮",
].map((text) => Buffer.from(text));

type Random = (below: number) => number;
type Mutation = (bytes: Buffer, random: Random, others: readonly Buffer[]) => Buffer;

const splice = (bytes: Buffer, at: number, length: number, put: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)]);

const mutations: readonly Mutation[] = [
  // Cut off: what an interrupted copy leaves.
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  // One byte changed, removed, put in.
  (bytes, random) => splice(bytes, random(bytes.length + 1), 1, Buffer.of(random(256))),
  (bytes, random) => splice(bytes, random(bytes.length + 1), 1, Buffer.alloc(0)),
  (bytes, random) =>
    splice(bytes, random(bytes.length + 1), 0, pieces[random(pieces.length)] as Buffer),
  // A stretch repeated, moved, taken out, or replaced by one of another table.
  (bytes, random) => {
    const start = random(bytes.length + 1);
    return splice(bytes, random(bytes.length + 1), 0, bytes.subarray(start, start + random(80)));
  },
  (bytes, random) => splice(bytes, random(bytes.length + 1), random(60), Buffer.alloc(0)),
  (bytes, random, others) => {
    const other = others[random(others.length)] as Buffer;
    const start = random(other.length + 1);
    return splice(
      bytes,
      random(bytes.length + 1),
      random(40),
      other.subarray(start, start + random(200)),
    );
  },
  // The same stretch very often: long records, many columns, many blank rows.
  (bytes, random) => {
    const start = random(bytes.length + 1);
    const stretch = bytes.subarray(start, start + 1 + random(12));
    return splice(
      bytes,
      start,
      0,
      Buffer.concat(Array.from({ length: random(400) }, () => stretch)),
    );
  },
];

/** One of the tables, changed in one to four ways. */
export function mutated(tables: readonly Buffer[], random: Random): Buffer {
  let bytes = tables[random(tables.length)] as Buffer;
  for (let times = 1 + random(4); times > 0; times--)
    bytes = (mutations[random(mutations.length)] as Mutation)(bytes, random, tables);
  return bytes;
}
