import { readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { Rasteriser } from "../../render/charts/png.ts";
import { type DocxFonts, usualFonts } from "../../render/documents/docx-style.ts";
import { styleOf } from "../../render/documents/inline-text.ts";
import { renderJson } from "../../render/sheets/json.ts";
import type { Appendix } from "../../report/appendix/appendix.ts";
import { appendixJson } from "../../report/appendix/appendix-json.ts";
import type { Document, Figure } from "../../survey/document.ts";
import { CdjError } from "../../survey/error.ts";
import type { Language } from "../../survey/language.ts";
import type { OutputFile } from "./output-set.ts";

/** The kinds of file an appendix is written as, by their suffixes. */
const suffixes = {
  ".md": "markdown",
  ".markdown": "markdown",
  ".html": "html",
  ".htm": "html",
  ".docx": "docx",
  ".json": "json",
} as const;
export type AppendixFormat = (typeof suffixes)[keyof typeof suffixes];
const own: Readonly<Record<AppendixFormat, string>> = {
  markdown: ".md",
  html: ".html",
  docx: ".docx",
  json: ".json",
};

/** The format of a file, by its suffix. Throws a CdjError for any other suffix. */
export function formatOfFile(path: string): AppendixFormat {
  const suffix = extname(path).toLowerCase();
  if (Object.hasOwn(suffixes, suffix)) return suffixes[suffix as keyof typeof suffixes];
  throw new CdjError("bad-option-value", {
    option: "output",
    value: basename(path),
    expected: [...new Set(Object.values(own))].join(", "),
  });
}

/** The format as it is named: markdown, html, docx or json. Throws a CdjError for any other. */
export function formatNamed(text: string): AppendixFormat {
  const known = Object.keys(own) as AppendixFormat[];
  const format = known.find((name) => name === text || own[name] === `.${text}`);
  if (format) return format;
  throw new CdjError("bad-option-value", {
    option: "format",
    value: text,
    expected: known.join(", "),
  });
}

export const suffixOf = (format: AppendixFormat): string => own[format];

export interface FileOptions {
  readonly version: string;
  readonly fonts?: string;
  readonly referenceDoc?: string;
  readonly date?: string;
}

/** An appendix as the files it consists of: beside Markdown each chart as an SVG, named after it. */
export async function filesOf(
  path: string,
  format: AppendixFormat,
  appendix: Appendix,
  options: FileOptions,
): Promise<OutputFile[]> {
  const { document } = appendix;
  if (format === "markdown") return markdownFiles(path, document);
  if (format === "json")
    return [{ path, content: renderJson(appendixJson(appendix, options.version)) }];
  if (format === "html")
    return [
      { path, content: (await import("../../render/documents/html.ts")).renderHtml(document) },
    ];
  return [{ path, content: await wordFile(document, options) }];
}

/** An appendix for standard output. */
export async function textOf(
  format: AppendixFormat,
  appendix: Appendix,
  options: FileOptions,
): Promise<string | Uint8Array> {
  if (format === "markdown")
    return (await import("../../render/documents/markdown.ts")).renderMarkdown(appendix.document);
  const [file] = await filesOf("", format, appendix, options);
  return (file as OutputFile).content;
}

async function markdownFiles(path: string, document: Document): Promise<OutputFile[]> {
  const [{ renderMarkdown }, { renderSvg }] = await Promise.all([
    import("../../render/documents/markdown.ts"),
    import("../../render/charts/chart.ts"),
  ]);
  const figures = document.blocks.filter((block): block is Figure => block.kind === "figure");
  const stem = basename(path, extname(path));
  const names = new Map(figures.map((figure, i) => [figure, `${stem}-fig-${i + 1}.svg`]));
  const content = renderMarkdown(document, {
    figureHref: (figure) =>
      encodeURI(names.get(figure) ?? "").replace(/[()]/g, (c) => (c === "(" ? "%28" : "%29")),
  });
  return [
    { path, content },
    ...[...names].map(([figure, name]) => ({
      path: join(dirname(path), name),
      content: renderSvg(figure, styleOf(document)),
    })),
  ];
}

/** Loaded once: its fonts are large, and the appendices of groups are many. */
let rasteriser: Promise<Rasteriser> | undefined;

async function wordFile(
  document: Document,
  { fonts, referenceDoc, date }: FileOptions,
): Promise<Uint8Array> {
  const { renderDocx } = await import("../../render/documents/docx.ts");
  rasteriser ??= import("./rasteriser.ts").then(({ loadRasteriser }) => loadRasteriser());
  return renderDocx(document, {
    rasteriser: await rasteriser,
    ...(fonts !== undefined && { fonts: fontsOf(fonts, document.language) }),
    ...(referenceDoc !== undefined && {
      referenceDoc: { name: basename(referenceDoc), bytes: bytesOf(referenceDoc) },
    }),
    ...(date !== undefined && { date }),
  });
}

/** "宋体,黑体,Times New Roman": of the text, of headings, of Latin letters; what is left out is as usual. */
function fontsOf(text: string, language: Language): DocxFonts {
  const usual = usualFonts[language];
  const [body, heading, latin] = text.split(/[,，]/u).map((name) => name.trim() || undefined);
  return {
    body: { eastAsia: body ?? usual.body.eastAsia, latin: latin ?? usual.body.latin },
    heading: { eastAsia: heading ?? usual.heading.eastAsia, latin: latin ?? usual.heading.latin },
  };
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === "ENOENT"
      ? new CdjError("no-such-file", { file: path })
      : new CdjError("unreadable-file", { file: path, reason: code ?? "" });
  }
}
