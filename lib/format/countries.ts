/** Codes that Intl names and that are reserved or withdrawn, or name no country: the EU, the UN, the Soviet Union. */
const NO_COUNTRIES = new Set(
  "AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH NT QO QU RH SU TA TP UK UN VD XA XB XK YD YU ZR ZZ".split(
    " ",
  ),
);
const LETTERS = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n));
const ENGLISH = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** The codes of all countries (ISO 3166-1 alpha-2), in the order of the alphabet. */
export const COUNTRY_CODES: string[] = LETTERS.flatMap((one) => LETTERS.map((other) => one + other)).filter(
  (code) => ENGLISH.of(code) && !NO_COUNTRIES.has(code),
);

const KNOWN = new Set(COUNTRY_CODES);

export function isCountry(code: string): boolean {
  return KNOWN.has(code);
}

/** What a country is called in English; its code where it has no name. */
export function countryName(code: string): string {
  return (/^[A-Z]{2}$/.test(code) && ENGLISH.of(code)) || code;
}

/** All countries as choices, by their names, after none; a code that is none of them stays one. */
export function countryOptions(chosen = ""): { value: string; label: string }[] {
  const codes = chosen && !isCountry(chosen) ? [...COUNTRY_CODES, chosen] : COUNTRY_CODES;
  const named = codes.map((value) => ({ value, label: countryName(value) }));
  return [{ value: "", label: "Not known" }, ...named.sort((a, b) => a.label.localeCompare(b.label, "en"))];
}
