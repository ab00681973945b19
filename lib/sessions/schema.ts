import { z } from "zod";
import { Id } from "#lib/inputs/schema";

/** An e-mail address as it is kept: trimmed and in lower case. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "An e-mail address has at most 254 characters.")
  .pipe(z.email("This is no e-mail address. Write it like ada@larkfield.example."));

/** A password somebody chooses. Long rather than complicated, as NIST SP 800-63B-4 section 3.1.1.2 has it. */
export const NewPassword = z
  .string()
  .min(12, "A password has at least 12 characters. A short sentence is easy to remember.")
  .max(200, "A password has at most 200 characters.")
  .refine(
    (password) => !isCommonPassword(password),
    "This password is on every list of common ones. Choose another.",
  );

/** Where a request came from, as the session list shows it. */
const Origin = {
  address: z.string().max(64).nullable(),
  userAgent: z
    .string()
    .nullable()
    .transform((text) => text?.slice(0, 400) ?? null),
};

export const SignIn = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(1, "Give your e-mail address.")
    .max(254, "This is no e-mail address."),
  password: z.string().min(1, "Give your password.").max(200, "A password has at most 200 characters."),
  ...Origin,
});
export type SignIn = z.input<typeof SignIn>;

export const SignInWithLink = z.object({ token: z.string().max(100), ...Origin });
export type SignInWithLink = z.input<typeof SignInWithLink>;

/** What a sign-in provider says of somebody, after its answer was verified. */
export const SignInWithProvider = z.object({
  issuer: z.url().max(500),
  // OpenID Connect Core 1.0, section 2: at most 255 characters, told apart by case.
  subject: z.string().min(1).max(255),
  email: z.string().trim().toLowerCase().max(254).nullable(),
  emailVerified: z.boolean(),
  ...Origin,
});
export type SignInWithProvider = z.input<typeof SignInWithProvider>;

export const ReleaseIdentity = z.object({ userId: Id, issuer: z.string().max(500) });
export type ReleaseIdentity = z.input<typeof ReleaseIdentity>;

export const RevokeSession = z.object({ sessionId: Id });
export type RevokeSession = z.input<typeof RevokeSession>;

const COMMON_WORDS = new Set(
  `password passwort motdepasse passw0rd p@ssw0rd p@ssword letmein welcome administrator changeme iloveyou trustno
   qwertyuiop qwertyuiopasdfghjkl qwerty asdfghjkl zxcvbnm qazwsxedc qazwsxedcrfv abcdefghijkl princess sunshine
   football baseball superman batman monkey dragon master login countersign`.split(/\s+/),
);
const DIGITS = "01234567890123456789098765432109876543210";

// What is tried first: a common word alone, repeated or followed by digits and signs, a run of digits, or a short
// group repeated.
function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase();
  const word = shortestPeriod(text.replace(/[^\p{L}]+$/u, ""));
  return COMMON_WORDS.has(word) || shortestPeriod(text).length <= 4 || DIGITS.includes(text);
}

// "abcabcabc" → "abc"; the text itself where nothing repeats.
function shortestPeriod(text: string): string {
  return text === "" ? "" : text.slice(0, (text + text).indexOf(text, 1));
}
