import { ActionButtons } from "#components/records/action-menu";
import { openAction } from "#components/records/action-row";
import { History } from "#components/records/history";
import { Mentions } from "#components/records/mentions";
import { Moment } from "#components/records/moment";
import { Quotes } from "#components/records/quotes";
import { Fact, Facts, Sheet } from "#components/records/sheet";
import { Day } from "#components/ui/day";
import { Person } from "#components/ui/face";
import { StateWord } from "#components/ui/state-word";
import type { ActionInFull } from "#lib/actions/queries";
import { formatDistance } from "#lib/format/moments";
import type { Calendar } from "#lib/users/calendar";

type ActionSheetProps = { action: ActionInFull; closeHref: string; me: string; calendar: Calendar };

/** One action: who, until when, where it was said, and what happened to it. */
export function ActionSheet({ action, closeHref, me, calendar }: ActionSheetProps) {
  const foot = action.mayChange ? <ActionButtons key={action.version} action={openAction(action)} /> : null;
  return (
    <Sheet label="Action" closeHref={closeHref} foot={foot}>
      <p className="text-md text-pretty">{action.text}</p>
      <Facts>
        <Fact name="State">
          <ActionState action={action} today={calendar.today} />
        </Fact>
        <Fact name="Owner">
          {action.ownerName ? <Person name={action.ownerName} me={action.ownerId === me} /> : "nobody"}
          {action.ownerName && !action.ownerId && <span className="text-faint"> not on the roster</span>}
        </Fact>
        <Fact name="Due">
          {action.dueOn ? (
            <>
              <Day on={action.dueOn} today={calendar.today} />
              <span className="text-faint">, {formatDistance(action.dueOn, { today: calendar.today })}</span>
            </>
          ) : (
            "no date"
          )}
        </Fact>
        {action.closedAt && (
          <Fact name={action.state === "done" ? "Completed" : "Cancelled"}>
            <Moment at={action.closedAt} calendar={calendar} />
            {action.closedBy && ` by ${action.closedBy}`}
          </Fact>
        )}
        {action.cancelReason && <Fact name="Because">{action.cancelReason}</Fact>}
      </Facts>
      <Quotes quotes={action.quotes} origin={action.origin} today={calendar.today} />
      <Mentions mentions={action.mentions} today={calendar.today} />
      <History lines={action.history} madeAt={action.createdAt} calendar={calendar} />
    </Sheet>
  );
}

function ActionState({ action, today }: { action: ActionInFull; today: string }) {
  if (action.state === "done") return <StateWord state="done">done</StateWord>;
  if (action.state === "cancelled") return <StateWord state="unmatched">cancelled</StateWord>;
  if (action.dueOn && action.dueOn < today) return <StateWord state="check">overdue</StateWord>;
  return <StateWord state="waiting">open</StateWord>;
}
