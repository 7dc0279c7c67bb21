// Loads a bundle of dist/ together with its compiled code, which V8 takes only where it made it itself (same version, same source);
// elsewhere the bundle is compiled as usual. Compiling is most of what a short run does.
const { readFileSync } = require("node:fs");
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

/** The exports of dist/<name>.cjs. `run` names the kind of run, which keeps compiled code of its own: each needs other functions. */
function load(name, run = name) {
  const known = loaded.get(name);
  if (known) return known.module.exports;
  const filename = join(folder, `${name}.cjs`);
  const cachedData = read(join(folder, "compiled", run)) ?? kept(run);
  // A bundle is one function in plain ASCII, and so is taken as it is: a byte is a character.
  const script = new Script(readFileSync(filename, "latin1"), { filename, cachedData });
  const module = { exports: {} };
  loaded.set(name, {
    script,
    module,
    run,
    compiled: cachedData !== undefined && !script.cachedDataRejected,
  });
  script
    .runInThisContext()
    .call(module.exports, module.exports, require, module, importPackage, threadFile);
  return module.exports;
}

/** Packages that are no part of the bundles; code made from a cache cannot import by itself. */
const importPackage = (id) => import(id);

/** What a thread starts with that runs dist/<name>.cjs. */
const threadFile = (name) => join(folder, `${name}.thread.js`);

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** The compiled code of a kind of run that an earlier one has kept for this user. */
function kept(run) {
  try {
    const { keptFolder } = require("./compiled-code.js");
    const own = keptFolder(folder);
    return own === undefined ? undefined : read(join(own, run));
  } catch {
    return undefined;
  }
}

/** The compiled code of what was loaded, by kind of run, with the functions that have run; `fresh`: only what had to be compiled. */
function compiledCode(fresh = false) {
  return [...loaded.values()].flatMap(({ script, run, compiled }) =>
    fresh && compiled ? [] : [{ run, code: script.createCachedData() }],
  );
}

/** Keeps what this run had to compile, for the next one of its kind; that it cannot be kept changes nothing. */
function keepCompiled() {
  try {
    if ([...loaded.values()].some(({ compiled }) => !compiled))
      require("./compiled-code.js").keep(folder, compiledCode(true));
  } catch {
    // The next run compiles again.
  }
}

module.exports = { load, compiledCode, keepCompiled };
