// Writes a CSV of households as Parquet, its columns typed.
const { DuckDBInstance } = require("@duckdb/node-api");

(async () => {
  const [, , csv, parquet] = process.argv;
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(
    `COPY (SELECT * FROM read_csv('${csv}', header = true)) TO '${parquet}' (FORMAT parquet)`,
  );
})();
