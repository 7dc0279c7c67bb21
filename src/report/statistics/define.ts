import type { Text } from "../../survey/language.ts";

/** A statistic that any indicator or variable can have: of its spread over communities, of its change, or of the table itself. */
export interface Statistic {
  readonly id: string;
  /** Its key in JSON, where that is another word. */
  readonly key?: string;
  readonly title: Text;
  readonly formula: Text;
  readonly unit?: Text;
  readonly source: Text;
  readonly reading?: Text;
  /** The command that prints it. */
  readonly command: "analyze --distribution" | "compare";
}

/** Declares a statistic; a missing language, formula or source does not compile. */
export const defineStatistic = <const S extends Statistic>(statistic: S): S => statistic;

/** A formula or a name that reads the same in every language. */
export const same = (text: string): Text => ({ en: text, "zh-CN": text, "zh-TW": text });

export const ofTheFigure: Text = {
  en: "that of the figure itself",
  "zh-CN": "与该数相同",
  "zh-TW": "與該數相同",
};
export const noUnit: Text = { en: "none", "zh-CN": "无", "zh-TW": "無" };
export const perCent: Text = same("%");
export const common: Text = { en: "common definition", "zh-CN": "通行定义", "zh-TW": "通行定義" };
