import { createHmac, timingSafeEqual } from "node:crypto";

/** Seconds by which what was signed may be older, or our clock slower. */
const WINDOW_S = 5 * 60;

/**
 * Whether Slack signed these bytes within five minutes of now: `v0=` and the HMAC-SHA256 over `v0:time:body` (Slack,
 * “Verifying requests”). Compared in constant time.
 */
export function isSignedBySlack(headers: Headers, body: Buffer, secret: string, now: Date): boolean {
  const time = headers.get("x-slack-request-timestamp") ?? "";
  const given = headers.get("x-slack-signature") ?? "";
  if (!/^\d{1,12}$/.test(time) || !/^v0=[0-9a-f]{64}$/.test(given)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(time)) > WINDOW_S) return false;
  const mac = createHmac("sha256", secret).update(`v0:${time}:`).update(body).digest("hex");
  return timingSafeEqual(Buffer.from(given), Buffer.from(`v0=${mac}`));
}
