import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cdj, projectRoot, words } from "./cli/run.ts";

const papers = ["README.md", "CONTRIBUTING.md", "fixtures/README.md"];
const readme = readFileSync(join(projectRoot, "README.md"), "utf8");
const shell = [...readme.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = ""]) =>
  block.trim().split("\n"),
);
const commands = shell.flatMap((line) => line.match(/npx cdj (.*)$/)?.[1] ?? []);

describe("README", () => {
  it("begins with the two commands that CI runs", () => {
    expect(shell.slice(0, 2)).toEqual([
      "npm ci && npx cdj analyze fixtures/town-2007.csv --norm js-jintan-2007-office,js-cz-2007-workers",
      "npm test",
    ]);
  });

  it.each(commands)("cdj %s", async (command) => {
    const run = await cdj(words(command));
    expect(run.code, run.stderr).toBe(0);
    expect(run.stdout).not.toBe("");
  });

  it("shows the screen that its first command prints", async () => {
    const [, command = "", screen = ""] =
      /<!-- screen: (.*?) -->\n(.*?)<!-- \/screen -->/s.exec(readme) ?? [];
    const run = await cdj(words(command));
    const plain = (text: string) => text.split("\n").map((line) => line.trimEnd());
    expect(screen).toMatch(/^```/);
    expect(plain(screen).join("\n")).toContain(plain(run.stdout.trim()).join("\n"));
  });
});

describe.each(papers)("%s", (paper) => {
  it("links to files that are there", () => {
    const folder = join(projectRoot, paper, "..");
    const links = [
      ...readFileSync(join(projectRoot, paper), "utf8").matchAll(/\]\(([^)#]+)\)/g),
    ].map(([, link = ""]) => link);
    expect(
      links.filter((link) => !link.startsWith("https:") && !existsSync(join(folder, link))),
    ).toEqual([]);
  });
});
