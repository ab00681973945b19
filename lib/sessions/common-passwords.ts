const COMMON = new Set([
  "password",
  "passwort",
  "motdepasse",
  "letmein",
  "welcome",
  "administrator",
  "changeme",
  "iloveyou",
  "trustno",
  "qwertyuiop",
  "qwertyuiopasdfghjkl",
  "qwertyqwerty",
  "asdfghjkl",
  "zxcvbnm",
  "qazwsxedc",
  "qazwsxedcrfv",
  "abcdefghijkl",
  "abcabcabcabc",
  "princess",
  "sunshine",
  "football",
  "baseball",
  "superman",
  "batman",
  "monkey",
  "dragon",
  "master",
  "login",
  "passw0rd",
  "p@ssw0rd",
  "p@ssword",
  "countersign",
]);
const DIGITS = "01234567890123456789098765432109876543210";

/**
 * Whether a password is one of those tried first: a common word alone, repeated or followed by digits and signs,
 * a run of digits, or one short group repeated.
 */
export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase();
  const word = text.replace(/[^\p{L}]+$/u, "");
  return (
    COMMON.has(shortestPeriod(word)) ||
    COMMON.has(text) ||
    shortestPeriod(text).length <= 3 ||
    DIGITS.includes(text)
  );
}

// "abcabcabc" → "abc"; the text itself where nothing repeats.
function shortestPeriod(text: string): string {
  const length = text.length > 0 ? (text + text).indexOf(text, 1) : 0;
  return text.slice(0, length);
}
