// Bundles the program: dist/cli.cjs, and one CommonJS file for each module of src/ that is imported dynamically (a command, a heavy
// renderer), so that a run loads only what it uses. CommonJS, and `require` between the bundles, start faster than ES modules do.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { build } from "esbuild";

// Loaded from node_modules when they are needed; everything else goes into the bundles.
const external = ["zod", "docx", "hucre", "iconv-lite", "@duckdb/node-api", "@resvg/*"];

const source = resolve("src");
const dynamicImport = /(?<!typeof )\bimport\("(\.{1,2}\/[^"]+\.ts)"\)/g;

/** src/render/documents/markdown.ts → render-markdown */
const bundleName = (path) => relative(source, path).replace(/\.ts$/, "").split(sep).join("-");

const modules = readdirSync(source, { recursive: true })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join(source, name));
const targetsOf = (pattern) =>
  new Set(
    modules.flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(pattern)].map(([, target]) =>
        resolve(dirname(path), target),
      ),
    ),
  );
const threadUrl = /\bnew URL\("(\.{1,2}\/[^"]+\.ts)", import\.meta\.url\)/g;
const threads = targetsOf(threadUrl);
const apart = new Set([...targetsOf(dynamicImport), ...threads]);

const packageImport = /(?<!typeof )\bimport\(("[^".][^"]*")\)/g;

/**
 * `import("./x.ts")` becomes a `require` of the bundle of x, `import("package")` a call of the loader in bin/load.js, and the URL of a module,
 * which is that of a thread, the file that a thread starts with.
 */
const bundlesApart = {
  name: "bundles-apart",
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8")
        .replace(
          dynamicImport,
          (_, target) =>
            `Promise.resolve().then(() => require("apart:${bundleName(resolve(dirname(path), target))}"))`,
        )
        .replace(packageImport, "importPackage($1)")
        .replace(
          threadUrl,
          (_, target) => `threadFile("${bundleName(resolve(dirname(path), target))}")`,
        ),
    }));
    onResolve({ filter: /^apart:/ }, ({ path }) => ({
      path: path.replace(/^apart:(.*)$/, "./$1.cjs"),
      external: true,
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
    entryPoints: [resolve(source, "cli.ts"), ...apart].map((path) => ({
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
    plugins: [bundlesApart, whenNeeded],
    logLevel: "warning",
  });
  for (const name of readdirSync(fresh).filter((name) => name.endsWith(".cjs"))) {
    writeFileSync(join(fresh, name), inAscii(readFileSync(join(fresh, name), "utf8")), "ascii");
  }
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
