import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawChart, renderSvg } from "../../../src/render/charts/chart.ts";
import { fills } from "../../../src/render/charts/chart-ink.ts";
import { chartTable } from "../../../src/render/charts/chart-table.ts";
import { textWidth, wrapLabel } from "../../../src/render/charts/svg.ts";
import { neutraliseTerminal } from "../../../src/render/neutralise.ts";
import type { BarChart, Figure } from "../../../src/survey/document.ts";
import { languages } from "../../../src/survey/language.ts";
import { absent, exact, interval, type Measured } from "../../../src/survey/measured.ts";
import {
  hostileNames,
  lorenz,
  oneBar,
  pyramid,
  sampleFigures,
  stacks,
  thirteenBars,
} from "../sample/figures.ts";
import { type Tag, tagsOf } from "../sample/markup.ts";

const zh = { language: "zh-CN" } as const;
const en = { language: "en" } as const;
const number = (tag: Tag, name: string): number => Number(tag.attributes[name]);
const named = (svg: string, name: string): Tag[] => tagsOf(svg).filter((tag) => tag.name === name);
const textsOf = (svg: string): string[] => named(svg, "text").map((tag) => tag.text);
const blue = "#0072b2";
const barsOf = (svg: string, colour = blue): Tag[] =>
  named(svg, "rect").filter((tag) => tag.attributes.fill === colour);

const barFigure = (bars: BarChart["bars"], more: Partial<BarChart> = {}): Figure => ({
  ...oneBar,
  chart: {
    kind: "bars",
    labelTitle: "area",
    scale: { title: "size", unit: "", decimals: 1 },
    bars,
    ...more,
  },
});

/** Whether a line of text lies on the paper, by the room that it is given. */
function expectInside(svg: string): void {
  const [root] = tagsOf(svg);
  for (const tag of named(svg, "text")) {
    const width = textWidth(tag.text, number(tag, "font-size"));
    const anchor = tag.attributes["text-anchor"] ?? "start";
    const left =
      number(tag, "x") - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
    expect(left, tag.text).toBeGreaterThanOrEqual(0);
    expect(left + width, tag.text).toBeLessThanOrEqual(number(root as Tag, "width"));
    expect(number(tag, "y") - number(tag, "font-size") * 0.9).toBeGreaterThanOrEqual(0);
    expect(number(tag, "y")).toBeLessThanOrEqual(number(root as Tag, "height"));
  }
}

describe("every chart", () => {
  test.each(sampleFigures.map((figure) => [figure.id, figure] as const))("%s", (_, figure) => {
    for (const language of languages) {
      const svg = renderSvg(figure, { language });
      const [root, title, description, paper] = tagsOf(svg) as [Tag, Tag, Tag, Tag];
      expect(root.attributes).toMatchObject({
        role: "img",
        lang: language,
        "aria-labelledby": title.attributes.id,
        "aria-describedby": description.attributes.id,
      });
      expect([title.name, title.text, description.name, description.text]).toEqual([
        "title",
        figure.title,
        "desc",
        figure.description,
      ]);
      expect(paper.attributes).toEqual({
        width: root.attributes.width,
        height: root.attributes.height,
        fill: "#ffffff",
      });
      // Neither librsvg nor LibreOffice draws these as Chromium does; the rest would be a slip of ours.
      expect(svg).not.toMatch(/var\(|dominant-baseline|<pattern|<style|NaN|Infinity|undefined/);
      expect(renderSvg(figure, { language })).toBe(svg);
      expectInside(svg);
    }
  });

  test("keeps its words on the paper whatever the names and figures", () => {
    const measured: fc.Arbitrary<Measured> = fc.oneof(
      fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
        .map((value) => exact(value)),
      fc.constant(absent("no-data")),
      fc
        .tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 0, max: 900 }))
        .map(([low, width]) => interval(low, low + width)),
      fc.integer().map((low) => interval(low, Infinity)),
      fc.integer().map((high) => interval(-Infinity, high)),
    );
    const label = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.string({ unit: fc.constantFrom("社", "区", "第", "M", "i", " ", "，"), maxLength: 60 }),
    );
    const norm = fc.option(
      fc.record({
        value: fc.integer({ min: -1000, max: 1000 }),
        label: fc.constant("标准 500 m²"),
      }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ label, measured }), { maxLength: 45 }),
        norm,
        (bars, line) => {
          const svg = renderSvg(barFigure(bars, { norm: line }), zh);
          expectInside(svg);
          expect(
            named(svg, "rect").every(
              (tag) => number(tag, "width") >= 0 && number(tag, "height") >= 0,
            ),
          ).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("bars", () => {
  test("are as long as their figures: 760 and 900 m² from one zero", () => {
    const svg = renderSvg(thirteenBars, zh);
    const [a, b] = barsOf(svg).slice(-2) as [Tag, Tag];
    expect(a.attributes.x).toBe(b.attributes.x);
    expect(number(b, "width") / number(a, "width")).toBeCloseTo(900 / 760, 3);
  });

  test("that miss the norm are of another colour, hatched, and carry a sign: 9 of 13 lie below 500", () => {
    const svg = renderSvg(thirteenBars, zh);
    expect(barsOf(svg, "#e69f00")).toHaveLength(9);
    expect(named(svg, "path")).toHaveLength(9);
    expect(textsOf(svg).filter((text) => text.endsWith("▼"))).toHaveLength(9);
    expect(barsOf(svg)).toHaveLength(4);
  });

  test("end at the norm's line where they equal it", () => {
    const svg = renderSvg(thirteenBars, zh);
    const line = named(svg, "line").find(
      (tag) => tag.attributes["stroke-dasharray"] === "7 3",
    ) as Tag;
    const [exactly] = barsOf(svg) as [Tag];
    expect(number(exactly, "x") + number(exactly, "width")).toBeCloseTo(number(line, "x1"), 1);
    expect(textsOf(svg)).toContain("标准 500 m²");
  });

  test("none for what cannot be told, a stroke for zero, to the left of zero below it", () => {
    const figures = [exact(-30), exact(0), absent("no-data"), exact(60)];
    const svg = renderSvg(
      barFigure(figures.map((measured, i) => ({ label: `area ${i}`, measured }))),
      en,
    );
    const [below, above] = barsOf(svg) as [Tag, Tag];
    expect(barsOf(svg)).toHaveLength(2);
    expect(number(below, "x") + number(below, "width")).toBeCloseTo(number(above, "x"), 1);
    expect(number(above, "width") / number(below, "width")).toBeCloseTo(2, 2);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(["−30.0", "0.0", "—", "60.0"]));
  });

  test("pale over the part of an interval that is not known", () => {
    const svg = renderSvg(barFigure([{ label: "a", measured: interval(200, 400) }]), en);
    const [sure] = barsOf(svg) as [Tag];
    const [unsure] = barsOf(svg, "#a6cfe8") as [Tag];
    expect(number(unsure, "width")).toBeCloseTo(number(sure, "width"), 1);
    expect(number(unsure, "x")).toBeCloseTo(number(sure, "x") + number(sure, "width"), 1);
    // Nothing is certain of a figure below 60 but its bound.
    expect(
      barsOf(renderSvg(barFigure([{ label: "a", measured: interval(-Infinity, 60) }]), en)),
    ).toHaveLength(0);
  });

  test("an empty chart and one of zeros are still charts", () => {
    expectInside(renderSvg(barFigure([]), en));
    expect(textsOf(renderSvg(barFigure([{ label: "a", measured: exact(0) }]), en))).toContain(
      "0.0",
    );
  });
});

test("a pyramid has one scale on both sides", () => {
  const chart = pyramid.chart.kind === "pyramid" ? pyramid.chart : undefined;
  const bands = [{ label: "0–4", left: exact(300), right: exact(900) }];
  const svg = renderSvg(
    { ...pyramid, chart: { ...(chart as NonNullable<typeof chart>), bands } },
    zh,
  );
  const left = barsOf(svg).at(-1) as Tag;
  const right = barsOf(svg, "#e69f00").at(-1) as Tag;
  expect(number(right, "width") / number(left, "width")).toBeCloseTo(3, 2);
});

describe("parts of a whole", () => {
  test("fill the axis: 14.2 % of it, then 60.1 %, 21.4 %, 4.3 %", () => {
    const svg = renderSvg(stacks, zh);
    const first = fills.slice(0, 4).map((fill) => {
      const widths = barsOf(svg, fill.colour).map((tag) => number(tag, "width"));
      return widths.find((width) => width !== 18 && width > 20) ?? 0;
    });
    const whole = first.reduce((sum, width) => sum + width, 0);
    expect(first.map((width) => Math.round((width / whole) * 1000) / 10)).toEqual([
      14.2, 60.1, 21.4, 4.3,
    ]);
  });

  test("more of them than can be told apart are refused", () => {
    const nine = Array.from({ length: 9 }, (_, i) => `part ${i}`);
    const chart = {
      kind: "stacks",
      labelTitle: "",
      scale: { title: "", unit: "%", decimals: 0 },
      series: nine,
      rows: [],
    } as const;
    expect(() => drawChart({ ...stacks, chart }, en)).toThrow(RangeError);
  });

  const channel = (value: number) =>
    value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  /** WCAG 2.2: relative luminance. */
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
      channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number =>
    (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);

  test("words on them can be read (WCAG 4.5 : 1), and neighbours differ in lightness and in hatching", () => {
    for (const fill of fills)
      expect(contrast(fill.colour, fill.contrast), fill.colour).toBeGreaterThanOrEqual(4.5);
    for (const [i, fill] of fills.slice(1).entries()) {
      expect(fill.hatching).not.toBe(fills[i]?.hatching);
      expect(contrast(fill.colour, fills[i]?.colour ?? ""), fill.colour).toBeGreaterThan(1.25);
    }
  });
});

test("a Lorenz curve runs through its points: (20 %, 8 %) on a square of 360 from (64, 400)", () => {
  // x = 64 + 0.2 × 360 = 136; y = 400 − 0.08 × 360 = 371.2
  expect(renderSvg(lorenz, zh)).toContain("L136 371.2");
});

describe("text", () => {
  test("hostile names stay text, and differ in nothing but text", () => {
    for (const name of hostileNames) {
      const figure = {
        ...barFigure([{ label: name, measured: exact(1) }], { norm: { value: 1, label: name } }),
        id: name,
        title: name,
        description: name,
      };
      const svg = renderSvg(figure, en);
      const printed = neutraliseTerminal(name).replace("\uFFFF", "\uFFFD");
      expect(named(svg, "title").map((tag) => tag.text)).toEqual([printed]);
      expect(textsOf(svg)).toContain(printed);
      expect(tagsOf(svg)[0]?.attributes["aria-labelledby"]).toMatch(/^chart-[\w-]+-title$/);
    }
  });

  test("a name too long is cut, and stands in full in the table of figures", () => {
    const long = "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗尼尔基镇纳文江社区居民委员会";
    const figure = barFigure([{ label: long, measured: exact(1), mark: "below" }]);
    expect(textsOf(renderSvg(figure, zh)).some((text) => text.endsWith("…"))).toBe(true);
    const table = chartTable(figure, "");
    expect(table.columns.map((column) => column.title)).toEqual(["area", "size"]);
    expect(table.rows).toEqual([
      [long, { measured: { value: 1 }, unit: "", decimals: 1, mark: "below" }],
    ]);
  });

  test("labels break at spaces, Chinese anywhere, at most so often", () => {
    // 13 px a character: 40 px hold three.
    expect(wrapLabel("城东社区居委会", 40, 3)).toEqual(["城东社", "区居委", "会"]);
    expect(wrapLabel("城东社区居委会", 40, 2)).toEqual(["城东社", "区居…"]);
    expect(wrapLabel("North Gate Street", 80, 3)).toEqual(["North Gate", "Street"]);
    expect(wrapLabel("", 80, 3)).toEqual([]);
  });
});

test("tables of figures: a row for each mark, panels and parts beside their names", () => {
  const rowsOf = (id: string) =>
    chartTable(sampleFigures.find((figure) => figure.id === id) as Figure, "").rows.length;
  // Sample charts: 13 bars; 17 age bands; 4 + 1 rows of parts; 6 points; 7 rows of dots; panels of 3, 4 and 5.
  expect(["office-area", "pyramid", "stacks", "lorenz", "dots", "streets"].map(rowsOf)).toEqual([
    13, 17, 5, 6, 7, 12,
  ]);
});
