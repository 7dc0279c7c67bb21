import { headerKey, normaliseHeader } from "./header.ts";

/** Levels of schooling, in simplified Chinese or English, with what may stand around them. */
const level =
  /^(?:(?:文盲|半文盲|不识字|未上过学|未上学|学前教育|小学|初中|国中|初级中学|高中|高级中学|普高|职高|高职|中专|中职|中技|技校|中等|大专|专科|专上|大学|本科|研究生|硕士|博士|硕博|学历|文化程度|文化|教育程度|及|或|和|与|以上|以下|毕业|程度|人数|人口|人|数|占|的|[_|]|no_(?:schooling|education|qualifications?)|illiterate|literate|pre_?school|primary|elementary|(?:lower_|upper_|senior_|junior_)?secondary|middle|high|vocational|tertiary|higher|college|university|degree|bachelors?|masters?|doctorate|postgraduate|graduates?|school(?:ing)?|education|educated|and_(?:above|below|over|under)|or_(?:above|below|more|less|higher)))+$/u;
const core =
  /文盲|不识字|未上过学|未上学|小学|初中|国中|高中|普高|职高|高职|中专|中职|技校|大专|专科|大学|本科|研究生|硕士|博士|schooling|illiterate|literate|primary|secondary|tertiary|college|university|degree|bachelor|master|doctorate|graduate/u;

/** Whether a head is a level of schooling and says nothing of whose: 小学, 大学本科及以上, Primary school. */
export function isSchooling(header: string): boolean {
  const { path } = normaliseHeader(header);
  const key = headerKey(path.at(-1) as string);
  return key.length <= 60 && core.test(key) && level.test(key);
}
