import { type ChildProcess, fork, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The top of the checkout: every test runs the program there, so paths read as a user would type them. */
export const projectRoot = fileURLToPath(new URL("../../", import.meta.url));

const program = fileURLToPath(new URL("../../bin/cdj.js", import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly cwd?: string;
}

export interface ProcessOptions extends RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Close our end of the program's output before it has written, as `| head` does once it has enough. */
  readonly closeOutput?: boolean;
}

// Nothing of the machine's own locale, colours, width or time zone reaches the program.
const environment = {
  PATH: process.env.PATH ?? "",
  LANG: "C.UTF-8",
  NO_COLOR: "1",
  COLUMNS: "100",
  CDJ_COMPILED_CODE: "off",
  TZ: "UTC",
};

/** Runs the built program in a process of its own, as a user does; resolves when it has ended, whatever its exit code. */
export function cdjProcess(args: readonly string[], options: ProcessOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: options.cwd ?? projectRoot,
      env: { ...environment, ...options.env },
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    if (options.closeOutput) child.stdout.destroy();
    else child.stdout.on("data", (block: Buffer) => stdout.push(block));
    child.stderr.on("data", (block: Buffer) => stderr.push(block));
    // The program may end without reading its input.
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.stdin ?? "");
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({
        code,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      }),
    );
  });
}

let inTurn: ChildProcess | undefined;
/** Settles when the run before has ended, well or badly. */
let before: Promise<unknown> = Promise.resolve();

/** What a crash is told with, where a run has none of its own. */
type Answer = Run | { readonly crash: string };

function answer(args: readonly string[], options: RunOptions): Promise<Answer> {
  inTurn ??= fork(fileURLToPath(new URL("commands-in-turn.cjs", import.meta.url)), {
    env: environment,
    execArgv: [],
    serialization: "advanced",
  });
  const child = inTurn;
  return new Promise((resolve) => {
    const settle = (found: Answer): void => {
      child.off("message", settle).off("exit", ended);
      if ("crash" in found) inTurn = undefined;
      // A worker of the test runner ends although this process still waits for commands; without its parent it ends too.
      child.unref();
      child.channel?.unref();
      resolve(found);
    };
    const ended = (code: number | null): void => settle({ crash: `ended with ${code}` });
    child.on("message", settle).on("exit", ended);
    child.ref();
    child.channel?.ref();
    child.send({ args, cwd: options.cwd ?? projectRoot, stdin: options.stdin ?? "" });
  });
}

/**
 * Runs the built program, one command after another in one process, which spares it starting; `npm run test:processes` gives each a process
 * of its own. What a process alone can show (its environment, closed pipes, signals, much memory) asks for `cdjProcess`.
 */
export function cdj(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  if (process.env.TEST_PROCESSES === "1") return cdjProcess(args, options);
  const found = before.then(() => answer(args, options));
  before = found;
  return found.then((run) => {
    if ("crash" in run) throw new Error(`cdj ${args.join(" ")} ended its process: ${run.crash}`);
    return run;
  });
}

/** The words of a command line: split at blanks, but not inside "…" or '…'. No variables, no escapes. */
export function words(line: string): string[] {
  return [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"),
  );
}
