const ADDRESS = /^[^\s<>"(),:;@\\[\]]+@[^\s<>"(),:;@\\[\]]+\.[^\s<>"(),:;@\\[\].]{2,}$/u;
/** What nobody sees, or a database can't keep: with it, an address would look like another one that it is not. */
const UNSEEN = /[\p{Cc}\p{Cf}]/u;
const LONGEST = 254;

/**
 * An address as addresses are compared: without the case of its letters, its host as DNS has it (RFC 5891). Null where
 * it is none that mail could be sent to over the Internet. What stands after a plus stays: that is another address.
 */
export function foldAddress(email: string): string | null {
  const text = email.trim().normalize("NFC");
  if (text.length > LONGEST || !ADDRESS.test(text) || UNSEEN.test(text)) return null;
  const at = text.lastIndexOf("@");
  const domain = foldDomain(text.slice(at + 1));
  return domain && `${text.slice(0, at).toLowerCase()}@${domain}`;
}

/** A domain as domains are compared; null where it is none. */
export function foldDomain(domain: string): string | null {
  const text = domain.trim().toLowerCase().replace(/^@/, "");
  if (!/^[^\s/:?#@\\[\]]+\.[^\s/:?#@\\[\].]{2,}$/u.test(text)) return null;
  const host = URL.parse(`http://${text}`)?.hostname ?? "";
  // "example.com。" and "example.com%2e" end in a dot only once they are read: the same host would have two names.
  return /^[^.]+(\.[^.]+)+$/.test(host) && !/^[\d.]+$/.test(host) ? host : null;
}

/** The domain of a folded address and all above it that have a dot: "a.b.example" gives itself and "b.example". */
export function domainsOf(address: string): string[] {
  const parts = address.slice(address.lastIndexOf("@") + 1).split(".");
  return parts.slice(0, -1).map((_, n) => parts.slice(n).join("."));
}
