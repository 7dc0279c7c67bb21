import { defineNorm, numbered } from "./define.ts";
import { party, shenzhen } from "./places.ts";

const branchRegulations = {
  jurisdiction: party,
  document: {
    en: "Regulations on the work of party branches, trial (中国共产党支部工作条例（试行）)",
    "zh-CN": "《中国共产党支部工作条例（试行）》",
    "zh-TW": "《中國共產黨支部工作條例（試行）》",
  },
  issuer: {
    en: "Central Committee of the Communist Party of China",
    "zh-CN": "中共中央",
    "zh-TW": "中共中央",
  },
  year: 2018,
  validFrom: "2018-10-28",
  confidence: "A",
} as const;
const articles4And5 = {
  en: "articles 4 and 5",
  "zh-CN": "第四、五条",
  "zh-TW": "第四、五條",
} as const;

const elections = {
  jurisdiction: party,
  document: {
    en: "Rules on elections of grass-roots party organisations, as organisation departments apply them (基层组织选举工作条例)",
    "zh-CN": "《中国共产党基层组织选举工作条例》及组织部门实践",
    "zh-TW": "《中國共產黨基層組織選舉工作條例》及組織部門實務",
  },
  issuer: {
    en: "Organisation departments of the Communist Party of China",
    "zh-CN": "党委组织部门",
    "zh-TW": "黨委組織部門",
  },
  confidence: "B",
  note: {
    en: "The rule permits, it does not oblige. Sources differ on whether 50 and 100 themselves count; “以上” includes them. Not in the Party Constitution.",
    "zh-CN": "为“可以”而非“应当”。50、100本数是否在内各处表述不一，“以上”含本数。党章无此数。",
    "zh-TW":
      "為「可以」而非「應當」。50、100本數是否在內各處表述不一，「以上」含本數。黨章無此數。",
  },
} as const;

const shenzhen2006 = {
  jurisdiction: shenzhen,
  document: {
    en: "Shenzhen party and city offices on party organisations in communities",
    "zh-CN": "深办发〔2006〕6号",
    "zh-TW": "深辦發〔2006〕6號",
  },
  number: numbered("深办发〔2006〕6号", "深辦發〔2006〕6號"),
  issuer: {
    en: "General Office of the Shenzhen party committee",
    "zh-CN": "中共深圳市委办公厅",
    "zh-TW": "中共深圳市委辦公廳",
  },
  year: 2006,
  confidence: "A",
  note: {
    en: "The issuer is told by the mark of the number (深办发).",
    "zh-CN": "发文机关据文号“深办发”判断。",
    "zh-TW": "發文機關依文號「深辦發」判斷。",
  },
} as const;

/** Three full members make a branch; both documents name 50 and 100. */
const tierEdges = { branch: 3, general_branch: 50, committee: 100 } as const;

/** How many members make which organisation, and how often it meets. */
export const partyNorms = [
  defineNorm({
    id: "ccp-branch",
    subject: "members_per_branch",
    op: "<=",
    value: 50,
    unit: "persons per branch",
    ...branchRegulations,
    clause: articles4And5,
    note: {
      en: "Usually at most 50 members.",
      "zh-CN": "党员人数一般不超过50人。",
      "zh-TW": "黨員人數一般不超過50人。",
    },
  }),
  defineNorm({
    id: "ccp-branch-minimum",
    subject: "members",
    op: ">=",
    value: 3,
    unit: "person",
    opens: "branch",
    ...branchRegulations,
    clause: articles4And5,
    note: {
      en: "Three full members or more set up a branch; fewer, a joint branch.",
      "zh-CN": "正式党员3人以上应当成立党支部；不足3人的成立联合党支部。",
      "zh-TW": "正式黨員3人以上應當成立黨支部；不足3人者成立聯合黨支部。",
    },
  }),
  defineNorm({
    id: "ccp-branch-joint",
    subject: "units_per_joint_branch",
    op: "<=",
    value: 5,
    unit: "unit",
    ...branchRegulations,
    clause: articles4And5,
    note: {
      en: "Usually at most five units.",
      "zh-CN": "联合党支部覆盖单位一般不超过5个。",
      "zh-TW": "聯合黨支部涵蓋單位一般不超過5個。",
    },
  }),
  defineNorm({
    id: "ccp-branch-committee",
    subject: "organisation_committee_size",
    op: "between",
    value: 3,
    upper: 7,
    unit: "person",
    ...branchRegulations,
    clause: { en: "chapter 6", "zh-CN": "第六章", "zh-TW": "第六章" },
    note: {
      en: "Seven full members or more: a committee of three to five, at most seven; fewer: a secretary only.",
      "zh-CN": "正式党员7人以上设支部委员会，由3至5人组成，一般不超过7人；不足7人的设书记1名。",
      "zh-TW": "正式黨員7人以上設支部委員會，由3至5人組成，一般不超過7人；不足7人者設書記1名。",
    },
  }),
  defineNorm({
    id: "ccp-term",
    subject: "committee_term",
    op: "=",
    value: 5,
    unit: "year",
    ...branchRegulations,
    note: {
      en: "Branch committees of villages and communities; others usually three years.",
      "zh-CN": "村、社区党支部委员会；其他一般为3年。",
      "zh-TW": "村、社區黨支部委員會；其他一般為3年。",
    },
  }),
  defineNorm({
    id: "ccp-general-branch",
    subject: "members",
    op: "between",
    value: 50,
    upper: 99,
    unit: "person",
    opens: "general_branch",
    edges: tierEdges,
    ...elections,
  }),
  defineNorm({
    id: "ccp-committee",
    subject: "members",
    op: ">=",
    value: 100,
    unit: "person",
    opens: "committee",
    edges: tierEdges,
    ...elections,
  }),
  defineNorm({
    id: "sz-2006-general-branch",
    subject: "members",
    op: "between",
    value: 50,
    upper: 99,
    unit: "person",
    opens: "general_branch",
    edges: tierEdges,
    ...shenzhen2006,
  }),
  defineNorm({
    id: "sz-2006-committee",
    subject: "members",
    op: ">=",
    value: 100,
    unit: "person",
    opens: "committee",
    edges: tierEdges,
    ...shenzhen2006,
  }),
  defineNorm({
    id: "ccp-meeting",
    subject: "meeting_fulfilment",
    op: ">=",
    value: 100,
    unit: "%",
    ...branchRegulations,
    clause: {
      en: "chapters 4 and 5: members' meeting every quarter, branch committee and party group every month, theme day every month, review of members every year",
      "zh-CN":
        "第四、五章：党员大会每季度一次，支委会、党小组会每月一次，主题党日每月一次，组织生活会和民主评议每年一次",
      "zh-TW":
        "第四、五章：黨員大會每季度一次，支委會、黨小組會每月一次，主題黨日每月一次，組織生活會和民主評議每年一次",
    },
  }),
  defineNorm({
    id: "local-joint-half",
    subject: "meetings_held",
    op: ">=",
    value: 2,
    unit: "occasion",
    jurisdiction: { en: "one community", "zh-CN": "某社区", "zh-TW": "某社區" },
    document: {
      en: "Rules of a community on joint meetings",
      "zh-CN": "某社区联席会议制度",
      "zh-TW": "某社區聯席會議制度",
    },
    issuer: {
      en: "a community (not named)",
      "zh-CN": "某社区（未具名）",
      "zh-TW": "某社區（未具名）",
    },
    clause: {
      en: "joint meeting every half year",
      "zh-CN": "联席会议每半年一次",
      "zh-TW": "聯席會議每半年一次",
    },
    confidence: "B",
    standing: "anonymous",
    note: {
      en: "Meetings in a year; an example only, others meet every quarter.",
      "zh-CN": "按年计；仅为例，他处有每季度一次者。",
      "zh-TW": "按年計；僅為例，他處有每季一次者。",
    },
  }),
] as const;
