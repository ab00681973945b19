import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection/index.js";
import type { Answer } from "#lib/channels/channel";
import { inEnvelope, onOneLine } from "#lib/channels/header-text";
import type { MailParcel, MailSender, MailServerAccess } from "#lib/channels/mail";
import type { MailSettings } from "#lib/channels/mail-settings";
import { noticeBytes } from "#lib/channels/notice-bytes";
import { loginOf } from "#lib/channels/smtp-login";

const CONNECT_MS = 10_000;
/** Between two lines of the server's. */
const SILENCE_MS = 20_000;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;
const LONGEST_REPLY = 200;

/** The mailbox that the environment names. */
export function smtpSender(settings: MailSettings): MailSender {
  const { host, port, from, site } = settings;
  const post: MailSender["post"] = (parcel, signal) => postMail(settings, parcel, signal);
  return {
    host: `${host}:${port}`,
    from,
    site,
    imap: settings.imap,
    post,
    send: async (mail, signal) =>
      post({ from: from.address, to: mail.to.address, raw: await noticeBytes(from, mail) }, signal),
  };
}

/** How the connection is made. A password goes to another machine over TLS or not at all. */
export function connectionOf({
  host,
  address,
  port,
  secure,
  login,
}: MailServerAccess): SMTPConnection.Options {
  return {
    host: address ?? host,
    ...(address && { tls: { servername: host } }),
    port,
    secure,
    requireTLS: login !== null && !LOOPBACK.test(host),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  };
}

/** Hands a mail to a server over a connection of its own, so that of each it is known how far it came. */
export function postMail(access: MailServerAccess, parcel: MailParcel, signal: AbortSignal): Promise<Answer> {
  // Finding the server can outlast the try, and what is begun after that nothing would end.
  if (signal.aborted) return Promise.resolve(answerTo(new Error("It took too long."), false));
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const connection = new SMTPConnection(connectionOf(access));
  let handedOver = false;
  // Read by the connection once the server has asked for the text.
  const text = Readable.from(
    (function* () {
      handedOver = true;
      yield parcel.raw;
    })(),
  );
  const end = (error: SMTPConnection.SMTPError) => {
    resolve(answerTo(error, handedOver));
    connection.close();
  };
  const deliver = () =>
    connection.send({ from: inEnvelope(parcel.from), to: [inEnvelope(parcel.to)] }, text, (error) => {
      if (error) return end(error);
      resolve({ ended: "sent" });
      connection.quit();
    });
  onTrouble(connection, signal, end);
  connection.connect((error) => {
    if (error) end(error);
    else signIn(connection, access, (refused) => (refused ? end(refused) : deliver()));
  });
  return promise;
}

/** Connects and signs in, and sends nothing: null where that works, else why it does not, as a sentence. */
export function trySmtp(access: MailServerAccess, signal: AbortSignal): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const connection = new SMTPConnection(connectionOf(access));
  const end = (error: SMTPConnection.SMTPError | null) => {
    const answer = error && answerTo(error, false);
    resolve(answer?.ended === "failed" ? answer.reason : null);
    connection.close();
  };
  onTrouble(connection, signal, end);
  connection.connect((error) => (error ? end(error) : signIn(connection, access, end)));
  return promise;
}

type Ended = (error: SMTPConnection.SMTPError) => void;

function onTrouble(connection: SMTPConnection, signal: AbortSignal, end: Ended): void {
  connection.on("error", end);
  connection.once("end", () => end(new Error("The connection was closed.")));
  signal.addEventListener("abort", () => end(new Error("It took too long.")), { once: true });
}

function signIn(
  connection: SMTPConnection,
  { login }: MailServerAccess,
  then: (refused: SMTPConnection.SMTPError | null) => void,
): void {
  if (login) connection.login(loginOf(login), (refused) => then(refused ?? null));
  else then(null);
}

/**
 * What became of a try that did not end in the server's yes. A refusal is certain: 4xx may pass, 5xx will not (RFC 5321,
 * section 4.2.1), and 5.1.x at the receiver's address says that there is no such mailbox (RFC 3463, section 3.2). Silence
 * before the text was asked for means that nothing left; after it nobody knows.
 */
function answerTo(error: SMTPConnection.SMTPError, handedOver: boolean): Answer {
  const { responseCode: code = 0, response } = error;
  if (error.code === "EAUTH") {
    const reason = `The mail server did not let Countersign sign in: ${told(response ?? error.message)}`;
    return { ended: "failed", reason, retry: code >= 400 && code < 500, notOpened: true };
  }
  if (code >= 400) {
    const reason = `The mail server refused it: ${told(response)}`;
    const noMailbox =
      error.command === "RCPT TO" && code === 550 && /^5\d\d[ -]5\.1\.[1-36]\b/.test(response ?? "");
    return { ended: "failed", reason, retry: code < 500, ...(noMailbox && { noMailbox }) };
  }
  if (handedOver && error.code !== "EENVELOPE")
    return {
      ended: "unknown",
      reason: "The mail server closed the connection or fell silent after the text was handed over.",
    };
  const retry = error.code !== "EENVELOPE";
  const reason = `${retry ? "The mail server was not reached" : "It can’t be sent from or to such an address"}: ${told(error.message)}`;
  return { ended: "failed", reason, retry, ...(retry && { notOpened: true }) };
}

function told(words: string | undefined): string {
  return onOneLine(words ?? "it did not say why.").slice(0, LONGEST_REPLY);
}
