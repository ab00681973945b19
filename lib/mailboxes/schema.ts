import { z } from "zod";
import { foldAddress } from "#lib/format/mail-address";
import { Id } from "#lib/inputs/schema";

/** What opens a mailbox, as it is sealed: a password, or what OAuth2 needs (RFC 6749, section 6). */
export const MailboxSecret = z.union([
  z.object({ pass: z.string().min(1).max(1000) }),
  z.object({
    tokenUrl: z.url("Write the whole address, such as https://login.example.com/token.").max(500),
    clientId: z.string().trim().min(1).max(500),
    clientSecret: z.string().max(1000),
    refreshToken: z.string().trim().min(1).max(4000),
  }),
]);
export type MailboxSecret = z.infer<typeof MailboxSecret>;

const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9.:-]*[a-z0-9])?$/i;

/** A mail server, as a person names it. */
const Host = z.object({
  host: z.string().trim().regex(HOST, "Write the name of the server, such as mail.example.com."),
  port: z.coerce.number("A port is a number.").int().min(1, "A port is a number.").max(65_535),
  secure: z.boolean(),
});

/** A person's own mailbox. */
export const ConnectMailbox = z.object({
  name: z.string().trim().min(1, "Whose name stands before the address?").max(120),
  address: z
    .string()
    .trim()
    .max(254)
    .refine((address) => foldAddress(address) !== null, "This is no e-mail address."),
  user: z.string().trim().min(1, "With which name is it signed in to?").max(254),
  smtp: Host,
  imap: Host.nullable(),
  secret: MailboxSecret,
});
export type ConnectMailbox = z.input<typeof ConnectMailbox>;

export const RemoveMailbox = z.object({ mailboxId: Id });
export type RemoveMailbox = z.infer<typeof RemoveMailbox>;
