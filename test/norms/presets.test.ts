import { describe, expect, test } from "vitest";
import { findVariable } from "../../src/codebook/index.ts";
import { indicators } from "../../src/indicators/index.ts";
import { findNorm, norms } from "../../src/norms/index.ts";
import { unmeasuredSubjects } from "../../src/norms/subjects.ts";
import { languages } from "../../src/survey/language.ts";

const day = /^\d{4}-\d{2}-\d{2}$/;
const indicatorUnits = new Map<string, string>(indicators.map(({ id, unit }) => [id, unit]));

describe.each(norms.map((norm) => [norm.id, norm] as const))("%s", (id, norm) => {
  test("is complete in three languages", () => {
    for (const text of [norm.jurisdiction, norm.document, norm.issuer, norm.clause, norm.note]) {
      if (text) for (const language of languages) expect(text[language].trim()).not.toBe("");
    }
    expect(findNorm(id)).toBe(norm);
  });

  test("has a threshold that can be met", () => {
    expect(norm.value).toBeGreaterThan(0);
    expect(norm.upper !== undefined).toBe(norm.op === "between");
    if (norm.upper !== undefined) expect(norm.upper).toBeGreaterThan(norm.value);
  });

  test("is dated soundly", () => {
    for (const date of [norm.validFrom, norm.validTo]) {
      if (date === undefined) continue;
      expect(date).toMatch(day);
      expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
    }
    if (norm.validFrom && norm.validTo) expect(norm.validFrom < norm.validTo).toBe(true);
    if (norm.year !== undefined) expect(norm.year >= 1949 && norm.year <= 2026).toBe(true);
  });

  test("speaks of an indicator, a variable or a declared subject, in its unit", () => {
    const variable = findVariable(norm.subject);
    const unit = variable?.unit ?? indicatorUnits.get(norm.subject);
    expect(unit ?? unmeasuredSubjects[norm.subject]).toBeDefined();
    if (unit && norm.subject !== "wage_ratio") expect(norm.unit).toBe(unit);
  });
});

test("ids are unique, and every preset of the domain notes graded A or B is there", () => {
  const ids = norms.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const listed = [
    "cn-rclaw-2025-scale cn-rclaw-1989-scale cn-rclaw-1989-members cn-rc-1954-scale cn-125-space cn-135-space cn-145-space cn-145-workers",
    "cn-145-commercial cn-145-activity cn-embedded-2023 cn-census-hh un-ageing cn-ageing-grades cn-wage-2005",
    "ccp-branch ccp-branch-committee ccp-term ccp-general-branch ccp-committee ccp-meeting local-joint-half",
    "js-jintan-2007-office js-cz-2007-workers js-jintan-2007-clamp js-2011-space js-wuxi-wage js-ks-2016-fund js-nj-2018-wage js-145 ha-2022",
    "hb-draft-2023 bj-145 cs-2007 fj-2010 zj-yuhang-2021 sz-2006 sz-2016 gs-2023 xj-cj-2023 ln-bx-2014-fund county-200 anon-district suzhou-2022 nc-2019",
  ].flatMap((line) => line.split(" "));
  expect(listed.filter((id) => !ids.includes(id))).toEqual([]);
});

test("what was not found or not verified is not shipped", () => {
  for (const id of [
    "cn-rclaw-2025-members",
    "cn-2010-27-space",
    "cn-complete-community",
    "cn-gb50180",
    "bj-350",
  ])
    expect(findNorm(id)).toBeUndefined();
});
