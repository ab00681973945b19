import { session } from "#e2e/permissions/company-verbs";
import { invitation } from "#e2e/permissions/people-verbs";
import { all, only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import { CAST, ENGINEERING, type Stage } from "#e2e/support/cast";
import { listRetention, setRetention } from "#lib/custody/retention";
import { listEventsAfter } from "#lib/log/live-queries";
import { listEvents } from "#lib/log/queries";
import { checkLink } from "#lib/sessions/one-time-links";
import { findLiveSession, listSessions } from "#lib/sessions/queries";
import { revokeSession } from "#lib/sessions/revoke-session";
import { getTeam, listTeams } from "#lib/teams/queries";
import { readInvitation } from "#lib/users/accept-invitation";
import { getCalendar } from "#lib/users/calendar";
import { invitePerson } from "#lib/users/invite-person";
import { findPersonByEmail, getPerson, listInvitations, listPeople, listRoster } from "#lib/users/queries";
import { findCompany, getCompany } from "#lib/workspace/queries";

/** Queries of people, teams, sessions and the company. An empty list, and nothing, count as `gone`. */
export const COMPANY_READS: Record<string, WorkspaceRow> = {
  listRoster: { act: listRoster, answers: all("yes") },
  listPeople: { act: listPeople, answers: all("yes") },
  getPerson: { act: (ctx) => getPerson(ctx, CAST.chidi.id), answers: all("yes") },
  findPersonByEmail: { act: (ctx) => findPersonByEmail(ctx, CAST.chidi.email), answers: all("yes") },
  getCalendar: { act: getCalendar, answers: all("yes") },
  listTeams: { act: listTeams, answers: all("yes") },
  getTeam: { act: (ctx) => getTeam(ctx, ENGINEERING.id), answers: all("yes") },
  findCompany: { act: findCompany, answers: all("yes") },
  getCompany: { act: getCompany, answers: all("yes") },
  listRetention: {
    prepare: async (stage) => {
      await setRetention(stage.as("ines"), { workflow: "meeting-notes", days: 30, records: "keep" });
      return "";
    },
    act: listRetention,
    answers: all("yes"),
  },
  "listInvitations: of members": {
    prepare: async (stage) => (await invitation(stage, "member")).linkId,
    act: listInvitations,
    answers: only(["admin", "leader"], "gone"),
  },
  "listInvitations: of leaders": {
    prepare: async (stage) => (await invitation(stage, "leader")).linkId,
    act: listInvitations,
    answers: only(["admin"], "gone"),
  },
  "readInvitation: with its link": {
    prepare: async (stage) => (await invitation(stage, "member")).token,
    act: readInvitation,
    answers: all("yes"),
  },
  "readInvitation: with another": {
    act: (ctx) => readInvitation(ctx, "made-up"),
    answers: all("gone"),
  },
  "checkLink: with the link": {
    prepare: async (stage) => (await invitation(stage, "member")).token,
    act: (ctx, token) => checkLink(ctx, "invitation", token),
    answers: all("yes"),
  },
  "checkLink: with one for something else": {
    prepare: async (stage) => (await invitation(stage, "member")).token,
    act: (ctx, token) => checkLink(ctx, "sign_in", token),
    answers: all("gone"),
  },
  "findLiveSession: by its id": {
    prepare: (stage) => session(stage, CAST.chidi.id),
    act: findLiveSession,
    answers: all("yes"),
  },
  "findLiveSession: one that was ended": {
    prepare: async (stage) => {
      const sessionId = await session(stage, CAST.chidi.id);
      await revokeSession(stage.as("ines"), { sessionId });
      return sessionId;
    },
    act: findLiveSession,
    answers: all("gone"),
  },
  "listEvents: of people": {
    prepare: invitationByAda,
    act: async (ctx) => (await listEvents(ctx, { group: "people" })).rows,
    answers: only(["admin", "leader"], "gone"),
  },
  "listEventsAfter: of people": {
    prepare: invitationByAda,
    act: (ctx) => listEventsAfter(ctx, { newest: 0, missing: [] }),
    answers: only(["admin", "leader"], "gone"),
  },
  "listSessions: their own": {
    prepare: (stage, ctx) => session(stage, ctx.actor.id),
    act: (ctx) => listSessions(ctx, ctx.actor.id),
    answers: all("yes"),
  },
  "listSessions: somebody else’s": {
    prepare: (stage) => session(stage, CAST.chidi.id),
    act: (ctx) => listSessions(ctx, CAST.chidi.id),
    answers: only(["admin"], "gone"),
  },
};

/** What happened to people is told to admins, and to the leader because she did it. */
async function invitationByAda(stage: Stage): Promise<string> {
  return (await invitePerson(stage.as("ada"), { userId: CAST.chidi.id })).linkId;
}
