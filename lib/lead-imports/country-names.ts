/** Codes that are reserved or withdrawn, and name no country: EU, UN, the Soviet Union, unknown places. */
const NO_COUNTRIES = new Set(
  "AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH NT QO QU RH SU TA TP UK UN VD XA XB XK YD YU ZR ZZ".split(
    " ",
  ),
);
const OTHER_NAMES = {
  USA: "US",
  "U.S.": "US",
  "United States of America": "US",
  UK: "GB",
  "Great Britain": "GB",
  England: "GB",
  Scotland: "GB",
  Deutschland: "DE",
  Österreich: "AT",
  Schweiz: "CH",
  España: "ES",
  Italia: "IT",
  "The Netherlands": "NL",
  "Czech Republic": "CZ",
  Turkey: "TR",
  "South Korea": "KR",
  "Republic of Korea": "KR",
  "Russian Federation": "RU",
  CAN: "CA",
  DEU: "DE",
  GBR: "GB",
  FRA: "FR",
};

const COUNTRIES = countryNames();

/** The code (ISO 3166-1 alpha-2) of a country by its English name or by itself; null where it isn't certain. */
export function readCountry(text: string): string | null {
  return COUNTRIES.get(foldName(text)) ?? null;
}

function countryNames(): Map<string, string> {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n));
  const known = new Map<string, string>();
  for (const code of letters.flatMap((one) => letters.map((other) => one + other))) {
    const name = names.of(code);
    if (!name || NO_COUNTRIES.has(code)) continue;
    known.set(code.toLowerCase(), code);
    if (!known.has(foldName(name))) known.set(foldName(name), code);
  }
  for (const [name, code] of Object.entries(OTHER_NAMES)) known.set(foldName(name), code);
  return known;
}

/** A name as names are compared: its letters and figures in lower case, a space between words. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
