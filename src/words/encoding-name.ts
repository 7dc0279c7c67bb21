/** An encoding as it is usually written, by its label of the encoding standard: UTF-8, Big5. */
export const encodingName = (label: string): string =>
  encodingNames[label] ?? (/^(?:utf|gb)/u.test(label) ? label.toUpperCase() : label);

const encodingNames: Readonly<Record<string, string>> = {
  big5: "Big5",
  "big5-hkscs": "Big5-HKSCS",
};
