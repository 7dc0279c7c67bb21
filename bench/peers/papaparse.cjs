// The same job with PapaParse: group by community, add up eight columns, top 20 by workers per 1,000 residents.
const { createReadStream } = require("node:fs");
const Papa = require("papaparse");

const groups = new Map();
let head = true;
const parser = Papa.parse(Papa.NODE_STREAM_INPUT, {});
createReadStream(process.argv[2], "utf8").pipe(parser);
parser.on("data", (row) => {
  if (head) {
    head = false;
    return;
  }
  if (row.length < 11) return;
  let sums = groups.get(row[0]);
  if (!sums) {
    sums = new Float64Array(8);
    groups.set(row[0], sums);
  }
  for (let i = 0; i < 8; i++) sums[i] += Number(row[i + 3]);
});
parser.on("end", () => require("./top.cjs")(groups));
