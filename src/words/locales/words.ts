import type { Problem } from "../../survey/error.ts";

/**
 * The words shared by all commands; a definition carries its own. `{name}` is replaced by an argument, `[…]` is left out
 * where an argument in it has nothing to print.
 */
export interface Words {
  readonly problems: Readonly<Record<Problem, string>>;
  /** What a run of the program says about itself. */
  readonly program: Readonly<
    Record<
      | "bug"
      | "prefix"
      | "written"
      | "default"
      | "unknownOption"
      | "unknownCommand"
      | "missingArgument"
      | "tooManyArguments"
      | "didYouMean"
      | "helpHint",
      string
    >
  >;
  readonly reading: Readonly<
    Record<
      | "headerRows"
      | "communities"
      | "columnsUsed"
      | "setAside"
      | "notUnderstood"
      | "secondColumns"
      | "undatedColumns"
      | "periodFrom"
      | "onlyArea"
      | "line"
      | "lines"
      | "column"
      | "periods"
      | "separator"
      | "form"
      | "stacked"
      | "beside"
      | "turned"
      | "aligned"
      | "forms",
      string
    >
  >;
  readonly setAsideReasons: Readonly<
    Record<
      | "title"
      | "blank"
      | "total-row"
      | "average-row"
      | "derived-row"
      | "left-out"
      | "other-level"
      | "column-numbers"
      | "note"
      | "repeated-header"
      | "no-area"
      | "duplicate"
      | "nested-total"
      | "further-table"
      | "other-table"
      | "separator",
      string
    >
  >;
  readonly delimiters: Readonly<Record<"," | ";" | "\t" | "|" | "，" | "other", string>>;
  readonly periodSources: Readonly<
    Record<"option" | "caption" | "sheet-name" | "file-name" | "header", string>
  >;
  readonly analysis: Readonly<
    Record<
      | "survey"
      | "surveyIn"
      | "indicator"
      | "value"
      | "norm"
      | "gap"
      | "communities"
      | "areaHead"
      | "worstFirst"
      | "moreColumns"
      | "moreRows"
      | "nameNorm"
      | "needColumns"
      | "needNorm"
      | "notTold"
      | "belowOf"
      | "aboveOf"
      | "missOf"
      | "metByAll"
      | "shortBy"
      | "netGap"
      | "coverage"
      | "partCoverage"
      | "partsLacking"
      | "partsLackingMore"
      | "totals"
      | "latestPeriod"
      | "groups"
      | "undecided"
      | "findings"
      | "noFindings"
      | "confidence"
      | "period"
      | "basis"
      | "nothingComputed",
      string
    >
  >;
  readonly severities: Readonly<Record<"error" | "warning" | "note", string>>;
  readonly bases: Readonly<Record<"usual" | "registered" | "managed", string>>;
  readonly rollups: Readonly<
    Record<
      | "ratio-of-sums"
      | "sum"
      | "sum-of-shortfalls"
      | "pooled"
      | "count"
      | "weighted-mean"
      | "distribution"
      | "none",
      string
    >
  >;
  readonly themes: Readonly<
    Record<"population" | "age" | "organisation" | "staffing" | "space" | "funding", string>
  >;
  readonly explain: Readonly<
    Record<
      | "formula"
      | "unit"
      | "rollup"
      | "source"
      | "reading"
      | "needs"
      | "example"
      | "norms"
      | "options"
      | "default"
      | "headers"
      | "ambiguousHeaders"
      | "kind"
      | "plausible"
      | "partOf"
      | "document"
      | "issuer"
      | "jurisdiction"
      | "validity"
      | "confidence"
      | "clause"
      | "note"
      | "threshold"
      | "severity"
      | "scope"
      | "why"
      | "fix"
      | "message"
      | "failing"
      | "passing"
      | "all"
      | "place"
      | "usedBy"
      | "indicators"
      | "variables"
      | "checks"
      | "statistics"
      | "printedBy"
      | "list"
      | "presetsHidden"
      | "whyRatioOfSums"
      | "values"
      | "title"
      | "about"
      | "number"
      | "year"
      | "countedOn"
      | "rounding"
      | "perArea"
      | "link"
      | "status"
      | "opens"
      | "classes"
      | "parts"
      | "noneMeans"
      | "sensitive"
      | "ages"
      | "code"
      | "atLeast"
      | "moreThan"
      | "atMost"
      | "lessThan"
      | "from"
      | "until"
      | "fromUntil"
      | "least"
      | "most"
      | "columns"
      | "fromLine"
      | "fromCell"
      | "overAll"
      | "overSome"
      | "sumBelow"
      | "countBelow"
      | "figures"
      | "where"
      | "given"
      | "choices"
      | "minimum"
      | "maximum"
      | "range"
      | "bandReading"
      | "keyReading"
      | "bandsToo"
      | "partsSum"
      | "partsSame"
      | "zero"
      | "missing"
      | "sensitiveReading"
      | "keys"
      | "findingsHere"
      | "findingsNone"
      | "citeNorms"
      | "byHeader",
      string
    >
  >;
  readonly kinds: Readonly<
    Record<
      "count" | "area" | "money" | "ratio" | "yes-no" | "category" | "age-band" | "key",
      string
    >
  >;
  readonly scopes: Readonly<Record<"file" | "row" | "area" | "survey", string>>;
  readonly grades: Readonly<Record<"error" | "warning" | "note", string>>;
  readonly standings: Readonly<Record<"historical" | "draft" | "anonymous" | "proposal", string>>;
  readonly confidences: Readonly<Record<"A" | "A-" | "B" | "own", string>>;
  readonly normRoundings: Readonly<Record<"floor" | "nearest" | "ceil", string>>;
  readonly citation: Readonly<
    Record<
      | "sentence"
      | "norm"
      | "reference"
      | "ratio-of-sums"
      | "sum"
      | "sum-of-shortfalls"
      | "pooled"
      | "count"
      | "weighted-mean"
      | "distribution"
      | "none",
      string
    >
  >;
}
