import type { PageAction } from "#components/shell/page-keys";
import {
  NEW_SOURCE,
  notices,
  type Place,
  placeGroups,
  settings,
  settingsParts,
} from "#components/shell/places";
import type { IconName } from "#components/ui/icon";
import type { FoundKind } from "#drizzle/schema/search";
import { addressOf } from "#lib/format/address";
import type { KeyName } from "#lib/format/keys";
import type { Segment } from "#lib/search/excerpt";
import type { FoundGroup } from "#lib/search/queries";
import type { Found } from "#lib/search/shown";

/** One thing to choose: a page to go to, or something the page does. */
export type Entry = {
  id: string;
  icon: IconName;
  label: Segment[];
  /** A line under it. */
  excerpt?: Segment[] | null;
  /** Words at its end. */
  about?: string;
  /** ISO instant at its end. */
  at?: string;
  kbd?: KeyName;
  /** Why it can't be chosen now. */
  reason?: string | null;
} & ({ href: string } | { run: () => void });

export type EntryGroup = { label: string; entries: Entry[]; more?: FoundKind };

/** What stands under an empty field, or under what is typed: what the page does, where one can go, what was found. */
export function entriesFor(typed: string, actions: PageAction[], found: FoundGroup[]): EntryGroup[] {
  const commands: EntryGroup[] = [
    {
      label: "On this page",
      entries: actions.filter(({ choice }) => typed.trim() || !choice).map(ofAction),
    },
    { label: "Go to", entries: PLACES },
  ];
  const fitting = commands.map(({ label, entries }) => ({
    label,
    entries: entries.filter((entry) => fits(plain(entry.label), typed)),
  }));
  return [...fitting, ...found.map(ofGroup)].filter(({ entries }) => entries.length > 0);
}

/** Whether each word that is typed begins a word of a label. */
export function fits(label: string, typed: string): boolean {
  const words = label.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return wanted.every((part) => words.some((word) => word.startsWith(part)));
}

/** The words of a label. */
export function plain(label: Segment[]): string {
  return label.map(({ text }) => text).join("");
}

const PLACES: Entry[] = [
  ...placeGroups.flatMap(({ places }) => places),
  notices,
  settings,
  ...settingsParts.map(({ href, label }): Place => ({ ...settings, href, label: `Settings: ${label}` })),
]
  .map(({ href, label, icon, kbd }): Entry => ({ id: href, icon, label: said(label), kbd, href }))
  .concat({ id: NEW_SOURCE, icon: "plus", label: said("New source"), href: NEW_SOURCE, kbd: "n" });

function ofAction({ name, label, reason, run }: PageAction): Entry {
  return { id: name ?? label, icon: "right", label: said(label), kbd: name, reason, run };
}

function ofGroup({ kind, found, more }: FoundGroup): EntryGroup {
  const { label } = KINDS[kind];
  return { label, entries: found.map(ofFound), ...(more && { more: kind }) };
}

function ofFound({ kind, id, title, excerpt, about, at }: Found): Entry {
  const { icon, hrefOf } = KINDS[kind];
  return { id, icon, label: title, excerpt, about, at: kind === "person" ? undefined : at, href: hrefOf(id) };
}

const KINDS: Record<FoundKind, { label: string; icon: IconName; hrefOf: (id: string) => string }> = {
  // Everybody may see what somebody owes; few may see their entry on the roster.
  person: { label: "People", icon: "user", hrefOf: (id) => addressOf("/actions", { who: id }) },
  lead: { label: "Leads", icon: "leads", hrefOf: (id) => `/leads/${id}` },
  document: { label: "Documents", icon: "documents", hrefOf: (id) => `/documents/${id}` },
  decision: { label: "Decisions", icon: "decisions", hrefOf: (id) => addressOf("/decisions", { open: id }) },
  action: { label: "Actions", icon: "actions", hrefOf: (id) => addressOf("/actions", { open: id }) },
  promise: { label: "Promises", icon: "promises", hrefOf: (id) => addressOf("/promises", { open: id }) },
  blocker: { label: "Blockers", icon: "block", hrefOf: (id) => addressOf("/blockers", { open: id }) },
  question: { label: "Questions", icon: "questions", hrefOf: (id) => addressOf("/questions", { open: id }) },
  source: { label: "Sources", icon: "quote", hrefOf: (id) => `/sources/${id}` },
};

function said(text: string): Segment[] {
  return [{ text, hit: false }];
}
