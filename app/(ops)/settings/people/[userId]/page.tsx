import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActButton } from "#components/settings/act-button";
import { EntryForm } from "#components/settings/entry-form";
import { InviteForm } from "#components/settings/invite-form";
import { RoleForm } from "#components/settings/role-form";
import { TimeAway } from "#components/settings/time-away";
import { Page } from "#components/shell/page";
import { LinkButton } from "#components/ui/link-button";
import { Section } from "#components/ui/section";
import { TextLink } from "#components/ui/text-link";
import { canRecordAbsence } from "#lib/calendar/policy";
import { getPersonAway, listAbsences } from "#lib/calendar/queries";
import type { UserCtx } from "#lib/events/context";
import { canRemoveSecondFactor } from "#lib/second-factor/policy";
import { getSecondFactorOf } from "#lib/second-factor/queries";
import { canListSessions, canReleaseIdentity } from "#lib/sessions/policy";
import { getCalendar } from "#lib/users/calendar";
import {
  canChangeEmail,
  canChangeRole,
  canDeactivate,
  canEditPerson,
  canInvite,
  canNamePerson,
  canRedact,
  canResetPassword,
  rolesToGive,
} from "#lib/users/policy";
import { getPerson, listInvitations, type Person } from "#lib/users/queries";
import { listIdentities } from "#lib/users/release-identity";
import { orNotFound } from "#lib/web/or-not-found";
import { requireUser } from "#lib/web/session";
import { endAbsenceAction, recordAbsenceAction } from "../../absences";
import {
  changePersonAction,
  changeRoleAction,
  invitePersonAction,
  reactivatePersonAction,
  redactPersonAction,
  releaseIdentityAction,
  removeSecondFactorAction,
  resetPasswordAction,
  revokeInvitationAction,
} from "../actions";

export const metadata: Metadata = { title: "Person" };

export default async function PersonPage({ params }: PageProps<"/settings/people/[userId]">) {
  const ctx = await requireUser();
  const person = await orNotFound(getPerson(ctx, (await params).userId));
  if (!canEditPerson(ctx.actor, person)) return <OfTheirLead ctx={ctx} person={person} />;
  if (person.deactivatedAt) return <Deactivated ctx={ctx} person={person} />;
  const { deactivatedAt: _, ...entry } = person;
  return (
    <Page measure>
      <Section title={person.name} meta={person.role}>
        <EntryForm
          action={changePersonAction}
          person={entry}
          withEmail={canChangeEmail(ctx.actor)}
          withNames={canNamePerson(ctx.actor, person)}
        />
      </Section>
      <Away ctx={ctx} person={person} />
      <SignIn ctx={ctx} person={person} />
      {canChangeRole(ctx.actor) && (
        <Section title="Role">
          <RoleForm
            action={changeRoleAction}
            userId={person.id}
            role={person.role}
            roles={rolesToGive(ctx.actor).map((role) => ({ value: role, label: role }))}
          />
        </Section>
      )}
      {canRedact(ctx.actor) && (
        <Section title="What the log keeps">
          <div className="pt-3">
            <ActButton
              act={redactPersonAction.bind(null, person.id)}
              label={`Redact where ${person.name} acted from`}
              consequence="Their addresses and browsers are taken out of the log and of their sessions, for good. What they did stays in the log, and the log still verifies."
            />
          </div>
        </Section>
      )}
      {canDeactivate(ctx.actor) && (
        <Section title="Leaving">
          <div className="pt-3">
            <LinkButton
              href={`/settings/people/${person.id}/leaving`}
            >{`Deactivate ${person.name}`}</LinkButton>
          </div>
        </Section>
      )}
    </Page>
  );
}

/** What the lead of a team changes of somebody in it; to everybody else nothing is here. */
async function OfTheirLead({ ctx, person }: { ctx: UserCtx; person: Person }) {
  if (person.deactivatedAt || !canRecordAbsence(ctx.actor, await getPersonAway(ctx, person.id))) notFound();
  return (
    <Page measure>
      <Section title={person.name} meta={person.role}>
        <p className="py-3 text-muted">
          You lead a team they are in. Leaders and admins change their entry.{" "}
          <TextLink href={`/standups/people/${person.id}`}>See their updates over time</TextLink>
        </p>
      </Section>
      <Away ctx={ctx} person={person} />
    </Page>
  );
}

async function Away({ ctx, person }: { ctx: UserCtx; person: Person }) {
  const [absences, { today }] = await Promise.all([listAbsences(ctx, person.id), getCalendar(ctx)]);
  return (
    <TimeAway
      person={{ id: person.id, name: person.name, self: person.id === ctx.actor.id }}
      absences={absences}
      today={today}
      record={recordAbsenceAction}
      end={endAbsenceAction}
    />
  );
}

function Deactivated({ ctx, person }: { ctx: UserCtx; person: Person }) {
  return (
    <Page measure>
      <Section title={person.name} meta="deactivated">
        <p className="py-3 text-muted">They can’t sign in and are not on the roster. What they did stays.</p>
        {canDeactivate(ctx.actor) && (
          <div className="flex flex-wrap gap-2">
            <ActButton
              act={reactivatePersonAction.bind(null, person.id)}
              label={`Reactivate ${person.name}`}
            />
            <ActButton
              act={redactPersonAction.bind(null, person.id)}
              label={`Redact ${person.name}`}
              consequence="Their name, e-mail address, aliases, addresses and browsers are taken out, for good: the log then says “Somebody who left”. What sources and minutes say of them stays there."
            />
          </div>
        )}
      </Section>
    </Page>
  );
}

async function SignIn({ ctx, person }: { ctx: UserCtx; person: Person }) {
  const invitation = (await listInvitations(ctx)).find((one) => one.userId === person.id);
  const mayMakeLink = person.hasPassword ? canResetPassword(ctx.actor) : canInvite(ctx.actor, person);
  return (
    <Section title="Sign-in" meta={signInState(person, invitation !== undefined)}>
      <div className="flex flex-col items-start gap-3 pt-3">
        {person.joined && canListSessions(ctx.actor, person.id) && (
          <TextLink href={`/settings/sessions?person=${person.id}`}>See where they are signed in</TextLink>
        )}
        {mayMakeLink && (
          <InviteForm
            action={person.hasPassword ? resetPasswordAction : invitePersonAction}
            userId={person.id}
            label={
              person.hasPassword
                ? "Take the password away"
                : invitation
                  ? "Make a new link"
                  : `Invite ${person.name}`
            }
            help={
              person.hasPassword
                ? "For a forgotten password. It signs them out everywhere and makes a link with which they choose a new one."
                : undefined
            }
            question={
              person.hasPassword
                ? `${person.name} is signed out everywhere at once, and gets in again only with the link.`
                : undefined
            }
            needsEmail={!person.email}
            mails={!person.joined && ctx.channels.smtp !== undefined}
          />
        )}
        <OtherWays ctx={ctx} person={person} />
        {invitation && (
          <ActButton
            act={revokeInvitationAction.bind(null, invitation.linkId)}
            label={person.joinedAt ? "Withdraw the link" : "Withdraw the invitation"}
          />
        )}
      </div>
    </Section>
  );
}

/** The account at the sign-in provider and the second factor of a person, as admins see them. */
async function OtherWays({ ctx, person }: { ctx: UserCtx; person: Person }) {
  if (!canReleaseIdentity(ctx.actor)) return null;
  const [bound, { since }] = await Promise.all([
    listIdentities(ctx, person.id),
    getSecondFactorOf(ctx, person.id),
  ]);
  return (
    <>
      {bound.map(({ issuer }) => (
        <ActButton
          key={issuer}
          act={releaseIdentityAction.bind(null, person.id, issuer)}
          label={`Release the account at ${issuer}`}
          consequence={`${person.name} is signed out everywhere. Whoever signs in there next with their verified e-mail address is bound to them.`}
        />
      ))}
      {since && canRemoveSecondFactor(ctx.actor, person) && (
        <ActButton
          act={removeSecondFactorAction.bind(null, person.id)}
          label="Take the second factor away"
          consequence={`For a lost phone. ${person.name} is signed out everywhere, and their password alone signs them in until they set up another.`}
        />
      )}
    </>
  );
}

function signInState({ hasPassword, joined, joinedAt }: Person, isInvited: boolean): string {
  if (hasPassword) return "by password";
  if (joined) return "through the provider";
  if (joinedAt) return isInvited ? "has a link for a new password" : "has no password";
  return isInvited ? "invited" : "not invited";
}
