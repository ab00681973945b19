import { runCommand } from "#lib/cli/command";
import { type CommandIo, processIo } from "#lib/cli/io";
import { AppError } from "#lib/errors";

/** A command of `npm run cli`. It is loaded when it is called, so that one without a database never opens one. */
type Command = { summary: string; load: () => Promise<(argv: string[], io: CommandIo) => Promise<number>> };

const COMMANDS: Record<string, Command> = {
  extract: {
    summary:
      "extract <workflow> <file…|-> --writer rules|claude [--json]: what a draft of each file would say",
    load: async () => (await import("#lib/cli/extract")).extractCommand,
  },
  backup: {
    summary: "backup FILE: everything that is stored, of one moment, into a new file",
    load: async () => (await import("#lib/cli/backup")).backupCommand,
  },
  restore: {
    summary: "restore FILE: a backup into a database that holds nothing yet",
    load: async () => (await import("#lib/cli/backup")).restoreCommand,
  },
  "token:create": {
    summary: "token:create --email … --name … --scopes …: an API token for somebody, printed this once",
    load: async () => (await import("#lib/cli/token-create")).tokenCreateCommand,
  },
  "verify-log": {
    summary: "verify-log [--contains HASH]: whether the log is as it was recorded, and where it breaks first",
    load: async () => (await import("#lib/cli/verify-log")).verifyLogCommand,
  },
  reseal: {
    summary: "reseal: stored secrets that an older key sealed, sealed with the newest one",
    load: async () => (await import("#lib/cli/reseal")).resealCommand,
  },
  "sign-in-link": {
    summary: "sign-in-link E-MAIL: a link that signs somebody in once who is locked out",
    load: async () => (await import("#lib/cli/sign-in-link")).signInLinkCommand,
  },
};

await runCommand(async () => {
  const [name, ...argv] = process.argv.slice(2);
  if (name === undefined || name === "--help" || name === "help") return processIo.out(help());
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new AppError("invalid", `There is no command “${name}”. See npm run cli -- --help.`);
  process.exitCode = await (await command.load())(argv, processIo);
});

function help(): string {
  const lines = Object.values(COMMANDS).map(({ summary }) => `  ${summary}`);
  return [
    "npm run cli -- <command> [options]",
    "",
    ...lines,
    "",
    "<command> --help explains a command.",
  ].join("\n");
}
