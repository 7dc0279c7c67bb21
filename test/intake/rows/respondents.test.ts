import { describe, expect, test } from "vitest";
import { respondentsIn } from "../../../src/intake/rows/respondents.ts";

const rows = (text: string): string[][] => text.split("\n").map((line) => line.split("|"));

describe("rows that are persons or answer sheets", () => {
  test.each([
    [
      "an export of 问卷星",
      "序号|提交答卷时间|所用时间|来源|来源详情|来自IP|1、您的年龄段：|2、您居住的小区：|总分\n1|2024/3/1 9:00:01|88秒|链接|N/A|192.0.2.7(江苏-南通)|2|望江苑|77\n2|2024/3/1 9:10:22|91秒|链接|N/A|192.0.2.8(江苏-南通)|3|和平里|80",
    ],
    [
      "an export of 腾讯问卷",
      "编号|开始答题时间|结束答题时间|答题时长|1.您的学历是？|2.您参加过社区活动吗？\nA1|2023-05-01 08:00|2023-05-01 08:03|180|本科|参加过\nA2|2023-05-01 08:20|2023-05-01 08:22|120|初中|没有",
    ],
    [
      "a Google form in traditional Chinese",
      "時間戳記|您的性別|您的年齡|您居住的里|您對里辦公處的意見\n2024/5/6 上午 9:12:33|女|35-44歲|永樂里|燈太暗\n2024/5/6 上午 10:02:10|男|65歲以上|大同里|無",
    ],
    [
      "a Google form in English",
      "Timestamp|What is your age?|Which ward do you live in?|How satisfied are you with your park?\n3/4/2024 9:12:33|34|Northfield|4\n3/4/2024 10:44:01|61|Southfield|2",
    ],
    [
      "Qualtrics with its three rows of heads",
      'StartDate|EndDate|Status|IPAddress|Progress|Duration (in seconds)|ResponseId|Q1|Q2\nStart Date|End Date|Response Type|IP Address|Progress|Duration (in seconds)|Response ID|What is your sex?|Where do you live?\n{"ImportId":"startDate"}|{"ImportId":"endDate"}|{"ImportId":"status"}|{"ImportId":"ipAddress"}|{"ImportId":"progress"}|{"ImportId":"duration"}|{"ImportId":"_recordId"}|{"ImportId":"QID1"}|{"ImportId":"QID2"}\n2024-01-02 10:00|2024-01-02 10:05|0|198.51.100.3|100|300|R_1abc|Female|Elm Ward',
    ],
    [
      "SurveyMonkey",
      "Respondent ID|Collector ID|Start Date|End Date|IP Address|Email Address|First Name|Last Name|How old are you?\n114|9|03/01/2024|03/01/2024|203.0.113.9|a@example.org|Ann|Lee|25-34",
    ],
    [
      "numbered answer sheets with codes for answers",
      "问卷编号|所在社区|性别|年龄|文化程度|满意度1|满意度2\n001|望江社区|1|43|3|4|5\n002|望江社区|2|29|5|3|3\n003|和平社区|1|66|1|5|4",
    ],
    [
      "answer sheets under a title",
      "2024年居民满意度调查原始数据\n受访者编号|村|年龄|是否贫困户|最满意的事\nX01|东岭村|51|否|修路\nX02|西岭村|47|是|路灯",
    ],
    [
      "a list of persons",
      "姓名|性别|出生年月|身份证号\n甲某|男|1950-02|（略）\n乙某|女|1961-07|（略）",
    ],
    [
      "a list of persons in English",
      "Name|DOB|Village\nA. Ash|12/03/1950|Elmby\nB. Birch|1/4/1961|Elmby",
    ],
    [
      "a list of party members",
      "序号|支部|姓名|性别|民族|学历|入党时间\n1|第一支部|甲某|男|汉|大专|1999-07\n2|第一支部|乙某|女|汉|本科|2004-06",
    ],
    ["names and telephones of one place", "姓名|手机号\n甲某|无\n乙某|无"],
    [
      "attributes without a number or a name",
      "社区|性别|年龄|职业\n望江社区|女|41|教师\n望江社区|男|38|司机\n和平社区|女|70|退休",
    ],
    [
      "answers with the size of the household",
      "respondent_id|ward|sex|age|household size|satisfaction\n1|Elmby|F|33|4|2\n2|Elmby|M|41|2|5",
    ],
  ])("%s", (_, text) => {
    expect(respondentsIn(rows(text))).toBeDefined();
  });
});

describe("tables of areas", () => {
  test.each([
    [
      "communities with those to call",
      "社区|联系人|联系电话|户数|常住人口\n望江社区|甲某|1|1200|3500\n和平社区|乙某|2|900|2600",
    ],
    [
      "communities and their secretaries",
      "社区|书记姓名|性别|年龄|学历|户数\n望江社区|甲某|男|41|本科|1200\n和平社区|乙某|女|38|大专|900",
    ],
    ["the addresses of offices", "社区|负责人|办公地址\n望江社区|甲某|1号\n和平社区|乙某|2号"],
    [
      "ages and sexes down the rows",
      "社区|性别|年龄组|人数\n望江社区|男|0-14|31\n望江社区|女|0-14|29\n望江社区|男|15-64|9\n望江社区|女|15-64|12",
    ],
    [
      "few persons by sex and age under a head of its own",
      "社区|性别|年龄段|参加者\n望江社区|男|60岁以下|3\n望江社区|女|60岁以下|4\n望江社区|男|60岁及以上|5\n望江社区|女|60岁及以上|2",
    ],
    [
      "figures that communities filled into a platform",
      "序号|提交答卷时间|所用时间|来自IP|1、您所在的社区|2、户数|3、常住人口\n1|2024/3/1 9:00|88秒|192.0.2.7|望江社区|1200|3500\n2|2024/3/1 9:10|91秒|192.0.2.8|和平社区|900|2600",
    ],
    [
      "a Google form of villages",
      "時間戳記|里別|戶數|人口數\n2024/5/6 上午 9:12|永樂里|900|2400\n2024/5/6 上午 9:44|大同里|1100|3000",
    ],
    ["quarters", "社区|Q1|Q2|Q3|Q4\n望江社区|10|12|9|14\n和平社区|8|8|9|7"],
    [
      "projects with their dates",
      "社区|项目|开始时间|结束时间|经费\n望江社区|修路|2023-01|2023-06|120000\n望江社区|路灯|2023-02|2023-03|40000",
    ],
    ["sources of funds", "社区|来源|金额（万元）\n望江社区|财政|20\n和平社区|财政|30"],
    ["households as parts", "社区|户号|户主|人口\n望江社区|1|甲某|3\n望江社区|2|乙某|5"],
    [
      "residents by education and sex",
      "Ward|Sex|Education|Persons\nElmby|Male|Primary|310\nElmby|Female|Primary|330\nElmby|Male|Tertiary|120\nElmby|Female|Tertiary|140",
    ],
  ])("%s", (_, text) => {
    expect(respondentsIn(rows(text))).toBeUndefined();
  });
});

test("heads are told short, a number of a person in one is not, and the column that counts them is named", () => {
  const found = respondentsIn(
    rows(
      "答卷编号|社区|性别|年龄|您认为本社区最需要改进的是什么请在下面的空格中写下至少两条意见（联系 13812345678）\n1|望江社区|女|41|略\n2|和平社区|男|38|略",
    ),
  );
  expect(found?.heads.slice(0, 3)).toEqual(["答卷编号", "性别", "年龄"]);
  expect(found?.heads[3]).toBe("‹redacted›");
  expect(found?.area).toBe("社区");
});
