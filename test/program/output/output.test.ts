import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeWhole } from "../../../src/program/output/output.ts";
import { writeSet } from "../../../src/program/output/output-set.ts";

describe("a file is written whole", () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "cdj-output-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const writers = [
    ["alone", writeWhole],
    ["in a set", (path: string, content: string) => writeSet([{ path, content }])],
  ] as const;

  test.each(writers)("%s, with nothing left beside it and the permissions it had", (_, write) => {
    writeFileSync(at("a.csv"), "old");
    chmodSync(at("a.csv"), 0o640);
    write(at("a.csv"), "new");
    expect(readdirSync(folder)).toEqual(["a.csv"]);
    expect(readFileSync(at("a.csv"), "utf8")).toBe("new");
    expect(statSync(at("a.csv")).mode & 0o777).toBe(0o640);
  });

  test.each(writers)(
    "%s, where a link leads, whether something stands there yet or not",
    (_, write) => {
      symlinkSync("target.csv", at("link.csv"));
      for (const content of ["first", "second"]) {
        write(at("link.csv"), content);
        expect(lstatSync(at("link.csv")).isSymbolicLink()).toBe(true);
        expect(readFileSync(at("target.csv"), "utf8")).toBe(content);
      }
    },
  );

  test.skipIf(process.platform === "win32").each(writers)(
    "%s, through a device, which stays one",
    (_, write) => {
      write("/dev/null", "lost");
      expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
    },
  );

  test.each(writers)(
    "%s, or a mistake of the operator: a parent that is a file, a folder as target",
    (_, write) => {
      writeFileSync(at("one.csv"), "社区");
      for (const path of [join(at("one.csv"), "x.csv"), folder])
        expect(() => write(path, "x")).toThrow(
          expect.objectContaining({ problem: "unwritable-output" }),
        );
      expect(readdirSync(folder)).toEqual(["one.csv"]);
      expect(readFileSync(at("one.csv"), "utf8")).toBe("社区");
    },
  );
});
