import { COUNTRY_CODES } from "#lib/format/countries";

const OTHER_NAMES = {
  USA: "US",
  "U.S.": "US",
  "United States of America": "US",
  UK: "GB",
  "Great Britain": "GB",
  England: "GB",
  Scotland: "GB",
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

/** Languages in which people write the names of countries, the first counting before the others. */
const LANGUAGES = ["en", "fr", "de", "es", "it", "pt", "nl", "pl", "da", "sv", "fi", "cs"];

const COUNTRIES = countryNames();

/** The code (ISO 3166-1 alpha-2) of a country by its name in one of these languages or by itself; null where it isn't certain. */
export function readCountry(text: string): string | null {
  return COUNTRIES.get(foldName(text)) ?? null;
}

function countryNames(): Map<string, string> {
  const known = new Map(COUNTRY_CODES.map((code) => [code.toLowerCase(), code]));
  for (const [name, code] of Object.entries(OTHER_NAMES)) known.set(foldName(name), code);
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames(language, { type: "region" });
    for (const code of COUNTRY_CODES) {
      const name = foldName(names.of(code) ?? "");
      if (!known.has(name)) known.set(name, code);
    }
  }
  return known;
}

/** A name as names are compared: its letters and figures in lower case, a space between words. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
