import { domainToASCII } from "node:url";

/** What a header holds is on one line, whatever it was: a line break in a name would begin a header of its own. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/** A name and an address as a header has them. */
export function named({ name, address }: { name: string; address: string }) {
  return { name: onOneLine(name), address: onOneLine(address) };
}

/** An address as servers hand it on: they know a host with letters of its own by another name (RFC 5891, section 4.4). */
export function inEnvelope(address: string): string {
  const host = address.slice(address.lastIndexOf("@") + 1);
  if (/^\p{ASCII}*$/u.test(host)) return address;
  return address.slice(0, -host.length) + (domainToASCII(host) || host);
}
