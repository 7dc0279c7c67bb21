import { describe, expect, it } from "vitest";
import { checkEncoding, detectEncoding } from "../../../src/intake/files/encoding.ts";
import { memorySource } from "../../../src/intake/files/source.ts";
import { sampleOf } from "../../../src/intake/sample.ts";

const latin = (text: string) => Buffer.from(text, "latin1");
const heads = async (bytes: Uint8Array) =>
  (await sampleOf(memorySource("t.csv", bytes))).records[0]?.fields;

/** 社区名称,户数 and a row, in GBK: 社 C9E7, 区 C7F8, 名 C3FB, 称 B3C6, 户 BBA7, 数 CAFD, 甲 BCD7. */
const gbk = Buffer.from("c9e7c7f8c3fbb3c62cbba7cafd0abcd7c9e7c7f82c3431300a", "hex");

describe("detectEncoding", () => {
  it.each([
    ["Welsh", "Ward,Households\nTŷ-du,1\nPen-y-gôl,410\nLlanfâr,52\n".replace("ŷ", "\u00fb")],
    ["French", "Quartier,Ménages\nSaint-André,410\nLa Forêt,52\nÎle-Dieu,3\n"],
    ["Portuguese", "Freguesia,Households\nAssunção,410\nSão João,52\nÁgueda,3\n"],
    ["German", "Ortsteil,Haushalte\nMühlgraben,410\nWeiß,52\n"],
  ])("takes %s place names of one byte a character for Western", async (_, text) => {
    expect(await detectEncoding(latin(text), true)).toMatchObject({ encoding: "windows-1252" });
  });

  it("does not take Central European letters for Western: \u0141\u00f3d\u017a in ISO 8859-2", async () => {
    // Ł A3, ó F3, ź BC, ą B1: in Windows-1252 they would be £, ó, ¼ and ±.
    const bytes = Buffer.from("Ward,Households\n\xa3\xf3d\xbc,410\nD\xb1b,52\n", "latin1");
    expect(await detectEncoding(bytes, true)).toBeUndefined();
  });

  it("takes Chinese for Chinese", async () => {
    expect(await detectEncoding(gbk, true)).toMatchObject({ encoding: "gb18030" });
    // 東 AA46, 里 A8BD in Big5, whose second bytes are letters.
    const big5 = Buffer.from("a8bd2c68680aaa46a8bd2c350aa56aa8bd2c360a", "hex");
    expect((await detectEncoding(big5, true))?.encoding).toBe("big5");
  });
});

it("reads GBK behind the mark of UTF-8", async () => {
  const bytes = Buffer.concat([Buffer.from("efbbbf", "hex"), gbk]);
  expect(await heads(bytes)).toEqual(["社区名称", "户数"]);
});

it.each([
  ["cp936", "gb18030"],
  ["CP936", "gb18030"],
  ["ms936", "gb18030"],
  ["gb2312", "gbk"],
  ["cp950", "big5"],
  ["utf-8-sig", "utf-8"],
  ["UTF_8_SIG", "utf-8"],
  ["cp1252", "windows-1252"],
])("%s is a name of %s", (name, encoding) => {
  expect(checkEncoding(name)).toBe(encoding);
});

describe("a text that was decoded wrongly before it was saved", () => {
  it.each([
    ["GBK read as Latin-1", gbk.toString("latin1"), "社区名称"],
    [
      "UTF-8 read as Windows-1252",
      new TextDecoder("windows-1252").decode(Buffer.from("社区名称,户数\n甲,410\n")),
      "社区名称",
    ],
  ])("is named as what it is: %s", async (_, text, was) => {
    await expect(heads(Buffer.from(text))).rejects.toMatchObject({
      problem: "wrongly-decoded",
      args: { was },
    });
  });

  it("is named where its characters are lost", async () => {
    await expect(heads(Buffer.from("锟斤拷锟斤拷,锟斤拷\n锟斤拷,410\n"))).rejects.toMatchObject({
      problem: "wrongly-decoded",
      args: { cell: "锟斤拷" },
    });
  });

  it("is none where letters bear accents", async () => {
    expect(await heads(Buffer.from("Freguesia,Habitações\nSão,410\n"))).toEqual([
      "Freguesia",
      "Habitações",
    ]);
  });
});
