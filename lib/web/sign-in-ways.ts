import { AppError } from "#lib/errors";

type Env = Record<string, string | undefined>;

/** An OpenID Connect provider that people sign in with. `name` stands on the button. */
export type Provider = { name: string; issuer: string; clientId: string; clientSecret: string };

/** How people come in, besides one-time links, which always work. */
export type SignInWays = { provider: Provider | null; password: boolean };

/**
 * Reads COUNTERSIGN_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET and _NAME, and COUNTERSIGN_PASSWORD_SIGN_IN. A value that
 * can't be used is `invalid` and names its variable; so is turning passwords off where there is no other way.
 */
export function readSignInWays(env: Env): SignInWays {
  const provider = readProvider(env);
  const word = env.COUNTERSIGN_PASSWORD_SIGN_IN?.trim() || "on";
  if (word !== "on" && word !== "off")
    throw new AppError("invalid", "COUNTERSIGN_PASSWORD_SIGN_IN is “on” or “off”.");
  if (word === "off" && !provider)
    throw new AppError(
      "invalid",
      "COUNTERSIGN_PASSWORD_SIGN_IN=off needs another way to sign in: set COUNTERSIGN_OIDC_ISSUER.",
    );
  return { provider, password: word === "on" };
}

function readProvider(env: Env): Provider | null {
  const issuer = env.COUNTERSIGN_OIDC_ISSUER?.trim();
  if (!issuer) return null;
  const needed = (name: string) => {
    const value = env[name]?.trim();
    if (value) return value;
    throw new AppError("invalid", `COUNTERSIGN_OIDC_ISSUER is set, and ${name} is not. It needs both.`);
  };
  return {
    name: env.COUNTERSIGN_OIDC_NAME?.trim().slice(0, 40) || "single sign-on",
    issuer: issuerAddress(issuer),
    clientId: needed("COUNTERSIGN_OIDC_CLIENT_ID"),
    clientSecret: needed("COUNTERSIGN_OIDC_CLIENT_SECRET"),
  };
}

// Without https anybody on the way could say who somebody is. This machine is no way.
function issuerAddress(text: string): string {
  const url = URL.parse(text);
  const here = url?.protocol === "http:" && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url && (url.protocol === "https:" || here)) return text;
  throw new AppError(
    "invalid",
    "COUNTERSIGN_OIDC_ISSUER is the https address of the provider, as its discovery document names it.",
  );
}
