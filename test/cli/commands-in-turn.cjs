// A process that runs the built program many times, one command after another, for test/cli/run.ts: most of what a short run takes is
// starting. What belongs to a run is handed to it afresh: arguments, working directory, standard input, output and error, exit code.
// The program's modules stay loaded, as they do not keep what a run decided; test/cli/harness.test.ts holds these runs against processes.
const { Readable, Writable } = require("node:stream");

// Settings of V8 are the program's for a process that ends soon, or reads one large file; this one is neither.
require("node:v8").setFlagsFromString = () => undefined;

const program = require.resolve("../../bin/cdj.js");
const before = new Set(Reflect.ownKeys(globalThis));
const home = process.cwd();
const exit = process.exit;

const stand = (name, value) =>
  Object.defineProperty(process, name, { value, configurable: true, enumerable: true });

function collector() {
  const blocks = [];
  const stream = new Writable({
    write(block, _encoding, done) {
      blocks.push(block);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(blocks).toString() };
}

process.on("message", ({ args, cwd, stdin }) => {
  const stdout = collector();
  const stderr = collector();
  // What the run before has kept for its process, such as the language it spoke.
  for (const key of Reflect.ownKeys(globalThis)) if (!before.has(key)) delete globalThis[key];
  process.exitCode = undefined;
  process.chdir(cwd);
  process.argv = [process.execPath, program, ...args];
  stand(
    "stdin",
    Readable.from(stdin.length > 0 ? [Buffer.from(stdin)] : [], { objectMode: false }),
  );
  stand("stdout", stdout.stream);
  stand("stderr", stderr.stream);
  let ended = false;
  const end = (code) => {
    if (ended) return;
    ended = true;
    process.exit = exit;
    process.off("beforeExit", nothingLeft);
    process.channel.ref();
    // A test removes its folder, which nothing may stand in.
    process.chdir(home);
    process.send({
      code: code ?? process.exitCode ?? 0,
      stdout: stdout.text(),
      stderr: stderr.text(),
    });
  };
  // A run ends by itself when it has nothing left to do, for which our own waiting must not count, or by the call in bin/cdj.js.
  process.channel.unref();
  const nothingLeft = () => end();
  process.on("beforeExit", nothingLeft);
  process.exit = end;
  delete require.cache[program];
  require(program);
});

// What would have ended a process of its own ends this one, and the test that asked is told why.
process.on("uncaughtException", (error) =>
  process.send({ crash: error?.stack ?? String(error) }, () => exit(1)),
);
process.on("disconnect", () => exit(0));
