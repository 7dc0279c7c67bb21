import { findVariable } from "../codebook/index.ts";
import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { figureAt } from "./figures-compared.ts";

/** Members from which a tier is due (中国共产党章程, article 30; 支部工作条例 2018, articles 4 and 5). */
const due = [
  { tier: "committee", from: 100 },
  { tier: "general_branch", from: 50 },
] as const;
const fewest = 3;

function* run(evidence: Evidence): Generator<Fault> {
  const tiers = evidence.recorded("organisation_tier");
  const members = evidence.recorded("members");
  const values = findVariable("organisation_tier")?.values ?? [];
  const rank = (id: string): number => values.findIndex((value) => value.id === id);
  if (!tiers || !members) return;
  for (let index = 0; index < evidence.size; index++) {
    const [position, count] = [figureAt(tiers, index), figureAt(members, index)];
    const tier = position === undefined ? undefined : values[position]?.id;
    if (tier === undefined || count === undefined) continue;
    const wanted = due.find(({ from }) => count >= from);
    const area = evidence.subject(index).area.name;
    if (wanted && rank(tier) < rank(wanted.tier)) {
      yield {
        index,
        variable: "organisation_tier",
        args: { area, tier, members: count, due: wanted.tier, from: wanted.from },
      };
    } else if (count < fewest && tier !== "joint_branch") {
      yield {
        index,
        variable: "organisation_tier",
        args: { area, tier, members: count, fewest },
      };
    }
  }
}

export const organisationTier = defineCheck({
  code: "CDJ410",
  name: "organisation-tier",
  severity: "warning",
  scope: "area",
  title: {
    en: "Tier does not fit the number of members",
    "zh-CN": "党组织类型与党员数不符",
    "zh-TW": "黨組織類型與黨員數不符",
  },
  message: {
    en: "“{area}”: {members} members are recorded as a {tier}; [from {from} on the rule permits a {due}][fewer than {fewest} belong to a joint branch]",
    "zh-CN":
      "“{area}”：党员{members}名，登记为{tier}；[{from}名以上可设{due}][不足{fewest}名的编入联合支部]",
    "zh-TW":
      "「{area}」：黨員{members}名，登記為{tier}；[{from}名以上可設{due}][未滿{fewest}名者編入聯合支部]",
  },
  why: {
    en: "A general branch may be set up from 50 members and a committee from 100: the rule permits, it does not oblige; fewer than three make no branch of their own. A tier that does not fit is out of date, or the members are counted on another basis.",
    "zh-CN":
      "党员五十名以上可设总支，一百名以上可设党委，是“可以”而非“应当”；不足三名不单独设支部。不符说明类型未更新，或党员数口径不同。",
    "zh-TW":
      "黨員五十名以上可設總支，一百名以上可設黨委，是「可以」而非「應當」；不足三名不單獨設支部。不符表示類型未更新，或黨員數的計算基礎不同。",
  },
  fix: {
    en: "Check the number of members and the tier; if both are right, leave them: a tier can be kept with approval.",
    "zh-CN": "请核对党员数和党组织类型；若都无误则不必改动，经批准可以保留原类型。",
    "zh-TW": "請核對黨員數和黨組織類型；若都無誤則不必更動，經核准可以保留原類型。",
  },
  sample: {
    area: "某社区",
    tier: "general_branch",
    members: 240,
    due: "committee",
    from: 100,
    fewest: "",
  },
  examples: {
    failing: "社区名称,党员数,党组织类型\n某社区,240,党总支\n",
    passing: "社区名称,党员数,党组织类型\n某社区,240,党委\n",
  },
  run,
});
