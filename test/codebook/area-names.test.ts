import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Survey } from "../../src/analysis/observed-survey.ts";
import { join } from "../../src/areas/join.ts";
import { compareRoster } from "../../src/areas/roster.ts";
import { rebase } from "../../src/change/concordance.ts";
import {
  nameParts,
  nearNames,
  normalName,
  sameButForSuffix,
} from "../../src/codebook/area-names.ts";
import { streamEngine } from "../../src/engines/tally/stream-engine.ts";
import { decide } from "../../src/intake/decide.ts";
import { memorySource } from "../../src/intake/files/source.ts";

/** Pairs of one name, written in two ways. */
const oneName = [
  ["柳泉1社区", "柳泉１社区"],
  ["台东社区", "臺東社區"],
  ["柳泉（北）社区", "柳泉(北)社区"],
  ["柳泉【北】社区", "柳泉(北)社区"],
  ["红星社区", "红 星　社区"],
  ["凤凰桥社区1", "鳳凰橋社區・1"],
  ["峯山社区", "峰山社区"],
  ["Ward A", "WARD a"],
  ["St. Mary's", "Saint Marys"],
  ["St Anne-on-Sea", "St. Anne on Sea"],
  ["Elm & Oak", "Elm and Oak"],
  ["King’s Cross", "King's Cross"],
] as const;

/** Pairs of names of two areas. */
const twoNames = [
  ["东一社区", "东二社区"],
  ["城东社区", "城西社区"],
  ["3-1社区", "31社区"],
  ["十一社区", "十 一社区"],
  ["Ward 1 1", "Ward 11"],
  ["光华村", "光华社区"],
  ["东门社区", "东关社区"],
  ["Main St", "Main Saint"],
] as const;

describe("the normal form of a name", () => {
  test.each(oneName)("%s is %s", (a, b) => {
    expect(normalName(a)).toBe(normalName(b));
  });

  test.each(twoNames)("%s is not %s", (a, b) => {
    expect(normalName(a)).not.toBe(normalName(b));
  });

  test("is its own normal form", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from("柳臺（北)1１ -·a'&社區村")) }),
        (name) => {
          expect(normalName(normalName(name))).toBe(normalName(name));
        },
      ),
    );
  });
});

describe("every user of names goes by it", () => {
  const at = (name: string, period: string | null, line: number) => ({
    area: { name, code: null, parents: [] },
    period,
    attributes: {},
    place: { file: "a.csv", line },
  });
  const read = async (file: string, text: string) => {
    const source = memorySource(file, Buffer.from(text));
    const { plan } = await decide(source);
    return { file, part: await streamEngine.scan(source, { plan, findingsPerCode: 10 }) };
  };

  test.each(oneName.map((pair) => [...pair]))(
    "%s, %s: rows of one file, files, roster, concordance",
    async (a, b) => {
      const one = await read("a.csv", `社区名称,年份,户数\n${a},2006,10\n${b},2007,11\n`);
      expect(new Set(one.part.groups.map(({ area }) => area)).size).toBe(1);
      const files = join([
        await read("a.csv", `社区名称,户数\n${a},10\n`),
        await read("b.csv", `社区名称,党员数\n${b},1\n`),
      ]);
      expect(files.survey.observations).toHaveLength(1);
      const survey = new Survey([at(a, "2006", 2), at("新城社区", "2007", 3)], new Map());
      const listed = { name: b, code: null, parents: [], place: { file: "r.csv", line: 2 } };
      expect(
        compareRoster(new Survey([at(a, null, 2)], new Map()), {
          file: "r.csv",
          areas: [listed],
        }).map(({ code }) => code),
      ).toEqual(["CDJ533"]);
      const entry = { old: b, new: "新城社区", share: 1, line: 2 };
      expect(rebase(survey, [entry], "2006", "2007")).toMatchObject({
        boundaries: [{ kind: "renamed" }],
      });
    },
  );
});

describe("what a name says beside its kind of unit", () => {
  test.each([
    ["柳浪社区", "柳浪", "社区"],
    ["柳浪社区居委会", "柳浪", "社区"],
    ["柳浪社區居民委員會", "柳浪", "社区"],
    ["柳浪居委会", "柳浪", "社区"],
    ["柳浪", "柳浪", ""],
    ["光华村", "光华村", ""],
    ["光华村委会", "光华村", ""],
    ["光华村村民委员会", "光华村", ""],
    ["光华村社区居委会", "光华村", "社区"],
    ["中共柳浪社区总支部委员会", "柳浪", "社区"],
    ["中国共产党柳浪社区委员会", "柳浪", "社区"],
    ["柳浪社区党支部", "柳浪", "社区"],
    ["望海村辦公處", "望海村", ""],
    ["东街道办事处", "东街道", ""],
    ["Elm Ward", "elm", "ward"],
    ["社区01", "社区1", ""],
    ["社区", "社区", ""],
  ])("%s: %s, %s", (name, stem, kind) => {
    expect(nameParts(name)).toMatchObject({ stem, kind });
  });

  test.each([
    ["光华村", "光华社区", false],
    ["光华村", "光华", true],
    ["光华社区", "光华", true],
    ["光华村", "光华里", false],
    ["Elm Ward", "Elm Parish", false],
    ["Elm Ward", "Elm", true],
  ])("%s and %s may be one: %s", (a, b, isSame) => {
    expect(sameButForSuffix(nameParts(a), nameParts(b))).toBe(isSame);
  });
});

test.each([
  ["滨江花园", "滨河花园", true],
  ["柳北花园", "柳南花园", false],
  ["一号花园", "二号花园", false],
  ["花园1", "花园2", false],
  ["柳林", "柳林新", false],
  ["riverside", "riversde", true],
  ["warda", "wardb", false],
])("%s is near %s: %s", (a, b, isNear) => {
  expect(nearNames(a, b)).toBe(isNear);
});
