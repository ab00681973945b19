import type { DomainRecords } from "#drizzle/schema/outreach";
import type { LookUpTxt } from "#lib/channels/txt-records";
import { domainsOf } from "#lib/format/mail-address";

/** Names under which large providers keep the keys that mail is signed with. Keys can stand under any other. */
const SELECTORS = ["google", "selector1", "selector2", "default", "dkim", "mail", "k1", "s1", "s2"];
/** How far up a policy is looked for: no company's mail is from a deeper name. */
const MOST_ABOVE = 8;
/** What others wrote there may be of any length. */
const MOST_RECORDS = 5;
const LONGEST = 1000;

/** Asks DNS for what it says of a folded domain that mail is from. Never rejects. */
export async function readRecords(domain: string, lookUp: LookUpTxt): Promise<DomainRecords> {
  const ask = (name: string) => lookUp(name).catch(() => null);
  const [spf, dmarc, dkim] = await Promise.all([
    ask(domain).then((texts) => texts && kept(texts, /^v=spf1( |$)/i)),
    policyOf(domain, ask),
    keysOf(domain, ask),
  ]);
  return { spf, dmarc, dkim };
}

/** The nearest policy, at the domain or above it; all are asked at once, so that this takes no longer than one. */
async function policyOf(domain: string, ask: LookUpTxt): Promise<DomainRecords["dmarc"]> {
  const found = await Promise.all(
    domainsOf(domain)
      .slice(0, MOST_ABOVE)
      .map(async (above) => ({ domain: above, texts: await ask(`_dmarc.${above}`) })),
  );
  for (const { domain: at, texts } of found) {
    if (texts === null) return null;
    const policies = kept(texts, /^v=DMARC1\s*(;|$)/);
    if (policies.length > 0) return { domain: at, texts: policies };
  }
  return { domain, texts: [] };
}

async function keysOf(domain: string, ask: LookUpTxt): Promise<string[] | null> {
  const answers = await Promise.all(SELECTORS.map((selector) => ask(`${selector}._domainkey.${domain}`)));
  const found = SELECTORS.filter((_, n) => answers[n]?.some(isKey));
  return found.length === 0 && answers.includes(null) ? null : found;
}

/** Where nothing follows `p=`, the key was revoked (RFC 6376, section 3.6.1). A record of something else is none. */
function isKey(text: string): boolean {
  const record = text.slice(0, LONGEST);
  return /(^|;)\s*p=\s*[a-z0-9+/]/i.test(record) && !/^\s*v=(?!DKIM1)/i.test(record);
}

function kept(texts: string[], begins: RegExp): string[] {
  return texts
    .map((text) =>
      text
        .slice(0, LONGEST)
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
        .trim()
        .toWellFormed(),
    )
    .filter((text) => begins.test(text))
    .slice(0, MOST_RECORDS);
}
