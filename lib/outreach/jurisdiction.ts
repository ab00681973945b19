import { countryName } from "#lib/format/countries";

/** A country where mail to a business needs express consent first, and the law that says so. */
export type Jurisdiction = { country: string; law: string };

/** Where the rules that are checked for every mail are those of the country: CASL, CAN-SPAM, PECR. */
const CHECKED = new Set(["CA", "US", "GB"]);

const STRICT: Record<string, Jurisdiction> = {
  DE: { country: "Germany", law: "§ 7 UWG" },
  AT: { country: "Austria", law: "§ 174 TKG 2021" },
  DK: { country: "Denmark", law: "§ 10 markedsføringsloven" },
  ES: { country: "Spain", law: "art. 21 LSSI" },
  IT: { country: "Italy", law: "art. 130 Codice privacy" },
  PL: { country: "Poland", law: "art. 398 PKE" },
};

/**
 * The country that asks for express consent even between businesses, by the lead's own country or else the end of their
 * folded address; null where none is known to.
 */
export function strictJurisdiction(country: string | null, address: string): Jurisdiction | null {
  const code = country ?? address.slice(address.lastIndexOf(".") + 1);
  return STRICT[code.toUpperCase()] ?? null;
}

/** A country whose law nobody here has looked at, by its name: the end of an address is too little to go by. Null where it is known, or no country is. */
export function unknownJurisdiction(country: string | null): string | null {
  return country && !CHECKED.has(country) && !STRICT[country] ? countryName(country) : null;
}
