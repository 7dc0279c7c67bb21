import { test } from "vitest";
import { readSurvey } from "/work/main/src/program/read.ts";
import { judge } from "/work/main/src/analysis/judge.ts";
import { messageOf, fixOf } from "/work/main/src/checks/message.ts";
const files = (process.env.FILES ?? "").split(";").map(x=>x.split("+"));
test("x", async () => {
  for (const f of files) {
    try {
    const read = await readSurvey(f, {});
    const tables = read.files.map((file, i) => ({ ...file, plan: read.sources[i]!.plan }));
    const { findings, counts } = judge(read.survey, tables);
    console.log(f.join(), JSON.stringify([...counts]));
    for (const x of [...read.findings, ...findings].slice(0, 30)) console.log(`${x.place.file}:${x.place.line}:${x.place.field} ${x.severity} ${x.code} ${messageOf(x, (process.env.L ?? "en") as any)}\n      ${fixOf(x, (process.env.L ?? "en") as any)}`);
    } catch (e) { console.log(f, e); }
  }
}, 60000);
