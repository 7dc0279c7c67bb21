import { judge } from "../../judging/judge.ts";
import type { Finding } from "../../survey/finding.ts";
import type { ReadSurvey } from "../reading/read-survey.ts";

/** What was met while reading, and what the checks on totals find: all that `cdj check` would say of the same tables without a schema. */
export function judgedFindings(read: ReadSurvey): Finding[] {
  const tables = read.files.flatMap((file, i) => {
    const plan = read.sources[i]?.plan;
    return plan ? [{ ...file, plan }] : [];
  });
  return [...read.findings, ...judge(read.survey, tables).findings];
}
