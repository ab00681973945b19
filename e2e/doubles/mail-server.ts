import type { AddressInfo, Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/**
 * What it does with a mail: takes it, refuses its receiver for good or for now, refuses its text for good or for now,
 * has no time (421), closes the connection before or after the text or while the text is on its way, falls silent after
 * the text, or says nothing at all from the start.
 */
export type Manner =
  | "accept"
  | "refuse"
  | "defer"
  | "greylist"
  | "busy"
  | "refuse-text"
  | "defer-text"
  | "cut-early"
  | "cut-within"
  | "cut-late"
  | "hang"
  | "mute";

/** Places on the way of a mail, in their order: the last one is where it was taken and nobody has been told. */
export const SMTP_STEPS = ["greeting", "sender", "receiver", "text", "taken"] as const;
export type SmtpStep = (typeof SMTP_STEPS)[number];

/** Whom it lets in: by a password, or by an access token. */
export type MailServerLogin = { user: string; secret: string };

export type Received = ParsedMail & { envelope: { from: string; to: string[] }; raw: string };

/** A mail server on the loopback address that keeps what it took. */
export type MailServer = {
  url: string;
  mails: Received[];
  /** Texts it was handed, whether or not it took them. */
  handed: () => number;
  behave: (manner: Manner) => void;
  /** Calls something each time a mail comes to a step, before that is answered. */
  at: (step: SmtpStep, what: () => void) => void;
  /** Has the connection end, or nothing more said, when a mail comes to a step. */
  breakAt: (step: SmtpStep, by: "cut" | "silence") => void;
  /** How long it takes at most to say that it has taken a mail; at once where nobody says. */
  linger: (most: number) => void;
  close: () => Promise<void>;
};

/** Starts one on a free port. It offers no TLS, and a login where it is told which one is right. */
export async function startMailServer(login?: MailServerLogin): Promise<MailServer> {
  const mails: Received[] = [];
  const sockets = new Set<Socket>();
  let manner: Manner = "accept";
  let handed = 0;
  let lingering = 0;
  const acts = new Map<SmtpStep, () => void>();
  const breaks = new Map<SmtpStep, "cut" | "silence">();
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  /** Whether it goes on from a step. */
  const passes = (step: SmtpStep): boolean => {
    acts.get(step)?.();
    if (breaks.get(step) === "cut") cut();
    return !breaks.has(step);
  };
  const server = new SMTPServer({
    disabledCommands: login ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
    ...(login && { allowInsecureAuth: true, authMethods: ["PLAIN", "LOGIN", "XOAUTH2"] }),
    hideENHANCEDSTATUSCODES: false,
    // Asking for the name of 127.0.0.1 takes longer than a mail.
    disableReverseLookup: true,
    onAuth: ({ username, password, accessToken }, _session, done) => {
      const right = login?.user === username && [password, accessToken].includes(login?.secret);
      if (right) done(null, { user: username });
      else done(refusal(535, "Authentication failed"));
    },
    onConnect: (_session, done) => {
      if (!passes("greeting")) return;
      if (manner === "busy") done(refusal(421, "Too busy now"));
      else if (manner !== "mute") done();
    },
    onMailFrom: (_address, _session, done) => {
      if (passes("sender")) done();
    },
    onRcptTo: (_address, _session, done) => {
      if (!passes("receiver")) return;
      if (manner === "greylist") done(refusal(450, "Come back in a while"));
      else if (manner === "refuse") done(refusal(550, "No such user here"));
      else if (manner === "defer") done(refusal(451, "Try again later"));
      else if (manner === "cut-early") cut();
      else done();
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      if (!passes("text")) return void stream.resume();
      stream.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        if (manner === "cut-within") cut();
      });
      stream.on("end", async () => {
        handed += 1;
        if (manner === "cut-within") return;
        if (manner === "cut-late") return cut();
        if (manner === "hang") return;
        if (manner === "refuse-text") return done(refusal(554, "This looks like spam"));
        if (manner === "defer-text") return done(refusal(452, "Mailbox full for now"));
        const raw = Buffer.concat(chunks).toString();
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.push({ ...(await simpleParser(raw)), raw, envelope: { from, to } });
        if (!passes("taken")) return;
        if (lingering) setTimeout(done, Math.random() * lingering);
        else done();
      });
    },
  });
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  // A connection that is cut is an error to it too.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    handed: () => handed,
    linger: (most) => {
      lingering = most;
    },
    at: (step, what) => void acts.set(step, what),
    breakAt: (step, by) => void breaks.set(step, by),
    behave: (next) => {
      manner = next;
    },
    close: async () => {
      cut();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
