#!/usr/bin/env node

// The one place that catches everything and sets the exit code.
const { version } = require("../package.json");

if (process.argv.length === 3 && (process.argv[2] === "--version" || process.argv[2] === "-V")) {
  process.stdout.write(`${version}\n`);
} else {
  const { main, report } = require("./load.js").load("cli");
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on("error", (error) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  main(process.argv, version).then(
    (code) => {
      process.exitCode = code;
    },
    (error) => {
      process.stderr.write(report(error, process.argv));
      process.exitCode = 2;
    },
  );
}
