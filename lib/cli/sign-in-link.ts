import { readArguments, usage } from "#lib/cli/arguments";
import { withCommandCtx } from "#lib/cli/command-ctx";
import type { CommandIo } from "#lib/cli/io";
import { AppError } from "#lib/errors";
import { LINK_DAYS } from "#lib/sessions/one-time-links";
import { makeSignInLink } from "#lib/sessions/sign-in-with-link";
import { findPersonByEmail } from "#lib/users/queries";
import { readSite } from "#lib/web/site";

const HELP = `npm run cli -- sign-in-link E-MAIL

Prints a link that signs the person with this e-mail address in, once, without password, second factor or sign-in
provider: for an admin who can't get in any more. The log says that it was made, and used.

Without DATABASE_URL, stop Countersign while this runs.`;

/** `sign-in-link`: a one-time link for somebody who is locked out. Returns the exit code. */
export async function signInLinkCommand(argv: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readArguments(argv, { help: { type: "boolean" } });
  if (values.help) {
    io.out(HELP);
    return 0;
  }
  const [email, ...others] = positionals;
  if (email === undefined || others.length > 0) throw usage("Name one e-mail address");
  const token = await withCommandCtx(io, async (ctx) => {
    const person = await findPersonByEmail(ctx, email);
    if (!person) throw new AppError("not_found", `Nobody on the roster has the e-mail address ${email}.`);
    return (await makeSignInLink(ctx, person.id)).token;
  });
  const address = readSite(io.env).url?.origin ?? `http://localhost:${io.env.PORT || 3000}`;
  io.out(`${address}/link/${token}`);
  io.out(`The link works once, within ${LINK_DAYS} days.`);
  return 0;
}
