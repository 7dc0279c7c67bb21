// Bundles the program into dist/cli.cjs, one function in plain ASCII, and each thread into a file of its own. A module that is imported
// dynamically (a command, a heavy renderer) stands in the same bundle and is set up when it is first asked for: one copy of all that
// commands share, and V8 compiles only what runs.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { build } from "esbuild";

// Loaded from node_modules when they are needed; everything else goes into the bundle.
const external = ["zod", "docx", "hucre", "iconv-lite", "@duckdb/node-api", "@resvg/*"];

const source = resolve("src");

/** src/engines/bytes/range-thread.ts → engines-bytes-range-thread */
const bundleName = (path) => relative(source, path).replace(/\.ts$/, "").split(sep).join("-");

const modules = readdirSync(source, { recursive: true })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join(source, name));
const threadUrl = /\bnew URL\("(\.{1,2}\/[^"]+\.ts)", import\.meta\.url\)/g;
const threads = new Set(
  modules.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(threadUrl)].map(([, target]) =>
      resolve(dirname(path), target),
    ),
  ),
);

const packageImport = /(?<!typeof )\bimport\(("[^".][^"]*")\)/g;

/** `import("package")` becomes a call of the loader in bin/load.js, and the URL of a module, which is that of a thread, the file that a thread starts with. */
const loadedFromOutside = {
  name: "loaded-from-outside",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8")
        .replace(packageImport, "importPackage($1)")
        .replace(
          threadUrl,
          (_, target) => `threadFile("${bundleName(resolve(dirname(path), target))}")`,
        ),
    }));
  },
};

/**
 * What libraries load at once and this program hardly ever uses, loaded at first use instead: string-width's tables of emoji (cli-table3
 * gets the width that all other text is laid out by), commander's means to start programs; and chalk's look at the terminal, which is
 * told whether to colour.
 */
const whenNeeded = {
  name: "when-needed",
  setup({ onResolve, onLoad }) {
    const stands = (name, contents) => ({
      path: name,
      namespace: "when-needed",
      pluginData: contents,
    });
    onResolve({ filter: /^string-width$/ }, ({ importer, namespace }) => {
      if (namespace === "when-needed") return undefined;
      if (importer.includes("cli-table3"))
        return stands(
          "cli-table3-width",
          `module.exports = require(${JSON.stringify(join(source, "render/width.ts"))}).displayWidth;`,
        );
      return stands(
        "string-width",
        'let width; export default (text) => (width ??= require("string-width").default)(text);',
      );
    });
    onResolve({ filter: /^#supports-color$/ }, () =>
      stands("supports-color", "export default { stdout: false, stderr: false };"),
    );
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes("commander")
        ? stands(
            "child-process",
            'exports.spawn = (...call) => require("child_process").spawn(...call);',
          )
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: "when-needed" }, ({ pluginData }) => ({
      contents: pluginData,
      resolveDir: resolve("."),
    }));
  },
};

// Built beside dist/ and put in its place only when whole: a failed build leaves the last good one.
const fresh = `dist-${process.pid}.tmp`;
const old = `dist-${process.pid}.old`;
/** In string and regular expression alike, \uXXXX stands for the character; esbuild's own `ascii` leaves regular expressions as they are. */
const inAscii = (text) =>
  text.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

try {
  await build({
    entryPoints: [resolve(source, "cli.ts"), ...threads].map((path) => ({
      in: path,
      out: bundleName(path),
    })),
    outdir: fresh,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external,
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "linked",
    charset: "ascii",
    // The shape that bin/load.js loads: a function, and nothing to be decoded or put together at every start.
    banner: { js: "(function (exports, require, module, importPackage, threadFile) {" },
    footer: { js: "})" },
    plugins: [loadedFromOutside, whenNeeded],
    logLevel: "warning",
  });
  for (const name of readdirSync(fresh).filter((name) => name.endsWith(".cjs"))) {
    writeFileSync(join(fresh, name), inAscii(readFileSync(join(fresh, name), "utf8")), "ascii");
  }
  // Code that was compiled from another build is never taken for this one's.
  const identity = createHash("sha256")
    .update(readFileSync(join(fresh, "cli.cjs")))
    .digest("hex");
  writeFileSync(join(fresh, "build-id"), identity.slice(0, 16));
  mkdirSync(join(fresh, "compiled"));
  for (const name of [...threads].map(bundleName)) {
    writeFileSync(
      join(fresh, `${name}.thread.js`),
      `require("../bin/load.js").load(${JSON.stringify(name)});\n`,
    );
  }
} catch {
  rmSync(fresh, { recursive: true, force: true });
  process.exit(1);
}
try {
  renameSync("dist", old);
} catch {
  // There was none.
}
renameSync(fresh, "dist");
rmSync(old, { recursive: true, force: true });
spawnSync(process.execPath, ["scripts/warm.mjs"], { stdio: ["ignore", "ignore", "inherit"] });
