import { readFile } from "node:fs/promises";
import { z } from "zod";
import { AppError } from "#lib/errors";
import type { RosterPerson } from "#lib/grounding/statement";

const Roster = z.array(
  z.object({
    id: z.string().optional(),
    name: z.string().trim().min(1),
    email: z.string().nullable().default(null),
    aliases: z.array(z.string()).default([]),
    handles: z.array(z.string().transform((handle) => handle.replace(/^@/, ""))).default([]),
    workingDays: z.array(z.number().int().min(1).max(7)).optional(),
  }),
);

/** Reads the people of a roster file: JSON, a list of { name, id?, email?, aliases?, handles?, workingDays? }. */
export async function readRosterFile(path: string): Promise<RosterPerson[]> {
  const people = Roster.safeParse(parse(await readFile(path, "utf8").catch(unreadable(path)), path));
  if (people.success) return people.data.map((person) => ({ ...person, id: person.id ?? person.name }));
  const [issue] = people.error.issues;
  throw new AppError("invalid", `${path} is no roster: ${issue?.path.join(".")}: ${issue?.message}.`);
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid", `${path} is no JSON.`);
  }
}

function unreadable(path: string) {
  return (error: NodeJS.ErrnoException): never => {
    throw new AppError("invalid", `${path} can't be read (${error.code}).`);
  };
}
