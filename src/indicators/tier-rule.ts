import { type Absent, absent, isAbsent, type Measured } from "../survey/measured.ts";
import type { Norm } from "../survey/norm.ts";
import { compare } from "../survey/norm-standing.ts";
import type { Totals } from "../survey/totals.ts";
import { categoryAt } from "./category.ts";
import type { Classifier, Possible } from "./count.ts";
import { type Context, setting } from "./define.ts";

/** From the lowest to the highest; the ids of the codebook's `organisation_tier`. */
export const tiers = ["joint_branch", "branch", "general_branch", "committee"] as const;

/** Whether an edge itself belongs to the higher tier. */
export const boundary = {
  boundary: {
    title: {
      en: "Whether the edges themselves permit the higher tier (“50名以上”) or only what exceeds them (“超过50名”)",
      "zh-CN": "界限本数是否在内：“50名以上”为含，“超过50名”为不含",
      "zh-TW": "界限本數是否在內：「50名以上」為含，「超過50名」為不含",
    },
    default: "inclusive",
    choices: ["inclusive", "exclusive"],
  },
} as const;

/** The least number of members of a branch of its own: Party Constitution, article 30. */
const branchFrom = 3;

/** Whether a norm on members is an edge between tiers; that of a branch itself is asked of every branch. */
export const isTierEdge = ({ opens }: Norm): boolean =>
  opens === "general_branch" || opens === "committee";

/**
 * The number of members from which each tier may be set up, by a norm that is one of these edges: by all edges of its document where it tells them. A
 * general branch that ends (50–99) says where the committee begins; without an edge of general branches, nothing between 3 and the committee's can be told.
 */
function edgesOf({ opens, value, upper, edges = {} }: Norm): {
  branch: number;
  general?: number;
  committee?: number;
} {
  const general = edges.general_branch ?? (opens === "general_branch" ? value : undefined);
  const committee =
    edges.committee ??
    (opens === "committee" ? value : upper === undefined ? undefined : upper + 1);
  return {
    branch: edges.branch ?? branchFrom,
    ...(general !== undefined && { general }),
    ...(committee !== undefined && { committee }),
  };
}

/** Norms with the same edges give the same tiers. */
export const tierRule = (norm: Norm): string => {
  const { branch, general, committee } = edgesOf(norm);
  return [branch, general, committee].join(" ");
};

/** The tiers that a community's number of members permits; absent without an edge. */
export function eligible(totals: Totals, context: Context): Classifier | Absent {
  if (!context.norm) return absent("no-norm");
  const { branch, general, committee } = edgesOf(context.norm);
  const reach = setting(context, boundary, "boundary") === "exclusive" ? ">" : ">=";
  const members = totals.series("members");
  return (index): Possible => {
    const m: Measured = members.at(index);
    if (isAbsent(m)) return m;
    const isBranch = compare(m, ">=", branch);
    const isGeneral = general === undefined ? undefined : compare(m, reach, general);
    const isCommittee = committee === undefined ? false : compare(m, reach, committee);
    if (general === undefined && isCommittee !== true && isBranch !== false)
      return absent("no-norm");
    const possible = [
      isBranch !== true,
      isBranch !== false && isGeneral !== true,
      isGeneral !== false && isCommittee !== true,
      isCommittee !== false,
    ];
    if (isCommittee === true) return ["committee"];
    if (isBranch === false) return ["joint_branch"];
    return tiers.filter((_, i) => possible[i]);
  };
}

/** The tier held: as stated, else the highest of which there is an organisation. */
export function held(totals: Totals): Classifier {
  const stated = categoryAt(totals, "organisation_tier");
  const counts = [
    ["committee", totals.series("committees")],
    ["general_branch", totals.series("general_branches")],
    ["branch", totals.series("branches")],
  ] as const;
  return (index) => {
    const tier = stated(index);
    if (typeof tier === "string") return [tier];
    const highest = counts.find(([, series]) => compare(series.at(index), ">", 0) === true);
    return highest ? [highest[0]] : tier;
  };
}

/** Where the edges come from. */
export const rules = {
  en: "Regulations on the work of party branches (2018) and the rules on elections of grass-roots organisations: <3 joint branch, 3–49 branch, 50–99 general branch, ≥100 committee",
  "zh-CN":
    "《中国共产党支部工作条例（试行）》与基层组织选举有关规定：不足3人联合支部，3–49人支部，50–99人总支，100人以上党委",
  "zh-TW":
    "《中國共產黨支部工作條例（試行）》與基層組織選舉有關規定：不足3人聯合支部，3–49人支部，50–99人總支，100人以上黨委",
};
