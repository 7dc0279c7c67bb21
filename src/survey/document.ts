import type { Language } from "./language.ts";
import type { Measured } from "./measured.ts";

/** What every renderer receives. Figures stay figures: rounding and signs are the renderer's. */
export interface Document {
  readonly language: Language;
  readonly title?: string;
  /** Thousands separators in figures; printed unless false. */
  readonly groupDigits?: boolean | undefined;
  /** Tables and figures that have a title are numbered when this is given, each kind from 1 in the order of the blocks. */
  readonly captions?: Captions | undefined;
  readonly blocks: readonly Block[];
}

/** What stands right before the numbers of tables and figures: "表 A-" and "图 A-" (papers), "附表" and "附图" (offices), "Table A-" and "Figure A-". */
export interface Captions {
  readonly table: string;
  readonly figure: string;
}

export type Block = Heading | Paragraph | Facts | Table | Figure | PageBreak;

export interface Heading {
  readonly kind: "heading";
  /** Where links within the file lead; unique in the document. */
  readonly id?: string;
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

/** A new page begins where the medium has pages; elsewhere it is nothing. */
interface PageBreak {
  readonly kind: "page-break";
}

/**
 * Running text. `role` says what it is for: a remark, a note under a table, a pointer to a command.
 * On a terminal, leading spaces of the first string indent the whole paragraph.
 */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly role?: "remark" | "note" | "source" | "pointer";
  readonly content: readonly Inline[];
}

/** What is to be said of one thing, each fact under its label: a list of definitions, or where the figures come from. */
export interface Facts {
  readonly kind: "facts";
  readonly role?: "definitions" | "provenance";
  readonly facts: readonly Fact[];
}

/** A fact is one line of text, or several that belong together; lines may wrap. */
export interface Fact {
  readonly label: string;
  readonly lines: readonly (readonly Inline[])[];
}

export type Inline = string | FigureValue | Code | Reference;

/** Text to be taken character by character: a formula, a hash, a command. In monospace where the medium has it. */
interface Code {
  readonly code: string;
}

/** Names a table or figure by its caption ("表 A-1"); its title when captions are not numbered. */
interface Reference {
  /** The id of the table or figure. */
  readonly reference: string;
}

/** A figure in print: what is known of it, its unit, and with how many decimals it is printed. */
export interface FigureValue {
  readonly measured: Measured;
  readonly unit: string;
  readonly decimals: number;
  /** Print the unit's sign after the figure. */
  readonly withUnit?: boolean;
  /** The unit as a sentence says it (平方米), not by its sign (m²). */
  readonly unitAs?: "prose";
  /** What is printed after the figure instead of the unit, where the words beside it say it. */
  readonly unitText?: string;
  /** How it stands to a norm. */
  readonly mark?: "below" | "above" | "met" | undefined;
  /** The share of a count: all but one does not print as all, nor one as none. */
  readonly ofCount?: true;
  /** What is printed of a figure that is not 0 but rounds to 0, where 0 itself has to mean none: "…". */
  readonly tiny?: string;
  /** Which figure of the analysis it is, so that what is printed can be held against the data. */
  readonly source?: FigureSource;
}

/** A figure of the analysis: of the whole survey, of a group, or of an area. */
export interface FigureSource {
  /** The id of an indicator, a variable or an age band; `communities` for how many areas there are. */
  readonly of: string;
  /** Which figure of it, where not its value: `net`, `areas`, `areasMissing`, a class, a statistic. */
  readonly part?: string;
  /** The id of the norm it stands to. */
  readonly norm?: string;
  readonly period?: string;
  readonly by?: string;
  readonly group?: string;
  readonly area?: string;
  readonly parents?: readonly string[];
}

/** A text, a figure, or a short phrase with figures in it. */
export type Cell = string | FigureValue | readonly Inline[];

export interface TableColumn {
  readonly id: string;
  readonly title: string;
  /** The unit's sign, for the head; empty when the cells carry their own. */
  readonly unit?: string;
  readonly align: "left" | "right";
  /** Higher goes first when the width does not hold all columns; a column without one stays as long as possible. */
  readonly priority?: number | undefined;
}

export interface Table {
  readonly kind: "table";
  /** Unique in the document. */
  readonly id: string;
  readonly title: string;
  /** What is said of the unit right above the table when all columns share it: "单位：人". */
  readonly unit?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows below all others, set off by a rule and never sorted among them: the survey as a whole. */
  readonly foot?: readonly (readonly Cell[])[];
  /** Lines under the table as they are to be read, their "注：" included. */
  readonly notes?: readonly (readonly Inline[])[] | undefined;
  /** Where the figures are taken from, under the notes: "资料来源：…". */
  readonly sources?: readonly (readonly Inline[])[];
  /** Cells hold what must not be cut short, such as arithmetic: they take as many lines as they need. */
  readonly wholeCells?: boolean;
  /** Said when the width does not hold all columns; "{count}" becomes the number of those left out. */
  readonly moreColumns?: string | undefined;
}

/** A chart with what a reader needs who cannot see it. The caption stands below, numbered as that of a table. */
export interface Figure {
  readonly kind: "figure";
  /** Unique in the document; the name of its file where it becomes one. */
  readonly id: string;
  readonly title: string;
  /** What the chart shows, in a sentence with its figures: it is read aloud in place of the picture. */
  readonly description: string;
  readonly chart: Chart;
  readonly notes?: readonly (readonly Inline[])[] | undefined;
  readonly sources?: readonly (readonly Inline[])[];
  /** The id of a table of the document that holds the same figures: media that print a data table under a chart then refer to it instead. */
  readonly dataTable?: string;
}

export type Chart = BarChart | PyramidChart | StackChart | LorenzChart | DotChart | SmallMultiples;

/** What the figures of a chart are: printed along the axis and after the figures in its data table. */
export interface ChartScale {
  /** "Office area"; stands at the axis. */
  readonly title: string;
  /** The unit's sign, as in the head of a column; empty for none. */
  readonly unit: string;
  readonly decimals: number;
  /** Which figure of the analysis is drawn. */
  readonly source?: FigureSource;
}

/** A threshold drawn across a chart; with `upper` a range. */
export interface ChartNorm {
  readonly value: number;
  readonly upper?: number;
  /** As it is to stand beside the line: "标准 500 m²". */
  readonly label: string;
}

/** One thing measured in several places: a horizontal bar each, in the order given. */
export interface BarChart {
  readonly kind: "bars";
  /** What the labels are: "community". The head of the first column of the data table. */
  readonly labelTitle: string;
  readonly scale: ChartScale;
  readonly bars: readonly ChartBar[];
  readonly norm?: ChartNorm | undefined;
}

export interface ChartBar {
  readonly label: string;
  readonly measured: Measured;
  /** How it stands to the norm; a bar that misses it is hatched. */
  readonly mark?: FigureValue["mark"];
}

/** Age bands by sex, back to back. */
export interface PyramidChart {
  readonly kind: "pyramid";
  readonly labelTitle: string;
  readonly scale: ChartScale;
  /** "Men" */
  readonly left: string;
  /** "Women" */
  readonly right: string;
  /** The youngest first: it is drawn lowest. */
  readonly bands: readonly {
    readonly label: string;
    readonly left: Measured;
    readonly right: Measured;
  }[];
}

/** Shares that make up a whole, one row a place: age bands of the residents of each community. Series beyond the eighth are an error. */
export interface StackChart {
  readonly kind: "stacks";
  readonly labelTitle: string;
  readonly scale: ChartScale;
  /** The parts, from left to right. */
  readonly series: readonly string[];
  /** `parts` in the order of the series, in the unit of the scale; a row with one that cannot be told is not drawn. */
  readonly rows: readonly { readonly label: string; readonly parts: readonly Measured[] }[];
}

/** How unequally something is spread: shares of places (from the least provided) against shares of what they have. */
export interface LorenzChart {
  readonly kind: "lorenz";
  /** "Share of communities" */
  readonly xTitle: string;
  /** "Share of office area" */
  readonly yTitle: string;
  /** From 0,0 to 1,1, rising. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** "Equal shares" */
  readonly equality: string;
  /** "Gini coefficient 0.312" */
  readonly remark?: string;
}

/** Two periods side by side: a dot each, a line between. */
export interface DotChart {
  readonly kind: "dots";
  readonly labelTitle: string;
  readonly scale: ChartScale;
  /** "2023" */
  readonly before: string;
  /** "2024" */
  readonly after: string;
  readonly rows: readonly {
    readonly label: string;
    readonly before: Measured;
    readonly after: Measured;
  }[];
  readonly norm?: ChartNorm | undefined;
}

/** Bars in panels on one scale: the communities of each street. */
export interface SmallMultiples {
  readonly kind: "multiples";
  readonly labelTitle: string;
  /** What the panels are: "street". */
  readonly panelTitle: string;
  readonly scale: ChartScale;
  readonly panels: readonly { readonly title: string; readonly bars: readonly ChartBar[] }[];
  readonly norm?: ChartNorm | undefined;
}
