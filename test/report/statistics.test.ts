import { describe, expect, test } from "vitest";
import { findTopic, topicIds } from "../../src/program/output/topics.ts";
import { comparisonJsonSchema } from "../../src/report/comparison/comparison-schema.ts";
import { distributionSchema } from "../../src/report/distribution/distribution-schema.ts";
import { explainDocument } from "../../src/report/explain/explain.ts";
import { listDocument, listNames } from "../../src/report/explain/explain-lists.ts";
import { findStatistic, statistics } from "../../src/report/statistics/index.ts";
import { languages } from "../../src/survey/language.ts";

/** Every key of an object schema and of what lies in it. */
function keysOf(schema: unknown, found = new Set<string>()): Set<string> {
  if (typeof schema !== "object" || schema === null) return found;
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties")
      for (const property of Object.keys(value as object)) found.add(property);
    keysOf(value, found);
  }
  return found;
}

const { z } = await import("zod");
const keys = {
  "analyze --distribution": keysOf(z.toJSONSchema(distributionSchema)),
  compare: keysOf(comparisonJsonSchema()),
};

describe.each(statistics.map((statistic) => [statistic.id, statistic] as const))(
  "%s",
  (id, statistic) => {
    test("is printed by the command that it names", () => {
      expect([...keys[statistic.command]]).toContain(statistic.key ?? id);
    });

    test("is explained by its id, and stands in the lists", () => {
      expect(findTopic(id)).toMatchObject({ kind: "statistic", id });
      expect(topicIds()).toContain(id);
      for (const language of languages) {
        const { blocks } = explainDocument(
          { topic: { kind: "statistic", id, statistic }, norms: [], all: false },
          language,
        );
        expect(JSON.stringify(blocks)).toContain(statistic.formula[language]);
        expect(JSON.stringify(blocks)).toContain(statistic.source[language]);
        expect(JSON.stringify(listDocument(["statistics"], language, false).blocks)).toContain(
          statistic.title[language],
        );
      }
    });

    test("has words of its own in Chinese", () => {
      expect(statistic.title["zh-CN"]).toMatch(/\p{Script=Han}/u);
      expect(statistic.title["zh-TW"]).toMatch(/\p{Script=Han}/u);
    });
  },
);

test("ids are unique, and no other topic has them", () => {
  expect(new Set(statistics.map(({ id }) => id)).size).toBe(statistics.length);
  expect(topicIds().filter((id, i, all) => all.indexOf(id) !== i && findStatistic(id))).toEqual([]);
  expect(listNames).toContain("statistics");
});

test("the key in JSON names a statistic too", () => {
  expect(findTopic("growthPerYear")).toMatchObject({ id: "cagr" });
});
