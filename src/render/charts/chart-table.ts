import type {
  Cell,
  Chart,
  ChartBar,
  ChartScale,
  Figure,
  FigureValue,
  Table,
  TableColumn,
} from "../../survey/document.ts";
import { exact, type Measured } from "../../survey/measured.ts";

const figureIn =
  (scale: ChartScale) =>
  (measured: Measured, mark?: FigureValue["mark"]): FigureValue => ({
    measured,
    unit: scale.unit,
    decimals: scale.decimals,
    mark,
  });

const label = (title: string): TableColumn => ({ id: "label", title, align: "left" });
const values = (id: string, title: string, unit: string): TableColumn => ({
  id,
  title,
  unit,
  align: "right",
});

type Body = Pick<Table, "columns" | "rows" | "notes">;

function barRow(bar: ChartBar, scale: ChartScale): Cell[] {
  return [bar.label, figureIn(scale)(bar.measured, bar.mark)];
}

function body(chart: Chart): Body {
  switch (chart.kind) {
    case "bars":
      return {
        columns: [label(chart.labelTitle), values("value", chart.scale.title, chart.scale.unit)],
        rows: chart.bars.map((bar) => barRow(bar, chart.scale)),
        notes: chart.norm && [[chart.norm.label]],
      };
    case "multiples":
      return {
        columns: [
          { id: "panel", title: chart.panelTitle, align: "left" },
          label(chart.labelTitle),
          values("value", chart.scale.title, chart.scale.unit),
        ],
        rows: chart.panels.flatMap((panel) =>
          panel.bars.map((bar) => [panel.title, ...barRow(bar, chart.scale)]),
        ),
        notes: chart.norm && [[chart.norm.label]],
      };
    case "pyramid":
      return {
        columns: [
          label(chart.labelTitle),
          values("left", chart.left, chart.scale.unit),
          values("right", chart.right, chart.scale.unit),
        ],
        rows: chart.bands.map((band) => [
          band.label,
          figureIn(chart.scale)(band.left),
          figureIn(chart.scale)(band.right),
        ]),
      };
    case "stacks":
      return {
        columns: [
          label(chart.labelTitle),
          ...chart.series.map((name, i) => values(`part${i}`, name, chart.scale.unit)),
        ],
        rows: chart.rows.map((row) => [
          row.label,
          ...row.parts.map((part) => figureIn(chart.scale)(part)),
        ]),
      };
    case "dots":
      return {
        columns: [
          label(chart.labelTitle),
          values("before", chart.before, chart.scale.unit),
          values("after", chart.after, chart.scale.unit),
        ],
        rows: chart.rows.map((row) => [
          row.label,
          figureIn(chart.scale)(row.before),
          figureIn(chart.scale)(row.after),
        ]),
        notes: chart.norm && [[chart.norm.label]],
      };
    case "lorenz":
      return {
        columns: [values("x", chart.xTitle, "%"), values("y", chart.yTitle, "%")],
        rows: chart.points.map(({ x, y }) =>
          [x, y].map((share): Cell => ({ measured: exact(share * 100), unit: "%", decimals: 1 })),
        ),
        notes: chart.remark === undefined ? undefined : [[chart.remark]],
      };
  }
}

/** The figures of a chart as a table without a number: what it shows, for those who cannot see it. Names stand in full. */
export const chartTable = (figure: Figure, title: string): Table => ({
  kind: "table",
  id: `${figure.id}-data`,
  title,
  ...body(figure.chart),
});
