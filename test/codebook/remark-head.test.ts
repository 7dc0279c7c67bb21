import { expect, test } from "vitest";
import { isRemarkHead } from "../../src/codebook/remark-head.ts";

test.each([
  "备注",
  "备 注",
  "備註：",
  "其他说明",
  "情况说明",
  "备注栏",
  "Remarks",
  "Notes:",
  "comment",
])("%s says that remarks follow", (head) => expect(isRemarkHead(head)).toBe(true));

test.each(["说明书数量", "备用金", "Notes payable", "户数", ""])("%s does not", (head) =>
  expect(isRemarkHead(head)).toBe(false),
);
