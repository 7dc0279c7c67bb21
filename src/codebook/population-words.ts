/** Whom a title, a caption or the name of a file can say that a table counts. */
export type StatedPopulation =
  | "residents"
  | "members"
  | "other"
  /** A word of people that does not tell which: members, staff. */
  | "unclear";

/** Behind 人口 or 居民 the noun ends: 居民委员会 and 居民养老保险 count no residents. */
const nounEnds =
  "(?![\\u4e00-\\u9fff])|(?=[数數总總基本年性构構结結分统統情一信数據数普抽按及和与與的概资資表])";

/**
 * Words by which a text names a population, the longest first: what one of them has matched is not read again. Populations of which the
 * codebook keeps no ages and sexes are named all the same, so that their parts are taken for nobody else's.
 */
const words: readonly (readonly [RegExp, StatedPopulation])[] = [
  [
    /(?:流动|流動|外来|外來|流入|流出|暂住|暫住|外籍|贫困|貧困|劳动|勞動|失业|失業|就业|就業|从业|從業|参保|參保|残疾|殘疾|迁入|遷入|迁出|遷出|出生|死亡|低保|特困|脱贫|脫貧|单身|單身|独居|獨居)(?:人口|居民|人员|人員|人数|人數)/gu,
    "other",
  ],
  [/(?:党员|黨員)(?:志愿者|志工|家属|家屬|干部|幹部)/gu, "other"],
  [/党员|黨員|\bparty[ _]members?\b/giu, "members"],
  [
    /残疾|殘疾|身心障碍|身心障礙|志愿者|志工|义工|義工|网格员|網格員|工作者|工作人员|工作人員|社工|职工|職工|员工|員工|干部|幹部|教师|教師|医生|醫生|学生|學生|幼儿|幼兒|学龄|學齡|儿童|兒童|妇女|婦女|退役|军人|軍人|低保|特困|五保|失独|失獨|失业|失業|就业|就業|婚姻|离婚|離婚|结婚|結婚|未婚|丧偶|喪偶|有偶|参保|參保|保险|保險|接种|接種|疫苗|患者|病人|孕|新生|出生|死亡|迁入|遷入|迁出|遷出|申请|申請|积极分子|積極分子|会员|會員|团员|團員|业主|業主|租户|租戶|新住民|原住民|移工|户主|戶長|户长/gu,
    "other",
  ],
  [
    /\b(?:volunteers?|disabled|disabilit(?:y|ies)|employ(?:ed|ees|ment)|unemploy(?:ed|ment)|workforce|pupils?|students?|teachers?|patients?|claimants?|beneficiar(?:y|ies)|vaccinat(?:ed|ion)|insured|divorced?|married|widowed|migrants?|immigrants?|foreign(?:ers)?|births?|deaths?|veterans?|tenants?|pensioners?|children|carers?|respondents?|electors?|voters?|enrol(?:led|ment)|labou?r)\b/giu,
    "other",
  ],
  [/\b(?:members?|workers?|staff|people|persons?)\b|人员|人員|名单|名單|队伍|隊伍/giu, "unclear"],
  [
    new RegExp(`(?:常住|户籍|戶籍|总|總|全部|本地|年末|年底)?(?:人口|居民)(?:${nounEnds})`, "gu"),
    "residents",
  ],
  [/\b(?:population|residents?|inhabitants)\b/giu, "residents"],
];

/** The populations that a text names, each once; a file name's words may be joined by "_" or "-". */
export function populationsIn(text: string): ReadonlySet<StatedPopulation> {
  const found = new Set<StatedPopulation>();
  let rest = text.replaceAll(/[_-]/gu, " ");
  for (const [pattern, population] of words)
    rest = rest.replace(pattern, () => {
      found.add(population);
      return "|";
    });
  return found;
}
