/** A name without the blanks, stars and brackets that are put between and around its characters: 合 计, **总计**, 【小计】, （合计）, ＊總計＊. */
export const bareName = (text: string): string =>
  text.replace(/[\s\u3000\u200b*＊※【】[\]〔〕]+/gu, "").replace(/^[(（]([^()（）]+)[)）]$/u, "$1");
