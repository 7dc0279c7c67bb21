import { evaluate, figure, number, operate } from "../formula/expression.ts";
import type { Text } from "../survey/language.ts";
import { type Absent, absent, exact, isAbsent, lowest } from "../survey/measured.ts";
import type { Totals } from "../survey/totals.ts";
import { shareWhere } from "./count.ts";
import { defineIndicator, type Variant } from "./define.ts";
import { surveyPractice } from "./sources.ts";

type Test = (index: number) => boolean | Absent;
/** Absent where no community can be tested. */
type Verdict = Test | Absent;

const verdictAt = (verdict: Verdict, index: number): boolean | Absent =>
  "absent" in verdict ? verdict : verdict(index);

/** More than none of one of these; the first that is reported decides. */
const has =
  (...variables: readonly string[]) =>
  (totals: Totals): Verdict => {
    const series = variables.map((id) => totals.series(id));
    const [first] = series;
    if (first?.nowhere !== undefined && series.every(({ nowhere }) => nowhere === first.nowhere))
      return absent(first.nowhere);
    return (index) => {
      const reported = series.map((s) => s.at(index));
      const counts = reported.map(lowest).filter((count) => count !== undefined);
      if (counts.some((count) => count > 0)) return true;
      return counts.length > 0
        ? false
        : ((reported.find(isAbsent) as Absent | undefined) ?? absent("missing-variable"));
    };
  };

const held = (totals: Totals): Verdict => {
  const tier = totals.series("organisation_tier");
  const counted = has(
    "has_party_organisation",
    "organisations",
    "committees",
    "general_branches",
    "branches",
  )(totals);
  if (tier.nowhere !== undefined) return counted;
  return (index) => (isAbsent(tier.at(index)) ? verdictAt(counted, index) : true);
};

interface Body {
  readonly id: string;
  readonly title: Text;
  readonly test: (totals: Totals) => Verdict;
}

const bodies: readonly Body[] = [
  {
    id: "party_organisation",
    title: { en: "party organisation", "zh-CN": "党组织", "zh-TW": "黨組織" },
    test: held,
  },
  {
    id: "residents_committee",
    title: { en: "residents' committee", "zh-CN": "居民委员会", "zh-TW": "居民委員會" },
    test: has("has_residents_committee", "committee_members"),
  },
  {
    id: "property_company",
    title: { en: "property company", "zh-CN": "物业服务企业", "zh-TW": "物業公司" },
    test: has("property_company"),
  },
  {
    id: "owners_committee",
    title: { en: "owners' committee", "zh-CN": "业主委员会", "zh-TW": "業主委員會" },
    test: has("owners_committee"),
  },
];

/** The coverage of one body, over the communities that report it. */
function coverageOf(body: Body, totals: Totals): Variant {
  const verdict = body.test(totals);
  const { id, title } = body;
  if ("absent" in verdict) return { id, title, value: verdict };
  const verdicts = Array.from({ length: totals.size }, (_, i) => verdict(i));
  const tested = verdicts.filter((v) => typeof v === "boolean");
  const reason = verdicts.find((v) => typeof v !== "boolean");
  if (tested.length === 0) return { id, title, value: reason ?? absent("no-data") };
  const arithmetic = operate(
    "*",
    operate("/", figure(exact(tested.filter(Boolean).length)), number(tested.length)),
    number(100),
  );
  return { id, title, value: evaluate(arithmetic), arithmetic };
}

export const dualPostShare = defineIndicator({
  id: "dual_post_share",
  theme: "organisation",
  title: {
    en: "Communities whose secretary is also director",
    "zh-CN": "一肩挑比例",
    "zh-TW": "一肩挑比例",
  },
  unit: "%",
  decimals: 1,
  ...shareWhere({
    needs: ["dual_post"],
    formula: {
      en: "communities with one person in both posts ÷ communities that report it",
      "zh-CN": "书记、主任一肩挑的社区数 ÷ 填报社区数",
      "zh-TW": "書記、主任一肩挑的社區數 ÷ 填報社區數",
    },
    test: has("dual_post"),
  }),
  source: surveyPractice,
  examples: [
    {
      given: { dual_post: [1, 1, 0, null] },
      expected: { value: (2 / 3) * 100 },
      decimals: 9,
      also: { coverage: { areas: 3, of: 4 } },
      source: "2 of the 3 that report it",
    },
  ],
});

const fourBodies = shareWhere({
  needs: ["organisation_tier", "committee_members", "property_company", "owners_committee"],
  formula: {
    en: "communities with all four: party organisation, residents' committee, property company, owners' committee ÷ communities that report all four",
    "zh-CN": "党组织、居民委员会、物业服务企业、业主委员会四方俱全的社区数 ÷ 四项均填报的社区数",
    "zh-TW": "黨組織、居民委員會、物業公司、業主委員會四方俱全的社區數 ÷ 四項均填報的社區數",
  },
  test: (totals) => {
    const each = bodies.map((body) => body.test(totals));
    const all: Test = (index) => {
      const verdicts = each.map((verdict) => verdictAt(verdict, index));
      return verdicts.find((v) => typeof v !== "boolean") ?? verdicts.every((v) => v === true);
    };
    const first = totals.size > 0 && each.some((verdict) => "absent" in verdict) ? all(0) : true;
    return typeof first === "boolean" ? all : first;
  },
});

export const fourBodiesCoverage = defineIndicator({
  id: "four_bodies_coverage",
  theme: "organisation",
  title: {
    en: "Communities with all four bodies",
    "zh-CN": "四方组织覆盖率",
    "zh-TW": "四方組織涵蓋率",
  },
  unit: "%",
  decimals: 1,
  ...fourBodies,
  compute(totals, context) {
    return {
      ...fourBodies.compute(totals, context),
      variants: bodies.map((body) => coverageOf(body, totals)),
    };
  },
  source: surveyPractice,
  reading: {
    en: "A residents' committee is taken to exist where the table says so or it has members; a party organisation where the table says so, or its tier or the number of organisations is given.",
    "zh-CN":
      "表中填“有”或居委会成员数大于零视为有居委会；填“有”，或填报了党组织类型、党组织数，视为有党组织。",
    "zh-TW":
      "表中填「有」或居委會成員數大於零視為有居委會；填「有」，或填報了黨組織類型、黨組織數，視為有黨組織。",
  },
  examples: [
    {
      given: {
        branches: [1, 1, 2, 1],
        committee_members: [5, 5, 7, 5],
        property_company: [1, 0, 1, 1],
        owners_committee: [1, 0, 0, 1],
      },
      expected: { value: 50 },
      also: {
        variants: {
          party_organisation: 100,
          residents_committee: 100,
          property_company: 75,
          owners_committee: 50,
        },
      },
      source: "2 of 4 have all four; 4, 4, 3 and 2 of 4 have each",
    },
    {
      given: {
        organisation_tier: Array<number>(13).fill(1),
        committee_members: Array<number>(13).fill(3),
        property_company: [...Array<number>(9).fill(1), 0, 0, 0, 0],
        owners_committee: [...Array<number>(9).fill(1), 0, 0, 0, 0],
      },
      expected: { value: 69.2 },
      decimals: 1,
      source: "9 ÷ 13 = 69.23 %",
    },
  ],
});
