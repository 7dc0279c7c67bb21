import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { commandLine } from "../../../src/program/output/command-line.ts";

const command = new Command("report")
  .option("-o, --output <file>")
  .option("--output-dir <folder>")
  .option("--quiet")
  .option("--map <header=variable>")
  .option("--norm <ids>")
  .option("--reference-doc <file>")
  .option("--no-min-cell");

describe("a command to be printed", () => {
  it.each([
    [["/home/me/a b.csv", "--norm", "x,y"], 'cdj report "a b.csv" --norm x,y'],
    [["C:\\data\\表.csv", "-o", "C:\\out\\附件.docx"], "cdj report 表.csv"],
    [["a.csv", "-oout.md", "--quiet", "--output-dir=out/"], "cdj report a.csv"],
    [
      ["--map", "党员情况/60岁以上=members_60_plus", "d/a.csv"],
      "cdj report --map 党员情况/60岁以上=members_60_plus a.csv",
    ],
    [["--norm=office_area=500", "-"], "cdj report --norm office_area=500 -"],
    [
      ["--reference-doc", "/house/style.docx", "--no-min-cell", "--", "a.csv"],
      "cdj report --reference-doc style.docx --no-min-cell a.csv",
    ],
    [['say "hi".csv'], 'cdj report "say \\"hi\\".csv"'],
  ])("%j", (words, expected) => {
    expect(commandLine(command, words)).toBe(expected);
  });
});
