import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { renderHtml } from "../../src/render/documents/html.ts";
import { neutraliseTerminal } from "../../src/render/neutralise.ts";
import type { Document } from "../../src/survey/document.ts";
import { appendix, charts, hostile } from "../render/sample/document.ts";
import { startChromium } from "./chromium.ts";
import { pdfPages, scratchFolder } from "./programs.ts";

const scratch = scratchFolder();
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(async () => {
  await browser?.close();
  scratch.remove();
});

/** What the page did that it should not: asked for anything, complained, opened a dialog. */
let faults: string[] = [];
afterEach(() => {
  expect(faults).toEqual([]);
  faults = [];
});

async function open(
  document: Document,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Page> {
  const file = scratch.path("page.html");
  writeFileSync(file, renderHtml(document));
  const context = await browser.newContext({ viewport: { width: 900, height: 700 }, ...options });
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  page.on("request", (request) => request.url() !== url && faults.push(`request ${request.url()}`));
  page.on("console", (message) => faults.push(`console ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error ${error.message}`));
  page.on("dialog", (dialog) => {
    faults.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  return page;
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
  readonly passes: readonly unknown[];
}

describe.each([
  ["appendix", appendix],
  ["hostile names", hostile],
  ["charts", charts],
] as const)("%s", (_, document) => {
  test.each(["light", "dark"] as const)(
    "axe finds nothing amiss in %s colours, the figures of charts shown",
    async (colorScheme) => {
      // Only axe itself needs the policy out of its way.
      const page = await open(document, { colorScheme, bypassCSP: true });
      await page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
      await page.addScriptTag({ content: axe });
      const { violations, passes } = await page.evaluate<AxeResult>("axe.run()");
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
      ).toEqual([]);
      expect(passes.length).toBeGreaterThan(20);
      await page.context().close();
    },
  );
});

test("hostile names are text on the page: no element of theirs, no dialog, no request", async () => {
  const page = await open(hostile);
  expect(await page.locator("script").count()).toBe(1);
  const headings = await page.locator("h2").allTextContents();
  const names = hostile.blocks.flatMap((block) =>
    block.kind === "heading" ? [neutraliseTerminal(block.text).replace("\uFFFF", "\uFFFD")] : [],
  );
  expect(headings).toEqual(names);
  await page.context().close();
});

describe("sorting", () => {
  const firstCells = (page: Page) => page.locator("#areas tbody tr th").allTextContents();

  test("by a head with mouse and keyboard, either way, what cannot be told last, totals where they were", async () => {
    const page = await open(appendix);
    const heads = page.locator("#areas thead th");
    expect(await firstCells(page)).toEqual(["社区01", "社区02", "社区03"]);
    await heads.nth(1).click();
    // 6,100 · 16,000 · about 130,000 residents
    expect(await firstCells(page)).toEqual(["社区02", "社区01", "社区03"]);
    expect(await heads.nth(1).getAttribute("aria-sort")).toBe("ascending");
    await page.getByRole("button", { name: "按“居民（人）”排序" }).press("Enter");
    expect(await firstCells(page)).toEqual(["社区03", "社区01", "社区02"]);
    expect(await heads.nth(1).getAttribute("aria-sort")).toBe("descending");
    for (const _ of ["ascending", "descending"]) {
      await heads.nth(2).click();
      expect((await firstCells(page)).at(-1)).toBe("社区03");
    }
    expect(await heads.nth(1).getAttribute("aria-sort")).toBe("none");
    expect(await page.locator("#areas tfoot tr").count()).toBe(1);
    await page.context().close();
  });

  test("is all that is missing without script", async () => {
    const page = await open(appendix, { javaScriptEnabled: false });
    expect(await firstCells(page)).toEqual(["社区01", "社区02", "社区03"]);
    expect(await page.locator("button").count()).toBe(0);
    expect(await page.locator("#areas thead").textContent()).toContain("办公用房面积");
    await page.context().close();
  });
});

test("the page is dark where the reader's screen is, charts keep their paper", async () => {
  const page = await open(appendix, { colorScheme: "dark" });
  const colour = (selector: string, property: string) =>
    page.evaluate<string>(
      `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${property}`,
    );
  expect(await colour("body", "backgroundColor")).toBe("rgb(22, 24, 27)");
  expect(await colour("svg rect", "fill")).toBe("rgb(255, 255, 255)");
  await page.context().close();
});

test("nothing is wider than a small screen but tables, which scroll by themselves and take the keyboard", async () => {
  const page = await open(appendix, { viewport: { width: 380, height: 700 } });
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
    380,
  );
  const tables = await page.evaluate<boolean>(
    "[...document.querySelectorAll('.scroll')].every((t) => t.tabIndex === 0)",
  );
  expect(tables).toBe(true);
  await page.context().close();
});

describe("on paper", () => {
  test("heads repeat on every page of a table, captions stay with theirs, no button is printed", async () => {
    const page = await open(appendix);
    const file = scratch.path("page.pdf");
    await page.pdf({ path: file, preferCSSPageSize: true });
    const pages = pdfPages(file);
    const long = pages.filter((text) => /第\d+社区居民委员会/.test(text));
    expect(long.length).toBeGreaterThan(1);
    for (const text of long) expect(text).toMatch(/社区\s+户数\s+其中：老年人户/);
    expect(long.join("").match(/第\d+社区居民委员会/g)).toHaveLength(60);
    expect(
      long.map((text) => /表 A-2\s+各社区户数(?:（续）)?/.exec(text)?.[0].replace(/\s+/g, " ")),
    ).toEqual(["表 A-2 各社区户数", "表 A-2 各社区户数（续）"]);
    expect(pages.join("")).not.toMatch(/[↕↑↓]|图中数据/);
    await page.context().close();
  });

  test("every page stands upright; a wide table is there in parts", async () => {
    const page = await open(appendix);
    const file = scratch.path("page.pdf");
    await page.pdf({ path: file, preferCSSPageSize: true });
    const boxes = readFileSync(file, "latin1").match(/\/MediaBox \[0 0 [\d. ]+\]/g) ?? [];
    // A4 is 595 by 842 points.
    expect(boxes.length).toBeGreaterThan(2);
    expect(boxes.filter((box) => !/0 0 59\d.* 84\d/.test(box))).toEqual([]);
    await page.context().close();
  });
});
