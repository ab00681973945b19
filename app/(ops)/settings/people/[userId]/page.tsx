import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActButton } from "#components/settings/act-button";
import { EntryForm } from "#components/settings/entry-form";
import { InviteForm } from "#components/settings/invite-form";
import { RoleForm } from "#components/settings/role-form";
import { Page } from "#components/shell/page";
import { Section } from "#components/ui/section";
import { TextLink } from "#components/ui/text-link";
import type { UserCtx } from "#lib/events/context";
import { canListSessions } from "#lib/sessions/policy";
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
import { orNotFound } from "#lib/web/or-not-found";
import { requireUser } from "#lib/web/session";
import {
  changePersonAction,
  changeRoleAction,
  deactivatePersonAction,
  invitePersonAction,
  reactivatePersonAction,
  redactPersonAction,
  resetPasswordAction,
  revokeInvitationAction,
} from "../actions";

export const metadata: Metadata = { title: "Person" };

export default async function PersonPage({ params }: PageProps<"/settings/people/[userId]">) {
  const ctx = await requireUser();
  const person = await orNotFound(getPerson(ctx, (await params).userId));
  if (!canEditPerson(ctx.actor, person)) notFound();
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
            <ActButton
              act={deactivatePersonAction.bind(null, person.id)}
              label={`Deactivate ${person.name}`}
              consequence="Every browser they are signed in with is signed out at once, and they can’t be named as an owner any more. What they did stays. You can take them back later."
            />
          </div>
        </Section>
      )}
    </Page>
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
  const mayMakeLink = person.joined ? canResetPassword(ctx.actor) : canInvite(ctx.actor, person);
  return (
    <Section title="Sign-in" meta={person.joined ? "by password" : invitation ? "invited" : "not invited"}>
      <div className="flex flex-col items-start gap-3 pt-3">
        {person.joined && canListSessions(ctx.actor, person.id) && (
          <TextLink href={`/settings/sessions?person=${person.id}`}>See where they are signed in</TextLink>
        )}
        {mayMakeLink && (
          <InviteForm
            action={person.joined ? resetPasswordAction : invitePersonAction}
            userId={person.id}
            label={
              person.joined
                ? "Take the password away"
                : invitation
                  ? "Make a new link"
                  : `Invite ${person.name}`
            }
            help={
              person.joined
                ? "For a forgotten password. It signs them out everywhere and makes a link with which they choose a new one."
                : undefined
            }
            question={
              person.joined
                ? `${person.name} is signed out everywhere at once, and gets in again only with the link.`
                : undefined
            }
            needsEmail={!person.email}
          />
        )}
        {invitation && (
          <ActButton
            act={revokeInvitationAction.bind(null, invitation.linkId)}
            label="Withdraw the invitation"
          />
        )}
      </div>
    </Section>
  );
}
