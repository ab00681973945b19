// The endings of names in which something could be sent or opened; a file ("README.md") or a version is none.
const NAMES = "com|org|net|io|dev|app|co|ai|info|biz|xyz|link|shop|online|site|eu|us|uk|ca|de|fr|nl|ch|ru|cn";
const MAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const WEB = new RegExp(
  `(?:https?:\\/\\/|www\\.)[^\\s<>"”’)\\]]+|(?<![\\p{L}\\p{N}@.-])(?:[\\p{L}\\p{N}-]{1,63}\\.){1,5}(?:${NAMES})(?![\\p{L}\\p{N}-])(?:\\/[^\\s<>"”’)\\]]*)?`,
  "giu",
);
// Seven digits and more with what telephone numbers are written with; a date and a sum have fewer or a comma.
const PHONE = /(?<![\p{L}\p{N}])\+?\(?\d(?:[ ().\u00A0\u202F/-]{0,2}\d){6,14}(?!\p{N})/gu;
const DATE =
  /^(?:19|20)\d{2}[-–/](?:19|20)\d{2}$|^\d{4}[-./]\d{1,2}[-./]\d{1,2}$|^\d{1,2}[-./]\d{1,2}[-./]\d{4}$/;

/**
 * Where a text says that something can be sent or opened: e-mail addresses, web addresses and telephone numbers, written
 * alike however they were written. Linear; a long run without white space is cut.
 */
export function addressesIn(text: string): Set<string> {
  return new Set(findAddresses(cut(text)).map(({ alike }) => alike));
}

/** An address where it stands in a text, and how it is written alike. */
export type FoundAddress = { start: number; end: number; alike: string };

/** The addresses of a short text with where they stand. */
export function findAddresses(text: string): FoundAddress[] {
  const named = [MAIL, WEB].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: said, index }) => {
      const bare = said.replace(/[.,;:!?/]+$/, "");
      return { start: index, end: index + bare.length, alike: alike(said) };
    }),
  );
  const numbers = [...text.matchAll(PHONE)].flatMap(({ 0: said, index }) =>
    DATE.test(said) ? [] : [{ start: index, end: index + said.length, alike: said.replace(/\D/g, "") }],
  );
  return [...named, ...numbers];
}

const LONGEST = 400;

function cut(text: string): string {
  return text.replace(/\S{400,}/g, (run) => run.slice(0, LONGEST));
}

function alike(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\/|^www\./g, "")
    .replace(/^www\./, "")
    .replace(/[.,;:!?/]+$/, "");
}
