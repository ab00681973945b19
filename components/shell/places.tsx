import type { IconName } from "#components/ui/icon";
import type { KeyName } from "#lib/format/keys";

export type PlaceName =
  | "today"
  | "reviews"
  | "actions"
  | "blockers"
  | "decisions"
  | "promises"
  | "questions"
  | "standups"
  | "leads"
  | "documents"
  | "series"
  | "deliveries"
  | "runs"
  | "log"
  | "notices"
  | "settings";

export type Place = { name: PlaceName; href: string; label: string; icon: IconName; kbd?: KeyName };

/** Where one can go, in the order and the groups of the navigation. */
export const placeGroups: { label: string | null; places: Place[] }[] = [
  {
    label: null,
    places: [
      { name: "today", href: "/", label: "Today", icon: "today", kbd: "g t" },
      { name: "reviews", href: "/reviews", label: "Reviews", icon: "reviews", kbd: "g r" },
    ],
  },
  {
    label: "Records",
    places: [
      { name: "actions", href: "/actions", label: "Actions", icon: "actions" },
      { name: "blockers", href: "/blockers", label: "Blockers", icon: "block" },
      { name: "decisions", href: "/decisions", label: "Decisions", icon: "decisions" },
      { name: "promises", href: "/promises", label: "Promises", icon: "promises" },
      { name: "questions", href: "/questions", label: "Questions", icon: "questions" },
      { name: "standups", href: "/standups", label: "Stand-ups", icon: "standups" },
      { name: "leads", href: "/leads", label: "Leads", icon: "leads" },
      { name: "documents", href: "/documents", label: "Documents", icon: "documents" },
      { name: "series", href: "/series", label: "Series", icon: "calendar" },
    ],
  },
  {
    label: "Machine",
    places: [
      { name: "deliveries", href: "/deliveries", label: "Deliveries", icon: "mail" },
      { name: "runs", href: "/runs", label: "Runs", icon: "runs" },
      { name: "log", href: "/log", label: "Log", icon: "log" },
    ],
  },
];

export const notices: Place = { name: "notices", href: "/notices", label: "Notices", icon: "bell" };
export const settings: Place = { name: "settings", href: "/settings", label: "Settings", icon: "settings" };

/** The parts of the settings, in the order of their own navigation. */
export const settingsParts = [
  { href: "/settings/profile", label: "Profile" },
  { href: "/settings/notices", label: "Notices" },
  { href: "/settings/sessions", label: "Sessions" },
  { href: "/settings/tokens", label: "API tokens" },
  { href: "/settings/people", label: "People" },
  { href: "/settings/teams", label: "Teams" },
  { href: "/settings/reviews", label: "Reviews" },
  { href: "/settings/suppressions", label: "Not written to" },
  { href: "/settings/writer", label: "Writer" },
  { href: "/settings/workflows", label: "Workflows" },
  { href: "/settings/follow-ups", label: "Follow-ups" },
  { href: "/settings/mailbox", label: "Mailbox" },
  { href: "/settings/mail", label: "Mail" },
  { href: "/settings/slack", label: "Slack" },
  { href: "/settings/holidays", label: "Holidays" },
  { href: "/settings/company", label: "Company" },
];

/** Where a new source is pasted. */
export const NEW_SOURCE = "/sources/new";

/** Whether a path lies at a place or below it. */
export function isAt(path: string, href: string): boolean {
  return path === href || (href !== "/" && path.startsWith(`${href}/`));
}

/** Whether a path is a desk with panes, where the navigation is a rail. */
export function isDesk(path: string): boolean {
  return isAt(path, "/reviews");
}

/** Whether a path is one open draft, which on a phone has a decision bar where the navigation would be. */
export function isOpenDraft(path: string): boolean {
  return path.startsWith("/reviews/");
}
