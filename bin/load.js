// Loads a bundle of dist/ together with its compiled code, which V8 takes only where it made it itself (same version, same source);
// elsewhere the bundle is compiled as usual. Compiling is most of what a short run does.
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");

// V8 begins to optimise a function after a few thousand steps in it, which in a run of a tenth of a second costs more than it gives, and
// in a long one is done too early, on kinds of values that do not last. Later took a fifth to a quarter off runs of 1,000 and of 1,000,000
// rows, on Node 20 as on 22. The settings are named by the versions of V8 that know them: others would complain.
const later = {
  11: "--interrupt-budget=1000000",
  12: "--invocation-count-for-turbofan=30000",
  13: "--invocation-count-for-turbofan=30000",
};
const flag = later[process.versions.v8.split(".")[0]];
if (flag) setFlagsFromString(flag);

const folder = join(__dirname, "..", "dist");
const loaded = new Map();

/** The exports of dist/<name>.cjs. */
function load(name) {
  const known = loaded.get(name);
  if (known) return known.module.exports;
  const filename = join(folder, `${name}.cjs`);
  // A bundle is one function in plain ASCII, and so is taken as it is: a byte is a character.
  const script = new Script(readFileSync(filename, "latin1"), {
    filename,
    cachedData: cacheOf(name),
  });
  const module = { exports: {} };
  loaded.set(name, { script, module });
  const within = (id) => (/^\.\/[\w-]+\.cjs$/.test(id) ? load(id.slice(2, -4)) : require(id));
  script
    .runInThisContext()
    .call(module.exports, module.exports, within, module, importPackage, threadFile);
  return module.exports;
}

/** Packages that are no part of the bundles; code made from a cache cannot import by itself. */
const importPackage = (id) => import(id);

/** What a thread starts with that runs dist/<name>.cjs. */
const threadFile = (name) => join(folder, `${name}.thread.js`);

function cacheOf(name) {
  try {
    return readFileSync(join(folder, `${name}.cache`));
  } catch {
    return undefined;
  }
}

/** Keeps the compiled code of every bundle that was loaded, with the functions that have run. The build calls it. */
function saveCaches() {
  for (const [name, { script }] of loaded)
    writeFileSync(join(folder, `${name}.cache`), script.createCachedData());
}

module.exports = { load, saveCaches };
