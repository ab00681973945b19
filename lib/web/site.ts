import { AppError } from "#lib/errors";

type Env = Record<string, string | undefined>;

/** How browsers reach Countersign, where something stands in between. */
export type Site = {
  /** The public address, or null where it is what the browser asked for. */
  url: URL | null;
  /** Proxies of the company's own in front, each of which adds to X-Forwarded-For. */
  proxies: number;
};

/** Reads COUNTERSIGN_URL and COUNTERSIGN_PROXIES. A value that can't be used is `invalid` and names its variable. */
export function readSite(env: Env): Site {
  return { url: publicUrl(env.COUNTERSIGN_URL?.trim()), proxies: proxies(env.COUNTERSIGN_PROXIES?.trim()) };
}

function publicUrl(text: string | undefined): URL | null {
  if (!text) return null;
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url;
  throw new AppError(
    "invalid",
    "COUNTERSIGN_URL is the address people open, such as https://ops.example.com.",
  );
}

function proxies(text: string | undefined): number {
  if (!text) return 0;
  if (/^\d$/.test(text)) return Number(text);
  throw new AppError("invalid", "COUNTERSIGN_PROXIES is the number of proxies in front, from 0 to 9.");
}
