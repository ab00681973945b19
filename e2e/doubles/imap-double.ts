import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { answerCommand, type ImapInbox, type ImapSession, nameOf } from "#e2e/doubles/imap-commands";
import { type ImapServer, imapAt } from "#e2e/doubles/imap-server";

/** What it does: serves, cuts the line where a mail is asked for or says no more there, refuses all, or never says a word. */
export type ImapManner = "serve" | "cut" | "hang" | "busy" | "mute";

export type ImapDouble = ImapServer & {
  behave: (manner: ImapManner) => void;
  /** Forgets the oldest mail and numbers the others anew, under another UIDVALIDITY (RFC 3501, section 2.3.1.1). */
  renumber: () => void;
  /** The commands it was given, in their order. */
  heard: string[];
};

const LOGIN = { user: "sales", pass: "four-mail-doves" };

/**
 * Speaks as much of IMAP4rev1 (RFC 3501) as reading an inbox takes, and refuses all else as unknown. Lets in by a password,
 * and by the same as an access token.
 */
export async function startImapDouble(login: ImapServer["login"] = LOGIN): Promise<ImapDouble> {
  const inbox: ImapInbox = { uidValidity: 1_000, mails: [] };
  const sockets = new Set<Socket>();
  const heard: string[] = [];
  let manner: ImapManner = "serve";
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    // A connection that is cut is an error to it too.
    socket.on("error", () => {});
    if (manner === "mute") return;
    if (manner === "busy") return void socket.end("* BYE Too busy now\r\n");
    const session: ImapSession = { login, inbox, state: "new", pending: null };
    socket.write("* OK Ready\r\n");
    createInterface({ input: socket }).on("line", (line) => {
      const name = session.pending ? "" : nameOf(line);
      if (name) heard.push(name);
      if (name === "UID FETCH" && manner === "cut") return void socket.destroy();
      if (name === "UID FETCH" && manner === "hang") return;
      for (const part of answerCommand(session, line)) socket.write(part);
      if (session.state === "ended") socket.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    ...imapAt(typeof address === "object" && address ? address.port : 0, login),
    heard,
    put: (raw) => void inbox.mails.push(Buffer.from(raw.replace(/\r?\n/g, "\r\n"))),
    behave: (how) => {
      manner = how;
    },
    renumber: () => {
      inbox.uidValidity += 1;
      inbox.mails.shift();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
