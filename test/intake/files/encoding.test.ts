import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decide } from "../../../src/intake/decide.ts";
import { checkEncoding, detectEncoding } from "../../../src/intake/files/encoding.ts";
import { memorySource } from "../../../src/intake/files/source.ts";
import { CdjError } from "../../../src/survey/error.ts";

const encodingOf = async (bytes: Uint8Array, complete = true): Promise<string | undefined> =>
  (await detectEncoding(bytes, complete))?.encoding;
const table = "社区名称,常住人口,党员数\n城东社区,16000,89\n城西社区,14853,76\n";
const taiwan = "村里,戶數,人口數\n仁愛里,400,1200\n信義里,520,1500\n";

describe("detectEncoding", () => {
  test.each([
    ["utf-8", table],
    ["gb18030", table],
    ["big5", taiwan],
    ["utf-16le", table],
    ["utf-16be", table],
  ])("%s without a mark", async (encoding, text) => {
    expect(await encodingOf(iconv.encode(text, encoding, { addBOM: false }))).toBe(encoding);
  });

  test("one line of names is enough", async () => {
    expect(await encodingOf(iconv.encode("社区名称,户数\n", "gb18030"))).toBe("gb18030");
    expect(await encodingOf(iconv.encode("村里,戶數\n", "big5"))).toBe("big5");
  });

  test("a character cut off at the end of a block is no fault, at the end of a file it is a damaged one", async () => {
    const cut = Buffer.from(table).subarray(0, -Buffer.byteLength("区,14853,76\n") + 2);
    expect(await detectEncoding(cut, false)).toMatchObject({ encoding: "utf-8", because: "valid" });
    expect(await detectEncoding(cut, true)).toMatchObject({
      encoding: "utf-8",
      because: "damaged",
    });
  });

  test("一 and its like (low byte 0) do not hide UTF-16", async () => {
    const text = "社区,户数\n一一社区,1\n一二社区,2\n";
    expect(await encodingOf(iconv.encode(text, "utf-16le", { addBOM: false }))).toBe("utf-16le");
  });

  test("refuses pictures and programs", async () => {
    const png = Buffer.from([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0,
      2, 0, 0, 0, 2, 1, 8, 6, 0, 0, 0,
    ]);
    expect(await encodingOf(png)).toBeUndefined();
  });
});

test("a first block of plain ASCII is no reason to stop looking", async () => {
  const ascii = `community,residents\n${"A1,100\n".repeat(200_000)}`;
  const bytes = Buffer.concat([Buffer.from(ascii), iconv.encode("城东社区,16000\n", "gb18030")]);
  expect(bytes.length).toBeGreaterThan(1 << 20);
  const { plan } = await decide(memorySource("large.csv", bytes));
  expect(plan.encoding).toBe("gb18030");
});

test("bad bytes late in a file do not change what is decided", async () => {
  const bytes = Buffer.concat([
    Buffer.from(table.repeat(40)),
    Buffer.from([0xb3, 0xc7, 0xb6, 0xab]),
    Buffer.from(",1,1\n"),
  ]);
  expect((await decide(memorySource("late.csv", bytes))).plan.encoding).toBe("utf-8");
});

test("a declared encoding that no decoder bears is refused", () => {
  expect(checkEncoding("GBK")).toBe("gbk");
  expect(checkEncoding("Big5-HKSCS")).toBe("big5-hkscs");
  expect(() => checkEncoding("klingon")).toThrow(CdjError);
});

const place = fc.constantFrom(
  "城",
  "东",
  "西",
  "南",
  "北",
  "新",
  "村",
  "社区",
  "街道",
  "人口",
  "党员",
  "中",
  "大",
  "和平",
  "光明",
  "建设",
  "解放",
  "人民",
  "花园",
  "江",
  "河",
  "山",
);
const names = fc.array(
  fc.array(place, { minLength: 2, maxLength: 5 }).map((parts) => parts.join("")),
  { minLength: 3, maxLength: 30 },
);

test("any table of Chinese names is read in the encoding it was written in", async () => {
  await fc.assert(
    fc.asyncProperty(
      names,
      fc.constantFrom("utf-8", "gb18030", "utf-16le", "utf-16be"),
      async (areas, encoding) => {
        const text = `社区名称,常住人口\n${areas.map((area, i) => `${area},${i}\n`).join("")}`;
        expect(await encodingOf(iconv.encode(text, encoding, { addBOM: false }))).toBe(encoding);
      },
    ),
  );
});

const taiwanPlace = fc.constantFrom(
  "城",
  "東",
  "西",
  "南",
  "北",
  "新",
  "里",
  "村",
  "鄉",
  "鎮",
  "區",
  "人口",
  "中",
  "和平",
  "光復",
  "建國",
  "民權",
  "仁愛",
  "信義",
  "江",
  "山",
);
test("any table of Taiwan's names is read as Big5", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(taiwanPlace, { minLength: 2, maxLength: 5 }), {
        minLength: 3,
        maxLength: 30,
      }),
      async (areas) => {
        const text = `村里,戶數,人口數\n${areas.map((area, i) => `${area.join("")},${i},${i}\n`).join("")}`;
        expect(await encodingOf(iconv.encode(text, "big5"))).toBe("big5");
      },
    ),
  );
});
