import { describe, expect, test } from "vitest";
import { parseBandId } from "../../src/codebook/age-band.ts";
import type { Variable } from "../../src/codebook/define.ts";
import { findVariable, variables } from "../../src/codebook/index.ts";
import { languages } from "../../src/survey/language.ts";

/** The ids of the codebook's table and of the further variables below it. */
const ids = `
  households residents registered_residents floating_population managed_population land_area dibao_households dibao_persons disabled unemployed
  enterprises members members_college_educated members_in_service members_retired members_laid_off members_floating_in members_floating_out
  members_private_sector members_hardship members_new applicants activists committees general_branches branches groups organisation_tier
  organisation_committee_size committee_members workers workers_posted workers_licensed dual_post grid_count office_area activity_area
  facility_area space_tenure funds party_funds funds_service funds_office funds_personnel monthly_wage meetings_held meetings_required
  activities volunteers demo_level branches_without_venue buildings buildings_with_organisation enterprise_employees retired_cadres
  staff_in_service members_incoming property_company owners_committee agreements_signed eligible_units attached_leader
`
  .trim()
  .split(/\s+/u);

const all: readonly Variable[] = variables;

describe("the registry", () => {
  test.each(ids)("%s is a variable", (id) => {
    expect(findVariable(id)?.id).toBe(id);
  });

  test("every id stands once, and none is an age band's", () => {
    expect(new Set(all.map((v) => v.id)).size).toBe(all.length);
    expect(all.filter((v) => parseBandId(v.id))).toEqual([]);
    expect(findVariable("members_60_plus")).toBeUndefined();
    expect(findVariable("toString")).toBeUndefined();
  });

  test("every title is there in every language", () => {
    for (const v of all)
      for (const language of languages)
        expect(v.title[language].trim(), `${v.id} ${language}`).not.toBe("");
  });

  test("wholes are variables of the same unit", () => {
    for (const v of all)
      for (const whole of v.partOf ?? [])
        expect(findVariable(whole)?.unit, `${v.id} of ${whole}`).toBe(v.unit);
  });

  test("a variable has values if and only if it is a category", () => {
    for (const v of all) expect((v.values?.length ?? 0) > 0, v.id).toBe(v.kind === "category");
  });

  test("a spelling names one value", () => {
    for (const v of all) {
      const spellings = (v.values ?? []).flatMap((value) => [
        ...new Set([value.id, ...value.spellings]),
      ]);
      expect(new Set(spellings).size, v.id).toBe(spellings.length);
    }
  });

  test("tiers rise from the joint branch to the committee", () => {
    expect(findVariable("organisation_tier")?.values?.map((value) => value.id)).toEqual([
      "joint_branch",
      "branch",
      "general_branch",
      "committee",
    ]);
  });

  test("无 is zero for floor space and missing elsewhere", () => {
    expect(all.filter((v) => v.noneMeans === "zero").map((v) => v.id)).toEqual([
      "office_area",
      "activity_area",
      "facility_area",
    ]);
  });

  test("people in need are sensitive: low income, disabled, hardship", () => {
    expect(all.filter((v) => v.sensitive).map((v) => v.id)).toEqual([
      "dibao_households",
      "dibao_persons",
      "disabled",
      "members_hardship",
    ]);
  });

  test.each([
    ["households", 100, 8000],
    ["residents", 300, 30_000],
    ["land_area", 0.05, 20],
    ["members", 3, 1500],
    ["organisation_committee_size", 3, 11],
    ["committee_members", 5, 9],
    ["workers", 0, 80],
    ["office_area", 0, 5000],
    ["funds_service", 50_000, 2_000_000],
    ["monthly_wage", 100, 20_000],
  ])("%s is plausible from %d to %d", (id, min, max) => {
    expect(findVariable(id)?.plausible).toEqual({ min, max });
  });
});
