import { describe, expect, it } from "vitest";
import { foreignOrigin } from "#lib/web/origin";
import { readSite } from "#lib/web/site";

const HERE = { host: "localhost:3000", origin: "http://localhost:3000" };

function refusal(headers: Record<string, string>, env: Record<string, string> = {}, method = "POST") {
  return foreignOrigin({ method, headers: new Headers(headers) }, readSite(env));
}

describe("without COUNTERSIGN_URL", () => {
  it("takes what comes from the host that was asked", () => {
    expect(refusal(HERE)).toBeNull();
    expect(refusal({ ...HERE, "x-forwarded-host": HERE.host })).toBeNull();
    expect(refusal({ host: "ops.example.com", origin: "https://ops.example.com" })).toBeNull();
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])("refuses %s without Origin", (method) => {
    expect(refusal({ host: HERE.host }, {}, method)).toMatch(/no Origin/);
  });

  it.each(["http://evil.example", "http://localhost:3001", "http://localhost", "null", ""])(
    "refuses the Origin “%s”",
    (origin) => {
      expect(refusal({ ...HERE, origin })).toMatch(/another site/);
    },
  );

  it("refuses an Origin that a spoofed X-Forwarded-Host agrees with", () => {
    const spoofed = { host: HERE.host, origin: "http://evil.example", "x-forwarded-host": "evil.example" };
    expect(refusal(spoofed)).toMatch(/another host/);
  });

  it.each(["GET", "HEAD", "OPTIONS"])("lets %s be: it changes nothing", (method) => {
    expect(refusal({ host: HERE.host }, {}, method)).toBeNull();
  });
});

describe("with COUNTERSIGN_URL", () => {
  const env = { COUNTERSIGN_URL: "https://ops.example.com" };
  const behind = { host: "10.0.0.5:3000", "x-forwarded-host": "ops.example.com" };

  it("takes what comes from that address alone", () => {
    expect(refusal({ ...behind, origin: "https://ops.example.com" }, env)).toBeNull();
    expect(refusal({ ...behind, origin: "http://ops.example.com" }, env)).toMatch(/another site/);
    expect(refusal({ ...behind, origin: "http://10.0.0.5:3000" }, env)).toMatch(/another site/);
  });
});

describe("readSite", () => {
  it.each([
    "ops.example.com",
    "ftp://ops.example.com",
    "https://ops.example.com/app",
    "https://a:b@ops.example.com",
  ])("refuses %s", (text) => {
    expect(() => readSite({ COUNTERSIGN_URL: text })).toThrow(/^COUNTERSIGN_URL/);
  });

  it("reads the number of proxies", () => {
    expect(readSite({ COUNTERSIGN_PROXIES: "2" })).toEqual({ url: null, proxies: 2 });
    expect(() => readSite({ COUNTERSIGN_PROXIES: "yes" })).toThrow(/^COUNTERSIGN_PROXIES/);
  });
});
