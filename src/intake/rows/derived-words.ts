import { toCodebookScript } from "../../codebook/simplified.ts";
import { bareName } from "./bare-name.ts";

/** Means of the rows of the table: they can be held against these. */
const averages =
  /^(?:平均|均值|人均|户均|戶均|平均值|平均数|平均數|全[镇鎮乡鄉村街社].{0,3}平均[值数數]?|[各每]?(?:社区|社區|村|街道|镇|鎮|乡|鄉|里)平均[值数數]?|平均[每各](?:社区|社區|村|街道|镇|鎮|乡|鄉|里))(?:[:：(（].*)?$/u;
const englishAverages =
  /^(?:(?:average|mean|avg)(?: (?:per|of (?:the|all)) .+)?|(?:area|ward|village|community|row) (?:average|mean))\s*(?:[:：(（].*)?$/iu;

/** What a derived row is called in Chinese: each of these makes one, alone or with others of both lists. */
const chineseCores = [
  ...["上年", "去年", "前年", "上期", "上月", "上季", "上半年", "同期", "基期", "年初", "期初"],
  ...["年末", "期末", "年底", "期底", "月底", "月末", "季末"],
  ...[
    "增减",
    "增加",
    "减少",
    "增长",
    "增幅",
    "减幅",
    "增速",
    "成长",
    "变化",
    "变动",
    "升降",
    "涨跌",
  ],
  ...["同比", "环比", "年增", "月增", "差额", "差值", "差距", "差异", "缺口", "净增"],
  ...["差数", "缺额", "缺编", "超编", "余缺", "应有", "应配", "误差", "校核", "核对"],
  ...["预计", "预测", "预估", "推估", "暂估", "结构", "占全", "占总"],
  ...["最大", "最小", "最高", "最低", "最多", "最少", "极大", "极小", "极差", "全距"],
  ...["中位", "众数", "眾数", "方差", "标准差", "变异系数", "四分位", "百分位"],
  ...[
    "目标",
    "指标",
    "计划",
    "任务",
    "预期",
    "规划",
    "预算",
    "标准",
    "参考",
    "基准",
    "阈值",
    "基数",
  ],
  ...["完成", "达标", "占比", "佔比", "比重", "比例", "比率", "百分比", "构成"],
  ...["排名", "名次", "位次", "平均", "均值"],
];
const chineseBeside = [
  ...[
    "本年",
    "本期",
    "今年",
    "本月",
    "当年",
    "当期",
    "国家",
    "全国",
    "全省",
    "全市",
    "全区",
    "全县",
  ],
  ...["省定", "市定", "规定", "法定", "要求", "应达", "合计", "总计", "人数", "户数", "水平"],
  ...["情况", "进度", "幅度", "年度", "季度", "数字", "数据", "数值", "绝对", "实际"],
  ...["全街道", "全镇", "全乡", "全村", "社区", "\\d{4}", "[年月季度]", "[底末初值数量额率幅线]"],
  ...["[较比与和同之的于为占点及净总加省市区县镇乡±%]"],
];
const core = chineseCores.join("|");
const both = [...chineseCores, ...chineseBeside].join("|");
const chinese = new RegExp(`^(?=.{0,18}(?:${core}))(?:${both})+$`, "u");

/** English words of which each makes a derived row, alone or with those that may stand beside it. */
const englishCores = [
  ...["change", "changes", "increase", "decrease", "growth", "difference", "variance", "diff"],
  ...["max", "maximum", "min", "minimum", "median", "average", "mean", "avg", "highest", "lowest"],
  ...["deviation", "quartile", "percentile", "stdev", "std", "sd", "iqr", "range", "variation"],
  ...["forecast", "projection", "projected", "estimate", "estimated", "expected", "achieved"],
  ...["shortfall", "deficit", "surplus", "baseline", "quota", "yoy"],
  ...["target", "targets", "goal", "planned", "benchmark", "standard", "standards", "threshold"],
  ...["percentage", "percent", "proportion", "rank", "ranking", "completion"],
];
/** Another time: last year, previous census, same period last year. */
const earlier =
  /^(?:the )?(?:same (?:period|month|quarter|day)(?: of| in)?(?: the)? )?(?:last|previous|prior|preceding|past) (?:year|years|period|month|quarter|census|survey|wave|round)(?:'s)?(?: (?:total|figure|figures|value|values))?$|^year before$|^year earlier$|^previous$/u;
const englishBeside = [
  ...[
    "the",
    "on",
    "over",
    "since",
    "from",
    "to",
    "vs",
    "versus",
    "compared",
    "with",
    "in",
    "of",
    "for",
  ],
  ...[
    "a",
    "per",
    "and",
    "by",
    "value",
    "values",
    "figure",
    "figures",
    "level",
    "rate",
    "total",
    "net",
  ],
  ...[
    "annual",
    "yearly",
    "absolute",
    "relative",
    "last",
    "previous",
    "prior",
    "year",
    "period",
    "month",
  ],
  ...[
    "national",
    "state",
    "county",
    "city",
    "district",
    "borough",
    "regional",
    "provincial",
    "local",
  ],
  ...[
    "legal",
    "statutory",
    "required",
    "reference",
    "cent",
    "share",
    "ratio",
    "ward",
    "wards",
    "area",
  ],
  ...[
    "areas",
    "number",
    "numbers",
    "percentage",
    "percent",
    "pct",
    "plan",
    "dev",
    "error",
    "coefficient",
    "interquartile",
  ],
  ...["overall", "all", "england", "uk", "us", "census", "survey"],
];
const englishCore: ReadonlySet<string> = new Set(englishCores);
const englishWords: ReadonlySet<string> = new Set([...englishCores, ...englishBeside]);

/** The whole at a time: 2023年, 2022年末, 民國112年底, Total 2021, Census 2011, As at 31 March 2021. */
const whenCounted =
  /^(?:民国|民國)?\d{2,4}年(?:度|末|底|初|\d{1,2}月(?:末|底|\d{1,2}日)?)?$|^(?:totals?|census|survey|(?:as )?(?:at|of)|end(?: of)?|mid)[ -](?:of )?(?:\d{1,2} )?(?:\p{L}{3,9} )?(?:19|20)\d{2}(?:[/–-]\d{2,4})?$|^(?:19|20)\d{2} (?:census|survey|figures?|estimates?|projections?)$/iu;

/** No derived row, but the name of a unit: what most rows of a table end in. */
const unitEnd = /[区區村里道镇鎮乡鄉县縣会會]$/u;

export function isAverageWord(text: string): boolean {
  const plain = bareName(text);
  return averages.test(plain) || englishAverages.test(plain) || englishAverages.test(text.trim());
}

/**
 * Whether a cell says that its row was computed from others, or stands for another time or for what ought to be: 上年同期, 增减（%）, 最大值,
 * 目标值, 全市平均水平, Previous year, Change (%), Median. Each word of it has to be one of the list: 计划新村 and Standard Hill are places.
 */
export function isDerivedWord(text: string): boolean {
  if (text === "" || text.length > 60 || unitEnd.test(text)) return false;
  const plain = text
    .normalize("NFKC")
    .replace(/\s*\([^()]*\)/gu, "")
    .replace(/[:*]+\s*$/u, "")
    .trim();
  if (/^[\p{ASCII}’]+$/u.test(plain)) return isEnglish(plain.toLowerCase());
  const compact = bareName(toCodebookScript(plain)).replace(/[、,，/／.。]/gu, "");
  return compact.length <= 20 && chinese.test(compact);
}

/** Whether the name of a row is a time, so that it stands for the whole at that time: 2022年末, Census 2011. A bare number may be a code. */
export const isTimeOfWhole = (name: string): boolean =>
  name.length <= 40 && whenCounted.test(name.normalize("NFKC").replace(/[()]/gu, "").trim());

function isEnglish(text: string): boolean {
  if (earlier.test(text)) return true;
  const words = text.split(/[\s%+/.,–—-]+/u).filter((word) => word !== "" && !/^\d+$/.test(word));
  return (
    words.length > 0 &&
    words.some((word) => englishCore.has(word)) &&
    words.every((word) => englishWords.has(word))
  );
}
