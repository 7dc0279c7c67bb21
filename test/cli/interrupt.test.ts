import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const program = new URL("../../bin/cdj.js", import.meta.url).pathname;

test("Ctrl-C ends a run at once, and what stood in the output file still stands there, alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cdj-interrupt-"));
  try {
    const output = join(folder, "out.json");
    writeFileSync(output, "old");
    const child = spawn(
      process.execPath,
      [program, "analyze", "-", "--sum", "--format", "json", "--output", output],
      { stdio: ["pipe", "ignore", "ignore"] },
    );
    child.stdin.on("error", () => {});
    child.stdin.write("社区名称,户数(户)\n东社区,1\n");
    // More than the pipe holds is taken only by a program that reads: then it is in the middle of its work.
    await new Promise<void>((resolve) =>
      child.stdin.write("东社区,1\n".repeat(400_000), () => resolve()),
    );
    const ended = new Promise<NodeJS.Signals | null>((resolve) =>
      child.on("exit", (_code, signal) => resolve(signal)),
    );
    child.kill("SIGINT");
    expect(await ended).toBe("SIGINT");
    expect(readdirSync(folder)).toEqual(["out.json"]);
    expect(readFileSync(output, "utf8")).toBe("old");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
