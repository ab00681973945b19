/**
 * Text as it is stored: well-formed, lines ended by "\n", without byte order mark, NUL and other control characters,
 * terminal escapes, and what hides text from a reader (bidi overrides, tag characters). Nothing else is changed.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(ESCAPES, "")
    .replace(CONTROLS, "")
    .replace(HIDING, "");
}

const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]{0,20}[A-Za-z]`, "g");
const CONTROLS = /[^\P{Cc}\t\n]/gu;
const HIDING = /[\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu;
