import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONSENT_BASES } from "#drizzle/schema/consents";
import { type Consent, expiryOf, standingOf } from "#lib/consent/rules";
import { addDays, endOfMonth, partsOf } from "#lib/format/dates";
import { foldAddress } from "#lib/format/mail-address";

const days = fc
  .date({ min: new Date("1950-01-01"), max: new Date("2150-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const consent = fc.record({
  id: fc.uuid(),
  basis: fc.constantFrom(...CONSENT_BASES),
  obtainedOn: days,
  evidence: fc.constant("Said so."),
});

describe("when implied consent ends", () => {
  it.each([
    ["purchase", "2024-02-29", "2026-02-28"],
    ["purchase", "2026-01-31", "2028-01-31"],
    ["inquiry", "2025-08-31", "2026-02-28"],
    ["inquiry", "2023-08-31", "2024-02-29"],
    ["inquiry", "2026-12-31", "2027-06-30"],
    ["inquiry", "2026-06-30", "2026-12-30"],
  ] as const)("%s on %s: %s", (basis, obtainedOn, end) => {
    expect(expiryOf({ basis, obtainedOn })).toBe(end);
  });

  it("never is express consent or a published address", () => {
    expect(expiryOf({ basis: "express", obtainedOn: "2020-02-29" })).toBeNull();
    expect(expiryOf({ basis: "published", obtainedOn: "2020-02-29" })).toBeNull();
  });

  it("is the same day so many months later, or the last of a shorter month", () => {
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(["purchase", 24] as const, ["inquiry", 6] as const),
        (day, [basis, n]) => {
          const end = expiryOf({ basis, obtainedOn: day }) ?? "";
          const [from, to] = [partsOf(day), partsOf(end)];
          expect(to.year * 12 + to.month - (from.year * 12 + from.month)).toBe(n);
          expect(
            to.dayOfMonth === from.dayOfMonth || (to.dayOfMonth < from.dayOfMonth && end === endOfMonth(end)),
          ).toBe(true);
        },
      ),
    );
  });
});

describe("how consents stand on a day", () => {
  it("allows writing up to the last day and not on the one after it", () => {
    fc.assert(
      fc.property(days, fc.constantFrom("purchase", "inquiry"), (obtainedOn, basis) => {
        const one: Consent = { id: "cns_1", basis, obtainedOn, evidence: "Said so." };
        const end = expiryOf(one) ?? "";
        expect(standingOf([one], obtainedOn).state).toBe("valid");
        expect(standingOf([one], end).state).toBe("valid");
        expect(standingOf([one], addDays(end, 1)).state).toBe("expired");
        expect(standingOf([one], addDays(obtainedOn, -1)).state).toBe("none");
      }),
    );
  });

  it("is valid where any of them is, and the same in every order", () => {
    fc.assert(
      fc.property(fc.array(consent, { maxLength: 6 }), days, (consents, today) => {
        const together = standingOf(consents, today).state;
        const each = consents.map((one) => standingOf([one], today).state);
        const expected = each.includes("valid") ? "valid" : each.includes("expired") ? "expired" : "none";
        expect(together).toBe(expected);
        expect(standingOf(consents.toReversed(), today).state).toBe(together);
      }),
    );
  });
});

describe("addresses as they are compared", () => {
  const local = fc.stringMatching(/^[a-z0-9]{1,12}([.+-][a-z0-9]{1,6})?$/);
  const label = fc.stringMatching(/^[a-z]([a-z0-9]{0,8}[a-z0-9])?$/);

  it("are the same whatever the case of their letters and the space around them, and folding twice is folding once", () => {
    fc.assert(
      fc.property(
        local,
        label,
        fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
        (name, host, upper) => {
          const plain = `${name}@${host}.example`;
          const mixed = [...plain].map((char, n) => (upper[n] ? char.toUpperCase() : char)).join("");
          expect(foldAddress(` ${mixed}\t`)).toBe(plain);
          expect(foldAddress(plain)).toBe(plain);
        },
      ),
    );
  });

  it.each([
    ["kim@bücher.example", "kim@xn--bcher-kva.example"],
    ["KIM@BÜCHER.example", "kim@xn--bcher-kva.example"],
    ["kim@xn--bcher-kva.example", "kim@xn--bcher-kva.example"],
    // "ü" as one letter and as "u" with a sign above.
    ["kim@bu\u0308cher.example", "kim@xn--bcher-kva.example"],
    ["JOSÉ@hollis.example", "josé@hollis.example"],
  ])("%s is %s", (written, folded) => {
    expect(foldAddress(written)).toBe(folded);
  });
});

it.each([
  "kim@quarry.example。",
  "kim@quarry.example%2e",
  "kim@quarry..example",
  "k\0im@quarry.example",
  "kim\u200b@quarry.example",
])("%j is no second name of an address that is on the list", (address) =>
  expect(foldAddress(address)).toBeNull(),
);
