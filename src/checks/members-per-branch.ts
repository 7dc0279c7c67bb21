import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { figureAt, significant } from "./figures-compared.ts";

/** A branch has 50 members at most as a rule (支部工作条例 2018, article 4). */
const most = 50;

function* run(evidence: Evidence): Generator<Fault> {
  const members = evidence.recorded("members");
  const branches = evidence.recorded("branches");
  if (!members || !branches) return;
  for (let index = 0; index < evidence.size; index++) {
    const [persons, units] = [figureAt(members, index), figureAt(branches, index)];
    if (persons === undefined || units === undefined || units <= 0 || persons / units <= most)
      continue;
    const area = evidence.subject(index).area.name;
    yield {
      index,
      variable: "branches",
      args: {
        area,
        members: persons,
        branches: units,
        each: significant(persons / units, 3),
        most,
      },
    };
  }
}

export const membersPerBranch = defineCheck({
  code: "CDJ411",
  name: "members-per-branch",
  severity: "warning",
  scope: "area",
  title: {
    en: "Branches of more than 50 members",
    "zh-CN": "支部平均党员数超过五十名",
    "zh-TW": "支部平均黨員數超過五十名",
  },
  message: {
    en: "“{area}”: {members} members in {branches} {branches|branch|branches} are {each} each, more than {most}",
    "zh-CN": "“{area}”：党员{members}名，支部{branches}个，平均每个支部{each}名，超过{most}名",
    "zh-TW": "「{area}」：黨員{members}名，支部{branches}個，平均每個支部{each}名，超過{most}名",
  },
  why: {
    en: "A branch has 50 members at most as a rule; more point to branches left out, or to members counted twice.",
    "zh-CN": "一个支部一般不超过五十名党员；超过说明支部漏报，或党员重复计算。",
    "zh-TW": "一個支部一般不超過五十名黨員；超過表示支部漏報，或黨員重複計算。",
  },
  fix: {
    en: "Check both cells, and whether all branches are counted, those in work units and buildings too.",
    "zh-CN": "请核对这两格，并确认所有支部均已计入，包括楼幢和单位支部。",
    "zh-TW": "請核對這兩格，並確認所有支部均已計入，包括樓棟和單位支部。",
  },
  sample: { area: "社区01", members: 240, branches: 4, each: 60, most: 50 },
  examples: {
    failing: "社区名称,党员数,党支部\n社区01,240,4\n",
    passing: "社区名称,党员数,党支部\n某社区,240,8\n",
  },
  run,
});
