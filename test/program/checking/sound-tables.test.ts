import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkFiles } from "../../../src/program/checking/check-files.ts";
import { checkSelection } from "../../../src/program/checking/check-selection.ts";
import { rateFindings } from "../../../src/program/checking/rated-findings.ts";

/** What offices really send: each adds up, and says in its own way what is out of the ordinary. */
const sound: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "a plain table with a total, thousands separators and remarks": {
    "2023年各社区情况.csv": [
      "社区名称,户数(户),常住人口(人),其中：男,女,党员数,备注",
      '梅园社区,"3,120","8,950",4410,4540,210,',
      '兰溪社区,"2,480","7,106",3500,3606,174,含两个老旧小区',
      '竹园社区,"4,015","11,240",5560,5680,263,',
      '菊苑社区,"3,660","10,480",5190,5290,240,',
      '合计,"13,275","37,776",18660,19116,887,',
    ].join("\n"),
  },
  "a new estate that is still filling": {
    "社区.csv": [
      "社区名称,年份,户数,常住人口,党员数,工作人员数,说明",
      "梅园社区,2022,3100,8900,205,9,",
      "兰溪社区,2022,2460,7050,170,8,",
      "新城社区,2022,420,1010,12,4,交付中的新小区",
      "梅园社区,2023,3120,8950,210,9,",
      "兰溪社区,2023,2480,7106,174,8,",
      "新城社区,2023,1890,4720,66,7,交付中的新小区",
    ].join("\n"),
  },
  "shares that are rounded to one decimal and add up to 99.9": {
    "党员年龄.csv": [
      "社区名称,党员数,35岁及以下党员,36-59岁党员,60岁及以上党员,60岁及以上党员占比(%)",
      "梅园社区,210,37,76,97,46.2",
      "兰溪社区,174,29,68,77,44.3",
      "竹园社区,263,41,101,121,46",
    ].join("\n"),
  },
  "a folder of forms, one a community": {
    "梅园.csv": "社区名称,梅园社区\n户数,3120\n常住人口,8950\n党员数,210\n填表日期,2023年12月\n",
    "兰溪.csv": "社区名称,兰溪社区\n户数,2480\n常住人口,7106\n党员数,174\n填表日期,2023年12月\n",
    "竹园.csv": "社区名称,竹园社区\n户数,4015\n常住人口,11240\n党员数,263\n填表日期,2023年12月\n",
  },
  "streets with their communities and subtotals": {
    "街道.csv": [
      "街道,社区名称,户数,常住人口",
      "城东街道,梅园社区,3120,8950",
      "城东街道,兰溪社区,2480,7106",
      "城东街道,小计,5600,16056",
      "城西街道,竹园社区,4015,11240",
      "城西街道,菊苑社区,3660,10480",
      "城西街道,小计,7675,21720",
      "合计,,13275,37776",
    ].join("\n"),
  },
  "premises, funds and wages": {
    "保障.csv": [
      "社区名称,常住人口,工作人员数,办公用房面积(㎡),产权性质,工作经费(万元)",
      "梅园社区,8950,9,520,自有,12",
      "兰溪社区,7106,8,410,租用,10",
      "竹园社区,11240,11,680,自有,15.5",
      "菊苑社区,10480,10,600,借用,14",
    ].join("\n"),
  },
  "traditional characters, 里 and 戶籍": {
    "各里人口.csv": [
      "里名,戶數,戶籍人口數,男,女,備註",
      "文昌里,1820,4630,2250,2380,",
      "仁愛里,2105,5418,2630,2788,含眷村改建",
      "和平里,1566,3987,1950,2037,",
      "合計,5491,14035,6830,7205,",
    ].join("\n"),
  },
  "an English ward table": {
    "wards.csv": [
      "Ward,Households,Residents,Male,Female,Remarks",
      "Abbey,4120,9876,4801,5075,",
      "Bridge,3985,9410,4602,4808,boundary changed in 2015",
      "Castle,4450,10233,5000,5233,",
      "Total,12555,29519,14403,15116,",
    ].join("\n"),
  },
  "two departments, one with a community less": {
    "户籍.csv":
      "社区名称,户数,常住人口\n梅园社区,3120,8950\n兰溪社区,2480,7106\n竹园社区,4015,11240\n",
    "组织.csv": "社区名称,党员数,党支部数\n梅园社区,210,6\n兰溪社区,174,5\n",
  },
  "blank cells, 约 and footnotes": {
    "情况.csv": [
      "金山镇4个社区基本情况,,,",
      "社区名称,户数,常住人口,流动党员数(流入)",
      "梅园社区,3120,约8900,12",
      "兰溪社区,2480,7106,",
      "竹园社区,4015,11240,9",
      "菊苑社区,3660,10480,7",
      "注：数据截至2023年12月31日。,,,",
    ].join("\n"),
  },
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj-sound-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(Object.entries(sound))("%s: no error, at most two warnings", async (name, files) => {
  const own = join(folder, String(Object.keys(sound).indexOf(name)));
  mkdirSync(own);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(own, file), `${text}\n`);
  const { causes } = rateFindings(await checkFiles([own], {}), {
    selection: checkSelection({ select: [], ignore: [] }),
    root: own,
  });
  const graver = causes.filter(({ finding }) => finding.severity !== "note");
  const said = graver.map(({ finding }) => `${finding.code} ${JSON.stringify(finding.args)}`);
  expect(graver.filter(({ finding }) => finding.severity === "error")).toEqual([]);
  expect(said.length, said.join("\n")).toBeLessThanOrEqual(2);
});
