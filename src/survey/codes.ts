/**
 * The codes of findings that intake, the engines and the assembly of the survey raise. Permanent: a retired code keeps its line.
 * Each has its words, its reason and its remedy in `checks/`; a missing one does not compile there.
 * CDJ1xx file and encoding · 2xx layout, headers and keys · 3xx cells and units · 4xx across columns · 5xx across rows, periods
 * and files · 6xx privacy.
 */
export const codes = {
  undecodable: "CDJ101",
  replacedBytes: "CDJ102",
  unterminatedQuote: "CDJ103",
  emptyFile: "CDJ104",
  headerOnly: "CDJ105",
  unknownHeader: "CDJ201",
  ambiguousHeader: "CDJ202",
  duplicateHeader: "CDJ203",
  duplicateArea: "CDJ204",
  missingKey: "CDJ205",
  blankHeader: "CDJ206",
  raggedRow: "CDJ207",
  furtherTable: "CDJ208",
  unreadPeriod: "CDJ209",
  sharedCode: "CDJ211",
  swallowedRecord: "CDJ212",
  undatedColumn: "CDJ213",
  formRead: "CDJ220",
  furtherSheet: "CDJ221",
  bandsRead: "CDJ222",
  tableTurned: "CDJ223",
  notANumber: "CDJ301",
  negative: "CDJ302",
  fractionalCount: "CDJ303",
  unitConflict: "CDJ304",
  excelDamage: "CDJ305",
  footnoteMark: "CDJ307",
  cellRemark: "CDJ308",
  conflictingValues: "CDJ501",
  rosterMissing: "CDJ531",
  rosterUnexpected: "CDJ532",
  rosterRenamed: "CDJ533",
  partsDiffer: "CDJ534",
  nearName: "CDJ530",
  levelsTogether: "CDJ520",
  withoutPeriod: "CDJ535",
  ambiguousArea: "CDJ536",
  identityColumn: "CDJ601",
  identityNumber: "CDJ602",
} as const;
export type RaisedCode = (typeof codes)[keyof typeof codes];
