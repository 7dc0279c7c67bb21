import { resolvePhrase } from "./aliases.ts";
import { headerKey } from "./header.ts";

/**
 * Words of which the top heads of a survey's sections are made. They gather columns and say nothing of whom or what is counted: 党建工作, 基础设施建设,
 * Welfare and services. Any other word above a head may change its sense (期初, 应有, 每万人, vacancies), so it is no section.
 */
const topic =
  /^(?:(?:基本|基层|基础|主要|综合|社会|公共|民生|民政|党建|党务|党组织|[和与及、]党员|党员(?=教育|管理|队伍|和|与|及)|党|组织|群团|机构|居委会|居民自治|自治|治理|管理|服务|便民|为民|志愿服务|工作|队伍|(?:特殊|重点|困难|弱势|关爱|其他|各类)(?:人员|人群|群体|对象)|(?<![\u4e00-\u9fff])人员|(?<![\u4e00-\u9fff])人口|居住人口|救助|保障|福利|就业(?=服务|保障|工作|情况|与|和|及)|养老|卫生|健康|教育|文化|文体|体育|文明|环境|物业|平安|综治|安全|法治|经济|住房|房屋|建筑|办公|活动|用房|场所|场地|阵地|设施|设备|硬件|条件|资源|资金|经费|收入|待遇|财政|共建|共驻|联建|会议|制度|建设|创建|运行|配备|落实|情况|概况|信息|数据|资料|指标|项目|内容|部分|类|社区|辖区|街道|本级|单位|网格|驻区|与|及|和|、|的|[一二三四五六七八九十]+[、.])+|(?:(?:basic|general|social|public|community|party|welfare|services?|facilit(?:y|ies)|premises|space|housing|buildings?|organi[sz]ations?|work|staffing|personnel|finances?|financial|funding|resources|economy|economic|demograph(?:y|ics?)|vulnerable|special|groups?|governance|meetings|activities|conditions|profile|indicators?|figures|statistics|data|information|details|and|of|the|&)[_ ]*)+)$/iu;

/** What the words above a part may count without narrowing it: the disabled among all residents are the disabled. */
const wholes: ReadonlySet<string> = new Set([
  "residents",
  "households",
  "communities",
  "organisations",
  "funds",
]);

/** A year, a plan, a comparison or a share above a name makes it another figure. */
export const changesSense =
  /^(?:民国)?\d{2,4}(?:年.*)?$|\d{4}|计划|目标|预计|预测|预算|规划|拟|达到|应有|应配|上年|去年|前年|上期|上月|同期|期初|年初|同比|环比|增减|增长|增加|减少|净增|新增|空缺|缺口|缺额|差额|编制|核定|迁[入出]|死亡|比重|比例|占比|平均|人均|户均|每[百千万]|密度|排名|plan|target|goal|previous|\b(?:last|prior|former)\b|\bnet\b|\bnew\b|growth|increase|decrease|share|change|average|median|percent|\brate\b|ratio|density|rank|\bper[_ ]|project(?:ed|ion)|forecast|expected|budget|need(?:ed)?\b|require|missing|vacan|shortfall|\bgap\b/iu;

const neutral =
  /^(?:基本|情况|概况|人口|户数|人户|户|规模|社区|辖区|本|总体|全部|其中|年龄|性别|结构|构成|分布|分组|统计|调查|数据|信息|项目|指标|主要|合计|总计|居民|家庭|与|及|和|现状|population|households?|general|basic|information|data|total|survey|community|overview|and|[-_|])+$/u;

/** Whether a level says nothing by itself: 基本情况, 其中, overview, or a title. */
export const isNeutral = (level: string): boolean =>
  level === "" || isTitle(level) || neutral.test(headerKey(level));

/** A title stretched over the whole table. */
export const isTitle = (level: string): boolean =>
  /(?:表|一览)$/u.test(level) && !/计划|目标|预计|规划/u.test(level);

/** Whether a top head leaves the sense of what stands below it: a section of the survey, or the whole that the variable is a part of. */
export function keepsSense(level: string, variable: string): boolean {
  if (changesSense.test(level)) return false;
  const key = headerKey(level);
  if (isNeutral(level) || topic.test(key)) return true;
  const whole = resolvePhrase(key, undefined);
  return (
    whole !== undefined &&
    "variable" in whole &&
    (wholes.has(whole.variable) || variable.startsWith(whole.variable))
  );
}
