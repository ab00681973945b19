import { Secret, TOTP } from "otpauth";

const PERIOD_S = 30;
/** Steps before and after the present one whose codes are taken too, for clocks that differ (RFC 6238, section 5.2). */
const WINDOW = 1;
const SECRET_BYTES = 20;

// What every authenticator understands: SHA-1, six digits, 30 seconds.
const CODES = { issuer: "Countersign", algorithm: "SHA1", digits: 6, period: PERIOD_S } as const;

/** A new secret as authenticators are given it: base32, 160 bits as RFC 4226, section 4, has it. */
export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address behind the QR code: everything an authenticator needs to know. */
export function keyAddress(secret: string, label: string): string {
  return new TOTP({ ...CODES, label, secret: Secret.fromBase32(secret) }).toString();
}

/**
 * The 30-second step a code of six digits belongs to, counted from 1970, or null where it fits none of the three around
 * `now` or only `after` or earlier ones, of which a code was taken already.
 */
export function stepOf(secret: string, code: string, now: Date, after: number): number | null {
  // The library throws at six characters that are no digits.
  if (!/^[0-9]{6}$/.test(code)) return null;
  const present = Math.floor(now.getTime() / 1000 / PERIOD_S);
  const totp = new TOTP({ ...CODES, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  if (delta === null || present + delta <= after) return null;
  return present + delta;
}
