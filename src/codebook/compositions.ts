import type { VariableId } from "./index.ts";

const workers =
  "(?:社区|专职|村居|村|网格)?(?:工作者|工作人员|专职人员|干部|社工|两委|专职工作者|专职社工)?";
const pay = "(?:基本|生活|岗位|应发|实发)?(?:工资|薪酬|薪资|薪金|待遇|补贴|报酬|工资待遇|薪酬待遇)";
const ofPay = "(?:标准|水平|金额|额|数)?";
const aMonth = "(?:每人每月|人均每月|每月|月度|月均|月平均|人均月|月)";

/**
 * Heads that are composed of a noun and words around it in any order, beyond what aliases list: the words that are let through add nothing to the
 * sense, and any other word makes the head another figure. In simplified Chinese, by the comparison key.
 */
const compositions: readonly (readonly [VariableId, RegExp])[] = [
  [
    "monthly_wage",
    new RegExp(
      `^${workers}(?:的)?(?:${aMonth}(?:人均)?${pay}|${pay}(?:每月|月均|月标准|每人每月))${ofPay}$`,
      "u",
    ),
  ],
  [
    "members_in_service",
    /^(?:(?:到|向|回)?(?:社区|居住地)?(?:双)?报到(?:的)?(?:单位)?在职党员|(?:单位)?在职党员(?:到|向|回)?(?:社区|居住地)?(?:双)?报到)(?:总)?(?:人)?数?$/u,
  ],
  [
    "eligible_units",
    /^应(?:签|签订|签约|共建)(?:共建|结对|协议)*(?:的)?(?:驻区|辖区)?单位(?:总|个)?数?$/u,
  ],
  [
    "agreements_signed",
    /^(?:已|实际)?(?:签|签订|签署|签约)(?:了)?(?:共建|结对)?(?:协议)?(?:的)?(?:驻区|辖区)?单位(?:总|个)?数?$/u,
  ],
  ["households", /^(?:家庭|居民家庭|在册家庭|年末家庭|全村家庭|全社区家庭)总?户(?:总)?数$/u],
  ["registered_residents", /^(?:年末|年底|期末)?户籍(?:总|登记)?人口(?:总)?(?:数|人数)?$/u],
  ["members", /^(?:实际|现有|在册|在籍|实有)(?:中共)?党员(?:总)?(?:人)?数?$/u],
  [
    "funds",
    /^(?:年度|全年|每年|年)?(?:社区)?(?:工作|运行|工作运行)?经费(?:总额|总数|总计|合计|额度|金额)$/u,
  ],
  ["residents", /^(?:家庭|户内|各户)(?:总|常住)?人口(?:总)?(?:数|人数)?$/u],
];

/** The variable that a head composed of such words means; undefined for any other. */
export const composed = (key: string): VariableId | undefined =>
  key.length > 30 ? undefined : compositions.find(([, form]) => form.test(key))?.[0];
