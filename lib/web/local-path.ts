const HERE = "http://here.invalid";

/** A path of this site to go to after signing in; "/" for anything that would lead elsewhere or to no page. */
export function localPath(text: string | null | undefined): string {
  const url = text?.startsWith("/") ? URL.parse(text, HERE) : null;
  if (!url || url.origin !== HERE) return "/";
  // "/.//evil.example" resolves to "//evil.example", which a browser takes for a host.
  if (url.pathname.startsWith("//") || /^\/(api|sign-in)(\/|$)/.test(url.pathname)) return "/";
  return `${url.pathname}${url.search}`;
}

/** The same as an address of the site `base`, for whole addresses too; the sign-in page itself is let through. */
export function localAddress(text: string, base: string): string {
  const url = URL.parse(text, base);
  if (!url || url.origin !== URL.parse(base)?.origin) return `${base}/`;
  const path = `${url.pathname}${url.search}`;
  return base + (url.pathname === "/sign-in" ? path : localPath(path));
}
