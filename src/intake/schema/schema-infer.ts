import { findVariable } from "../../codebook/index.ts";
import type { Language } from "../../survey/language.ts";
import { isMissing } from "../cells/missing-marks.ts";
import type { PlannedColumn, ReadingPlan } from "../plan.ts";
import { schemaFault } from "./schema-cell.ts";
import type { SchemaField } from "./table-schema.ts";

/** A field as a schema file writes it: what differs from the defaults of the specification. */
type WrittenField = Readonly<Record<string, unknown>> & {
  readonly name: string;
  readonly type: string;
};

export interface WrittenSchema {
  readonly fields: readonly WrittenField[];
  readonly primaryKey?: readonly string[];
  readonly missingValues: readonly string[];
}

const yes = ["是", "有", "√", "1", "true", "yes"];
const no = ["否", "无", "無", "×", "0", "false", "no"];
const base = {
  trueValues: yes,
  falseValues: no,
  decimalChar: ".",
  groupChar: "",
  bareNumber: true,
} as const;

/** Ways in which a column of figures may be written, the strictest first; the last takes anything. */
function candidatesOf({ header, role }: PlannedColumn): SchemaField[] {
  const field = (type: string, more: Partial<SchemaField> = {}): SchemaField => ({
    name: header,
    type,
    ...base,
    constraints: {},
    ...more,
  });
  const text = field("string");
  if (role.is === "key")
    return [field("string", role.key === "area" ? { constraints: { required: true } } : {})];
  if (role.is !== "quantity" && role.is !== "value") return [text];
  const { kind } = role.rules;
  if (kind === "yes-no") return [field("boolean"), text];
  if (kind === "category") return [text];
  const constraints = { minimum: 0 };
  const types = kind === "count" && role.rules.exponent === 0 ? ["integer", "number"] : ["number"];
  const plain = types.flatMap((type) => [
    field(type, { constraints }),
    field(type, { groupChar: ",", constraints }),
  ]);
  return [...plain, field("number", { groupChar: ",", bareNumber: false, constraints }), text];
}

/** Finds the schema that every row of a table meets: each cell drops the ways of writing that it breaks. */
export class SchemaInference {
  private readonly candidates: SchemaField[][];
  private readonly missing = new Set<string>([""]);
  private readonly keys = new Set<string>();
  private readonly key: readonly PlannedColumn[];
  private keyHolds = true;

  constructor(private readonly plan: ReadingPlan) {
    this.candidates = plan.columns.map(candidatesOf);
    const named = plan.columns.filter(({ role }) => role.is === "key" && role.key !== "level");
    const items = plan.columns.filter(({ role }) => role.is === "item");
    this.key = [...named, ...items];
  }

  /** Takes one row of data. */
  take(fields: readonly string[]): void {
    this.plan.columns.forEach(({ index, role }, i) => {
      const cell = fields[index] ?? "";
      if (cell === "") return;
      if ((role.is === "quantity" || role.is === "value") && isMissing(cell.trim()))
        this.missing.add(cell);
      else
        this.candidates[i] = (this.candidates[i] as SchemaField[]).filter(
          (field, at, all) => at === all.length - 1 || !schemaFault(cell, field),
        );
    });
    const cells = this.key.map(({ index }) => fields[index] ?? "");
    const key = JSON.stringify(cells);
    if (cells.some((cell) => cell === "") || this.keys.has(key)) this.keyHolds = false;
    if (this.keyHolds) this.keys.add(key);
  }

  /** The schema, with the titles of the codebook in a language. */
  finish(language: Language): WrittenSchema {
    const fields = this.plan.columns.flatMap((column, i) =>
      column.header === ""
        ? []
        : [written((this.candidates[i] as SchemaField[])[0] as SchemaField, column, language)],
    );
    const primaryKey =
      this.keyHolds && this.key.length > 0 ? this.key.map(({ header }) => header) : undefined;
    return { fields, ...(primaryKey && { primaryKey }), missingValues: [...this.missing].sort() };
  }
}

function written(field: SchemaField, { role }: PlannedColumn, language: Language): WrittenField {
  const title = role.is === "quantity" ? findVariable(role.quantity)?.title[language] : undefined;
  const numeric = field.type === "integer" || field.type === "number";
  const constraints =
    field.type === "string" && !field.constraints.required ? {} : field.constraints;
  return {
    name: field.name,
    type: field.type,
    ...(title !== undefined && title !== field.name && { title }),
    ...(field.type === "boolean" && {
      trueValues: field.trueValues,
      falseValues: field.falseValues,
    }),
    ...(numeric && field.groupChar !== "" && { groupChar: field.groupChar }),
    ...(numeric && !field.bareNumber && { bareNumber: false }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}
