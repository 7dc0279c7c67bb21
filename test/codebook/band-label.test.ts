import { expect, test } from "vitest";
import { bandId } from "../../src/codebook/age-band.ts";
import { matchHeader, parseBandLabel } from "../../src/codebook/match.ts";

const read = (header: string, parent?: string): string => {
  const meaning = matchHeader(header, parent === undefined ? {} : { parent });
  return meaning.kind === "band"
    ? bandId(meaning.band) +
        (meaning.note ? ` ${meaning.note}` : "") +
        (meaning.basis ? ` ${meaning.basis}` : "")
    : meaning.kind;
};

test.each([
  ["60岁以上党员", "members_60_plus"],
  ["60岁及以上党员", "members_60_plus"],
  ["60周岁以上党员", "members_60_plus"],
  ["60歲以上黨員", "members_60_plus"],
  ["60岁以上(含60岁)党员", "members_60_plus"],
  ["60岁及60岁以上", "residents_60_plus"],
  ["60周岁以上老人", "residents_60_plus"],
  ["≥60岁", "residents_60_plus"],
  ["老年人口", "residents_60_plus"],
  ["老年人数", "residents_60_plus"],
  ["高龄老人", "residents_80_plus"],
  ["青年党员", "members_35_under"],
  ["35岁及以下", "residents_0_35"],
  ["35岁以下(及以下)", "residents_0_35"],
  ["35岁以下党员", "members_35_under"],
  ["35周岁以下党员", "members_35_under"],
  ["≤35岁党员", "members_35_under"],
  ["<35岁党员", "members_34_under"],
  ["≤35岁", "residents_0_35"],
  ["<35岁", "residents_0_34"],
  ["35岁以下(不含35岁)", "residents_0_34"],
  ["36-45岁", "residents_36_45"],
  ["36岁至45岁党员", "members_36_45"],
  ["46至59岁", "residents_46_59"],
  ["0～14岁", "residents_0_14"],
  ["0－14歲", "residents_0_14"],
  ["15—64岁人口数", "residents_15_64"],
  ["未滿15歲", "residents_0_14"],
  ["不足15岁", "residents_0_14"],
  ["超過64歲", "residents_65_plus"],
  ["超過20歲", "residents_21_plus edge-ambiguous"],
  ["61岁以上", "residents_61_plus edge-ambiguous"],
  ["60岁以上(不含60岁)", "residents_61_plus"],
  ["18岁以上35岁以下", "residents_18_35"],
  ["60岁以上不满80岁", "residents_60_79"],
  ["年满18周岁", "residents_18_plus"],
  ["0岁", "residents_0"],
  ["0歲-男", "residents_male_0"],
  ["57歲-女", "residents_female_57"],
  ["100歲以上-女", "residents_female_100_plus"],
  ["人口數-男", "residents_male"],
  ["男", "residents_male"],
  ["女性", "residents_female"],
  ["男性人口", "residents_male"],
  ["女党员", "members_female"],
  ["女性党员", "members_female"],
  ["男黨員數", "members_male"],
  ["aged_60_plus", "residents_60_plus"],
  ["18-35", "residents_18_35"],
  ["60+", "residents_60_plus"],
  ["members_60_plus", "members_60_plus"],
  ["residents_male_0", "residents_male_0"],
  ["Party members aged 60+", "members_60_plus"],
  ["residents 60 and over", "residents_60_plus"],
  ["Under 15", "residents_0_14"],
  ["15 and under", "residents_0_15"],
  ["over 60", "residents_61_plus edge-ambiguous"],
  ["Population (male)", "residents_male"],
  ["members female", "members_female"],
  ["党员情况/60岁以上", "members_60_plus"],
  ["党员情况/60岁以上(人)", "members_60_plus"],
  ["党员/年龄结构/36-45岁", "members_36_45"],
  ["人口/男", "residents_male"],
  ["年龄结构/0-14岁", "residents_0_14"],
  ["户籍人口/男", "residents_male registered"],
  ["常住人口/女", "residents_female usual"],
  ["60岁以上/aged_60_plus", "residents_60_plus"],
])("%s → %s", (header, expected) => {
  expect(read(header)).toBe(expected);
});

test.each([
  "流动人口60岁以上",
  "60岁以上残疾人",
  "党龄50年以上",
  "60岁以上占比",
  "老年人口比例",
  "男女比",
  "2007",
  "2007-2008",
  "200-300岁",
  "35-20岁",
  "学生/男",
  "工作人员/男",
  "流动人口/male",
  "男职工",
  "1.5-2岁",
  "60岁以上(%)",
])("%s is no age band", (header) => {
  expect(read(header)).toBe("unknown");
});

test("a parent says whom an age or a sex counts", () => {
  expect(read("60岁以上", "党员情况")).toBe("members_60_plus");
  expect(read("女", "党员数")).toBe("members_female");
  expect(read("其中：女", "党员数")).toBe("members_female");
  expect(read("男", "人口")).toBe("residents_male");
  expect(read("男", "流动人口")).toBe("unknown");
});

test("a part of the column before it is not taken for residents when that column is unknown", () => {
  expect(matchHeader("其中：女")).toEqual({
    kind: "ambiguous",
    candidates: ["residents_female", "members_female"],
  });
  expect(read("其中：60岁以上党员")).toBe("members_60_plus");
});

test.each([
  ["36-45岁", "members", "members_36_45"],
  ["60岁以上", "residents", "residents_60_plus"],
  ["60岁以上党员", "residents", "members_60_plus"],
  ["女", "members", "members_female"],
  ["0", "residents", "residents_0"],
  ["100+", "residents", "residents_100_plus"],
  ["65歲以上", "residents", "residents_65_plus"],
  ["合计", "residents", undefined],
  ["总计", "members", undefined],
  ["2007", "residents", undefined],
  ["常住人口", "residents", undefined],
  ["", "residents", undefined],
] as const)("the label %s of %s is %s", (label, of, expected) => {
  const band = parseBandLabel(label, of);
  expect(band && bandId(band)).toBe(expected);
});
