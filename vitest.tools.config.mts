import { defineConfig } from "vitest/config";

const results = process.env.TOOLS_TEST_RESULTS;

// Tests that need programs of the system (chromium, pandoc, LibreOffice, librsvg, poppler), or that compile and test a copy of the project.
// `npm test` does without them.
export default defineConfig({
  test: {
    environment: "node",
    include: ["test/tools/**/*.tools.ts"],
    reporters: results ? ["default", ["json", { outputFile: results }]] : ["default"],
    // Two cores, and each of these programs takes one.
    maxWorkers: 1,
    fileParallelism: false,
    // As in vitest.config.mts: no test measures time.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
