import { describe, expect, it } from "vitest";
import { readSignInWays } from "#lib/web/sign-in-ways";

const SET = {
  COUNTERSIGN_OIDC_ISSUER: "https://login.larkfield.example/realms/all",
  COUNTERSIGN_OIDC_CLIENT_ID: "countersign",
  COUNTERSIGN_OIDC_CLIENT_SECRET: "a-secret",
};

describe("readSignInWays", () => {
  it("is the password alone where nothing is set", () => {
    expect(readSignInWays({})).toEqual({ provider: null, password: true });
  });

  it("reads the provider, with a name of its own or a plain one", () => {
    const provider = {
      name: "single sign-on",
      issuer: SET.COUNTERSIGN_OIDC_ISSUER,
      clientId: "countersign",
      clientSecret: "a-secret",
    };
    expect(readSignInWays(SET)).toEqual({ provider, password: true });
    expect(readSignInWays({ ...SET, COUNTERSIGN_OIDC_NAME: " Larkfield ID " }).provider?.name).toBe(
      "Larkfield ID",
    );
    expect(readSignInWays({ ...SET, COUNTERSIGN_PASSWORD_SIGN_IN: "off" }).password).toBe(false);
  });

  it.each([
    ["COUNTERSIGN_OIDC_CLIENT_ID", { ...SET, COUNTERSIGN_OIDC_CLIENT_ID: "" }],
    ["COUNTERSIGN_OIDC_CLIENT_SECRET", { ...SET, COUNTERSIGN_OIDC_CLIENT_SECRET: undefined }],
    ["COUNTERSIGN_OIDC_ISSUER", { ...SET, COUNTERSIGN_OIDC_ISSUER: "http://login.larkfield.example" }],
    ["COUNTERSIGN_OIDC_ISSUER", { ...SET, COUNTERSIGN_OIDC_ISSUER: "http://localhost.evil.example" }],
    ["COUNTERSIGN_OIDC_ISSUER", { ...SET, COUNTERSIGN_OIDC_ISSUER: "login.larkfield.example" }],
    ["COUNTERSIGN_PASSWORD_SIGN_IN", { ...SET, COUNTERSIGN_PASSWORD_SIGN_IN: "no" }],
    ["COUNTERSIGN_PASSWORD_SIGN_IN", { COUNTERSIGN_PASSWORD_SIGN_IN: "off" }],
  ])("stops at a %s that can't be used", (name, env) => {
    expect(() => readSignInWays(env)).toThrow(
      expect.objectContaining({ code: "invalid", message: expect.stringContaining(name) }),
    );
  });

  it("takes http on this machine, for trying things out", () => {
    const at = (issuer: string) =>
      readSignInWays({ ...SET, COUNTERSIGN_OIDC_ISSUER: issuer }).provider?.issuer;
    for (const issuer of ["http://localhost:4000", "http://127.0.0.1:4000", "http://[::1]:4000"])
      expect(at(issuer)).toBe(issuer);
  });
});
