import { headerKey, normaliseHeader } from "./header.ts";

/** What kind of identity a column looks like. */
export type IdentityKind =
  | "person-name"
  | "resident-id"
  | "phone"
  | "address"
  | "account"
  | "network-address";

/** What prints in place of a cell that may identify a person. */
export const redacted = "‹redacted›";

/** Offices that one person of a community holds; over names they identify, over figures they count. */
const offices =
  "书记|主任|支书|站长|里长|村长|理事长|总干事|主委|主任委员|会长|院长|所长|园长|组长|楼栋?长|网格[员长]|法人代表|法定代表人|社工";
/** Who is to be asked about a table. */
const contacts =
  "联系人|联络人|联络员|联系员|连络人|连系人|对接人|经办人|承办人|填表人|填报人|填写人|负责人|责任人|管理员|经手人|统计员|户主";

const byHeader: readonly (readonly [RegExp, IdentityKind])[] = [
  [
    /身份证|证件号|居民证号|身分证|护照|社保号|社会保障号|^(?:resident_|national_)?id_?(?:card|number|no)/u,
    "resident-id",
  ],
  [
    new RegExp(
      `^(?:本人|党员|居民|监护人|申请人|老人|儿童|学生|家长|${contacts}|${offices})?(?:的)?(?:姓名|名字)$` +
        `|^(?:社区|村|里|支部|党支部|总支|党总支|党委|居委会|村委会|第一|机构|单位|主要)?(?:${contacts}|${offices})(?:姓名|名字)?$` +
        "|^(?:full_|first_|last_|sur)?name_of_(?:person|resident|head|contact)|^(?:full_?name|first_?name|last_?name|surname)$" +
        "|^(?:contact|contact_?(?:name|person)|name_of_contact|person_in_charge|responsible_person|focal_point|respondent_name)$" +
        "|^(?:secretary|director|manager|chair(?:man|woman|person)?|head|leader|coordinator)_?name$",
      "u",
    ),
    "person-name",
  ],
  [
    /手[机機]|电话|联系方式|联络方式|连络方式|行动电话|^(?:mobile|phone|telephone|tel|cell|contact)_?(?:phone|telephone|tel|mobile)?_?(?:no|number|phone)$|^(?:mobile|phone|telephone|tel)$/u,
    "phone",
  ],
  [
    /^(?:家庭|现|户籍|居住|通讯|通信|联系|联络|常住)?(?:住址|地址|居住地址|家庭地址|门牌号码?)$|^(?:home_|postal_)?address$/u,
    "address",
  ],
  [
    /银行卡|银行[账帐帳]号|微信(?!群|公众|平台|小程序|支付)|^qq号?码?$|^(?:wechat|whatsapp|telegram|bank_account|email|e_?mail|邮箱|电子邮[箱件]|电邮|电子信箱)/u,
    "account",
  ],
  [/^(?:来自|登录|登陆|访问|提交)?ip(?:_?地址|_?位址|_?address|_?addr)?$/u, "network-address"],
];

/** Heads of numbers that areas and firms have: they are as long as those of persons. */
const codeHeads =
  /geo_?id|^fips|(?:区划|地区|区域|社区|村|街道|行政区|统计用?区|普查区|机构|企业|单位)(?:代|编)[码号]|信用代码|^(?:.*营利事业)?统一编号|^统编$|税号|纳税人|注册号|登记证?号|(?:^|_)(?:area|region|tract|ward|block|oa|lsoa|msoa|place|county|district|community|village|neighbou?rhood|org|entity)_?(?:code|id|no)$|^(?:lsoa|msoa|oa|tract|cbg|block_?group|uei|ein|abn|vat)(?:_?(?:code|id|no|number|ce|\d\dcd))?$|^(?:tax|business|company|charity|registration)_?(?:registration)?_?(?:id|no|number)$/u;

/** Whether a header names numbers of areas or firms: GEOID, 统一社会信用代码, 統一編號 (that of a person is 身分證統一編號). */
export function isCodeHeader(header: string): boolean {
  const key = headerKey(normaliseHeader(header).path.at(-1) ?? "");
  return codeHeads.test(key);
}

/** What a header says of identity; undefined for a column that names no person. A count (联系人数) does not. */
export function identityOfHeader(header: string): IdentityKind | undefined {
  const key = headerKey(normaliseHeader(header).path.at(-1) ?? "");
  if (/(?:人数|户数|数量|数|率|比例|占比)$/u.test(key)) return undefined;
  return byHeader.find(([pattern]) => pattern.test(key))?.[1];
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether a text is an 18-digit number of a resident of the mainland with a valid date and check digit (GB 11643-1999). */
export function isResidentId(text: string): boolean {
  const found = /^[1-9]\d{5}(?:18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(
    text,
  );
  if (!found) return false;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return "10X98765432"[sum % 11] === (text[17] as string).toUpperCase();
}

const taiwanLetters = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

/** Whether a text is a national id of Taiwan (letter, 1 or 2, eight digits) with a valid check digit. */
export function isTaiwanId(text: string): boolean {
  if (!/^[A-Z][12]\d{8}$/.test(text)) return false;
  const letter = taiwanLetters.indexOf(text[0] as string) + 10;
  const digits = [Math.floor(letter / 10), letter % 10, ...Array.from(text.slice(1), Number)];
  const factors = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];
  return digits.reduce((total, digit, i) => total + digit * (factors[i] as number), 0) % 10 === 0;
}

/** Whether a text is a mobile number of the mainland (11 digits) or of Taiwan (09…). */
export const isMobileNumber = (text: string): boolean =>
  /^(?:\+?86[- ]?)?1[3-9]\d{9}$/.test(text) || /^09\d{2}-?\d{3}-?\d{3}$/.test(text);

/** Fewer digits make no number of a person. */
const FEWEST_DIGITS = 9;
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
/** Digits as they are grouped by hand: blanks and hyphens between them. */
const digitRun = /\d(?:[\s\-‐-―−·_]{0,3}\d)*(?:[\s\-‐-―−·_]{0,3}[Xx](?![A-Za-z]))?/gu;
const mobileWithin =
  /(?<!\d\.?)(?:(?:\+|00)?86[-\s]?)?1[3-9]\d(?:[-\s‐-―]{0,2}\d{4}[-\s‐-―]{0,2}|\.\d{4}\.)\d{4}(?!\d)/u;
const taiwanMobileWithin = /(?<!\d)09\d{2}[-\s]?\d{3}[-\s]?\d{3}(?!\d)/u;
const taiwanIdWithin = /(?<![A-Za-z\d])[A-Za-z][-\s]?[12][-\s]?\d{8}(?!\d)/gu;

/**
 * Which number of a person stands in a text, alone or among words, plain or grouped by blanks and hyphens: a resident id (of 18 digits alone
 * also with a wrong check digit, as long as it holds a date of birth), an id of Taiwan, a mobile number. Undefined for any other text.
 */
export function identityOfCell(cell: string): IdentityKind | undefined {
  if (!hasDigits(cell)) return undefined;
  const text = cell.normalize("NFKC").replace(unseen, "");
  for (const [written] of text.matchAll(digitRun))
    if (holdsResidentId(written.replace(/[^\dXx]/g, ""))) return "resident-id";
  for (const [written] of text.matchAll(taiwanIdWithin))
    if (isTaiwanId(written.replace(/[-\s]/g, "").toUpperCase())) return "resident-id";
  return mobileWithin.test(text) || taiwanMobileWithin.test(text) ? "phone" : undefined;
}

/** The text itself, or, where a number of a person stands in it, the mark that prints in its place. */
export const withoutIdentity = (text: string): string =>
  identityOfCell(text) === undefined ? text : redacted;

/** Most texts have too few digits to be looked at. */
function hasDigits(text: string): boolean {
  if (text.length < FEWEST_DIGITS) return false;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) digits++;
  }
  return digits >= FEWEST_DIGITS;
}

const bornWithin =
  /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/;

function holdsResidentId(digits: string): boolean {
  if (bornWithin.test(digits)) return true;
  for (let at = 0; at + 18 <= digits.length; at++)
    if (isResidentId(digits.slice(at, at + 18))) return true;
  return false;
}

/** As `identityOfCell`, in a column of codes of areas or firms: only a whole cell with a valid check digit is a number of a person. */
export function identityOfCode(cell: string): IdentityKind | undefined {
  const text = cell.normalize("NFKC").trim();
  return isResidentId(text) || isTaiwanId(text.toUpperCase()) ? "resident-id" : undefined;
}

/**
 * Whether a column looks as if it identified persons: by its header, or because a good part of its cells do. `codes`: whether it has codes of
 * areas or firms.
 */
export function identityOfColumn(
  header: string,
  cells: readonly string[],
  codes = isCodeHeader(header),
): IdentityKind | undefined {
  const said = codes ? undefined : identityOfHeader(header);
  // Under 书记 or 户主 there may be a count.
  if (said && !(said === "person-name" && cells.some((cell) => /^\s*\d+(?:\.\d+)?\s*$/.test(cell))))
    return said;
  const found = cells
    .map(codes ? identityOfCode : identityOfCell)
    .filter((kind) => kind !== undefined);
  const filled = cells.filter((cell) => cell.trim() !== "").length;
  return found.length > 0 && found.length >= filled / 10 ? found[0] : undefined;
}
