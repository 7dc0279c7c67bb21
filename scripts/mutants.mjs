// Mutation tests of the rooms that compute and judge: npm run mutants -- [count] [seed] [part of a path]
// Each drawn mutant changes one operator, constant or condition of one file; the tests of its room have to fail. What survives is printed, to be read:
// either a test is missing or the mutant changes nothing that can be seen. Files are changed in place, so that the tree has to be clean, and put back.
// With --list the mutants are only printed; with --related a survivor also meets every other test that imports its file (minutes each).
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseAst } from "vitest/node";

/** Room → the tests that answer for it. */
const rooms = {
  statistics: ["test/statistics", "test/indicators"],
  indicators: ["test/indicators"],
  judging: ["test/judging", "test/checks"],
  protection: ["test/protection"],
  checks: ["test/checks"],
};

/** What a definition says, and what it is tested by: not what it does. */
const silentKeys = new Set([
  ...["examples", "sample", "title", "message", "why", "fix", "formula", "reading", "source"],
  ...["en", "zh-CN", "zh-TW"],
]);

const otherOperator = {
  ...{ "<": "<=", "<=": "<", ">": ">=", ">=": ">", "===": "!==", "!==": "===" },
  ...{ "+": "-", "-": "+", "*": "/", "/": "*", "%": "*", "**": "*", "&&": "||", "||": "&&" },
  ...{ "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=" },
};
const otherMethod = {
  ...{ some: "every", every: "some", min: "max", max: "min" },
  ...{ floor: "ceil", ceil: "floor", round: "floor" },
};

const isText = (node) =>
  node.type === "TemplateLiteral" || (node.type === "Literal" && typeof node.value === "string");

/** The mutants of one node of the syntax tree, each a span of the text and what stands there instead. */
function* mutantsOf(node, text) {
  const replace = (start, end, by) => ({ start, end, by });
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression":
    case "AssignmentExpression": {
      const by = otherOperator[node.operator];
      if (by === undefined || isText(node.left) || isText(node.right)) return;
      const start = text.indexOf(node.operator, node.left.end);
      yield replace(start, start + node.operator.length, by);
      return;
    }
    case "IfStatement":
    case "ConditionalExpression": {
      const { start, end } = node.test;
      yield replace(start, end, `!(${text.slice(start, end)})`);
      return;
    }
    case "Literal":
      if (typeof node.value === "boolean") yield replace(node.start, node.end, `${!node.value}`);
      if (typeof node.value !== "number") return;
      yield replace(node.start, node.end, `${node.value + 1}`);
      yield replace(node.start, node.end, `(${node.value - 1})`);
      return;
    case "MemberExpression": {
      const by = node.computed ? undefined : otherMethod[node.property.name];
      if (by !== undefined) yield replace(node.property.start, node.property.end, by);
    }
  }
}

function* walk(node, text) {
  if (node === null || typeof node !== "object") return;
  if (Array.isArray(node)) {
    for (const child of node) yield* walk(child, text);
    return;
  }
  if (node.type?.startsWith("TS") && !/^TS(?:As|Satisfies|NonNull)/.test(node.type)) return;
  if (node.type === "ImportDeclaration") return;
  if (node.type === "Property" && silentKeys.has(node.key.name ?? node.key.value)) return;
  yield* mutantsOf(node, text);
  for (const [key, child] of Object.entries(node))
    if (key !== "typeAnnotation" && key !== "returnType") yield* walk(child, text);
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32, public domain, T. Ettinger). */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function allMutants(part) {
  return Object.keys(rooms).flatMap((room) =>
    readdirSync(`src/${room}`, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `src/${room}/${name.replaceAll("\\", "/")}`)
      .filter((path) => path.includes(part))
      .sort()
      .flatMap((path) => {
        const text = readFileSync(path, "utf8");
        return [...walk(parseAst(text, { lang: "ts" }), text)].map((mutant) => ({
          ...mutant,
          room,
          path,
          text,
        }));
      }),
  );
}

/** As many as asked for, none twice. */
function drawn(mutants, count, random) {
  const left = [...mutants];
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(Math.floor(random() * left.length), 1)[0],
  );
}

function describeMutant({ path, text, start, end, by }) {
  const line = text.slice(0, start).split("\n").length;
  const first = text.lastIndexOf("\n", start - 1) + 1;
  const last = text.indexOf("\n", end);
  const before = text.slice(first, start).trimStart();
  return `${path}:${line}  ${before}[${text.slice(start, end)} → ${by}]${text.slice(end, last)}`;
}

const vitest = (...args) =>
  spawnSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", ...args, "--bail=1", "--reporter=dot"],
    // What never ends is seen by its tests too.
    { encoding: "utf8", timeout: 300_000 },
  ).status === 0;

/** Whether all tests pass on a mutant; the file is as it was afterwards. */
function survives({ room, path, text, start, end, by }, related) {
  try {
    writeFileSync(path, text.slice(0, start) + by + text.slice(end));
    return vitest("run", ...rooms[room]) && !(related && !vitest("related", "--run", path));
  } finally {
    writeFileSync(path, text);
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: "boolean" }, related: { type: "boolean" } },
});
const count = Number(positionals[0] ?? 40);
const seed = Number(positionals[1] ?? Date.now() % 2 ** 31);
const mutants = drawn(allMutants(positionals[2] ?? ""), count, randomNumbers(seed));
process.stdout.write(`seed ${seed}, ${mutants.length} mutants\n`);

if (values.list) {
  for (const mutant of mutants) process.stdout.write(`${describeMutant(mutant)}\n`);
} else {
  const changed = spawnSync("git", ["status", "--porcelain", "src"], { encoding: "utf8" }).stdout;
  if (changed !== "") throw new Error(`commit or put aside first:\n${changed}`);
  // Control-C goes to the tests as well; the file is put back before the run ends.
  let stopped = false;
  process.on("SIGINT", () => {
    stopped = true;
  });
  const needed = new Set(mutants.flatMap(({ room }) => rooms[room]));
  if (!vitest("run", ...needed)) throw new Error("tests fail without a mutant");
  let killed = 0;
  let tried = 0;
  for (const mutant of mutants) {
    const alive = survives(mutant, values.related);
    await new Promise((resolve) => setImmediate(resolve));
    if (stopped) break;
    tried++;
    if (!alive) killed++;
    process.stdout.write(`${alive ? "SURVIVED" : "killed  "} ${describeMutant(mutant)}\n`);
  }
  process.stdout.write(`${killed} of ${tried} killed: ${Math.round((100 * killed) / tried)} %\n`);
}
