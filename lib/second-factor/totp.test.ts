import { describe, expect, it } from "vitest";
import { qrPath } from "#lib/second-factor/qr-code";
import { bareCode } from "#lib/second-factor/recovery-codes";
import { keyAddress, newSecret, stepOf } from "#lib/second-factor/totp";

/** RFC 6238, appendix B: the secret "12345678901234567890", of whose codes the last six digits are taken here. */
const RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1000);

describe("stepOf", () => {
  it.each([
    [59, "287082", 1],
    [1_111_111_109, "081804", 37_037_036],
    [1_111_111_111, "050471", 37_037_037],
    [1_234_567_890, "005924", 41_152_263],
    [2_000_000_000, "279037", 66_666_666],
    [20_000_000_000, "353130", 666_666_666],
  ])("takes the code of RFC 6238 for the second %i", (second, code, step) => {
    expect(stepOf(RFC, code, at(second), 0)).toBe(step);
  });

  it("takes the step before and the step after, and none further", () => {
    const steps = [-61, -31, -1, 0, 29, 30, 59, 60].map((off) =>
      stepOf(RFC, "005924", at(1_234_567_890 + off), 0),
    );
    expect(steps).toEqual([null, null, 41_152_263, 41_152_263, 41_152_263, 41_152_263, 41_152_263, null]);
  });

  it("takes no step that was taken, nor an earlier one", () => {
    const take = (after: number) => stepOf(RFC, "005924", at(1_234_567_890), after);
    expect([41_152_262, 41_152_263, 41_152_264].map(take)).toEqual([41_152_263, null, null]);
  });

  it.each(["", "5924", "0059240", "00592a", "٠٠٥٩٢٤"])("refuses “%s”", (code) => {
    expect(stepOf(RFC, code, at(1_234_567_890), 0)).toBeNull();
  });
});

it("makes secrets of 160 bits, each another", () => {
  const [one, other] = [newSecret(), newSecret()];
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(one).not.toBe(other);
});

it("tells authenticators everything they need", () => {
  const url = new URL(keyAddress(RFC, "bo:tran@larkfield.example"));
  expect(url.protocol).toBe("otpauth:");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    issuer: "Countersign",
    secret: RFC,
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
});

it("draws a QR code with a quiet zone of four modules", () => {
  const { size, path } = qrPath(keyAddress(RFC, "bo@larkfield.example"));
  const places = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) =>
    [x, y, width].map(Number),
  );
  const [xs, ys] = [places.map(([x = 0]) => x), places.map(([, y = 0]) => y)];
  expect(Math.min(...xs)).toBe(4);
  expect(Math.min(...ys)).toBe(4);
  expect(Math.max(...places.map(([x = 0, , width = 0]) => x + width))).toBe(size - 4);
  // The upper edge of the pattern in the upper left corner: seven dark modules.
  expect(places[0]).toEqual([4, 4, 7]);
});

it("reads recovery codes as people type them", () => {
  expect(bareCode(" 3-KQ7MX 2v9p4 ")).toBe("3kq7mx2v9p4");
  expect(bareCode("3-O1lIo-22222")).toBe("30111022222");
});
