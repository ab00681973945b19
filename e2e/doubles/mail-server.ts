import type { AddressInfo, Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/**
 * What it does with a mail: takes it, refuses its receiver for good or for now, refuses its text for now, closes the
 * connection before or after the text, falls silent after the text, or says nothing at all from the start.
 */
export type Manner =
  | "accept"
  | "refuse"
  | "defer"
  | "defer-text"
  | "cut-early"
  | "cut-late"
  | "hang"
  | "mute";

export type Received = ParsedMail & { envelope: { from: string; to: string[] }; raw: string };

/** A mail server on the loopback address that keeps what it took. */
export type MailServer = {
  url: string;
  mails: Received[];
  /** Texts it was handed, whether or not it took them. */
  handed: () => number;
  behave: (manner: Manner) => void;
  close: () => Promise<void>;
};

/** Starts one on a free port. It offers neither TLS nor a login. */
export async function startMailServer(): Promise<MailServer> {
  const mails: Received[] = [];
  const sockets = new Set<Socket>();
  let manner: Manner = "accept";
  let handed = 0;
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    hideENHANCEDSTATUSCODES: false,
    onConnect: (_session, done) => {
      if (manner !== "mute") done();
    },
    onRcptTo: (_address, _session, done) => {
      if (manner === "refuse") done(refusal(550, "No such user here"));
      else if (manner === "defer") done(refusal(451, "Try again later"));
      else if (manner === "cut-early") cut();
      else done();
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        handed += 1;
        if (manner === "cut-late") return cut();
        if (manner === "hang") return;
        if (manner === "defer-text") return done(refusal(452, "Mailbox full for now"));
        const raw = Buffer.concat(chunks).toString();
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.push({ ...(await simpleParser(raw)), raw, envelope: { from, to } });
        done();
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
