import { bareName } from "./bare-name.ts";
import { isCollective } from "./unit-kinds.ts";

/** Words for the whole that are a name by themselves: 合计, 总计, 全镇, Grand Total. */
const wholes =
  /^(?:合计|总计|小计|共计|累计|汇总|总合计|合计数|总计数|总数|总和|总|计|全部|全镇|全乡|全街道|全区|全市|全县|全省|全国|全村|全社区|全域|本页小计|本页合计|合計|總計|小計|共計|累計|彙總|匯總|總合計|合計數|總計數|總數|總和|總|計|全鎮|全鄉|全區|全縣|全國|total|totals|grandtotals?|subtotals?|sub-totals?|sum|overall|all)(?:[:：(（].*|合计|小计|总计|汇总|合計|小計|總計|总数|總數|total|subtotal|grandtotal)?$/iu;

/** Behind the name of the unit that is added up: 城东街道小计, 东区总计（人）, 东街道（合计）. */
const endsAsTotal =
  /(?:合计|总计|小计|汇总|合计数|总计数|合計|總計|小計|彙總|匯總|合計數|總計數)(?:[(（][^()（）]*[)）])?[:：]?$|[(（](?:合?[计計]|[总總][计計]|小[计計]|sub-?total|total)[)）]$/iu;

/** A lone 计 adds up only behind a word for a unit: 东街道计, 北区计; not 李家计. */
const unitAddedUp =
  /.(?:街道|街道办|片区|片區|[镇鎮乡鄉区區县縣市省州盟旗]|管区|管區|农场|農場|园区|園區)[计計][:：]?$/u;

/** North Total, East ward sub-total, Total for North, Subtotal: North. A place called Total Heights is none of them. */
const englishTotal =
  /^.*\S[\s:–—-]+(?:grand |sub-?)?totals?:?$|^(?:grand |sub-?)?totals?(?: (?:for|of|in)\b|\s*[:–—-]).+$|^sub-?totals?\b.+$|^(?:sum|total) of .+$/iu;

/** All the units of a kind, and the whole of a unit: All wards, Whole district. */
const englishWhole =
  /^(?:all|whole|entire)(?: of)?(?: the)? (?:areas?|wards?|districts?|boroughs?|county|counties|towns?|townships?|villages?|communities|community|neighbou?rhoods?|parish(?:es)?|blocks?|city|cities|regions?|units?|survey|table)(?: combined)?:?$/iu;

/** 全街道共2个社区 · 合計13村. */
const countsAreas = /^[全本](?:街道|[省市县縣区區镇鎮乡鄉]).{0,3}\d+[个個]/u;

/** A row of some of those above: 其中：城市; not the first of them by its name: 其中：城东社区. */
const someOf = /^其中(?!.*(?:社区|社區|居委会|居委會|村委会|村委會|街道|[村里镇鎮乡鄉])$)/u;

/** 其中：农村, Of which: urban, #城镇: some of those above that bear no name of their own. */
const someTogether = /^(?:其中|of which|including|incl\.|[#＃])\s*[:：,，-]?\s*(?<which>.+)$/iu;

function isSomeOf(text: string): boolean {
  const which = someTogether.exec(text.trim())?.groups?.which;
  return someOf.test(bareName(text)) || (which !== undefined && isCollective(which));
}

/** Whether a text is a word for the whole and nothing else: 合计, 总计, 计; not 0-4岁合计. */
export const isWholeWord = (text: string): boolean => wholes.test(bareName(text));

/** Whether a cell says that its row is a total: 合计, 总 计, 全镇, 城东街道小计, North Total. */
export function isTotalWord(text: string): boolean {
  if (text === "") return false;
  const plain = bareName(text);
  return (
    wholes.test(plain) ||
    endsAsTotal.test(plain) ||
    unitAddedUp.test(plain) ||
    countsAreas.test(plain) ||
    isSomeOf(text) ||
    isEnglishTotal(text)
  );
}

/** The unit that a total is of, as far as its own words name it: 东街道计 and North Total name one, 合计 and Grand Total none. */
export const unitOfTotal = (label: string): string =>
  label
    .replace(/^(?:sub-?|grand )?totals?(?: (?:for|of|in)(?: the)?\b|\s*[:–—-])?\s*/iu, "")
    .replace(/[\s:：–—-]*(?:grand |sub-?)?totals?:?$/iu, "")
    .replace(
      /[\s:：]*[(（]?(?:合计|总计|小计|汇总|合計|總計|小計|彙總|匯總|平均|[计計])(?:数|數)?[)）]?[:：]?$/u,
      "",
    )
    .trim();

/** Whether a row stands for some of the others, so that it is no sum of them all: 其中：城市. */
export const isOfWhich = (text: string): boolean => isSomeOf(text);

function isEnglishTotal(text: string): boolean {
  const plain = text.trim();
  return (
    /total|^all|^whole|^entire|^sum/iu.test(plain) &&
    (englishTotal.test(plain) || englishWhole.test(plain))
  );
}
