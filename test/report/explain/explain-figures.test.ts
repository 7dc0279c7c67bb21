import { describe, expect, test } from "vitest";
import { indicators } from "../../../src/indicators/index.ts";
import { selectNorms } from "../../../src/program/config/selection.ts";
import { findTopic } from "../../../src/program/output/topics.ts";
import { type ReadSurvey, readSurvey } from "../../../src/program/reading/read-survey.ts";
import { formatFigure } from "../../../src/render/number.ts";
import { explainDocument } from "../../../src/report/explain/explain.ts";
import type { Topic } from "../../../src/report/explain/topic.ts";
import type { Document, Inline } from "../../../src/survey/document.ts";
import { type Language, languages } from "../../../src/survey/language.ts";
import { isExact } from "../../../src/survey/measured.ts";
import { fixturePath } from "../../fixtures/tables.ts";
import { evaluateText } from "../evaluate.ts";

const norms = selectNorms([
  "js-jintan-2007-office",
  "js-cz-2007-workers",
  "cn-rclaw-2025-scale",
  "ccp-general-branch",
  "ccp-committee",
  "cn-wage-2005",
]);

async function explain(id: string, read: ReadSurvey, language: Language): Promise<Document> {
  const periods = [...new Set(read.survey.observations.map(({ period }) => period))];
  return explainDocument(
    { topic: findTopic(id) as Topic, norms, all: false, read: { ...read, periods } },
    language,
  );
}

/** Every line and cell of a document. */
const phrases = (document: Document): (readonly Inline[])[] =>
  document.blocks.flatMap((block) => {
    if (block.kind === "facts") return block.facts.flatMap(({ lines }) => lines);
    if (block.kind === "table")
      return block.rows
        .flat()
        .map((cell) => (typeof cell === "string" || "measured" in cell ? [cell] : cell));
    return [];
  });

interface Equation {
  readonly left: string;
  readonly right: string;
}

/** “3 ÷ 16,000 × 1000 = 0.1875” in its two sides, as printed. */
function equations(document: Document): Equation[] {
  return phrases(document).flatMap((phrase) => {
    const at = phrase.findIndex((inline) => typeof inline === "string" && inline.endsWith(" = "));
    const value = phrase[at + 1];
    if (at < 0 || typeof value !== "object" || !("measured" in value) || !isExact(value.measured))
      return [];
    return [
      {
        left: (phrase[at] as string).replace(/ = $/, "").replace(/^.*[:：] ?/u, ""),
        right: formatFigure(value, document.language),
      },
    ];
  });
}

/** The printed value is the printed arithmetic, rounded to the decimals that are printed. */
function expectTrue({ left, right }: Equation): void {
  const printed = Number(
    right
      .replaceAll(",", "")
      .replace("−", "-")
      .replace(/^(≈|约 ?|約 ?)/u, ""),
  );
  const decimals = right.split(".")[1]?.length ?? 0;
  expect(Math.abs(evaluateText(left).low - printed), `${left} = ${right}`).toBeLessThanOrEqual(
    0.5 * 10 ** -decimals * (1 + 1e-9),
  );
}

describe.each(["town-2007.csv", "community-2009.csv", "county-town.csv"])(
  "every indicator on %s",
  (file) => {
    const reading = readSurvey([fixturePath(file)], {});

    test("the printed arithmetic gives the printed value, of the survey and of each area, in three languages", async () => {
      const read = await reading;
      const told = new Set<string>();
      for (const { id } of indicators) {
        for (const language of languages) {
          for (const equation of equations(await explain(id, read, language))) {
            expectTrue(equation);
            told.add(id);
          }
        }
      }
      expect(told.size).toBeGreaterThan(6);
    });
  },
);

describe("places", () => {
  test("a line of the file, and the columns in the order of the formula", async () => {
    const read = await readSurvey([fixturePath("town-2007.csv")], {});
    const texts = phrases(await explain("workers_per_1000", read, "en")).flat();
    // 社区01 stands on the second line; 工作人员数 is its 12th column, 常住人口 the 5th.
    expect(texts).toContain("line 2, columns 12 and 5");
    expect(texts).toContain("line 14, columns 12 and 5");
  });

  test("an age band that is added up names the columns it is made of", async () => {
    const read = await readSurvey([fixturePath("town-2007.csv")], {});
    // Those of 46 and over are 46–59 (10th column) and 60 and over (11th).
    const texts = phrases(await explain("members_46_plus", read, "zh-CN")).flat();
    expect(texts).toContain("第2行，第10、11列");
  });

  test("of several files each names its own columns", async () => {
    const files = ["households.csv", "members-by-age.csv", "office-space.csv", "funding.csv"].map(
      (name) => fixturePath(`town-four-files/${name}`),
    );
    const read = await readSurvey(files, {});
    const texts = phrases(await explain("office_area_shortfall", read, "en")).flat();
    expect(
      texts.some((text) => typeof text === "string" && text.includes("office-space.csv")),
    ).toBe(true);
    expect(texts.some((text) => typeof text === "string" && text.includes("funding.csv"))).toBe(
      false,
    );
  });
});
