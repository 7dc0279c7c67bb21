import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { renderFindingsJunit } from "../../src/render/findings/junit.ts";
import { judged, judgementOf } from "../render/findings/judgements.ts";
import { scratchFolder } from "./programs.ts";

const scratch = scratchFolder();
afterAll(() => scratch.remove());

/** The schema that Jenkins publishes for what it reads. */
const schema = fileURLToPath(new URL("../render/findings/jenkins-junit.xsd", import.meta.url));

/** Throws what xmllint says where a text is not valid. */
function validate(xml: string): void {
  const file = scratch.path("junit.xml");
  writeFileSync(file, xml);
  // xmllint tells on standard error that all is well, too.
  const { error, status, stderr } = spawnSync("xmllint", ["--noout", "--schema", schema, file], {
    encoding: "utf8",
  });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr);
}

test.each([
  [
    "faulty tables",
    [
      "fixtures/faulty/hostile-cells.csv",
      "fixtures/faulty/persons.csv",
      "fixtures/county-town.csv",
    ],
  ],
  ["a clean table", ["fixtures/town-2007.csv"]],
])("JUnit of %s is valid against the schema of Jenkins", async (_name, files) => {
  for (const language of ["en", "zh-CN", "zh-TW"] as const)
    validate(renderFindingsJunit(await judged(files, language)));
});

test("so is one with controls, markup and halves of pairs in it", () => {
  validate(
    renderFindingsJunit(
      judgementOf([
        {
          code: "CDJ301",
          severity: "error",
          message: "\u0000\u001b]]><x a='\"'>&amp;\uD800\uFFFE",
          place: { file: "<a>.csv" },
        },
      ]),
    ),
  );
});

test("and another text is not", () => {
  expect(() => validate("<testsuites><case/></testsuites>")).toThrow();
});
