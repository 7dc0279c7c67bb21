import type { Language } from "../survey/language.ts";

/** The sections of an appendix, in order. */
export const sectionIds = [
  "basis",
  "population",
  "organisation",
  "staffing",
  "space",
  "funding",
  "distribution",
  "change",
  "quality",
  "definitions",
  "provenance",
] as const;
export type SectionId = (typeof sectionIds)[number];

type Key =
  | "title"
  | "tablePrefix"
  | "figurePrefix"
  | "community"
  | "communityInSentence"
  | "group"
  | "survey"
  | "period"
  | "noPeriod"
  | "date"
  | "coverage"
  | "coverageIs"
  | "groups"
  | "response"
  | "responseIs"
  | "residents"
  | "norms"
  | "noNorms"
  | "normIs"
  | "symbols"
  | "absent"
  | "tiny"
  | "suppressed"
  | "zero"
  | "marks"
  | "ranges"
  | "rounding"
  | "roundingIs"
  | "totals"
  | "totalsIs"
  | "suppression"
  | "suppressionIs"
  | "indicator"
  | "value"
  | "unit"
  | "n"
  | "missing"
  | "norm"
  | "missed"
  | "missedBelow"
  | "missedAbove"
  | "missedRange"
  | "unitLine"
  | "themeTable"
  | "areaTable"
  | "areaIndicators"
  | "groupTable"
  | "classTable"
  | "className"
  | "classCount"
  | "classShare"
  | "ageTable"
  | "ageBand"
  | "ageCount"
  | "ageShare"
  | "note"
  | "notes"
  | "nAll"
  | "nMissing"
  | "nUntold"
  | "missingItem"
  | "unitsDiffer"
  | "netNote"
  | "variantNote"
  | "areasOmitted"
  | "source"
  | "sources"
  | "totalsSentence"
  | "totalsOne"
  | "totalItem"
  | "totalPartial"
  | "indicatorItem"
  | "indicatorPartial"
  | "belowSome"
  | "aboveSome"
  | "missSome"
  | "belowAll"
  | "aboveAll"
  | "missAll"
  | "metAll"
  | "meetsOne"
  | "missesOne"
  | "untold"
  | "classSentence"
  | "classItem"
  | "extremes"
  | "allEqual"
  | "oneOnly"
  | "several"
  | "barTitle"
  | "groupBarTitle"
  | "stackTitle"
  | "stackSentence"
  | "pyramidTitle"
  | "pyramidSentence"
  | "male"
  | "female"
  | "persons"
  | "normLabel"
  | "wholePopulation"
  | "least"
  | "lowerQuartile"
  | "median"
  | "upperQuartile"
  | "greatest"
  | "mean"
  | "deviation"
  | "variation"
  | "gini"
  | "distributionTable"
  | "distributionSentence"
  | "distributionNote"
  | "intervalNote"
  | "withheldNote"
  | "lorenzTitle"
  | "lorenzX"
  | "lorenzY"
  | "lorenzEqual"
  | "lorenzRemark"
  | "lorenzSentence"
  | "changeTable"
  | "difference"
  | "growth"
  | "perYear"
  | "changeNote"
  | "rose"
  | "fell"
  | "same"
  | "growthItem"
  | "declineItem"
  | "pointsRose"
  | "pointsFell"
  | "perYearItem"
  | "dotsTitle"
  | "dotsSentence"
  | "notCompared"
  | "completeness"
  | "complete"
  | "rowsRead"
  | "findingsFound"
  | "findingsNone"
  | "lastDigits"
  | "missingTable"
  | "item"
  | "filled"
  | "expected"
  | "excludedTable"
  | "file"
  | "line"
  | "column"
  | "cell"
  | "reason"
  | "treatment"
  | "excludedTreatment"
  | "findingTable"
  | "moreFindings"
  | "asWritten"
  | "asMissing"
  | "columnUnused"
  | "firstCounts"
  | "rowAside"
  | "hash"
  | "hashWithheld"
  | "withheldByConfig"
  | "encoding"
  | "rows"
  | "excluded"
  | "program"
  | "command"
  | "sheet"
  | "comma"
  | "stop"
  | "listComma"
  | "leftOut"
  | "noColumn"
  | "onePeriod"
  | "notAsked"
  | "tooFew"
  | "counts"
  | "indexTitle"
  | "indexFile"
  | "indexAreas"
  | "thisChart"
  | "ungrouped"
  | "classOfOne"
  | "stdin"
  | "variantItem"
  | "bandShare"
  | "scope"
  | "agesPartial"
  | "agesScope"
  | "overAll"
  | "periodHead"
  | "errorItem"
  | "warningItem"
  | "noteItem"
  | "oneRanges"
  | "oneAbsent"
  | "overSome"
  | "allAreas"
  | "allAreasNote"
  | "dotsUp"
  | "dotsDown"
  | "dotsSame"
  | "periodItem"
  | "intervals"
  | "tinyText"
  | "caution"
  | "cautionItem"
  | "notApplied"
  | "notAppliedBare";

/** The words of an appendix, templates as in sentence.ts. */
export interface AppendixWords extends Readonly<Record<Key, string>> {
  readonly sections: Readonly<Record<SectionId, string>>;
}

const all: Readonly<Record<Language, AppendixWords>> = {
  en: {
    title: "Appendix: survey data",
    tablePrefix: "Table A-",
    figurePrefix: "Figure A-",
    community: "Community",
    communityInSentence: "community",
    group: "Street or township",
    survey: "Survey",
    sections: {
      basis: "Basis of preparation",
      population: "Population and age structure",
      organisation: "Organisation",
      staffing: "Staffing",
      space: "Premises",
      funding: "Funding",
      distribution: "Differences between communities",
      change: "Change",
      quality: "Data quality and exclusions",
      definitions: "Definitions",
      provenance: "Provenance",
    },
    period: "Period of the data",
    noPeriod: "not stated in the tables",
    date: "Prepared on",
    coverage: "Coverage",
    coverageIs: "{n} {n|community|communities}[, in {groups} groups by {group}]",
    groups: "by street or township",
    response: "Response",
    responseIs: "{filled} of {expected} cells are filled ({share})",
    residents: "Basis of residents",
    norms: "Norms",
    noNorms: "none is named, so nothing is compared with a norm",
    normIs: "{title}: {threshold} ({document}; {id})",
    symbols: "Symbols",
    absent: "—  cannot be told, or not reported; not reported is never 0",
    tiny: "…  more than 0, but less than half of the last unit printed",
    suppressed: "*  withheld, because so few people are counted",
    zero: "0  none: reported as zero",
    marks: "▼ ▲  below, above the norm",
    ranges: "≈ –  approximate; known only to lie within a range",
    rounding: "Rounding",
    roundingIs:
      "Printed figures are rounded half away from zero; all computing is done on unrounded ones, so that parts may differ from their total in the last digit.",
    totals: "Totals",
    totalsIs:
      "A rate of the survey or of a group is a ratio of sums over the communities that report both columns; it is not the mean of the communities’ rates.",
    suppression: "Small numbers",
    suppressionIs: "Counts from 1 to {most} of people in need are withheld, with every figure from which they could be worked out.",
    indicator: "Indicator",
    value: "Value",
    unit: "Unit",
    n: "n",
    missing: "Not reported",
    norm: "Norm",
    missed: "Not meeting it",
    missedBelow: "Below it",
    missedAbove: "Above it",
    missedRange: "Outside the range",
    unitLine: "Unit: {unit}",
    themeTable: "{theme}: the survey as a whole",
    areaTable: "{theme}: figures reported by each community",
    areaIndicators: "{theme}: indicators of each community",
    groupTable: "{theme}: indicators by {group}",
    classTable: "{title}",
    className: "Class",
    classCount: "Communities",
    classShare: "Share",
    ageTable: "{subject} by age",
    ageBand: "Age",
    ageCount: "Persons",
    ageShare: "Share",
    note: "Note: ",
    notes: "Notes: ",
    nAll: "n = {n} {n|community|communities}, all of which report.",
    nMissing: "n = {n} {n|community|communities}; not reported: {list}.",
    nUntold: "n = {n} {n|community|communities}; without a figure: {list}.",
    missingItem: "{title} {k}",
    unitsDiffer: "n is the number of communities that went into a figure.",
    netNote: "{title}: {net} when surpluses elsewhere count against it.",
    variantNote: "{title} by another rule: {list}.",
    areasOmitted: "The {n} communities are not listed one by one: cdj analyze --format csv lists them.",
    source: "Source: own computation from {files}.",
    sources: "Source: own computation from {n} files, listed under “{section}”.",
    totalsSentence: "In sum over {n} {n|community|communities}: {list}.",
    totalsOne: "{area}: {list}.",
    totalItem: "{title} {figure}",
    totalPartial: "{title} {figure} ({k} of {n} report it)",
    indicatorItem: "{title} came to {figure}",
    indicatorPartial: "{title} came to {figure} ({k} of {n} communities)",
    belowSome: "{subject}: {k} of {n} communities ({share}) {k|is|are} below {threshold}[, {gap} short in all]",
    aboveSome: "{subject}: {k} of {n} communities ({share}) {k|is|are} above {threshold}",
    missSome: "{subject}: {k} of {n} communities ({share}) {k|lies|lie} outside {threshold}",
    belowAll: "{subject}: all {n} communities are below {threshold}[, {gap} short in all]",
    aboveAll: "{subject}: all {n} communities are above {threshold}",
    missAll: "{subject}: all {n} communities lie outside {threshold}",
    metAll: "{subject}: all {n} communities meet the norm of {asked}",
    meetsOne: "{subject}: the norm of {asked} is met",
    missesOne: "{subject}: the norm of {asked} is not met[, {gap} short]",
    untold: "{u} cannot be told",
    classSentence: "{title}: {list}.",
    classItem: "{name} {k} ({share})",
    extremes: "{ref} shows {title} by {place}: highest in {most} ({max}), lowest in {least} ({min}).",
    allEqual: "{ref} shows {title} by {place}: {max} everywhere.",
    oneOnly: "{ref} shows {title} by {place}, over {n} of them[; {list}].",
    oneRanges: "{k} {k|is|are} known only as a range",
    oneAbsent: "{k} {k|has|have} no figure",
    several: "{names} and {n} others",
    barTitle: "{title} by community",
    groupBarTitle: "{title} by {group}",
    stackTitle: "{subject} of each community by age",
    stackSentence: "{ref} shows {subject} by age[ in the {scope}]: {list} of all.",
    pyramidTitle: "Residents by age and sex",
    pyramidSentence: "{ref} shows residents by age and sex[ in the {scope}]: {male} are male ({maleShare}), {female} female ({femaleShare}).",
    male: "Male",
    female: "Female",
    persons: "Persons",
    normLabel: "norm {threshold}",
    wholePopulation: "Total",
    least: "Least",
    lowerQuartile: "Lower quartile",
    median: "Median",
    upperQuartile: "Upper quartile",
    greatest: "Greatest",
    mean: "Mean",
    deviation: "Standard deviation",
    variation: "CV",
    gini: "Gini",
    distributionTable: "Distribution over communities",
    distributionSentence: "{title}: median {median}, mean {mean}[, the greatest {times} times the least][, Gini coefficient {gini}].",
    distributionNote:
      "Every community counts once. Quartiles by linear interpolation (type 7, as Excel’s QUARTILE.INC); standard deviation with n − 1; CV = standard deviation ÷ mean. The mean is that of the communities’ figures, not the survey’s ratio of sums.",
    intervalNote: "{title}: {k} known only as a range, and left out.",
    withheldNote: "{title}: {k} withheld, and left out.",
    lorenzTitle: "Lorenz curve: {title}",
    lorenzX: "Share of communities",
    lorenzY: "Share of {title}",
    lorenzEqual: "Equal shares",
    lorenzRemark: "Gini coefficient {gini}",
    lorenzSentence: "{ref} shows how unequally {title} is spread over {n} communities: the Gini coefficient is {gini}.",
    changeTable: "Change from {from} to {to}",
    difference: "Difference",
    growth: "Growth",
    perYear: "Growth a year",
    changeNote:
      "n is the number of communities with figures of both periods, over which each row is computed; “not reported” are communities of both periods without a figure of one.",
    rose: "{title} rose from {a} to {b}[, {rest}]",
    fell: "{title} fell from {a} to {b}[, {rest}]",
    same: "{title} stayed at {b}",
    growthItem: "by {growth}",
    declineItem: "by {growth}",
    pointsRose: "by {points}",
    pointsFell: "by {points}",
    perYearItem: "{rate} a year",
    dotsTitle: "{title}, {from} and {to}",
    dotsSentence: "{ref} shows {title} of each community in {from} and {to}: {list}.",
    notCompared: "Not compared: {list}.",
    completeness: "Of {expected} cells {filled} are filled ({share}).",
    complete: "All {expected} cells are filled.",
    rowsRead: "{rows} {rows|row|rows} {rows|was|were} read as data[, {excluded} {excluded|row|rows} set aside].",
    findingsFound: "The checks found {list}.",
    errorItem: "{n} {n|error|errors}",
    warningItem: "{n} {n|warning|warnings}",
    noteItem: "{n} {n|note|notes}",
    findingsNone: "The checks found nothing.",
    lastDigits: "Of {n} counts {share} end in 0 or 5, where 20 % are expected.",
    missingTable: "Cells without a figure",
    item: "Item",
    filled: "Filled",
    expected: "Expected",
    excludedTable: "Rows set aside",
    file: "File",
    line: "Line",
    column: "Column",
    cell: "Field",
    reason: "Reason",
    treatment: "Treatment",
    excludedTreatment: "not counted",
    findingTable: "Findings of the checks",
    moreFindings: "{n} more: cdj check lists them.",
    asWritten: "counted as written",
    asMissing: "taken as not reported",
    columnUnused: "column not used",
    firstCounts: "the first one counts",
    rowAside: "row not counted",
    hash: "SHA-256",
    hashWithheld: "not told, since figures are withheld: with it, values could be tried in their place",
    withheldByConfig: "*  withheld by configuration",
    encoding: "Encoding",
    rows: "Rows read",
    excluded: "Rows set aside",
    program: "Program",
    command: "Command",
    sheet: "{file}, sheet {sheet}",
    comma: "; ",
    stop: ".",
    listComma: ", ",
    leftOut: "{k} {k|section|sections} left out: {list}",
    noColumn: "no column",
    onePeriod: "one period",
    notAsked: "not asked for",
    tooFew: "fewer than two communities",
    counts: "{file}  {tables} {tables|table|tables}, {figures} {figures|figure|figures}, {definitions} {definitions|definition|definitions}",
    indexTitle: "Appendices",
    indexFile: "Appendix",
    indexAreas: "Communities",
    thisChart: "The chart",
    ungrouped: "{n} {n|community lies|communities lie} in no group and {n|stands|stand} in no appendix.",
    classOfOne: "{title}: {name}",
    stdin: "standard input",
    variantItem: "{name} {figure}",
    bandShare: "{ages} {figure}",
    scope: "{title}: {group}",
    agesPartial: "n = {n} {n|community|communities}, which report every age; {k} of {of} do not, and count in no row.",
    agesScope: "{n} of {of} communities that report every age",
    periodHead: "Period",
    overAll: "Over all communities of each period, ",
    overSome: "In the {k} of {n} communities that can be compared, ",
    allAreas: "All communities",
    allAreasNote: "“All communities” counts every community of each period, with those that stand in one period only.",
    dotsUp: "more in {k}",
    dotsDown: "less in {k}",
    dotsSame: "the same in {k}",
    periodItem: "{period}: {text}",
    intervals: "Only a range",
    tinyText: "less than {bound}",
    caution: "Caution: the checks found errors in {list}. Figures that rest on them are to be verified before they are used.",
    cautionItem: "{title} ({codes})",
    notApplied: "{norm}: not applied, as the tables have no {list}",
    notAppliedBare: "{norm}: not applied, as no figure could be told",
  },
  "zh-CN": {
    title: "附录　调查数据",
    tablePrefix: "表 A-",
    figurePrefix: "图 A-",
    community: "社区",
    communityInSentence: "社区",
    group: "街道（乡镇）",
    survey: "总体",
    sections: {
      basis: "编制说明",
      population: "人口与年龄结构",
      organisation: "组织",
      staffing: "人员",
      space: "场所",
      funding: "经费",
      distribution: "各社区差异",
      change: "变动情况",
      quality: "数据质量与未计入事项",
      definitions: "指标解释",
      provenance: "数据来源与处理",
    },
    period: "数据时间",
    noPeriod: "表中未注明",
    date: "编制日期",
    coverage: "统计范围",
    coverageIs: "{n}个社区[，分属{groups}个{group}]",
    groups: "按街道（乡镇）",
    response: "填报情况",
    responseIs: "应填{expected}格，实填{filled}格，填报率{share}",
    residents: "居民口径",
    norms: "采用标准",
    noNorms: "未指定标准，故不作比较",
    normIs: "{title}：{threshold}（{document}；{id}）",
    symbols: "符号说明",
    absent: "—　无法得出或未填报；未填报不等于0",
    tiny: "…　不为0，但不足表中末位单位的一半",
    suppressed: "*　人数过少，不予公布",
    zero: "0　填报为零",
    marks: "▼　低于标准；▲　高于标准",
    ranges: "约　约数；～　仅知数值所在范围",
    rounding: "数字修约",
    roundingIs: "表中数字四舍五入；计算一律采用未修约的原值，故各分项之和可能与合计在末位略有出入。",
    totals: "汇总方法",
    totalsIs: "总体及各组的比率为总量之比，即分子之和除以分母之和，只计两列均已填报的社区；不是各社区比率的平均。",
    suppression: "小数值处理",
    suppressionIs: "困难人群人数为1～{most}的不予公布，可据以推算的数字一并隐去。",
    indicator: "指标",
    value: "数值",
    unit: "单位",
    n: "社区数（n）",
    missing: "未填报",
    norm: "标准",
    missed: "不符合标准的社区",
    missedBelow: "低于标准的社区",
    missedAbove: "高于标准的社区",
    missedRange: "超出范围的社区",
    unitLine: "单位：{unit}",
    themeTable: "{theme}：总体情况",
    areaTable: "{theme}：各社区填报数",
    areaIndicators: "{theme}：各社区指标",
    groupTable: "{theme}：分{group}指标",
    classTable: "{title}",
    className: "分组",
    classCount: "社区数",
    classShare: "占比",
    ageTable: "{subject}年龄构成",
    ageBand: "年龄",
    ageCount: "人数",
    ageShare: "占比",
    note: "注：",
    notes: "注：",
    nAll: "n = {n}个社区，均已填报。",
    nMissing: "n = {n}个社区；未填报：{list}。",
    nUntold: "n = {n}个社区；无法得出：{list}。",
    missingItem: "{title}{k}个",
    unitsDiffer: "n为计入该指标的社区数。",
    netNote: "{title}：与他处富余相抵后为{net}。",
    variantNote: "{title}按其他规则计算：{list}。",
    areasOmitted: "{n}个社区不逐一列出，可用 cdj analyze --format csv 列出。",
    source: "资料来源：根据{files}计算。",
    sources: "资料来源：根据{n}个文件计算，见“{section}”。",
    totalsSentence: "{n}个社区合计：{list}。",
    totalsOne: "{area}：{list}。",
    totalItem: "{title}{figure}",
    totalPartial: "{title}{figure}（{n}个社区中{k}个填报）",
    indicatorItem: "{title}为{figure}",
    indicatorPartial: "{title}为{figure}（计入{n}个社区中的{k}个）",
    belowSome: "{subject}：{n}个社区中有{k}个（{share}）低于{threshold}[，共缺{gap}]",
    aboveSome: "{subject}：{n}个社区中有{k}个（{share}）高于{threshold}",
    missSome: "{subject}：{n}个社区中有{k}个（{share}）不在{threshold}的范围内",
    belowAll: "{subject}：{n}个社区均低于{threshold}[，共缺{gap}]",
    aboveAll: "{subject}：{n}个社区均高于{threshold}",
    missAll: "{subject}：{n}个社区均不在{threshold}的范围内",
    metAll: "{subject}：{n}个社区均符合{asked}的标准",
    meetsOne: "{subject}：符合{asked}的标准",
    missesOne: "{subject}：不符合{asked}的标准[，缺{gap}]",
    untold: "另有{u}个无法判断",
    classSentence: "{title}：{list}。",
    classItem: "{name}{k}个（{share}）",
    extremes: "{ref}为各{place}{title}：最高的是{most}（{max}），最低的是{least}（{min}）。",
    allEqual: "{ref}为各{place}{title}：均为{max}。",
    oneOnly: "{ref}为{n}个{place}的{title}[，其中{list}]。",
    oneRanges: "{k}个仅知范围",
    oneAbsent: "{k}个未填报",
    several: "{names}等{n}个",
    barTitle: "各社区{title}",
    groupBarTitle: "各{group}{title}",
    stackTitle: "各社区{subject}年龄构成",
    stackSentence: "{ref}为{subject}年龄构成[（{scope}）]：{list}。",
    pyramidTitle: "人口年龄金字塔",
    pyramidSentence: "{ref}为按年龄和性别划分的人口[（{scope}）]：男性{male}，占{maleShare}；女性{female}，占{femaleShare}。",
    male: "男",
    female: "女",
    persons: "人数",
    normLabel: "标准 {threshold}",
    wholePopulation: "合计",
    least: "最小值",
    lowerQuartile: "下四分位数",
    median: "中位数",
    upperQuartile: "上四分位数",
    greatest: "最大值",
    mean: "平均值",
    deviation: "标准差",
    variation: "变异系数",
    gini: "基尼系数",
    distributionTable: "各社区指标分布",
    distributionSentence: "{title}：中位数{median}，各社区平均{mean}[，最大值为最小值的{times}倍][，基尼系数{gini}]。",
    distributionNote:
      "各社区均计一次。四分位数按线性插值（第7类，与Excel的QUARTILE.INC相同）；标准差以n−1为除数；变异系数＝标准差÷平均值。平均值是各社区数值的平均，不是总体的总量之比。",
    intervalNote: "{title}：{k}个社区仅知范围，未计入。",
    withheldNote: "{title}：{k}个社区不予公布，未计入。",
    lorenzTitle: "{title}洛伦兹曲线",
    lorenzX: "社区累计占比",
    lorenzY: "{title}累计占比",
    lorenzEqual: "绝对平均线",
    lorenzRemark: "基尼系数{gini}",
    lorenzSentence: "{ref}为{title}在{n}个社区之间的洛伦兹曲线，基尼系数为{gini}。",
    changeTable: "{from}至{to}变动情况",
    difference: "增减",
    growth: "增长",
    perYear: "年均增长",
    changeNote: "n为两期均有数的社区数，各行均只计这些社区；“未填报”为两期都有、但有一期未填报的社区数。",
    rose: "{title}由{a}增至{b}[，{rest}]",
    fell: "{title}由{a}减至{b}[，{rest}]",
    same: "{title}持平，为{b}",
    growthItem: "增长{growth}",
    declineItem: "下降{growth}",
    pointsRose: "上升{points}",
    pointsFell: "下降{points}",
    perYearItem: "年均{rate}",
    dotsTitle: "各社区{title}（{from}与{to}）",
    dotsSentence: "{ref}为各社区{from}与{to}的{title}：{list}。",
    notCompared: "未作比较：{list}。",
    completeness: "应填{expected}格，实填{filled}格，填报率{share}。",
    complete: "应填{expected}格，全部填报。",
    rowsRead: "读取数据{rows}行[，另有{excluded}行未计入]。",
    findingsFound: "检查发现{list}。",
    errorItem: "错误{n}处",
    warningItem: "警告{n}处",
    noteItem: "提示{n}处",
    findingsNone: "检查未发现问题。",
    lastDigits: "{n}个计数中末位为0或5的占{share}，随机情形下应为20%。",
    missingTable: "未填报情况",
    item: "项目",
    filled: "实填",
    expected: "应填",
    excludedTable: "未计入的行",
    file: "文件",
    line: "行",
    column: "列",
    cell: "表头",
    reason: "原因",
    treatment: "处理",
    excludedTreatment: "不计入",
    findingTable: "检查发现的问题",
    moreFindings: "另有{n}处，可用 cdj check 列出。",
    asWritten: "按原数计入",
    asMissing: "按未填报处理",
    columnUnused: "该列未使用",
    firstCounts: "以先出现者为准",
    rowAside: "该行不计入",
    hash: "SHA-256",
    hashWithheld: "不予列出：有数值不予公布，凭此可逐一试出",
    withheldByConfig: "*　按配置不予公布",
    encoding: "编码",
    rows: "读取行数",
    excluded: "未计入行数",
    program: "程序",
    command: "命令",
    sheet: "{file}，工作表“{sheet}”",
    comma: "；",
    stop: "。",
    listComma: "、",
    leftOut: "{k}节未列：{list}",
    noColumn: "没有相应的列",
    onePeriod: "只有一个时期",
    notAsked: "未要求",
    tooFew: "不足两个社区",
    counts: "{file}  {tables}张表、{figures}幅图、{definitions}项指标解释",
    indexTitle: "附录目录",
    indexFile: "附录",
    indexAreas: "社区数",
    thisChart: "本图",
    ungrouped: "{n}个社区不属于任何一组，未列入附录。",
    classOfOne: "{title}为{name}",
    stdin: "标准输入",
    variantItem: "{name}{figure}",
    bandShare: "{ages}占{figure}",
    scope: "{title}：{group}",
    agesPartial: "n = {n}个社区，各年龄组均已填报；其余{k}个填报不全，各行均未计入。",
    agesScope: "{of}个社区中填报齐全的{n}个",
    periodHead: "时间",
    overAll: "按两期全部社区计，",
    overSome: "可比的{k}个社区（共{n}个），",
    allAreas: "全部社区",
    allAreasNote: "“全部社区”为各期所有社区之数，含仅有一期的社区。",
    dotsUp: "{k}个社区上升",
    dotsDown: "{k}个社区下降",
    dotsSame: "{k}个社区持平",
    periodItem: "{period}：{text}",
    intervals: "仅知范围",
    tinyText: "不足{bound}",
    caution: "请注意：检查发现{list}有错误，据此算得的数字须经核实方可使用。",
    cautionItem: "{title}（{codes}）",
    notApplied: "{norm}。因缺少{list}，未能对照",
    notAppliedBare: "{norm}。因无法得出相应数值，未能对照",
  },
  "zh-TW": {
    title: "附錄　調查資料",
    tablePrefix: "表 A-",
    figurePrefix: "圖 A-",
    community: "村里／社區",
    communityInSentence: "社區",
    group: "鄉鎮市區",
    survey: "總體",
    sections: {
      basis: "編製說明",
      population: "人口與年齡結構",
      organisation: "組織",
      staffing: "人員",
      space: "場所",
      funding: "經費",
      distribution: "各社區差異",
      change: "變動情形",
      quality: "資料品質與未計入事項",
      definitions: "指標定義",
      provenance: "資料來源與處理",
    },
    period: "資料時間",
    noPeriod: "表中未註明",
    date: "編製日期",
    coverage: "統計範圍",
    coverageIs: "{n}個社區[，分屬{groups}個{group}]",
    groups: "依鄉鎮市區",
    response: "填報情形",
    responseIs: "應填{expected}格，實填{filled}格，填報率{share}",
    residents: "居民口徑",
    norms: "採用標準",
    noNorms: "未指定標準，故不作比較",
    normIs: "{title}：{threshold}（{document}；{id}）",
    symbols: "符號說明",
    absent: "—　無法得出或未填報；未填報不等於0",
    tiny: "…　不為0，但不及表中末位單位的一半",
    suppressed: "*　人數過少，不予公布",
    zero: "0　填報為零",
    marks: "▼　低於標準；▲　高於標準",
    ranges: "約　概數；～　僅知數值所在範圍",
    rounding: "數字進位",
    roundingIs: "表中數字四捨五入；計算一律採用未進位的原值，故各細項之和可能與合計在末位略有出入。",
    totals: "彙總方法",
    totalsIs: "總體及各組的比率為總量之比，即分子之和除以分母之和，只計兩欄皆已填報的社區；不是各社區比率的平均。",
    suppression: "小數值處理",
    suppressionIs: "弱勢族群人數為1～{most}者不予公布，可據以推算的數字一併隱去。",
    indicator: "指標",
    value: "數值",
    unit: "單位",
    n: "社區數（n）",
    missing: "未填報",
    norm: "標準",
    missed: "不符標準的社區",
    missedBelow: "低於標準的社區",
    missedAbove: "高於標準的社區",
    missedRange: "超出範圍的社區",
    unitLine: "單位：{unit}",
    themeTable: "{theme}：總體情形",
    areaTable: "{theme}：各社區填報數",
    areaIndicators: "{theme}：各社區指標",
    groupTable: "{theme}：各{group}指標",
    classTable: "{title}",
    className: "組別",
    classCount: "社區數",
    classShare: "占比",
    ageTable: "{subject}年齡組成",
    ageBand: "年齡",
    ageCount: "人數",
    ageShare: "占比",
    note: "註：",
    notes: "註：",
    nAll: "n = {n}個社區，皆已填報。",
    nMissing: "n = {n}個社區；未填報：{list}。",
    nUntold: "n = {n}個社區；無法得出：{list}。",
    missingItem: "{title}{k}個",
    unitsDiffer: "n為計入該指標的社區數。",
    netNote: "{title}：與他處富餘相抵後為{net}。",
    variantNote: "{title}依其他規則計算：{list}。",
    areasOmitted: "{n}個社區不逐一列出，可用 cdj analyze --format csv 列出。",
    source: "資料來源：根據{files}計算。",
    sources: "資料來源：根據{n}個檔案計算，見「{section}」。",
    totalsSentence: "{n}個社區合計：{list}。",
    totalsOne: "{area}：{list}。",
    totalItem: "{title}{figure}",
    totalPartial: "{title}{figure}（{n}個社區中{k}個填報）",
    indicatorItem: "{title}為{figure}",
    indicatorPartial: "{title}為{figure}（計入{n}個社區中的{k}個）",
    belowSome: "{subject}：{n}個社區中有{k}個（{share}）低於{threshold}[，共缺{gap}]",
    aboveSome: "{subject}：{n}個社區中有{k}個（{share}）高於{threshold}",
    missSome: "{subject}：{n}個社區中有{k}個（{share}）不在{threshold}的範圍內",
    belowAll: "{subject}：{n}個社區均低於{threshold}[，共缺{gap}]",
    aboveAll: "{subject}：{n}個社區均高於{threshold}",
    missAll: "{subject}：{n}個社區均不在{threshold}的範圍內",
    metAll: "{subject}：{n}個社區均符合{asked}的標準",
    meetsOne: "{subject}：符合{asked}的標準",
    missesOne: "{subject}：不符合{asked}的標準[，缺{gap}]",
    untold: "另有{u}個無法判斷",
    classSentence: "{title}：{list}。",
    classItem: "{name}{k}個（{share}）",
    extremes: "{ref}為各{place}{title}：最高者為{most}（{max}），最低者為{least}（{min}）。",
    allEqual: "{ref}為各{place}{title}：均為{max}。",
    oneOnly: "{ref}為{n}個{place}的{title}[，其中{list}]。",
    oneRanges: "{k}個僅知範圍",
    oneAbsent: "{k}個未填報",
    several: "{names}等{n}個",
    barTitle: "各社區{title}",
    groupBarTitle: "各{group}{title}",
    stackTitle: "各社區{subject}年齡組成",
    stackSentence: "{ref}為{subject}年齡組成[（{scope}）]：{list}。",
    pyramidTitle: "人口年齡金字塔",
    pyramidSentence: "{ref}為按年齡與性別劃分的人口[（{scope}）]：男性{male}，占{maleShare}；女性{female}，占{femaleShare}。",
    male: "男",
    female: "女",
    persons: "人數",
    normLabel: "標準 {threshold}",
    wholePopulation: "合計",
    least: "最小值",
    lowerQuartile: "第一四分位數",
    median: "中位數",
    upperQuartile: "第三四分位數",
    greatest: "最大值",
    mean: "平均數",
    deviation: "標準差",
    variation: "變異係數",
    gini: "吉尼係數",
    distributionTable: "各社區指標分布",
    distributionSentence: "{title}：中位數{median}，各社區平均{mean}[，最大值為最小值的{times}倍][，吉尼係數{gini}]。",
    distributionNote:
      "各社區均計一次。四分位數採線性內插（第7類，與Excel的QUARTILE.INC相同）；標準差以n−1為除數；變異係數＝標準差÷平均數。平均數是各社區數值的平均，不是總體的總量之比。",
    intervalNote: "{title}：{k}個社區僅知範圍，未計入。",
    withheldNote: "{title}：{k}個社區不予公布，未計入。",
    lorenzTitle: "{title}羅倫茲曲線",
    lorenzX: "社區累計占比",
    lorenzY: "{title}累計占比",
    lorenzEqual: "完全均等線",
    lorenzRemark: "吉尼係數{gini}",
    lorenzSentence: "{ref}為{title}在{n}個社區之間的羅倫茲曲線，吉尼係數為{gini}。",
    changeTable: "{from}至{to}變動情形",
    difference: "增減",
    growth: "成長率",
    perYear: "年均成長率",
    changeNote: "n為兩期皆有數值的社區數，各列均只計這些社區；「未填報」為兩期皆有、但有一期未填報的社區數。",
    rose: "{title}由{a}增至{b}[，{rest}]",
    fell: "{title}由{a}減至{b}[，{rest}]",
    same: "{title}持平，為{b}",
    growthItem: "成長{growth}",
    declineItem: "減少{growth}",
    pointsRose: "上升{points}",
    pointsFell: "下降{points}",
    perYearItem: "年均{rate}",
    dotsTitle: "各社區{title}（{from}與{to}）",
    dotsSentence: "{ref}為各社區{from}與{to}的{title}：{list}。",
    notCompared: "未作比較：{list}。",
    completeness: "應填{expected}格，實填{filled}格，填報率{share}。",
    complete: "應填{expected}格，全部填報。",
    rowsRead: "讀取資料{rows}列[，另有{excluded}列未計入]。",
    findingsFound: "檢查發現{list}。",
    errorItem: "錯誤{n}處",
    warningItem: "警告{n}處",
    noteItem: "提示{n}處",
    findingsNone: "檢查未發現問題。",
    lastDigits: "{n}個計數中末位為0或5者占{share}，隨機情形下應為20%。",
    missingTable: "未填報情形",
    item: "項目",
    filled: "實填",
    expected: "應填",
    excludedTable: "未計入的資料列",
    file: "檔案",
    line: "列",
    column: "欄",
    cell: "標題",
    reason: "原因",
    treatment: "處理",
    excludedTreatment: "不計入",
    findingTable: "檢查發現的問題",
    moreFindings: "另有{n}處，可用 cdj check 列出。",
    asWritten: "按原數計入",
    asMissing: "按未填報處理",
    columnUnused: "該欄未使用",
    firstCounts: "以先出現者為準",
    rowAside: "該列不計入",
    hash: "SHA-256",
    hashWithheld: "不予列出：有數值不予公布，憑此可逐一試出",
    withheldByConfig: "*　依設定不予公布",
    encoding: "編碼",
    rows: "讀取列數",
    excluded: "未計入列數",
    program: "程式",
    command: "指令",
    sheet: "{file}，工作表「{sheet}」",
    comma: "；",
    stop: "。",
    listComma: "、",
    leftOut: "{k}節未列：{list}",
    noColumn: "沒有相應的欄位",
    onePeriod: "只有一個時期",
    notAsked: "未要求",
    tooFew: "不足兩個社區",
    counts: "{file}  {tables}張表、{figures}幅圖、{definitions}項指標定義",
    indexTitle: "附錄目錄",
    indexFile: "附錄",
    indexAreas: "社區數",
    thisChart: "本圖",
    ungrouped: "{n}個社區不屬於任何一組，未列入附錄。",
    classOfOne: "{title}為{name}",
    stdin: "標準輸入",
    variantItem: "{name}{figure}",
    bandShare: "{ages}占{figure}",
    scope: "{title}：{group}",
    agesPartial: "n = {n}個社區，各年齡組皆已填報；其餘{k}個填報不全，各列均未計入。",
    agesScope: "{of}個社區中填報齊全的{n}個",
    periodHead: "時間",
    overAll: "按兩期全部社區計，",
    overSome: "可比的{k}個社區（共{n}個），{sentence}",
    allAreas: "全部社區",
    allAreasNote: "「全部社區」為各期所有社區之數，含僅有一期的社區。",
    dotsUp: "{k}個社區上升",
    dotsDown: "{k}個社區下降",
    dotsSame: "{k}個社區持平",
    periodItem: "{period}：{text}",
    intervals: "僅知範圍",
    tinyText: "不及{bound}",
    caution: "請注意：檢查發現{list}有錯誤，據此算得的數字須經核實方可使用。",
    cautionItem: "{title}（{codes}）",
    notApplied: "{norm}。因缺少{list}，未能對照",
    notAppliedBare: "{norm}。因無法得出相應數值，未能對照",
  },
};

/** The words of an appendix in a language. */
export const appendixWordsOf = (language: Language): AppendixWords => all[language];
