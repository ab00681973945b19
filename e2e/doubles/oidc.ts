import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** What the provider says of whoever signs in there. */
export type Account = { sub: string; email?: string; email_verified?: boolean };

/** An OpenID Connect provider on this machine, at which whoever comes is who the test says, without being asked. */
export type OidcDouble = {
  issuer: string;
  /** What tells a Countersign of it. */
  env: Record<string, string>;
  /** Who signs in next. */
  account: Account;
  /** Changes the ID tokens that leave, as somebody between the two would; they are its own while this is null. */
  forge: ((idToken: string) => string) | null;
  /** Whether it can't be reached just now. */
  away: boolean;
  /** Lets a Countersign in as its client; before that it answers nothing. */
  serve: (app: string) => void;
  close: () => Promise<void>;
};

const CLIENT = { client_id: "countersign", client_secret: "a-secret-between-the-two" };

/** The name on the button. */
export const PROVIDER_NAME = "Larkfield ID";

export async function startOidcDouble(): Promise<OidcDouble> {
  let answer: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  const server = createServer((request, response) => {
    if (answer && !double.away) answer(request, response);
    else response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const double: OidcDouble = {
    issuer,
    env: {
      COUNTERSIGN_OIDC_ISSUER: issuer,
      COUNTERSIGN_OIDC_CLIENT_ID: CLIENT.client_id,
      COUNTERSIGN_OIDC_CLIENT_SECRET: CLIENT.client_secret,
      COUNTERSIGN_OIDC_NAME: PROVIDER_NAME,
    },
    account: { sub: "nobody" },
    forge: null,
    away: false,
    serve: (app) => {
      const provider = providerFor(issuer, app, () => double.account);
      provider.use(async (ctx, next) => {
        await next();
        if (ctx.path === "/token" && double.forge) ctx.body.id_token = double.forge(ctx.body.id_token);
      });
      const rest = provider.callback();
      answer = (request, response) =>
        request.url?.startsWith("/interaction/")
          ? void letIn(provider, request, response, double.account)
          : void rest(request, response);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return double;
}

function providerFor(issuer: string, app: string, account: () => Account): Provider {
  const accounts = new Map<string, Account>();
  return new Provider(issuer, {
    clients: [{ ...CLIENT, redirect_uris: [`${app}/api/auth/callback/provider`] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    cookies: { keys: ["a-key-for-tests"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => {
      // The token is fetched after the next person may have been chosen.
      if (account().sub === sub) accounts.set(sub, account());
      return { accountId: sub, claims: () => ({ ...(accounts.get(sub) ?? { sub }) }) };
    },
  });
}

async function letIn(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  { sub }: Account,
): Promise<void> {
  const grant = new provider.Grant({ accountId: sub, clientId: CLIENT.client_id });
  grant.addOIDCScope("openid email");
  const grantId = await grant.save();
  const done = { login: { accountId: sub, remember: false }, consent: { grantId } };
  await provider.interactionFinished(request, response, done, { mergeWithLastSubmission: false });
}
