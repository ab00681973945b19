import { expect, it } from "vitest";
import { COUNTRY_CODES, countryName, countryOptions, isCountry } from "#lib/format/countries";

it("knows all 249 countries of ISO 3166-1, and nothing that is none", () => {
  expect(COUNTRY_CODES).toHaveLength(249);
  expect(["CA", "DE", "TW", "AX", "BQ", "SS"].every(isCountry)).toBe(true);
  expect(["EU", "UK", "XK", "ZZ", "ca", "", "USA"].some(isCountry)).toBe(false);
});

it("names them, and offers them by name", () => {
  expect([countryName("CA"), countryName("CI"), countryName("ZZ9")]).toEqual([
    "Canada",
    "Côte d’Ivoire",
    "ZZ9",
  ]);
  expect(countryOptions().slice(0, 2)).toEqual([
    { value: "", label: "Not known" },
    { value: "AF", label: "Afghanistan" },
  ]);
  expect(countryOptions("QQ")).toContainEqual({ value: "QQ", label: "QQ" });
});
