import {
  answerOf,
  answers,
  everybody,
  forSome,
  OK,
  openBeside,
  pageOf,
  type Row,
  signedIn,
  some,
  toSignIn,
} from "#e2e/permissions/cells";
import { CAST, ENGINEERING } from "#e2e/support/cast";

/** What every route answers to whom. What follows a colon tells the cases of one route apart. */
export const ROUTES: Record<string, Row> = {
  // First, so that all that follows shows that nobody was signed out.
  "GET /api/auth/[...nextauth]: who is signed in": everybody("/api/auth/session"),
  "GET /api/auth/[...nextauth]: signing out": everybody("/api/auth/signout", { status: 302, to: "/sign-in" }),
  "POST /api/auth/[...nextauth]: signing out": everybody("/api/auth/signout", {
    status: 302,
    to: "/sign-in?error=MissingCSRF",
  }),
  "/": signedIn("/"),
  "/actions": signedIn("/actions"),
  "/actions: with one open": openBeside(({ action }) => `/actions?open=${action}`, ["teammate"]),
  "/blockers": signedIn("/blockers"),
  "/decisions": signedIn("/decisions"),
  "/decisions: with one open": openBeside(({ decision }) => `/decisions?open=${decision}`),
  "/deliveries": signedIn("/deliveries"),
  "/deliveries/[id]": pageOf(({ delivery }) => `/deliveries/${delivery}`),
  // Of what is filed there are no bytes of a mail, whoever asks.
  "GET /api/deliveries/[id]": answers("/api/deliveries/dlv_nowhere", {
    visitor: { status: 401 },
    people: { status: 404 },
  }),
  "/documents": signedIn("/documents"),
  "/documents/[id]": pageOf(({ document }) => `/documents/${document}`),
  "/leads": signedIn("/leads"),
  "/leads/board": signedIn("/leads/board"),
  "/leads/import": signedIn("/leads/import"),
  "/leads/imports/[id]": some("/leads/imports/imp_nowhere", []),
  "/leads/new": signedIn("/leads/new"),
  "/leads/[id]": some("/leads/led_nowhere", []),
  "/log": signedIn("/log"),
  "/notices": signedIn("/notices"),
  "/promises": signedIn("/promises"),
  "/promises: with one open": openBeside(({ promise }) => `/promises?open=${promise}`),
  "/questions": signedIn("/questions"),
  "/questions: with one open": openBeside(({ question }) => `/questions?open=${question}`),
  "/reviews": signedIn("/reviews"),
  "/reviews/[id]: one that waits": pageOf(({ pending }) => `/reviews/${pending}`),
  "/reviews/[id]: one that was approved": pageOf(({ approved }) => `/reviews/${approved}`),
  "/reviews/batch": signedIn("/reviews/batch"),
  "/reviews/batch: of one": openBeside(({ pending }) => `/reviews/batch?draft=${pending}`),
  "/runs": signedIn("/runs"),
  "/runs/[id]": pageOf(({ run }) => `/runs/${run}`),
  "/series": signedIn("/series"),
  "/series/[id]": pageOf(({ series }) => `/series/${series}`),
  "/sources/new": signedIn("/sources/new"),
  "/standups/people/[id]: of Bo": some(`/standups/people/${CAST.bo.id}`, ["author"]),
  "/standups/people/[id]: of Chidi": some(`/standups/people/${CAST.chidi.id}`, ["teammate"]),
  "/standups/people/[id]: nobody": some("/standups/people/usr_nowhere", []),
  "/sources/[id]": pageOf(({ source }) => `/sources/${source}`),
  "/sources/[id]/correct": pageOf(({ source }) => `/sources/${source}/correct`),
  "/settings": answers("/settings", {
    visitor: toSignIn("/settings"),
    people: { status: 307, to: "/settings/profile" },
  }),
  "/settings/company": signedIn("/settings/company"),
  "/settings/follow-ups": signedIn("/settings/follow-ups"),
  "/settings/holidays": signedIn("/settings/holidays"),
  "/settings/mailbox": signedIn("/settings/mailbox"),
  "/settings/mail": signedIn("/settings/mail"),
  "/settings/notices": signedIn("/settings/notices"),
  "/settings/people": signedIn("/settings/people"),
  "/settings/people/[userId]: Bo": some(`/settings/people/${CAST.bo.id}`, ["author", "leader", "admin"]),
  "/settings/people/[userId]: Chidi": some(`/settings/people/${CAST.chidi.id}`, [
    "teammate",
    "leader",
    "admin",
  ]),
  "/settings/people/[userId]: nobody": some("/settings/people/usr_nowhere", []),
  "/settings/people/[userId]/leaving": some(`/settings/people/${CAST.chidi.id}/leaving`, ["admin"]),
  "/settings/people/[userId]/leaving: nobody": some("/settings/people/usr_nowhere/leaving", []),
  "/settings/profile": signedIn("/settings/profile"),
  "/settings/reviews": signedIn("/settings/reviews"),
  "/settings/workflows": signedIn("/settings/workflows"),
  "/settings/sessions": signedIn("/settings/sessions"),
  "/settings/sessions: of Bo": some(`/settings/sessions?person=${CAST.bo.id}`, ["author", "admin"]),
  "/settings/suppressions": signedIn("/settings/suppressions"),
  "/settings/tokens": signedIn("/settings/tokens"),
  "/standups": signedIn("/standups"),
  "/standups/[teamId]": some(`/standups/${ENGINEERING.id}`, ["teammate"]),
  "/standups/[teamId]/settings": some(`/standups/${ENGINEERING.id}/settings`, [
    "teammate",
    "leader",
    "admin",
  ]),
  "/settings/teams": signedIn("/settings/teams"),
  "/settings/teams/[teamId]": signedIn(`/settings/teams/${ENGINEERING.id}`),
  "/settings/teams/[teamId]: no team": some("/settings/teams/tea_nowhere", []),
  "/settings/writer": signedIn("/settings/writer"),
  "/sign-in": answers("/sign-in", { visitor: OK, people: { status: 307, to: "/" } }),
  "/sign-in/second-step: without a password given": everybody("/sign-in/second-step", {
    status: 307,
    to: "/sign-in",
  }),
  "/setup/[token]": everybody("/setup/made-up"),
  "/invitation/[token]": everybody("/invitation/made-up"),
  "/link/[token]": everybody("/link/made-up"),
  "/favicon.ico": everybody("/favicon.ico"),
  "/password/[token]": everybody("/password/made-up"),
  "/forgot-password": everybody("/forgot-password"),
  "/unsubscribe/[token]": everybody("/unsubscribe/made-up"),
  "GET /api/unsubscribe/[token]": everybody("/api/unsubscribe/made-up", {
    status: 303,
    to: "/unsubscribe/made-up",
  }),
  "POST /api/unsubscribe/[token]": everybody("/api/unsubscribe/made-up", { status: 404 }),
  "/icon.svg": everybody("/icon.svg"),
  "GET /api/health": everybody("/api/health"),
  "GET /api/health/live": everybody("/api/health/live"),
  "GET /api/metrics": answers("/api/metrics", { visitor: { status: 404 }, people: { status: 404 } }),
  "GET /api/calendar/[secret]: a made-up one": everybody("/api/calendar/csf_made-up.ics", { status: 404 }),
  "GET /api/exports/actions": answers("/api/exports/actions?format=csv", {
    visitor: { status: 401 },
    people: OK,
  }),
  "GET /api/exports/blockers": answers("/api/exports/blockers?format=csv", {
    visitor: { status: 401 },
    people: OK,
  }),
  "GET /api/exports/promises": answers("/api/exports/promises?format=csv", {
    visitor: { status: 401 },
    people: OK,
  }),
  "GET /api/exports/leads": answers("/api/exports/leads?format=csv", {
    visitor: { status: 401 },
    people: OK,
  }),
  "POST /api/backup": forSome("/api/backup", ["admin"], {
    visitor: { status: 401 },
    others: { status: 403 },
  }),
  "GET /api/drafts/[id]: one that waits": answerOf(({ pending }) => `/api/drafts/${pending}`),
  "POST /api/holds": answers("/api/holds", { visitor: { status: 401 }, people: { status: 400 } }),
  // A file without a byte in it, which is said in words to whoever may store one.
  "POST /api/uploads": forSome("/api/uploads", ["author", "teammate", "leader", "admin"], {
    visitor: { status: 401 },
    others: { status: 403 },
  }),
  // Beginning without saying with what, and asking for what isn't there.
  "POST /api/lead-imports": answers("/api/lead-imports", {
    visitor: { status: 401 },
    people: { status: 400 },
  }),
  "GET /api/lead-imports/[id]": answers("/api/lead-imports/imp_none", {
    visitor: { status: 401 },
    people: { status: 404 },
  }),
  "POST /api/lead-imports/[id]": answers("/api/lead-imports/imp_none?number=0", {
    visitor: { status: 401 },
    people: { status: 404 },
  }),
  "GET /api/lead-imports/[id]/refused": answers("/api/lead-imports/imp_none/refused", {
    visitor: { status: 401 },
    people: { status: 404 },
  }),
  // Programs' doors: a session counts for nothing there, whoever's it is.
  ...toPrograms("/api/v1/[[...path]]", "/api/v1/sources", ["GET", "POST"]),
  "GET /api/v1/[[...path]]: the description": everybody("/api/v1/openapi.json"),
  "GET /api/v1/[[...path]]: nothing": everybody("/api/v1/nowhere", { status: 404 }),
  ...toPrograms("/api/mcp", "/api/mcp", ["POST"]),
  "GET /api/search": answers("/api/search?words=release", { visitor: { status: 401 }, people: OK }),
  "GET /api/events": answers("/api/events", { visitor: { status: 401 }, people: OK }),
};

/** Without a token nobody is answered anything but that, whatever the method. */
function toPrograms(route: string, at: string, methods: string[]): Record<string, Row> {
  const known = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
  return Object.fromEntries(
    known.map((method) => [
      `${method} ${route}`,
      everybody(at, { status: methods.includes(method) ? 401 : 405 }),
    ]),
  );
}
