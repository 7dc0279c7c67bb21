/** The languages of every message. A text that lacks one does not compile. */
export const languages = ["en", "zh-CN", "zh-TW"] as const;
export type Language = (typeof languages)[number];

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>;
