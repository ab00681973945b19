import { type BrowserContext, test as base, type Page } from "@playwright/test";
import { type ClaudeDouble, startClaudeDouble } from "#e2e/doubles/claude";
import type { ImapServer } from "#e2e/doubles/imap-server";
import { startImapServer } from "#e2e/doubles/imap-servers";
import { type MailServer, startMailServer } from "#e2e/doubles/mail-server";
import { type OidcDouble, startOidcDouble } from "#e2e/doubles/oidc";
import { type SlackDouble, startSlackDouble } from "#e2e/doubles/slack-double";
import { type CastKey, type Stage, stageOn } from "#e2e/support/cast";
import { type Company, type Home, makeHome, openHome, sessionIdOf } from "#e2e/support/company";
import { type Problems, watchProblems } from "#e2e/support/problems";
import { freePort, type Server, START_MS, startServer } from "#e2e/support/server";
import { AUTH_SECRET, sessionCookie } from "#e2e/support/session-cookie";

/** A Countersign under test. All tests of a file share one; files never do. */
export type App = {
  url: string;
  /** The address that creates the admin, as printed at the start; undefined once there is a company. */
  setupLink: string | undefined;
  /** The address that signs in to the sample company, as printed at the start. */
  signInLink: string | undefined;
  server: Server;
  /** The sign-in provider, where the file asked for one. */
  oidc: OidcDouble | undefined;
  /** Claude's double, where the file asked for `writer: "claude"`. */
  claude: ClaudeDouble | undefined;
  /** The mail server, where the file asked for `mail: "on"` or `"read"`. */
  mail: MailServer | undefined;
  /** What is read of what is answered, where the file asked for `mail: "read"`. */
  imap: ImapServer | undefined;
  /** Slack’s double, where the file asked for `slack: "on"`. */
  slack: SlackDouble | undefined;
};

type Options = {
  /** `cast` (the default) begins with the cast and its team; `empty` before the setup; `sample` is `npm run sample`. */
  company: Company | "sample";
  /** Who writes drafts: the rules (the default), or Claude's double. */
  writer: "rules" | "claude";
  /** Whether a sign-in provider stands beside the password, or alone; none is the default. */
  provider: "none" | "beside" | "alone";
  /** Whether mail is set up, and answers to it are read; `off` is the default. */
  mail: "off" | "on" | "read";
  /** Whether there is a Slack to connect; `off` is the default. */
  slack: "off" | "on";
  /** What happened in the company of the cast before the server starts; nothing is the default. */
  past: { happened: (stage: Stage) => Promise<void> } | null;
};
type Fixtures = {
  app: App;
  problems: Problems;
  /** A page of somebody of the cast, signed in, in a browser context of its own. */
  as: (who: CastKey) => Promise<Page>;
};
type Running = App & { key: string; close: () => Promise<void> };
type WorkerFixtures = { running: { app?: Running } };

const CLAUDE_KEY = "test-key";

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  company: ["cast", { option: true }],
  writer: ["rules", { option: true }],
  provider: ["none", { option: true }],
  mail: ["off", { option: true }],
  slack: ["off", { option: true }],
  past: [null, { option: true }],
  running: [
    async ({ playwright: _playwright }, use) => {
      const running: WorkerFixtures["running"] = {};
      await use(running);
      await running.app?.close();
    },
    { scope: "worker" },
  ],
  app: [
    async ({ running, company, writer, provider, mail, slack, past }, use, { file }) => {
      const key = `${file} ${company} ${writer} ${provider} ${mail} ${slack}`;
      if (running.app?.key !== key) {
        await running.app?.close();
        running.app = undefined;
        running.app = { key, ...(await startApp({ company, writer, provider, mail, slack, past })) };
      }
      await use(running.app);
    },
    // Starting isn't what a test takes.
    { timeout: START_MS },
  ],
  baseURL: async ({ app }, use) => use(app.url),
  problems: [
    async ({ app: _app }, use) => {
      const problems = watchProblems();
      await use(problems);
      problems.check();
    },
    { auto: true },
  ],
  context: async ({ context, problems }, use) => {
    await problems.watch(context);
    await use(context);
  },
  as: async ({ browser, app, problems, contextOptions }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (who) => {
      const context = await browser.newContext({ ...contextOptions, baseURL: app.url });
      opened.push(context);
      await problems.watch(context);
      await context.addCookies([await sessionCookie(sessionIdOf(who), AUTH_SECRET, app.url)]);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
});

async function startApp({ company, writer, provider, mail: mails, slack: slacks, past }: Options) {
  if (company === "sample") return appOf(await startServer({}, "sample"));
  const home: Home = await makeHome(company);
  if (past) await goThrough(home, past.happened);
  const claude = writer === "claude" ? await startClaudeDouble({ apiKey: CLAUDE_KEY }) : undefined;
  const oidc = provider === "none" ? undefined : await startOidcDouble();
  const mail = mails === "off" ? undefined : await startMailServer();
  const imap = mails === "read" ? await startImapServer() : undefined;
  const slack = slacks === "on" ? await startSlackDouble() : undefined;
  const server = await startServer({
    ...home.env,
    AUTH_SECRET,
    ...oidc?.env,
    ...(provider === "alone" && { COUNTERSIGN_PASSWORD_SIGN_IN: "off" }),
    ...(mail && (await mailEnv(mail))),
    ...(slack && { COUNTERSIGN_SLACK_API: slack.api }),
    ...(imap && { COUNTERSIGN_IMAP_URL: imap.url }),
    ...(claude && {
      ANTHROPIC_API_KEY: CLAUDE_KEY,
      ANTHROPIC_BASE_URL: claude.url,
      COUNTERSIGN_LLM_MODE: "structured",
    }),
  });
  oidc?.serve(server.url);
  return appOf(server, { claude, oidc, mail, imap, slack, home });
}

async function goThrough({ env }: Home, happened: (stage: Stage) => Promise<void>): Promise<void> {
  const store = await openHome(env);
  try {
    await happened(stageOn(store, new Date().toISOString()));
  } finally {
    await store.close();
  }
}

// Links in mails begin with the address of the server, so its port is chosen before it starts.
async function mailEnv({ url }: MailServer): Promise<Record<string, string>> {
  const port = String(await freePort());
  return {
    PORT: port,
    COUNTERSIGN_URL: `http://localhost:${port}`,
    COUNTERSIGN_SMTP_URL: url,
    COUNTERSIGN_MAIL_FROM: "Countersign <ops@larkfield.example>",
  };
}

type Beside = {
  claude?: ClaudeDouble;
  oidc?: OidcDouble;
  mail?: MailServer;
  imap?: ImapServer;
  slack?: SlackDouble;
  home?: Home;
};

function appOf(server: Server, { claude, oidc, mail, imap, slack, home }: Beside = {}) {
  const printed = (kind: string) => new RegExp(`http\\S+/${kind}/\\S+`).exec(server.said())?.[0];
  return {
    url: server.url,
    setupLink: printed("setup"),
    signInLink: printed("link"),
    server,
    claude,
    oidc,
    mail,
    imap,
    slack,
    close: async () => {
      await server.stop();
      await claude?.close();
      await oidc?.close();
      await mail?.close();
      await imap?.close();
      await slack?.close();
      home?.remove();
    },
  };
}
