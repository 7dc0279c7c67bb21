/** The words of another language for those of English: a text at every place where English has one. */
export type Worded<T> = T extends string ? string : { readonly [K in keyof T]: Worded<T[K]> };
