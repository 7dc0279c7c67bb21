import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeStretches } from "../../../src/report/prose/code-stretches.ts";
import { parseMarkers, splice } from "../../../src/report/prose/markers.ts";

const value =
  '<!-- cdj:v members_60_plus_share area="城东社区" fmt=percent1 -->50.8%<!-- /cdj:v -->';

describe("markers in a text", () => {
  it("reads key, attributes, text, place and line", () => {
    const text = `一\n占${value}。\n`;
    const { markers, faults } = parseMarkers(text);
    expect(faults).toEqual([]);
    expect(markers).toHaveLength(1);
    expect(markers[0]).toMatchObject({
      kind: "value",
      key: "members_60_plus_share",
      attributes: { area: "城东社区", fmt: "percent1" },
      text: "50.8%",
      line: 2,
    });
    expect(text.slice(markers[0]?.start, markers[0]?.end)).toBe("50.8%");
  });
  it("counts lines that end with CR LF or CR", () => {
    expect(parseMarkers(`\uFEFFa\r\nb\rc ${value}`).markers[0]?.line).toBe(3);
  });
  it("takes curly and single quotes, and blocks of several lines", () => {
    const { markers } = parseMarkers(
      "<!-- cdj:v workers group=“东 街” by='street' -->1<!-- /cdj:v -->\n\n<!-- cdj:begin staffing -->\na\nb\n<!-- cdj:end -->",
    );
    expect(markers.map(({ kind, key, attributes }) => [kind, key, attributes])).toEqual([
      ["value", "workers", { group: "东 街", by: "street" }],
      ["block", "staffing", {}],
    ]);
  });
  it("knows what stands before a block on its line", () => {
    expect(parseMarkers("> <!-- cdj:begin space --><!-- cdj:end -->").markers[0]?.indent).toBe(
      "> ",
    );
    expect(parseMarkers("- <!-- cdj:begin space --><!-- cdj:end -->").markers[0]?.indent).toBe("");
  });
  it.each([
    ["<!-- cdj:v workers -->1", 1, "unclosed"],
    ["a\n<!-- /cdj:v -->", 2, "unopened"],
    ["<!-- cdj:begin a --><!-- cdj:v b -->1<!-- /cdj:v --><!-- cdj:end -->", 1, "nested"],
    ["<!-- cdj:begin a -->\n<!-- /cdj:v -->", 2, "crossed"],
    ["<!-- cdj:v -->1<!-- /cdj:v -->", 1, "no-key"],
    ["<!-- cdj:value workers -->", 1, "unknown-marker"],
    ['<!-- cdj:v workers area="x -->1<!-- /cdj:v -->', 1, "bad-attribute"],
    ["<!-- cdj:v workers aera=x -->1<!-- /cdj:v -->", 1, "unknown-attribute"],
    ["\n\n<!-- cdj:v workers", 3, "unfinished"],
  ])("%j is a fault at its line", (text, line, fault) => {
    expect(parseMarkers(text).faults[0]).toMatchObject({ line, fault });
  });
  it.each([
    ["a fence", `\`\`\`\n${value}\n\`\`\``],
    ["a longer fence around a shorter one", `\`\`\`\`\n\`\`\`\n${value}\n\`\`\`\``],
    ["tildes with an info string", `~~~ md\n${value}\n~~~`],
    ["an indented block", `Text\n\n    ${value}\n`],
    ["an indented block under a heading", `# Head\n    ${value}\n`],
    ["an indented block of several paragraphs", `    a\n\n    ${value}\n`],
    ["a block indented by a tab", `Text\n\n\t${value}\n`],
    ["a fence in a list", `1. Ein\n\n   \`\`\`\n   ${value}\n   \`\`\``],
    ["a fence in a quotation", `> \`\`\`\n> ${value}\n> \`\`\``],
    ["a fence that never ends", `\`\`\`\n${value}`],
    ["a code span", `use \`${value}\` so`],
    ["a code span over two lines", `use \`\`a\n${value}\`\` so`],
  ])("leaves %s alone", (_, text) => {
    expect(parseMarkers(text)).toEqual({ markers: [], faults: [] });
  });
  it.each([
    ["in a paragraph that goes on indented", `Text\n    ${value}`],
    ["in an item of a list that goes on indented", `- a\n\n    ${value}`],
    ["behind an indented block", `    a\n\n${value}`],
    ["behind a fence", `\`\`\`\nx\n\`\`\`\n${value}`],
    ["beside a lone backtick", `a \` b ${value}`],
    ["behind an escaped backtick", `a \\\` b ${value} \` c`],
    ["where a backtick of another paragraph stands", `a \`\n\n${value} \``],
    [
      "with a backtick in its own attribute",
      `<!-- cdj:v workers area="\`" -->1<!-- /cdj:v --> \` x`,
    ],
    ["behind three backticks in a line", `a \`\`\` b\n${value}`],
  ])("finds a marker %s", (_, text) => {
    expect(parseMarkers(text).markers).toHaveLength(1);
  });
});

describe("splicing", () => {
  it("changes what lies between the markers and nothing else", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }).filter((text) => !/[<`~\\\t]| {4}|cdj/u.test(text)),
      fc.constantFrom("\r\n", "\n\n", "\uFEFF", "| a | b |\n"),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 6 }),
        fc.array(fc.string({ maxLength: 5 }), { minLength: 6, maxLength: 6 }),
        (pieces, fresh) => {
          const text = pieces
            .map((prose, i) => `${prose}<!-- cdj:v k${i} -->old<!-- /cdj:v -->`)
            .join("");
          const { markers } = parseMarkers(text);
          expect(markers).toHaveLength(pieces.length);
          const spliced = splice(
            text,
            markers.map(({ start, end }, i) => ({ start, end, text: fresh[i] as string })),
          );
          expect(spliced).toBe(
            pieces
              .map((prose, i) => `${prose}<!-- cdj:v k${i} -->${fresh[i]}<!-- /cdj:v -->`)
              .join(""),
          );
        },
      ),
    );
  });
  it("says where code stands", () => {
    const text = "a `b` c\n```\nd\n```\n";
    expect(codeStretches(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "`b`",
      "```\nd\n```\n",
    ]);
  });
});
