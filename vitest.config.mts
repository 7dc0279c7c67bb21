import { defineConfig } from "vitest/config";

// .ci/run counts the tests from this file; `npm test` stays the same command for everyone.
const results = process.env.TEST_RESULTS;

export default defineConfig({
  test: {
    environment: "node",
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/seed.ts"],
    reporters: results ? ["default", ["json", { outputFile: results }]] : ["default"],
    // Two cores: the tests of the real binary each start a process.
    maxWorkers: 2,
    maxConcurrency: 2,
    testTimeout: 20_000,
    coverage: { provider: "v8", include: ["src/**/*.ts"], reporter: ["text-summary", "html"] },
  },
});
