// Seeded survey data for the benchmarks. The same seed and size give the same bytes.

import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Mulberry32: a small generator with a seed, so that every machine draws the same numbers. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const households = [
  "社区名称",
  "年份",
  "网格",
  "户数(户)",
  "常住人口(人)",
  "流动人口(人)",
  "党员数(人)",
  "60岁以上党员(人)",
  "工作人员数(人)",
  "办公用房面积(㎡)",
  "经费总额(元)",
];

function* householdLines(rows, { communities = 5000, quoted = false, faults = 0, seed = 1 }) {
  const random = generator(seed);
  const number = (below) => Math.floor(random() * below);
  const quote = quoted ? (text) => `"${text}"` : (text) => text;
  const faultEvery = faults > 0 ? Math.floor(rows / faults) : Number.POSITIVE_INFINITY;
  yield `${households.map(quote).join(",")}\n`;
  for (let row = 0; row < rows; row++) {
    const community = `城东街道第${String(number(communities)).padStart(4, "0")}社区`;
    const residents = 1 + number(6);
    const members = number(3);
    const cells = [
      quote(community),
      "2024",
      quote(`网格${number(40)}`),
      "1",
      row % faultEvery === faultEvery - 1 ? "不清楚" : String(residents),
      String(number(3)),
      String(members),
      String(number(members + 1)),
      String(number(2)),
      (random() * 120).toFixed(1),
      String(100 + number(5000)),
    ];
    yield `${cells.join(",")}\n`;
  }
}

function* singleYearLines(areas, { seed = 2 }) {
  const random = generator(seed);
  const ages = Array.from({ length: 101 }, (_, age) => [
    `${age}歲${age === 100 ? "以上" : ""}-男`,
    `${age}歲${age === 100 ? "以上" : ""}-女`,
  ]).flat();
  yield `統計年月,區域別,村里,戶數,人口數,人口數-男,人口數-女,${ages.join(",")}\n`;
  for (let area = 0; area < areas; area++) {
    const counts = ages.map((_, i) => Math.floor(random() * (i < 160 ? 40 : 6)));
    const male = counts.filter((_, i) => i % 2 === 0).reduce((sum, n) => sum + n, 0);
    const female = counts.filter((_, i) => i % 2 === 1).reduce((sum, n) => sum + n, 0);
    yield `11304,第${Math.floor(area / 40)}區,第${area}里,${Math.round((male + female) / 2.6)},${male + female},${male},${female},${counts.join(",")}\n`;
  }
}

const shapes = { households: householdLines, "single-years": singleYearLines };

/** Writes a table of `rows` rows to `path` unless it is there already; returns the path. Encodings other than UTF-8 go through iconv. */
export function generate(path, { shape = "households", rows, encoding = "utf-8", ...options }) {
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.partial`;
  const file = openSync(partial, "w");
  let pending = "";
  for (const line of shapes[shape](rows, options)) {
    pending += line;
    if (pending.length > 1 << 20) {
      writeSync(file, pending);
      pending = "";
    }
  }
  writeSync(file, pending);
  closeSync(file);
  if (encoding === "utf-8") renameSync(partial, path);
  else {
    const result = spawnSync("iconv", ["-f", "utf-8", "-t", encoding, "-o", path, partial], {
      encoding: "utf8",
    });
    rmSync(partial);
    if (result.status !== 0) throw new Error(`iconv: ${result.stderr}`);
  }
  return path;
}
