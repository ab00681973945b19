import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import SMTPConnection from "nodemailer/lib/smtp-connection/index.js";
import type { Answer } from "#lib/channels/channel";
import type { Mail, MailSender } from "#lib/channels/mail";
import type { MailSettings } from "#lib/channels/mail-settings";

const CONNECT_MS = 10_000;
/** Between two lines of the server's. */
const SILENCE_MS = 20_000;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;
const LONGEST_REPLY = 200;

/** Sends each mail over a connection of its own, so that of each it is known how far it came. */
export function smtpSender(settings: MailSettings): MailSender {
  const { host, port, from, site } = settings;
  return { host: `${host}:${port}`, from, site, send: (mail, signal) => send(settings, mail, signal) };
}

/** How the connection is made. A password goes to another machine over TLS or not at all. */
export function connectionOf({ host, port, secure, login }: MailSettings): SMTPConnection.Options {
  return {
    host,
    port,
    secure,
    requireTLS: login !== null && !LOOPBACK.test(host),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  };
}

async function send(settings: MailSettings, mail: Mail, signal: AbortSignal): Promise<Answer> {
  const content = await compose(settings.from, mail);
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const connection = new SMTPConnection(connectionOf(settings));
  let handedOver = false;
  // Read by the connection once the server has asked for the text.
  const text = Readable.from(
    (function* () {
      handedOver = true;
      yield content;
    })(),
  );
  const end = (error: SMTPConnection.SMTPError) => {
    resolve(answerTo(error, handedOver));
    connection.close();
  };
  const envelope = { from: settings.from.address, to: [mail.to.address] };
  const deliver = () =>
    connection.send(envelope, text, (error) => {
      if (error) return end(error);
      resolve({ ended: "sent" });
      connection.quit();
    });
  connection.on("error", end);
  connection.once("end", () => end(new Error("The connection was closed.")));
  signal.addEventListener("abort", () => end(new Error("It took too long.")), { once: true });
  connection.connect((error) => {
    if (error) end(error);
    else if (settings.login)
      connection.login({ credentials: settings.login }, (refused) => (refused ? end(refused) : deliver()));
    else deliver();
  });
  return promise;
}

/**
 * The text of a mail with its headers. Nobody answers it and no mailbox should: RFC 3834, section 5. What a header holds
 * is on one line, whatever it was.
 */
async function compose(from: Mail["to"], mail: Mail): Promise<Buffer> {
  const composer = new MailComposer({
    from: named(from),
    to: named(mail.to),
    subject: onOneLine(mail.subject),
    messageId: `<${mail.messageId}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    text: mail.text,
    html: mail.html,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function named({ name, address }: Mail["to"]): Mail["to"] {
  return { name: onOneLine(name), address: onOneLine(address) };
}

function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/**
 * What became of a try that did not end in the server's yes. A refusal is certain: 4xx may pass, 5xx will not (RFC 5321,
 * section 4.2.1). Silence before the text was asked for means that nothing left; after it nobody knows.
 */
function answerTo(error: SMTPConnection.SMTPError, handedOver: boolean): Answer {
  const { responseCode: code = 0, response } = error;
  if (code >= 400)
    return { ended: "failed", reason: `The mail server refused it: ${told(response)}`, retry: code < 500 };
  if (handedOver && error.code !== "EENVELOPE")
    return {
      ended: "unknown",
      reason: "The mail server closed the connection or fell silent after the text was handed over.",
    };
  const retry = error.code !== "EENVELOPE" && error.code !== "EAUTH";
  return { ended: "failed", reason: `The mail server was not reached: ${told(error.message)}`, retry };
}

function told(words: string | undefined): string {
  return onOneLine(words ?? "it did not say why.").slice(0, LONGEST_REPLY);
}
