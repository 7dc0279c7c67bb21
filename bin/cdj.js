#!/usr/bin/env node

// The one place that catches everything and sets the exit code.
const { version } = require("../package.json");

// What comes after the program's name is the command, where nothing stands before it.
const run = /^[a-z]+$/.test(process.argv[2] ?? "") ? process.argv[2] : "other";

let failed = false;
const fail = (error) => {
  if (failed) return;
  failed = true;
  process.stderr.write(require("./load.js").load("cli", run).report(error));
  process.exitCode = 2;
};
process.stdout.on("error", (error) => {
  // A reader that has seen enough (`| head`) is no error.
  if (error.code === "EPIPE") process.exit(0);
  fail(
    Object.assign(new Error(error.message), {
      name: "CdjError",
      problem: "unwritable-stdout",
      args: { reason: error.code },
    }),
  );
});

/** Ends as soon as everything is taken: left to itself, Node first waits for what its collector has begun, a tenth of a second after large tables. */
const leave = () =>
  process.stderr.write("", () =>
    process.stdout.write("", () => {
      require("./load.js").keepCompiled();
      process.exit();
    }),
  );

if (process.argv.length === 3 && (process.argv[2] === "--version" || process.argv[2] === "-V")) {
  process.stdout.write(`${version}\n`);
} else {
  // Remarks that nobody takes are lost; the figures are not.
  process.stderr.on("error", () => {});
  require("./load.js")
    .load("cli", run)
    .main(process.argv, version)
    .then((code) => {
      if (!failed) process.exitCode = code;
      leave();
    }, fail);
}
