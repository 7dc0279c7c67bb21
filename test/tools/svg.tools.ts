import { readFileSync, writeFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadRasteriser } from "../../src/program/output/rasteriser.ts";
import { renderSvg } from "../../src/render/charts/chart.ts";
import { languages } from "../../src/survey/language.ts";
import { sampleFigures } from "../render/sample/figures.ts";
import { startChromium } from "./chromium.ts";
import { runProgram, scratchFolder } from "./programs.ts";

const scratch = scratchFolder();
let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(async () => {
  await browser?.close();
  scratch.remove();
});

interface Measured {
  readonly error: string | null;
  readonly outside: readonly string[];
  readonly overlaps: readonly string[];
}

/** Parses the file as XML, puts it on a page, and measures its words with real fonts. */
const measure = `(source) => {
  const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
  const error = parsed.querySelector("parsererror");
  document.body.replaceChildren(document.importNode(parsed.documentElement, true));
  const svg = document.querySelector("svg");
  const { width, height } = svg.viewBox.baseVal;
  const boxes = [...svg.querySelectorAll("text")].map((text) => ({ text: text.textContent, box: text.getBBox() }));
  const outside = boxes.filter(({ box }) => box.x < 0 || box.x + box.width > width || box.y < -1 || box.y + box.height > height + 1).map(({ text }) => text);
  const hits = (a, b) => a.x + a.width > b.x + 1 && b.x + b.width > a.x + 1 && a.y + a.height * 0.75 > b.y + b.height * 0.25 && b.y + b.height * 0.75 > a.y + a.height * 0.25;
  const overlaps = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => hits(a.box, b.box)).map((b) => a.text + " / " + b.text));
  return { error: error && error.textContent, outside, overlaps };
}`;

describe.each(sampleFigures.map((figure) => [figure.id, figure] as const))("%s", (id, figure) => {
  test("is well-formed, and no word is cut off or runs into another, in real fonts", async () => {
    const page = await browser.newPage();
    for (const language of languages) {
      const { error, outside, overlaps } = await page.evaluate<Measured>(
        `(${measure})(${JSON.stringify(renderSvg(figure, { language }))})`,
      );
      expect({ error, outside, overlaps }).toEqual({ error: null, outside: [], overlaps: [] });
    }
    await page.close();
  });

  test("librsvg draws it in full size without a complaint", () => {
    const file = scratch.path(`${id}.svg`);
    const svg = renderSvg(figure, { language: "zh-CN" });
    writeFileSync(file, svg);
    const png = scratch.path(`${id}.png`);
    runProgram("rsvg-convert", [file, "-o", png]);
    const bytes = readFileSync(png);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
      720,
      Number(/height="(\d+)"/.exec(svg)?.[1]),
    ]);
  });
});

test("the fonts of this machine draw words, the same twice", async () => {
  const rasteriser = await loadRasteriser();
  const svg = renderSvg(sampleFigures[0] as (typeof sampleFigures)[number], { language: "zh-CN" });
  const png = Buffer.from(rasteriser.png(svg));
  expect(Buffer.from(rasteriser.png(svg)).equals(png)).toBe(true);
  const wordless = Buffer.from(rasteriser.png(svg.replace(/<text[^>]*>[^<]*<\/text>/g, "")));
  expect(png.length).toBeGreaterThan(wordless.length * 1.5);
});
