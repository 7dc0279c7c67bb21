const { readFileSync } = require("node:fs");
const { inferSchema, initParser } = require("udsv");

const text = readFileSync(process.argv[2], "utf8");
const parser = initParser(inferSchema(text.slice(0, 4096)));
const groups = new Map();
parser.chunk(text, parser.stringArrs, (rows) => {
  for (const row of rows) {
    let sums = groups.get(row[0]);
    if (!sums) {
      sums = new Float64Array(8);
      groups.set(row[0], sums);
    }
    for (let i = 0; i < 8; i++) sums[i] += Number(row[i + 3]);
  }
});
parser.end();
require("./top.cjs")(groups);
