import { defineConfig } from "vitest/config";

const results = process.env.TOOLS_TEST_RESULTS;

// Tests that need programs of the system: chromium, pandoc, LibreOffice, librsvg, poppler. `npm test` does without them.
export default defineConfig({
  test: {
    environment: "node",
    include: ["test/tools/**/*.tools.ts"],
    reporters: results ? ["default", ["json", { outputFile: results }]] : ["default"],
    // Two cores, and each of these programs takes one.
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
