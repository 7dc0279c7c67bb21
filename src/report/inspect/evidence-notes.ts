import type { PlannedColumn } from "../../intake/plan.ts";
import type { Language } from "../../survey/language.ts";
import type { Evidence } from "../../survey/reading-evidence.ts";
import { inspectWords } from "../../words/locales/inspect.ts";
import { phrase } from "../../words/phrase.ts";

/** Of a long list so many are named at its beginning; its last one closes it. */
const MOST_NAMED = 4;

function abridged(items: readonly string[], mark: string): string {
  if (items.length <= MOST_NAMED + 1) return items.join(mark);
  return [...items.slice(0, MOST_NAMED - 1), "…", items.at(-1)].join(mark);
}

/** One line for each reason that closed what the words of columns leave open: which columns, and the reason as a secretary would say it. */
export function evidenceNotes(columns: readonly PlannedColumn[], language: Language): string[] {
  const reasons = new Map<string, { because: Evidence; headers: string[] }>();
  for (const { because, header } of columns) {
    if (!because) continue;
    const key = JSON.stringify(because);
    const reason = reasons.get(key) ?? { because, headers: [] };
    reason.headers.push(header);
    reasons.set(key, reason);
  }
  const comma = language === "en" ? ", " : "、";
  return [...reasons.values()].map(({ because, headers }) =>
    phrase(
      inspectWords(language).evidence[because.by],
      {
        list: abridged(headers, comma),
        ...("parts" in because && { sum: abridged(because.parts, " + ") }),
        ...("whole" in because && { among: because.whole }),
        ...("rows" in because && { n: because.rows }),
        ...("text" in because && { text: because.text }),
        ...("first" in because && { first: because.first, last: because.last }),
      },
      language,
    ),
  );
}
