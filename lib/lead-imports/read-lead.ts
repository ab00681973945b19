import type { LeadStage } from "#drizzle/schema/leads";
import { unguardCell } from "#lib/format/spreadsheet";
import { readCountry } from "#lib/lead-imports/country-names";
import type { ImportField } from "#lib/lead-imports/fields";
import { laterStage, readStage } from "#lib/lead-imports/stage-words";
import {
  type Amount,
  readAddress,
  readAmount,
  readCurrency,
  readDay,
  readOptOut,
} from "#lib/lead-imports/values";

/** The facts of a lead as a row of a file has them; null where it says nothing of one. */
export type ImportedLead = {
  externalId: string | null;
  name: string | null;
  firstName: string | null;
  /** As written, and as addresses are compared. */
  email: string | null;
  address: string | null;
  company: string | null;
  title: string | null;
  phone: string | null;
  country: string | null;
  ownerId: string | null;
  stage: LeadStage | null;
  origin: string | null;
  amountCents: number | null;
  currency: string | null;
  description: string | null;
  /** YYYY-MM-DD, as the other program has them. */
  since: string | null;
  lastActive: string | null;
  optOut: boolean;
};

/** What a row comes to: a lead, with the fields whose words could not be read and were left out, or why it is refused. */
export type ReadLead = { lead: ImportedLead; unread: ImportField[] } | { problem: string };

/** What a file doesn’t say itself: who of the roster a cell names, by e-mail or full name, and the currency of amounts that name none. */
export type Reading = { findOwner: (cell: string) => string | null; currency: string | null };

const LONGEST: Partial<Record<ImportField, number>> = {
  description: 10_000,
  phone: 60,
  externalId: 120,
  firstName: 80,
};
const LONGEST_LINE = 200;

/** Turns a row into the facts of a lead. An address that can't be one refuses it, and so does neither address nor name. */
export function readLead(cells: string[], mapping: (ImportField | null)[], reading: Reading): ReadLead {
  const said = cellsByField(cells, mapping);
  const found = said.email ? readAddress(said.email) : null;
  const problem = whyRefused(cells, mapping, said, Boolean(found));
  if (problem) return { problem };
  const { lead, unread } = valuesOf(said, reading);
  return { lead: { ...lead, email: found?.email ?? null, address: found?.address ?? null }, unread };
}

type Said = Partial<Record<ImportField, string>>;

function cellsByField(cells: string[], mapping: (ImportField | null)[]): Said {
  const said: Said = {};
  for (const [n, field] of mapping.entries()) {
    const cell =
      field && (field === "description" ? cleanText(unguardCell(cells[n] ?? "")) : cleanLine(cells[n] ?? ""));
    if (field && cell) said[field] = cell;
  }
  return said;
}

/** What a database refuses (U+0000), what turns the direction of other words, and breaks in what is one line. */
function cleanText(cell: string): string {
  return cell
    .toWellFormed()
    .replace(/\0|[\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/\r\n?/g, "\n")
    .trim();
}

function cleanLine(cell: string): string {
  return cleanText(unguardCell(cell))
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
}

function whyRefused(
  cells: string[],
  mapping: (ImportField | null)[],
  said: Said,
  reachable: boolean,
): string | null {
  const width = mapping.length;
  if (cells.slice(width).some((cell) => cell.trim())) return raggedRow(cells.length, width);
  if (said.email && !reachable)
    return `“${said.email.slice(0, 80)}” is no address that mail can be sent to. Correct it, or leave it empty.`;
  // A line break without quotation marks tears a row in two; the first half still has its address.
  if (cells.length < width && !reachable) return raggedRow(cells.length, width);
  if (!reachable && !nameOf(said)) return "The row has neither an e-mail address nor a name.";
  for (const [field, text] of Object.entries(said)) {
    const most = LONGEST[field as ImportField] ?? LONGEST_LINE;
    if (field !== "email" && text.length > most)
      return `“${text.slice(0, 40)}…” is longer than ${most.toLocaleString("en")} characters.`;
  }
  return null;
}

function raggedRow(cells: number, width: number): string {
  return `The row has ${cells} ${cells === 1 ? "cell" : "cells"} where the first one has ${width}.`;
}

function nameOf({ name, firstName, lastName }: Said): string | null {
  return name ?? ([firstName, lastName].filter(Boolean).join(" ") || null);
}

function valuesOf(said: Said, reading: Reading): { lead: ImportedLead; unread: ImportField[] } {
  const unread: ImportField[] = [];
  const read = <T>(field: ImportField, parse: (cell: string) => T | null): T | null => {
    const cell = said[field];
    const value = cell === undefined ? null : parse(cell);
    if (cell !== undefined && value === null) unread.push(field);
    return value;
  };
  const named = read("currency", readCurrency);
  const amount = read("amount", (cell) => withCurrency(readAmount(cell), named ?? reading.currency));
  return {
    unread,
    lead: {
      externalId: said.externalId ?? null,
      name: nameOf(said),
      firstName: said.firstName ?? null,
      email: null,
      address: null,
      company: said.company ?? null,
      title: said.title ?? null,
      phone: said.phone ?? null,
      country: read("country", readCountry),
      ownerId: read("owner", reading.findOwner),
      stage: laterStage(read("status", readStage), read("lifecycle", readStage)),
      origin: said.origin ?? null,
      amountCents: amount?.hundredths ?? null,
      currency: amount?.currency ?? null,
      description: said.description ?? null,
      since: read("since", readDay),
      lastActive: read("lastActive", readDay),
      optOut: read("optOut", readOptOut) ?? false,
    },
  };
}

/** An amount of nobody knows what is none. What stands beside the figures counts before the column of its own. */
function withCurrency(amount: Amount | null, otherwise: string | null): Amount | null {
  const currency = amount?.currency ?? otherwise;
  return amount && currency ? { ...amount, currency } : null;
}
