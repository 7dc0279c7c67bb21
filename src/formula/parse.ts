import {
  type Expression,
  type Formula,
  number,
  type Operator,
  operate,
  quantity,
} from "./expression.ts";

/** What is wrong with the text of a formula. `column` counts characters from 1. */
export interface FormulaFault {
  readonly fault:
    | "empty"
    | "too-long"
    | "too-deep"
    | "unexpected"
    | "unfinished"
    | "unclosed"
    | "few-arguments"
    | "bad-number";
  readonly column: number;
  /** What stands there, as written. */
  readonly found: string;
}

/** A formula read from text, and where each part of it stands. */
export interface FormulaText {
  readonly formula: Formula;
  /** The column of a part of the formula: of a name or number its first character, of an operation its sign. */
  columnOf(part: Formula): number;
}

const longest = 2000;
const deepest = 60;

/**
 * Reads a formula over ids: numbers, `+ - * /` (also `− × ÷`), brackets, `min(a, b, …)` and `max(a, b, …)`. Names are not looked up here.
 * It reads what `formulaOfIds` prints: the tree is the same again.
 */
export function parseFormula(text: string): FormulaText | FormulaFault {
  if (text.trim() === "") return { fault: "empty", column: 1, found: "" };
  if (text.length > longest) return { fault: "too-long", column: longest, found: "" };
  try {
    return new Parser(text).formula();
  } catch (error) {
    if (error instanceof Stop) return error.fault;
    throw error;
  }
}

class Stop extends Error {
  constructor(readonly fault: FormulaFault) {
    super(fault.fault);
  }
}

interface Token {
  readonly kind: "number" | "name" | "sign" | "end";
  readonly text: string;
  readonly column: number;
}

const token =
  /\s*(?:(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<sign>[-+*/(),−×÷]))/uy;
const operators: Readonly<Record<string, Operator>> = {
  "+": "+",
  "-": "-",
  "−": "-",
  "*": "*",
  "×": "*",
  "/": "/",
  "÷": "/",
};
const additive: ReadonlySet<string> = new Set(["+", "-", "−"]);
const multiplicative: ReadonlySet<string> = new Set(["*", "×", "/", "÷"]);

/** By recursive descent: a sum of products of operands. */
class Parser {
  private readonly columns = new WeakMap<object, number>();
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(text: string) {
    this.tokens = tokensOf(text);
  }

  formula(): FormulaText {
    const formula = this.chain(0, additive);
    const rest = this.peek();
    if (rest.kind !== "end") throw stop("unexpected", rest);
    return { formula, columnOf: (part) => this.columns.get(part) ?? 1 };
  }

  private chain(depth: number, signs: ReadonlySet<string>): Formula {
    const operand = (): Formula =>
      signs === additive ? this.chain(depth, multiplicative) : this.operand(depth);
    let left = operand();
    while (this.peek().kind === "sign" && signs.has(this.peek().text)) {
      const sign = this.next();
      left = this.placed(operate(operators[sign.text] as Operator, left, operand()), sign);
    }
    return left;
  }

  private operand(depth: number): Formula {
    const first = this.next();
    if (depth > deepest) throw stop("too-deep", first);
    if (first.kind === "end") throw stop("unfinished", first);
    if (first.kind === "number") return this.placed(number(this.value(first)), first);
    if (first.kind === "name") return this.name(first, depth);
    if (first.text === "(") return this.closed(this.chain(depth + 1, additive), first);
    if (first.text === "-" || first.text === "−") return this.negative(first, depth);
    throw stop("unexpected", first);
  }

  private name(first: Token, depth: number): Formula {
    const bracket = this.peek();
    if (bracket.text !== "(") return this.placed(quantity(first.text), first);
    if (first.text !== "min" && first.text !== "max") throw stop("unexpected", bracket);
    this.next();
    const parts = [this.chain(depth + 1, additive)];
    while (this.peek().text === ",") {
      this.next();
      parts.push(this.chain(depth + 1, additive));
    }
    if (parts.length < 2) throw stop("few-arguments", first);
    const op = first.text;
    return this.closed(
      parts.reduce((left, right) => this.placed(operate(op, left, right), first)),
      bracket,
    );
  }

  /** A minus before a number belongs to it; before anything else it takes it from nothing. */
  private negative(sign: Token, depth: number): Formula {
    if (this.peek().kind === "number") return this.placed(number(-this.value(this.next())), sign);
    return this.placed(operate("-", number(0), this.operand(depth + 1)), sign);
  }

  private closed(inner: Formula, bracket: Token): Formula {
    const end = this.next();
    if (end.kind === "end") throw stop("unclosed", bracket);
    if (end.text !== ")") throw stop("unexpected", end);
    return inner;
  }

  private value(of: Token): number {
    const value = Number(of.text);
    if (!Number.isFinite(value)) throw stop("bad-number", of);
    return value;
  }

  private placed<F extends Expression<string>>(part: F, { column }: Token): F {
    this.columns.set(part, column);
    return part;
  }

  private peek(): Token {
    return this.tokens[this.at] as Token;
  }

  private next(): Token {
    const current = this.peek();
    if (current.kind !== "end") this.at++;
    return current;
  }
}

const stop = (fault: FormulaFault["fault"], { column, text }: Token): Stop =>
  new Stop({ fault, column, found: text });

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  let end = 0;
  while (text.slice(end).trim() !== "") {
    const found = token.exec(text);
    const blank = /^\s*/u.exec(text.slice(end))?.[0].length ?? 0;
    const column = columnAt(text, end + blank);
    if (!found)
      throw new Stop({ fault: "unexpected", column, found: [...text.slice(end + blank)][0] ?? "" });
    const { number: digits, name, sign } = found.groups as Record<string, string | undefined>;
    const kind = digits !== undefined ? "number" : name !== undefined ? "name" : "sign";
    tokens.push({ kind, text: digits ?? name ?? sign ?? "", column });
    end = token.lastIndex;
  }
  return [...tokens, { kind: "end", text: "", column: columnAt(text, text.length) }];
}

/** Columns count characters as they are seen, not code units. */
const columnAt = (text: string, index: number): number => [...text.slice(0, index)].length + 1;
