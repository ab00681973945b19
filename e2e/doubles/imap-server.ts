/** An IMAP server on the loopback address, with one inbox. It offers no TLS. */
export type ImapServer = {
  /** For COUNTERSIGN_IMAP_URL. */
  url: string;
  host: { host: string; port: number; secure: false };
  login: { user: string; pass: string };
  /** Puts a mail into the inbox. */
  put: (raw: string) => void;
  close: () => Promise<void>;
};

/** Where a server is reached that listens at a port. */
export function imapAt(port: number, login: ImapServer["login"]): Pick<ImapServer, "url" | "host" | "login"> {
  return {
    url: `imap://${login.user}:${login.pass}@127.0.0.1:${port}`,
    host: { host: "127.0.0.1", port, secure: false },
    login,
  };
}
