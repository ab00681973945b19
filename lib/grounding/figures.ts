/** The figures of a text, two digits and more, without separators and leading zeros: "CAD 90,000" gives "90000". */
export function figuresIn(text: string): Set<string> {
  const joined = text.replace(/(?<=\d)[,.'’\u00A0\u202F](?=\d{3}(?!\d))/g, "");
  return new Set((joined.match(/\d{2,}/g) ?? []).map((run) => run.replace(/^0+/, "")).filter(isFigure));
}

/** Those of a source: with its separators taken for thousands, and as they stand. */
export function figuresOfSource(text: string, heldOn: string): Set<string> {
  const asWritten = (`${text} ${heldOn}`.match(/\d{2,}/g) ?? []).map((run) => run.replace(/^0+/, ""));
  return new Set([...figuresIn(text), ...asWritten]);
}

// One digit is as often a word of the source: "three calls".
function isFigure(run: string): boolean {
  return run.length > 1;
}
