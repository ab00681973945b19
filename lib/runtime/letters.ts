import type { MailPurpose } from "#drizzle/schema/mails";
import type { WriteLetter } from "#lib/mails/letter";
import { writeTest } from "#lib/mails/send-test-mail";
import { writeNotices } from "#lib/notices/compose-mail";
import { writeInvitation } from "#lib/users/invitation-letter";
import { writePasswordLink } from "#lib/users/password-letter";

/** Who writes which mail. */
export const LETTERS: Record<MailPurpose, WriteLetter> = {
  notices: writeNotices,
  password: writePasswordLink,
  invitation: writeInvitation,
  test: writeTest,
};
