import { csvRecord } from "../../survey/csv-record.ts";
import { CdjError } from "../../survey/error.ts";
import type { Columnar, Source } from "./source.ts";

/** The first rows, that a reading plan is decided from. */
const FIRST_ROWS = 1000;
const BLOCK = 1 << 20;

/**
 * A Parquet file as a table: its rows as CSV in UTF-8, so that the rest of the way knows one kind of table, and a way to ask DuckDB for
 * totals. Throws a CdjError where the package that reads Parquet is not installed, where the file is damaged, or is no file of its own.
 */
export async function parquetSource(file: Source): Promise<Source> {
  if (file.path === undefined) throw new CdjError("parquet-not-a-file", { file: file.name });
  const database = await openDatabase(file.name);
  const table = `read_parquet(${quoted(literalPath(file.path), "'")}, hive_partitioning = false, file_row_number = true)`;
  const described = await database
    .rows(`DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${table}`)
    .catch((error: Error) => damaged(file, error));
  const columns = described.map(([name, type]) => {
    const column = identifier(String(name));
    return {
      name: String(name),
      column,
      text: textOf(column, String(type)),
      numeric: numbers.test(String(type)),
    };
  });
  const texts = columns.map(({ text }) => text).join(", ");
  const [[count] = []] = await database.rows(`SELECT count(*) FROM ${table}`);
  const header = recordOf(columns.map(({ name }) => name));
  const columnar: Columnar = { table, columns, rows: (sql) => database.rows(sql) };
  const first = await database
    .rows(`SELECT ${texts} FROM ${table} LIMIT ${FIRST_ROWS}`)
    .catch((error: Error) => damaged(file, error));
  const head = Buffer.from(header + first.map(recordOf).join(""));
  return {
    name: file.name,
    columnar,
    origin: { file, written: { encoding: "utf-8", delimiter: "," } },
    async head(bytes) {
      return {
        bytes: head.subarray(0, bytes),
        complete: Number(count) <= FIRST_ROWS && head.length <= bytes,
      };
    },
    async *blocks() {
      let pending = header;
      for await (const rows of database.batches(
        `SELECT ${texts} FROM ${table} ORDER BY file_row_number`,
      )) {
        for (const row of rows) pending += recordOf(row);
        if (pending.length < BLOCK) continue;
        yield Buffer.from(pending);
        pending = "";
      }
      yield Buffer.from(pending);
    },
  };
}

/** What is asked of DuckDB. */
export interface Database {
  /** All rows of a query. Throws where it cannot be run. */
  rows(sql: string): Promise<Row[]>;
  /** The rows of a query, a batch at a time. */
  batches(sql: string): AsyncIterable<Row[]>;
}

type Row = readonly unknown[];

/**
 * DuckDB, in memory and offline: it neither installs nor loads extensions by itself. The package is optional and only loaded here.
 * Throws a CdjError, for the file at hand, where it is not installed.
 */
export async function openDatabase(file: string): Promise<Database> {
  const { DuckDBInstance } = await import("@duckdb/node-api").catch(() => {
    throw new CdjError("no-duckdb", { file });
  });
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  return {
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRows(),
    async *batches(sql) {
      yield* (await connection.stream(sql)).yieldRows();
    },
  };
}

/** `identifier("户数")` is `"户数"`, for SQL. */
export const identifier = (name: string): string => quoted(name, '"');

/** A text for SQL, between quotes. */
export const quoted = (text: string, quote: '"' | "'"): string =>
  `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;

const numbers = /^(?:U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL\(.*\))$/;

/** Its cells as texts: a whole number of a column of doubles is 5, not 5.0; yes and no are 1 and 0. */
function textOf(name: string, type: string): string {
  if (type === "BOOLEAN") return `CAST(CAST(${name} AS INTEGER) AS VARCHAR)`;
  const text = `CAST(${name} AS VARCHAR)`;
  return type === "DOUBLE" || type === "FLOAT" ? `regexp_replace(${text}, '\\.0$', '')` : text;
}

/** DuckDB takes a path for a pattern. */
const literalPath = (path: string): string => path.replace(/[*?[]/g, "[$&]");

const recordOf = (row: Row): string => `${csvRecord(row.map(textOfCell))}\n`;

const textOfCell = (cell: unknown): string =>
  cell === null || cell === undefined ? "" : String(cell).replace(/\r\n?|\n/g, " ");

function damaged(file: Source, error: Error): never {
  throw new CdjError("damaged-container", {
    file: file.name,
    reason: (error.message.split("\n")[0] ?? "").replaceAll(file.path ?? "", file.name),
  });
}
