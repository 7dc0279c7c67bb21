import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sources = new Map(
  readdirSync(`${root}src`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `src/${file.replaceAll("\\", "/")}`)
    .map((file) => [file, readFileSync(`${root}${file}`, "utf8")]),
);

/** What is said in one place, where that is, and what a copy of it would look like. */
const rules: readonly (readonly [string, readonly string[], RegExp])[] = [
  ["the letters of a column", ["src/survey/cell-name.ts"], /fromCharCode\(65|fromCodePoint\(65/u],
  ["markup escaped", ["src/render/documents/markdown.ts", "src/render/markup.ts"], /&(?:amp|lt);/u],
  ["a field of CSV quoted", ["src/survey/csv-record.ts"], /'""'/u],
  [
    "how far two words lie apart",
    ["src/codebook/edit-distance.ts"],
    /[Ll]evenshtein|row\[j - 1\]/u,
  ],
  ["the title of a class", ["src/indicators/define.ts"], /classes\s*\??\.find\(/u],
  [
    "the norms that speak of an indicator",
    ["src/indicators/define.ts"],
    /subjects\.includes\(norm/u,
  ],
  ["how many decimals a number has", [], /split\("\."\)\[1\]/u],
  ["a title within a sentence", ["src/words/quantity-title.ts"], /\^\[A-Z\]\(\?=\[a-z\]\)/u],
  ["the titles of key columns", ["src/codebook/keys.ts"], /Code of the area/u],
];

describe("said in one place", () => {
  it.each(rules)("%s", (_, homes, copy) => {
    const found = [...sources].filter(([, text]) => copy.test(text)).map(([file]) => file);
    expect(found.sort()).toEqual([...homes].sort());
  });
});
