import type { ImapServer } from "#e2e/doubles/imap-server";

/** Mails have the numbers 1, 2, 3 as UIDs and as sequence numbers: none is ever deleted but by numbering anew. */
export type ImapInbox = { uidValidity: number; mails: Buffer[] };

export type ImapSession = {
  login: ImapServer["login"];
  inbox: ImapInbox;
  state: "new" | "in" | "open" | "ended";
  /** What the next line is the answer to, where the server asked for one. */
  pending: { tag: string; way: string } | null;
};

type Said = (string | Buffer)[];

const CAPABILITIES = "IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2";
const DATE = "20-Nov-2026 10:00:00 +0000";

/** The command in a line, in capitals: "UID FETCH". */
export function nameOf(line: string): string {
  return (/^\S+ ((UID )?\S+)/i.exec(line)?.[1] ?? "").toUpperCase();
}

/** What a server says to a line of a client's (RFC 3501, section 6), and what the session is after it. */
export function answerCommand(session: ImapSession, line: string): Said {
  if (session.pending) return letIn(session, line);
  const [tag = "*"] = line.split(" ", 1);
  const name = nameOf(line);
  const rest = line.slice(tag.length + name.length + 2).split(" ");
  const done = (said: Said = []): Said => [...said, `${tag} OK Done\r\n`];
  switch (name) {
    case "CAPABILITY":
      return done([`* CAPABILITY ${CAPABILITIES}\r\n`]);
    case "NOOP":
      return done();
    case "LOGOUT":
      session.state = "ended";
      return done(["* BYE\r\n"]);
    case "AUTHENTICATE":
      session.pending = { tag, way: rest[0]?.toUpperCase() ?? "" };
      return ["+ \r\n"];
    case "LIST":
    case "LSUB":
      return session.state === "new" ? refused(tag) : done([`* ${name} () "/" INBOX\r\n`]);
    case "EXAMINE":
      return session.state === "new" || !/^"?INBOX"?$/i.test(rest[0] ?? "")
        ? refused(tag)
        : opened(session, tag);
    case "UID SEARCH":
      return session.state === "open" ? done([searched(session.inbox, rest.join(" "))]) : refused(tag);
    case "UID FETCH":
      return session.state === "open" ? done(fetched(session.inbox, rest)) : refused(tag);
    default:
      return [`${tag} BAD Unknown here\r\n`];
  }
}

/** RFC 4616 for a password; for an access token what Google and Microsoft speak. */
function letIn(session: ImapSession, line: string): Said {
  const { tag, way } = session.pending ?? { tag: "*", way: "" };
  const { user, pass } = session.login;
  const right = way === "PLAIN" ? `\0${user}\0${pass}` : `user=${user}\x01auth=Bearer ${pass}\x01\x01`;
  session.pending = null;
  if (Buffer.from(line, "base64").toString() !== right)
    return [`${tag} NO [AUTHENTICATIONFAILED] Wrong name or password\r\n`];
  session.state = "in";
  return [`${tag} OK Welcome\r\n`];
}

function opened(session: ImapSession, tag: string): Said {
  const { uidValidity, mails } = session.inbox;
  session.state = "open";
  return [
    "* FLAGS (\\Seen)\r\n",
    `* ${mails.length} EXISTS\r\n`,
    "* 0 RECENT\r\n",
    `* OK [UIDVALIDITY ${uidValidity}] Valid\r\n`,
    `* OK [UIDNEXT ${mails.length + 1}] Next\r\n`,
    `${tag} OK [READ-ONLY] Open\r\n`,
  ];
}

function searched({ mails }: ImapInbox, keys: string): string {
  const found = uidsIn(/UID (\S+)/i.exec(keys)?.[1] ?? "1:*", mails.length);
  return `* SEARCH${found.map((uid) => ` ${uid}`).join("")}\r\n`;
}

function fetched({ mails }: ImapInbox, [set = "", ...items]: string[]): Said {
  const [, from = "0", most = ""] = /BODY\.PEEK\[\]<(\d+)\.(\d+)>/i.exec(items.join(" ")) ?? [];
  return uidsIn(set, mails.length).flatMap((uid) => {
    const mail = (mails[uid - 1] ?? Buffer.alloc(0)).subarray(Number(from), Number(from) + Number(most));
    const head = `* ${uid} FETCH (UID ${uid} INTERNALDATE "${DATE}" BODY[]<${from}> {${mail.length}}\r\n`;
    return [head, mail, ")\r\n"];
  });
}

/** The UIDs of a set such as `2,4:7,9:*` that are there; a range may be written backwards (RFC 3501, section 9). */
function uidsIn(set: string, last: number): number[] {
  const ends = (part: string) => part.split(":").map((end) => (end === "*" ? last : Number(end)));
  const parts = set.split(",").map(ends);
  const has = (uid: number) => parts.some((part) => uid >= Math.min(...part) && uid <= Math.max(...part));
  return Array.from({ length: last }, (_, n) => n + 1).filter(has);
}

function refused(tag: string): Said {
  return [`${tag} NO Not now\r\n`];
}
