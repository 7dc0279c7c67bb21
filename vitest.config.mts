import { readdirSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

// .ci/run counts the tests from this file; `npm test` stays the same command for everyone.
const results = process.env.TEST_RESULTS;

/** What a test file changes for its whole process: modules, the environment, the working directory, globals. */
const changesItsProcess =
  /\bvi\.(?:mock|doMock|stub\w+|useFakeTimers)\(|\bprocess\.(?:env\.\w+ = |chdir\()|\bglobalThis\.\w+ = /;

const files = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => `test/${name.replaceAll("\\", "/")}`);
const apart = files.filter((path) => changesItsProcess.test(readFileSync(path, "utf8")));

export default defineConfig(({ mode }) => ({
  test: {
    environment: "node",
    // npm run test:processes: see test/cli/run.ts.
    env: { TEST_PROCESSES: mode === "processes" ? "1" : "" },
    setupFiles: ["test/seed.ts"],
    reporters: results ? ["default", ["json", { outputFile: results }]] : ["default"],
    // Two cores.
    maxWorkers: 2,
    maxConcurrency: 2,
    // No test measures time: the limits only end what would never end, on a busy machine too.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    coverage: { provider: "v8", include: ["src/**/*.ts"], reporter: ["text-summary", "html"] },
    projects: [
      {
        extends: true,
        // Modules are loaded once for all files of a worker, not once for each file: most of what the tests of single modules took.
        test: {
          name: "together",
          include: ["test/**/*.test.ts"],
          exclude: apart,
          pool: "threads",
          isolate: false,
        },
      },
      {
        extends: true,
        // Threads have no time zone and no working directory of their own.
        test: { name: "apart", include: apart, pool: "forks", isolate: true },
      },
    ],
  },
}));
