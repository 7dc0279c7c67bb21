import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { loadRasteriser } from "../../../src/program/output/rasteriser.ts";
import type { Rasteriser } from "../../../src/render/charts/png.ts";

let rasteriser: Rasteriser;
beforeAll(async () => {
  rasteriser = await loadRasteriser();
});

const picture = (text: string): string =>
  createHash("sha256")
    .update(
      rasteriser.png(
        `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="30"><text x="4" y="20" font-size="14" font-family="Arial, sans-serif">${text}</text></svg>`,
      ),
    )
    .digest("hex");

describe("pictures of charts are drawn with the fonts of the package", () => {
  // A character without a shape is blank, or the same box as another one.
  test.each([
    ["simplified", [..."常住人口党员办公用房缺编岁镇"]],
    ["traditional", [..."戶籍鄉鎮臺灣里鄰歲數"]],
    ["Latin", [..."ABCxyzÄéšñ"]],
    ["signs", [..."0123456789.,%‰²–…▼≥€₹£"]],
  ])("%s characters each have a shape of their own", (_, characters) => {
    const drawn = characters.map(picture);
    expect(new Set([picture(""), ...drawn]).size).toBe(characters.length + 1);
  });

  test("twice the same bytes", () => expect(picture("青山镇 62 ‰")).toBe(picture("青山镇 62 ‰")));
});
