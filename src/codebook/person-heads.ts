import { identityOfHeader } from "./identity.ts";
import { toCodebookScript } from "./simplified.ts";

/**
 * What a head says of single persons: written by a platform of questionnaires for certain (from which address it was handed in) or perhaps
 * (when it was begun), the number of an answer sheet, a question put to somebody, the number of a question and nothing else, an attribute
 * that one person has one of, or a name.
 */
export type PersonHead =
  | "platform"
  | "log"
  | "respondent"
  | "question"
  | "question-number"
  | "sex"
  | "age"
  | "birth"
  | "attribute"
  | "name";

/** 1、您的性别, Q3. How old are you?, 第2题 您的年龄: the number of a question says nothing of what is asked. */
const questionNumber =
  /^(?:第?\s*\d{1,3}\s*[题.、．:：)）]|q\d{1,3}(?:[._-]\d{1,2})?\s*[.、:：)）\s]|[(（]\d{1,3}[)）])\s*/u;
/** [单选题], *, （必填）: how a question is to be answered. */
const howToAnswer =
  /[[【(（](?:单选题?|多选题?|填空题?|必填|选填|必答|量表题?|矩阵.{0,4}|required|optional)[\]】)）]|^\*+|\*+$/gu;

/** A head in simplified Chinese and lower case, without the number of its question. */
const plain = (head: string): string =>
  toCodebookScript(head.normalize("NFKC").replace(/\s+/gu, " ").trim())
    .toLowerCase()
    .replace(howToAnswer, "")
    .trim()
    .replace(questionNumber, "");

/** As `plain`, with the words of an English name joined: Start Date, StartDate and start_date are one. */
const joined = (text: string): string => text.replaceAll(/[\s_\-().]/gu, "");

const keys = (...heads: readonly string[]): ReadonlySet<string> => new Set(heads.map(joined));

/** Columns that 问卷星, 腾讯问卷, Google Forms, Qualtrics, SurveyMonkey, LimeSurvey, Kobo and ODK add to the answers. */
const platformHeads = keys(
  ...["提交答卷时间", "答卷时间", "答题时间", "开始答题时间", "结束答题时间", "答卷提交时间"],
  ...["所用时间", "答题时长", "填写时长", "答题用时", "答卷时长", "来自ip", "答题渠道", "填写设备"],
  ...["时间戳记", "时间戳", "微信昵称", "openid", "timestamp", "response id", "respondent id"],
  ...["collector id", "ip address", "ip地址", "ip位址", "duration in seconds", "recorded date"],
  ...["recipient email", "recipient last name", "recipient first name", "external reference"],
  ...["external data reference", "distribution channel", "user language", "location latitude"],
  ...["custom data 1", "submit date", "last page", "start language", "device id", "instance id"],
  ...["submission time", "referrer url", "time taken", "network id", "submission id", "session id"],
);
/** The same words stand in tables of projects and funds too. */
const logHeads = keys(
  ...["提交时间", "填写时间", "开始时间", "结束时间", "用时", "来源", "来源详情", "ip", "总分"],
  ...[
    "start date",
    "end date",
    "start time",
    "end time",
    "completion time",
    "progress",
    "finished",
  ],
  ...["duration", "date submitted", "date started", "submitted at", "submission date", "token"],
  ...["uuid", "email address", "username", "start", "end", "status", "昵称", "电子邮件地址"],
);

const respondentHead =
  /^(?:答卷|问卷|答题卡|受访者|被访者|访问对象|调查对象|填写者|样本|个案|答题人|参与者)(?:编号|序号|号|号码|id|代码|编码)?$|^(?:respondents?|responses?|participants?|interview(?:ee)?s?|case|sample|person|individual|subject|submission|questionnaire)[_ ]?(?:id|no\.?|nr\.?|number|code|#)$|^(?:respondent|participant|interviewee)$|^(?:caseid|respid|resp_id|personid|pid)$/u;

const questionHead =
  /[?？]\s*$|(?:您|你)(?!们?社区的)|请问|请选择|请填写|^(?:what|which|how|where|when|why|who|do|does|did|are|is|have|has|would|will|can|please)\b.*\b(?:you|your|yourself)\b|\byour\b|^(?:i|my)\s/u;
/** Q7, Q3_1, q12a; Q1 to Q4 may be quarters. */
const bareQuestion = /^q\d{1,3}(?:[a-z]|[._-]\d{1,2})?$/u;

/** Attributes of one person; a count of those who have one says 数, 人数, 率. */
const attributes: readonly (readonly [RegExp, PersonHead])[] = [
  [/^(?:性别|gender|sex)$/u, "sex"],
  [/^(?:(?:周岁|实足|实际)?年龄|年龄段|年龄组|age|agegroup|ageband|ageinyears)$/u, "age"],
  [
    /^(?:出生(?:年月日?|日期|年份|时间|年)|生日|dob|dateofbirth|birth(?:day|date|year)?|yearofbirth)$/u,
    "birth",
  ],
  [
    /^(?:民族|族别|学历|(?:文化|教育|受教育)程度|最高学历|政治面貌|婚姻(?:状况|情况)?|婚否|职业|籍贯|国籍|宗教信仰?|工作单位|职称|健康状况|(?:个人)?月?收入|与户主(?:的)?关系|(?:户籍|户口)(?:所在地|性质|类型|类别)?|入党(?:时间|日期)|居住(?:时间|年限)|就业状况|残疾(?:类别|等级)|是否.{1,12}|有无.{1,12}|.{0,8}满意度|ethnicity|race|nationality|citizenship|religion|education(?:level|alattainment)?|highesteducation|qualification|maritalstatus|occupation|jobtitle|employment(?:status)?|relationship(?:tohead)?|income(?:level|group)?|householdincome|disability|satisfaction|lengthofresidence)$/u,
    "attribute",
  ],
];

/** What a head says of single persons; undefined for one that says nothing of them. */
export function personHead(head: string): PersonHead | undefined {
  const text = plain(head);
  if (text === "" || text.length > 400) return undefined;
  const name = joined(text);
  if (platformHeads.has(name)) return "platform";
  if (logHeads.has(name)) return "log";
  if (respondentHead.test(text)) return "respondent";
  const bare = name.replace(/^(?:您|你|本人|个人|党员|居民|受访者|被访者|老人|儿童)的?/u, "");
  const found = attributes.find(([pattern]) => pattern.test(bare))?.[1];
  if (found !== undefined && found !== "attribute") return found;
  if (questionHead.test(text)) return "question";
  if (bareQuestion.test(text)) return "question-number";
  if (found !== undefined) return found;
  const identity = identityOfHeader(head);
  return identity === "person-name" ||
    identity === "resident-id" ||
    /^(?:full|first|last)?name$/u.test(name)
    ? "name"
    : undefined;
}
