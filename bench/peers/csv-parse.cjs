const { createReadStream } = require("node:fs");
const { parse } = require("csv-parse");

const groups = new Map();
createReadStream(process.argv[2])
  .pipe(parse({ from_line: 2 }))
  .on("data", (row) => {
    let sums = groups.get(row[0]);
    if (!sums) {
      sums = new Float64Array(8);
      groups.set(row[0], sums);
    }
    for (let i = 0; i < 8; i++) sums[i] += Number(row[i + 3]);
  })
  .on("end", () => require("./top.cjs")(groups));
