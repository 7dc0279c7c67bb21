import { spawn } from "node:child_process";
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
  TZ: "UTC",
};

/** Runs the built program; resolves when it has ended, whatever its exit code. */
export function cdj(args: readonly string[], options: RunOptions = {}): Promise<Run> {
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

/** The words of a command line: split at blanks, but not inside "…" or '…'. No variables, no escapes. */
export function words(line: string): string[] {
  return [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"),
  );
}
