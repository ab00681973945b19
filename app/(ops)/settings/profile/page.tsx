import type { Metadata } from "next";
import { EntryForm } from "#components/settings/entry-form";
import { PasswordForm } from "#components/settings/password-form";
import { SecondFactor } from "#components/settings/second-factor";
import { ThemeChoice } from "#components/settings/theme-choice";
import { TimeAway } from "#components/settings/time-away";
import { Page } from "#components/shell/page";
import { SingleKeys } from "#components/shell/single-keys";
import { Section } from "#components/ui/section";
import { TextLink } from "#components/ui/text-link";
import { listAbsences } from "#lib/calendar/queries";
import { getSecondFactorOffer } from "#lib/second-factor/offer-second-factor";
import { getOwnSignIn } from "#lib/second-factor/queries";
import { getCalendar } from "#lib/users/calendar";
import { canChangeEmail, canNamePerson } from "#lib/users/policy";
import { currentPerson, requireUser } from "#lib/web/session";
import { endAbsenceAction, recordAbsenceAction } from "../absences";
import { changePersonAction } from "../people/actions";
import {
  changePasswordAction,
  replaceRecoveryCodesAction,
  turnOffSecondFactorAction,
  turnOnSecondFactorAction,
} from "./actions";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const ctx = await requireUser();
  const { deactivatedAt: _, ...person } = await currentPerson();
  const [own, absences, { today }] = await Promise.all([
    getOwnSignIn(ctx),
    listAbsences(ctx, person.id),
    getCalendar(ctx),
  ]);
  return (
    <Page measure>
      <Section title="Your entry on the roster" meta={`${person.email}, ${person.role}`}>
        <EntryForm
          action={changePersonAction}
          person={person}
          withEmail={canChangeEmail(ctx.actor)}
          withNames={canNamePerson(ctx.actor, person)}
        />
      </Section>
      <TimeAway
        person={{ id: person.id, name: person.name, self: true }}
        absences={absences}
        today={today}
        record={recordAbsenceAction}
        end={endAbsenceAction}
      />
      <Section title="Stand-ups">
        <p className="pt-2">
          <TextLink href={`/standups/people/${person.id}`}>See your updates over time</TextLink>
        </p>
      </Section>
      <Section title="This browser">
        <div className="flex flex-col items-start gap-3 pt-3">
          <ThemeChoice />
          <SingleKeys />
        </div>
      </Section>
      {own.hasPassword && (
        <>
          <Section title="Password">
            <PasswordForm action={changePasswordAction} email={person.email ?? ""} />
          </Section>
          <Section title="Second factor" meta={own.since ? "on" : "off"}>
            <SecondFactor
              own={own}
              offer={own.since ? null : await getSecondFactorOffer(ctx)}
              turnOn={turnOnSecondFactorAction}
              turnOff={turnOffSecondFactorAction}
              replaceCodes={replaceRecoveryCodesAction}
            />
          </Section>
        </>
      )}
    </Page>
  );
}
