import type { DomainRecords } from "#drizzle/schema/outreach";

/** What is known of one thing that decides whether mail arrives: as it should be, to be mended, or not known from here. */
export type DomainFact = {
  name: "SPF" | "DKIM" | "DMARC";
  state: "fine" | "mend" | "unknown";
  /** What is so, as a sentence. */
  says: string;
  /** What to do about it; null where there is nothing. */
  todo: string | null;
  /** The records as they were found. */
  records: string[];
};

type Said = Omit<DomainFact, "name" | "records">;

const LATER = "Try again in a while.";

/** Says what the records of a domain mean, and what to do; `host` is the server that mail leaves by. */
export function factsOfDomain(domain: string, records: DomainRecords, host: string): DomainFact[] {
  const { spf, dkim, dmarc } = records;
  return [
    { name: "SPF", ...(spf ? spfOf(domain, spf, host) : silent("SPF")), records: spf ?? [] },
    {
      name: "DKIM",
      ...(dkim ? dkimOf(domain, dkim) : silent("DKIM")),
      records: (dkim ?? []).map((selector) => `${selector}._domainkey.${domain}`),
    },
    { name: "DMARC", ...(dmarc ? dmarcOf(domain, dmarc) : silent("DMARC")), records: dmarc?.texts ?? [] },
  ];
}

function silent(name: DomainFact["name"]): Said {
  return { state: "unknown", says: `DNS did not answer in time about ${name}.`, todo: LATER };
}

/** RFC 7208: one record (section 4.5) that names who may send, and says what becomes of all others (section 5.1). */
function spfOf(domain: string, [record, ...more]: string[], host: string): Said {
  if (!record)
    return {
      state: "mend",
      says: `${domain} does not say which servers may send its mail.`,
      todo: `Add a TXT record at ${domain} that begins with v=spf1, names what your mail provider tells you for ${host}, and ends in ~all or -all.`,
    };
  if (more.length > 0)
    return {
      state: "mend",
      says: `${domain} has ${more.length + 1} SPF records, which counts as having a broken one.`,
      todo: "Put them together into one.",
    };
  const all = /\s([+?~-]?)all(?=\s|$)/i.exec(record)?.[1];
  if (all === "" || all === "+")
    return {
      state: "mend",
      says: "The record lets every server in the world send.",
      todo: "Have it end in ~all or -all.",
    };
  if (all === "?" || (all === undefined && !/\sredirect=/i.test(record)))
    return {
      state: "mend",
      says: "The record does not say what becomes of mail from servers it does not name.",
      todo: "Have it end in ~all or -all.",
    };
  return {
    state: "fine",
    says: `${domain} names the servers that may send its mail.`,
    todo: `See to it that ${host} is among them: your mail provider says under which name.`,
  };
}

/** RFC 6376 names keys by a selector that only a signed mail tells, so that a missing one proves nothing. */
function dkimOf(domain: string, selectors: string[]): Said {
  if (selectors.length > 0)
    return {
      state: "fine",
      says: `There is a key to sign mail of ${domain} with.`,
      todo: `Whether it is used, a mail to yourself at another provider shows: its source has dkim=pass with header.d=${domain}.`,
    };
  return {
    state: "unknown",
    says: "No key stands under the names that large providers use; yours may use another.",
    todo: `Send a mail to yourself at another provider and look at its source: right is dkim=pass with header.d=${domain}. Else turn on DKIM at your mail provider.`,
  };
}

/** RFC 7489: one policy (section 6.6.3), for mail that neither SPF nor DKIM passes for the domain it is from (3.1). */
function dmarcOf(domain: string, { domain: at, texts }: NonNullable<DomainRecords["dmarc"]>): Said {
  const [record, ...more] = texts;
  if (!record)
    return {
      state: "mend",
      says: `${domain} has no DMARC policy. Gmail and Yahoo refuse much of what comes from such domains.`,
      todo: `Add a TXT record at _dmarc.${domain}: v=DMARC1; p=none; rua=mailto:… with an address that reads the reports.`,
    };
  if (more.length > 0)
    return {
      state: "mend",
      says: `_dmarc.${at} has ${more.length + 1} policies, which counts as having none.`,
      todo: "Leave one of them.",
    };
  const tag = (name: string) =>
    new RegExp(`;\\s*${name}\\s*=\\s*(none|quarantine|reject)\\s*(;|$)`, "i").exec(record);
  const policy = ((at === domain ? null : tag("sp")) ?? tag("p"))?.[1]?.toLowerCase();
  const from = at === domain ? "" : `, from ${at}`;
  if (!policy)
    return {
      state: "mend",
      says: `The policy${from} does not say what becomes of mail that fails.`,
      todo: "Give it p=none, p=quarantine or p=reject.",
    };
  if (policy === "none")
    return {
      state: "fine",
      says: `There is a policy${from}; it asks for reports and holds nothing back (p=none).`,
      todo: "Once the reports are clean, p=quarantine keeps others from writing in your name.",
    };
  return {
    state: "fine",
    says: `There is a policy${from}: mail that neither SPF nor DKIM vouches for is ${policy === "reject" ? "refused" : "put aside"} (p=${policy}).`,
    todo: null,
  };
}
