import { nothingToMeet, shortfallStanding } from "../survey/norm-standing.ts";
import { positionOf } from "./category.ts";
import { countOf } from "./count.ts";
import { defineIndicator } from "./define.ts";
import { exampleTiers } from "./example-norms.ts";
import { community2009 } from "./sources.ts";
import { boundary, eligible, held, isTierEdge, rules, tierRule, tiers } from "./tier-rule.ts";

export const eligibleTier = defineIndicator({
  id: "eligible_tier",
  theme: "organisation",
  title: {
    en: "Communities whose members permit a general branch or a committee",
    "zh-CN": "按党员数可设层级",
    "zh-TW": "依黨員數可設層級",
  },
  unit: "community",
  decimals: 0,
  ...countOf({
    needs: ["members"],
    formula: {
      en: "communities by the tier that their number of members permits; counted are those above a plain branch",
      "zh-CN": "按党员数可设的层级划分社区；计数为可设总支或党委的社区",
      "zh-TW": "依黨員數可設的層級劃分社區；計數為可設總支或黨委的社區",
    },
    classes: () => tiers,
    counted: () => ["general_branch", "committee"],
    as: "count",
    classify: eligible,
  }),
  source: rules,
  norm: { subjects: ["members"], required: true, takes: isTierEdge, rule: tierRule },
  options: boundary,
  classes: [
    { id: "joint_branch", title: { en: "joint branch", "zh-CN": "联合支部", "zh-TW": "聯合支部" } },
    { id: "branch", title: { en: "branch", "zh-CN": "党支部", "zh-TW": "黨支部" } },
    { id: "general_branch", title: { en: "general branch", "zh-CN": "党总支", "zh-TW": "黨總支" } },
    { id: "committee", title: { en: "committee", "zh-CN": "党委", "zh-TW": "黨委" } },
  ],
  stand: () => nothingToMeet,
  examples: [
    {
      given: { members: [240] },
      norm: exampleTiers,
      expected: { value: 1 },
      also: { class: "committee" },
      source: `${community2009}: 240 members are 100 or more`,
    },
    {
      given: { members: [2, 3, 49, 50, 99, 100] },
      norm: exampleTiers,
      expected: { value: 3 },
      also: { classes: { joint_branch: 1, branch: 2, general_branch: 2, committee: 1 } },
      source: "edges of the rule: <3, 3–49, 50–99, ≥100",
    },
    {
      given: { members: [50, 51, 100, 101] },
      norm: exampleTiers,
      options: { boundary: "exclusive" },
      expected: { value: 3 },
      also: { classes: { joint_branch: 0, branch: 1, general_branch: 2, committee: 1 } },
      source: "“超过50” and “超过100”: 50 is still a branch, 100 still a general branch",
    },
    { given: { members: [240] }, expected: { absent: "no-norm" }, source: "no edge is named" },
  ],
});

export const tierGap = defineIndicator({
  id: "tier_gap",
  theme: "organisation",
  title: {
    en: "Communities whose party organisation is of another tier than its members permit",
    "zh-CN": "层级不符",
    "zh-TW": "層級不符",
  },
  unit: "community",
  decimals: 0,
  ...countOf({
    needs: ["members", "organisation_tier"],
    formula: {
      en: "communities where tier permitted ≠ tier held",
      "zh-CN": "可设层级 ≠ 现有层级的社区数",
      "zh-TW": "可設層級 ≠ 現有層級的社區數",
    },
    classes: () => ["below", "equal", "above"],
    counted: () => ["below", "above"],
    as: "count",
    classify(totals, context) {
      const permitted = eligible(totals, context);
      if ("absent" in permitted) return permitted;
      const holds = held(totals);
      return (index) => {
        const may = permitted(index);
        const has = holds(index);
        if ("absent" in may) return may;
        if ("absent" in has) return has;
        const position = positionOf("organisation_tier", has[0] as string);
        const orders = may.map((tier) =>
          Math.sign(position - positionOf("organisation_tier", tier)),
        );
        return [
          ...new Set(orders.map((order) => (order < 0 ? "below" : order > 0 ? "above" : "equal"))),
        ];
      };
    },
  }),
  source: rules,
  reading: {
    en: "The rule permits, it does not oblige: a difference is no breach.",
    "zh-CN": "规定为“可以”而非“应当”，不符不等于违规。",
    "zh-TW": "規定為「可以」而非「應當」，不符不等於違規。",
  },
  norm: { subjects: ["members"], required: true, takes: isTierEdge, rule: tierRule },
  options: boundary,
  classes: [
    {
      id: "below",
      title: { en: "held below permitted", "zh-CN": "低于可设层级", "zh-TW": "低於可設層級" },
    },
    {
      id: "equal",
      title: { en: "held as permitted", "zh-CN": "与可设层级相符", "zh-TW": "與可設層級相符" },
    },
    {
      id: "above",
      title: { en: "held above permitted", "zh-CN": "高于可设层级", "zh-TW": "高於可設層級" },
    },
  ],
  stand: (result) => shortfallStanding(result.value),
  examples: [
    {
      given: {
        members: [240],
        organisation_tier: [positionOf("organisation_tier", "general_branch")],
      },
      norm: exampleTiers,
      expected: { value: 1 },
      also: { class: "below" },
      source: `${community2009}: 240 members under a general branch, where the number permits a committee`,
    },
    {
      given: { members: [60, 30, 20], general_branches: [1, 0, 1], branches: [4, 1, 2] },
      norm: exampleTiers,
      expected: { value: 1 },
      also: { classes: { below: 0, equal: 2, above: 1 } },
      source:
        "60 under a general branch and 30 under a branch agree; 20 members under a general branch do not",
    },
  ],
});
