// Typed, as someone who knows the file would write it: no sniffing.
const { DuckDBInstance } = require("@duckdb/node-api");

const types = ["VARCHAR", "INTEGER", "VARCHAR", ...Array(6).fill("BIGINT"), "DOUBLE", "BIGINT"];
const names = ["area", "year", "grid", "a", "b", "c", "d", "e", "f", "g", "h"];
const columns = `{${names.map((name, i) => `'${name}': '${types[i]}'`).join(", ")}}`;
(async () => {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(
    `SELECT area, sum(f) / sum(b) * 1000 AS rate, sum(a), sum(c), sum(d), sum(e), sum(g), sum(h)
     FROM read_csv('${process.argv[2]}', header = true, delim = ',', quote = '"', auto_detect = false, columns = ${columns})
     GROUP BY area ORDER BY rate DESC LIMIT 20`,
  );
  for (const row of reader.getRows()) console.log(`${row[0]}\t${row[1]}`);
})();
