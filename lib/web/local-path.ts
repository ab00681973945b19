const HERE = "http://here.invalid";

/** A path of this site to go to after signing in; "/" for anything that would lead elsewhere or to no page. */
export function localPath(text: string | null | undefined): string {
  const url = text?.startsWith("/") ? URL.parse(text, HERE) : null;
  if (!url || url.origin !== HERE) return "/";
  // "/.//evil.example" resolves to "//evil.example", which a browser takes for a host.
  if (url.pathname.startsWith("//") || /^\/(api|sign-in)(\/|$)/.test(url.pathname)) return "/";
  return `${url.pathname}${url.search}`;
}
