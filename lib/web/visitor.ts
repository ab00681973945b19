/** Where a request came from, as far as a session remembers it. */
export type Visitor = { address: string | null; userAgent: string | null };

/** Reads it from headers that `settleForwardedHeaders` has settled: one address, and what the browser calls itself. */
export function visitorOf(headers: Headers): Visitor {
  const address = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim().slice(0, 64);
  // A server that listens on both kinds of addresses writes 192.0.2.1 as ::ffff:192.0.2.1.
  return { address: address?.replace(/^::ffff:(?=\d+\.)/, "") || null, userAgent: headers.get("user-agent") };
}
