import type { Site } from "#lib/web/site";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Why a request that changes something is refused, or null. It must say in Origin that it comes from this site.
 * Next lets one without Origin pass, and believes X-Forwarded-Host, which anybody can send.
 */
export function foreignOrigin(request: { method: string; headers: Headers }, { url }: Site): string | null {
  const { method, headers } = request;
  if (SAFE.has(method)) return null;
  const host = url?.host ?? headers.get("host");
  const claimed = headers.get("x-forwarded-host");
  if (claimed !== null && claimed !== host) return "X-Forwarded-Host names another host than this one.";
  const origin = headers.get("origin");
  if (origin === null) return "The request has no Origin header. Browsers send one.";
  const from = URL.parse(origin);
  if (!from || from.host !== host || (url && from.protocol !== url.protocol))
    return "The request comes from another site.";
  return null;
}
