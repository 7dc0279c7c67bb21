import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bandId } from "../../src/codebook/age-band.ts";
import type { Variable } from "../../src/codebook/define.ts";
import { variables } from "../../src/codebook/index.ts";
import { keyAliases } from "../../src/codebook/keys.ts";
import { matchHeader } from "../../src/codebook/match.ts";
import { languages } from "../../src/survey/language.ts";

const all: readonly Variable[] = variables;

/** A meaning in a few words: the id, and what stands beside it. */
function brief(header: string): string {
  const m = matchHeader(header);
  switch (m.kind) {
    case "variable":
      return [
        m.variable,
        m.unit && `${m.unit.unit} ${m.unit.exponent}`,
        m.basis,
        m.or && `or ${m.or}`,
      ]
        .filter(Boolean)
        .join(", ");
    case "band":
      return bandId(m.band);
    case "key":
      return `${m.key}!${m.or ? ` or ${m.or}` : ""}`;
    case "item":
      return `item ${m.item}`;
    case "ambiguous":
      return `? ${m.candidates.join(" ")}`;
    default:
      return m.kind;
  }
}

/** Aliases marked † in the codebook, and names that several variables share. */
const daggers: Readonly<Record<string, string>> = {
  户籍户数: "? households",
  实有人口: "? residents managed_population",
  驻区单位: "? enterprises eligible_units",
  两新组织: "? enterprises",
  本科及以上: "? members_college_educated",
  报到党员: "? members_in_service",
  流动党员: "? members_floating_in members_floating_out",
  两委成员: "? organisation_committee_size committee_members",
  社工: "? workers workers_licensed",
  社区用房: "? office_area facility_area",
  老党员: "? members_60_plus",
  面积: "? land_area office_area activity_area facility_area",
};

describe("aliases", () => {
  const declared = all.flatMap((v) =>
    [v.id, ...languages.map((l) => v.title[l]), ...v.aliases].map(
      (alias) => [alias, v.id] as const,
    ),
  );

  test.each(declared)("%s means %s", (alias, id) => {
    expect(matchHeader(alias)).toMatchObject({ kind: "variable", variable: id });
  });

  test.each(
    all.flatMap((v) =>
      (v.ambiguous ?? []).filter((a) => a !== "area").map((alias) => [alias, v.id] as const),
    ),
  )("%s may mean %s, and is not taken", (alias, id) => {
    const meaning = matchHeader(alias);
    expect(meaning.kind).toBe("ambiguous");
    expect(meaning.kind === "ambiguous" && meaning.candidates).toContain(id);
  });

  test.each(Object.entries(daggers))("%s is ambiguous: %s", (header, expected) => {
    expect(brief(header)).toBe(expected);
  });

  test.each(
    Object.entries(keyAliases).flatMap(([key, aliases]) =>
      aliases.map((alias) => [alias, key] as const),
    ),
  )("%s is the key %s", (alias, key) => {
    expect(matchHeader(alias)).toMatchObject({ kind: "key", key });
  });

  test("noise around an alias changes nothing", () => {
    const noise = fc.tuple(
      fc.constantFrom("", "其中：", "本社区", "\ufeff", " "),
      fc.constantFrom("", "情况", "合计", " ", "\u200b"),
    );
    const alias = fc.constantFrom(...declared.filter(([a]) => /^[\u4e00-\u9fff]+$/u.test(a)));
    fc.assert(
      fc.property(alias, noise, ([text, id], [before, after]) => {
        expect(matchHeader(before + text + after)).toMatchObject({
          kind: "variable",
          variable: id,
        });
      }),
    );
  });

  test("a longer word is not an alias: what is left over must be noise", () => {
    const alias = fc.constantFrom(...declared.filter(([a]) => /^[\u4e00-\u9fff]+$/u.test(a)));
    fc.assert(
      fc.property(
        alias,
        fc.constantFrom("密度", "比例", "增长率", "平均", "满意度"),
        ([text], word) => {
          expect(matchHeader(text + word).kind).toBe("unknown");
          expect(matchHeader(word + text).kind).toBe("unknown");
        },
      ),
    );
  });
});

describe("headers of the codebook", () => {
  test.each([
    ["总人口数", "residents"],
    ["常住人口", "residents, usual"],
    ["常住人口(户)", "households, household 0"],
    ["常住人口(人)", "residents, person 0, usual"],
    ["常住人口/户", "households, household 0"],
    ["人口(万)", "residents, person 4"],
    ["管理人口", "managed_population"],
    ["面积(平方公里)", "land_area, km² 0"],
    ["面积（亩）", "land_area, km² 0"],
    ["面积(㎡)", "? office_area activity_area facility_area"],
    ["占地面积(公顷)", "land_area, km² -2"],
    ["Area (km²)", "land_area, km² 0"],
    ["area", "area!"],
    ["㎡", "office_area"],
    ["低保对象(户)", "dibao_households, household 0"],
    ["低保对象(人)", "dibao_persons, person 0"],
    ["低保对象", "? dibao_households dibao_persons"],
    ["低保对象户数", "dibao_households"],
    ["工作经费(万元)", "funds, yuan 4"],
    ["人均补贴(元/月)", "monthly_wage, yuan/month 0"],
    ["人均补贴", "? monthly_wage"],
    ["支部", "branches, or finer"],
    ["网格", "grid_count, or finer"],
    ["是否租用", "space_rented"],
    ["Number of households", "households"],
    ["Office Area (m²)", "office_area, m² 0"],
    ["劳动年龄人口", "? residents_15_59 residents_15_64 residents_16_59"],
  ])("%s → %s", (header, expected) => {
    expect(brief(header)).toBe(expected);
  });
});

describe("heads of several rows", () => {
  test.each([
    ["办公用房/面积(㎡)", "office_area, m² 0"],
    ["低保/户数", "dibao_households"],
    ["低保/人数", "dibao_persons"],
    ["党员/困难", "members_hardship"],
    ["党员情况/总数", "members"],
    ["党员/大专以上", "members_college_educated"],
    ["居民/大专以上", "unknown"],
    ["常住人口/户数", "households"],
    ["常住人口/总数", "residents, usual"],
    ["基本情况/户数", "households"],
    ["2007年社区基本情况表/户数", "households"],
    ["贫困/户数", "unknown"],
    ["流动人口/户数", "unknown"],
    ["2007年/户数", "unknown"],
    ["计划/低保户", "unknown"],
    ["社区用房/面积", "? office_area facility_area"],
    ["经费总额/办公经费(万元)", "funds_office, yuan 4"],
    ["户数/households", "households"],
    ["households/居民户情况", "households"],
    ["社区/名称", "area!"],
    ["社区名称/社区名称", "area!"],
  ])("%s → %s", (header, expected) => {
    expect(brief(header)).toBe(expected);
  });

  // What stands above a name and is no section of the survey makes it another figure.
  test.each([
    ...["期初", "前年", "应有", "每百户", "空缺", "减少", "预算", "编制", "批准", "待核", "未报到"],
    ...["迁出", "死亡", "非本社区", "計畫", "流动人口", "党员"],
    ...["Needed", "Vacancies", "Target", "Net change", "Per capita", "Density", "Last year"],
  ])("%s above 志愿者 or Volunteers is no count of volunteers", (above) => {
    expect(brief(`${above}/志愿者`)).toBe("unknown");
    expect(brief(`${above}/Volunteers`)).toBe("unknown");
    expect(brief(`${above}/社区工作者/人数`)).toBe("unknown");
  });

  // Composed of words that add nothing; 计划, 新增, 人均 are no such words.
  test.each([
    ["家庭总户数", "households"],
    ["年末户籍总人口数", "registered_residents"],
    ["实际党员数", "members"],
    ["年度工作经费总额（万元）", "funds, yuan 4"],
    ["计划党员数", "unknown"],
    ["新增家庭总户数", "unknown"],
    ["人均工作经费总额", "unknown"],
    ["上年末户籍总人口", "unknown"],
  ])("%s → %s", (header, expected) => {
    expect(brief(header)).toBe(expected);
  });

  test.each([
    ["平安建设/网格数", "grid_count"],
    ["二、队伍建设/社区工作者", "workers"],
    ["群团组织/志愿者", "volunteers"],
    ["特殊人群/残疾人", "disabled"],
    ["居住人口/残疾人", "disabled"],
    ["基層組織情況/黨支部數", "branches"],
    ["党组织数/党支部数", "branches"],
    ["二、党建工作/党员数", "members"],
    ["其他人群/失业人员", "unemployed"],
    ["经费情况/年度经费（万元）", "funds, yuan 4"],
    ["常住人口/残疾人", "disabled"],
    ["Welfare and services/Disabled persons", "disabled"],
    ["Staffing/Community workers", "workers"],
  ])("%s → %s: a section, or the whole of which it is a part", (header, expected) => {
    expect(brief(header)).toBe(expected);
  });
});

describe("keys, long tables and the rest", () => {
  test.each([
    ["社群名稱", "area!"],
    ["村里", "area!"],
    ["區域別", "parent_area! or area"],
    ["區域", "parent_area! or area"],
    ["所属街道", "parent_area!"],
    ["省份", "parent_area!"],
    ["地级市", "parent_area!"],
    ["Province", "parent_area!"],
    ["鄉鎮市區", "parent_area!"],
    ["代碼", "area_code!"],
    ["統計年月", "period!"],
    ["級別", "level!"],
    ["年龄段", "item band"],
    ["age_band", "item band"],
    ["指标", "item variable"],
    ["人数", "value"],
    ["count", "value"],
    ["小区", "finer"],
    ["网格名称", "finer"],
    ["household_id", "finer"],
    ["序号", "ignored"],
    ["No.", "ignored"],
    ["备注", "unknown"],
    ["单位", "unknown"],
    ["地区生产总值", "unknown"],
    ["人口密度", "unknown"],
    ["2007", "unknown"],
    ["2023年", "unknown"],
    ["2022年常住人口", "unknown"],
    ["流动人口(%)", "unknown"],
    ["姓名", "unknown"],
    ["", "unknown"],
  ])("%s → %s", (header, expected) => {
    expect(brief(header)).toBe(expected);
  });

  test("no key or other whole head is also an alias", () => {
    for (const v of all)
      for (const alias of [v.title["zh-CN"], ...v.aliases])
        expect(matchHeader(alias).kind, alias).toBe("variable");
  });

  test("an unknown header comes with what it may have meant", () => {
    const ids = (header: string) => {
      const m = matchHeader(header);
      return m.kind === "unknown" ? m.suggestions.map((s) => s.id) : [];
    };
    expect(ids("单位")[0]).toBe("area");
    expect(ids("办公用房面职")[0]).toBe("office_area");
    expect(ids("housholds")[0]).toBe("households");
    expect(ids("备注")).toEqual([]);
  });
});

test("a village table by single years and sex: every column is understood", () => {
  const ages = Array.from({ length: 100 }, (_, age) => [`${age}歲-男`, `${age}歲-女`]).flat();
  const headers = [
    "統計年月",
    "區域別",
    "村里",
    "戶數",
    "人口數",
    "人口數-男",
    "人口數-女",
    ...ages,
    "100歲以上-男",
    "100歲以上-女",
  ];
  const expected = [
    ...[
      "period!",
      "parent_area! or area",
      "area!",
      "households",
      "residents",
      "residents_male",
      "residents_female",
    ],
    ...Array.from({ length: 100 }, (_, age) => [
      `residents_male_${age}`,
      `residents_female_${age}`,
    ]).flat(),
    ...["residents_male_100_plus", "residents_female_100_plus"],
  ];
  expect(headers.map(brief)).toEqual(expected);
});

test("a hostile header costs no time", () => {
  for (const text of [
    `${"*".repeat(100_000)}a`,
    `a${"_".repeat(100_000)}b`,
    "(".repeat(100_000),
    "60岁".repeat(30_000),
    "/".repeat(100_000),
  ]) {
    expect(matchHeader(text).kind).toBe("unknown");
  }
}, 1000);

test("any text has a meaning, soon", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 300 }),
      (text) => typeof matchHeader(text).kind === "string",
    ),
  );
  const pieces = fc.array(
    fc.constantFrom(
      "数",
      "总",
      "社区",
      "人",
      "/",
      "(",
      ")",
      "60",
      "岁",
      "以上",
      "-",
      "党员",
      "其中",
      "_",
      " ",
      "户",
    ),
    { maxLength: 60 },
  );
  fc.assert(fc.property(pieces, (parts) => typeof matchHeader(parts.join("")).kind === "string"));
});
