import { onOneLine } from "#lib/channels/header-text";
import { postHttp } from "#lib/channels/http-post";
import { addressOfHost } from "#lib/channels/public-host";
import { AppError } from "#lib/errors";

/** What a mailbox is opened with by OAuth2 (RFC 6749, section 6). `tokenUrl` is where a refresh token is exchanged. */
export type OAuthGrant = { tokenUrl: string; clientId: string; clientSecret: string; refreshToken: string };

/** An access token, and what the next one is exchanged for. */
export type FetchedToken = { accessToken: string; refreshToken: string };

const LONGEST_BYTES = 64 * 1024;
const LONGEST_WORDS = 200;

/**
 * Exchanges a refresh token for an access token, over https; over http only inside the own network, where that is
 * allowed. A new refresh token takes the place of the old one (RFC 6749, section 6). `invalid` where the server refuses
 * in its words, `unavailable` where it may answer later; the secrets are in no message.
 */
export async function fetchAccessToken(
  grant: OAuthGrant,
  allowed: { privateHosts: boolean },
  signal: AbortSignal,
): Promise<FetchedToken> {
  const { tokenUrl, clientId, clientSecret, refreshToken } = grant;
  const url = new URL(tokenUrl);
  const plain = url.protocol === "http:" && allowed.privateHosts;
  if (url.protocol !== "https:" && !plain)
    throw new AppError("invalid", "The token address must begin with https://.");
  const address = await addressOfHost(url.hostname.replace(/^\[|\]$/g, ""), allowed);
  const body = new URLSearchParams({
    grant_type: "refresh_token",
    client_id: clientId,
    client_secret: clientSecret,
    refresh_token: refreshToken,
  }).toString();
  const headers = { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" };
  const post = { url, plain, address, headers, body, longest: LONGEST_BYTES };
  const answer = await postHttp(post, signal).catch(() => {
    throw new AppError("unavailable", `${url.hostname} did not answer.`);
  });
  const said = fieldsOf(answer.text);
  if (answer.status < 400 && said.access_token)
    return { accessToken: said.access_token, refreshToken: said.refresh_token ?? refreshToken };
  if (answer.status < 500 && said.error)
    throw new AppError(
      "invalid",
      `${url.hostname} refused to renew the sign-in (${wordsOf(said, grant)}). Connect the mailbox again.`,
    );
  throw new AppError("unavailable", `${url.hostname} gave no access token (HTTP ${answer.status}).`);
}

type Field = "access_token" | "refresh_token" | "error" | "error_description";

/** What an answer says (RFC 6749, sections 5.1 and 5.2); nothing where it is no JSON. */
function fieldsOf(answer: string): Partial<Record<Field, string>> {
  try {
    const fields = Object.entries(JSON.parse(answer) ?? {});
    return Object.fromEntries(fields.filter(([, value]) => typeof value === "string" && value !== ""));
  } catch {
    return {};
  }
}

// Some servers say back what they were sent.
function wordsOf(said: Partial<Record<Field, string>>, { clientSecret, refreshToken }: OAuthGrant): string {
  const words = [said.error, said.error_description].filter(Boolean).join(": ");
  const bare = [clientSecret, refreshToken]
    .filter(Boolean)
    .reduce((left, one) => left.replaceAll(one, "…"), words);
  return onOneLine(bare).slice(0, LONGEST_WORDS);
}
