import type { TokenScope } from "#drizzle/schema/tokens";
import { readArguments, usage } from "#lib/cli/arguments";
import type { CommandIo } from "#lib/cli/io";
import { AppError } from "#lib/errors";
import { COMMAND, type Ctx } from "#lib/events/context";
import { readConfig } from "#lib/runtime/config";
import { startRuntime } from "#lib/runtime/runtime";
import { createToken } from "#lib/tokens/create-token";
import { listRoster } from "#lib/users/queries";
import { expectedError } from "#lib/web/refusal";

const HELP = `npm run cli -- token:create --email ADDRESS --name NAME --scopes SCOPE,… [--days N]

Makes an API token that acts as the person with this e-mail address, in the database of COUNTERSIGN_DATA_DIR or
DATABASE_URL. Prints its secret, this once, and nothing else on stdout.

  --scopes  sources:read sources:write drafts:read records:read records:write deliveries:read leads:read
            leads:write search:read, as far as the role goes
  --days    until it stops working, from 1 to 366; 90 unless told otherwise

Without DATABASE_URL, stop Countersign first, or make the token under Settings, API tokens.`;

const OPTIONS = {
  help: { type: "boolean" },
  email: { type: "string" },
  name: { type: "string" },
  scopes: { type: "string" },
  days: { type: "string", default: "90" },
} as const;

/** `token:create`: a token for somebody on the roster. Returns the exit code. */
export async function tokenCreateCommand(argv: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readArguments(argv, OPTIONS);
  if (values.help) {
    io.out(HELP);
    return 0;
  }
  const { email, name, scopes, days } = values;
  if (positionals.length > 0 || !email || !name || !scopes) throw usage("Give --email, --name and --scopes");
  const runtime = await startRuntime(readConfig(io.env), { worker: false });
  try {
    const ctx: Ctx = { ...runtime, actor: { kind: "system" }, from: COMMAND };
    const userId = await personWith(ctx, email);
    // The verb says what is wrong with them.
    const wanted = scopes.split(",").map((scope) => scope.trim()) as TokenScope[];
    const { secret, expiresAt } = await createToken(ctx, { userId, name, scopes: wanted, days }).catch(
      inWords,
    );
    io.err(`The token works until ${expiresAt.toISOString()}. Its secret is not shown again:`);
    io.out(secret);
  } finally {
    await runtime.close();
  }
  return 0;
}

async function personWith(ctx: Ctx, email: string): Promise<string> {
  const wanted = email.trim().toLowerCase();
  const person = (await listRoster(ctx)).find((one) => one.email?.toLowerCase() === wanted);
  if (!person) throw new AppError("not_found", `Nobody who works here has the e-mail address ${email}.`);
  return person.id;
}

// What doesn't fit the verb's schema, as one sentence.
function inWords(error: unknown): never {
  throw expectedError(error) ?? error;
}
