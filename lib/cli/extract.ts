import { dateOption, readArguments, timeZoneOption, usage, writerOption } from "#lib/cli/arguments";
import { type About, draftText } from "#lib/cli/draft-text";
import { asJson, asText } from "#lib/cli/extract-lines";
import { type NamedText, textsOf } from "#lib/cli/extract-texts";
import type { CommandIo } from "#lib/cli/io";
import { readRosterFile } from "#lib/cli/roster-file";
import { openWriter, type UsedWriter } from "#lib/cli/writer";
import { AppError, isAppError } from "#lib/errors";
import { ModelError } from "#lib/llm/model-error";
import type { Workflow } from "#lib/workflows/define";
import { findWorkflow, textWorkflows } from "#lib/workflows/registry";

const HELP = `npm run cli -- extract <workflow> <file…|-> --writer rules|claude [options]

Writes each file as a draft would be written, checks it against its source, and prints it. Nothing is stored.
"-" reads standard input. Texts, Markdown, WebVTT, SRT, Word, PDF, mail and HTML are understood, by what is in them;
what is left out, such as pictures, is noted on standard error. Of lines of JSON (.jsonl) the "text" of each is written by
itself, with its "id" behind the file's name.

  --writer rules|claude  who writes; claude needs ANTHROPIC_API_KEY or ANTHROPIC_BASE_URL
  --date YYYY-MM-DD      the day it was held; else the date in its header, else today
  --timezone NAME        the time zone of that day, such as America/Toronto; else this machine's
  --roster FILE          people to match names to: JSON, a list of { "name", "id", "email", "aliases", "handles" }
  --json                 one line of JSON a file: file, workflow, version, writer, title, heldOn, timeZone, attendees,
                         statements [{ id, section, text, kept, trace, person, due, flags, quote, start, end,
                         sentenceStart, sentenceEnd }], usage { calls, costMicros } or null, ms.
                         lib/workflows/README.md explains them.

Errors go to standard error; the exit code is 1 if a file could not be written.
Workflows: ${textWorkflows.map(({ key }) => key).join(", ")}`;

const OPTIONS = {
  help: { type: "boolean" },
  writer: { type: "string" },
  date: { type: "string" },
  timezone: { type: "string" },
  roster: { type: "string" },
  json: { type: "boolean" },
} as const;

/** `extract`: what a draft of each file would say, without a database. Returns the exit code; `invalid` where it is misused. */
export async function extractCommand(argv: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readArguments(argv, OPTIONS);
  if (values.help) {
    io.out(HELP);
    return 0;
  }
  const [key, ...files] = positionals;
  if (key === undefined || files.length === 0) throw usage("Name a workflow and at least one file");
  const workflow = findWorkflow(key);
  if (!workflow) throw usage(`There is no workflow “${key}”`);
  if (!textWorkflows.includes(workflow))
    throw usage(`A ${workflow.label.toLowerCase()} is written for a lead of the database, not from a file`);
  const about = {
    heldOn: dateOption(values.date),
    timeZone: timeZoneOption(values.timezone),
    roster: values.roster ? await readRosterFile(values.roster) : [],
    now: new Date(),
  };
  const writer = openWriter(writerOption(values.writer), io.env);
  let failed = 0;
  const failedAt = (file: string) => (error: unknown) => {
    failed++;
    io.err(`${file}: ${sentenceOf(error)}`);
  };
  for (const file of files)
    for (const text of (await textsOf(file, io).catch(failedAt(file))) ?? []) {
      const line = await extract(workflow, writer, text, about, values.json ?? false).catch(
        failedAt(text.file),
      );
      if (line !== undefined) io.out(line);
    }
  return failed ? 1 : 0;
}

async function extract(
  workflow: Workflow,
  writer: UsedWriter,
  { file, name, text }: NamedText,
  about: Omit<About, "name">,
  json: boolean,
): Promise<string> {
  if (!text.trim()) throw new AppError("invalid", "The text is empty.");
  const begin = performance.now();
  const drafted = await draftText(workflow, writer, text, { ...about, name });
  const ms = Math.round((performance.now() - begin) * 10) / 10;
  const usage = writer.takeUsage();
  return json
    ? asJson({ file, workflow, writer: writer.name, drafted, usage, ms })
    : asText(file, workflow, drafted);
}

function sentenceOf(error: unknown): string {
  if (error instanceof ModelError) return error.sentence;
  if (isAppError(error)) return error.message;
  if (error instanceof Error && "code" in error) return `The file can't be read (${String(error.code)}).`;
  throw error;
}
