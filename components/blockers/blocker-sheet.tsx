import { BlockerButtons } from "#components/blockers/blocker-menu";
import { openBlocker } from "#components/blockers/blocker-row";
import { BlockerState } from "#components/blockers/blocker-state";
import { Sayings } from "#components/blockers/sayings";
import { Moment } from "#components/records/moment";
import { Fact, Facts, Sheet, SheetPart } from "#components/records/sheet";
import { Day } from "#components/ui/day";
import { Person } from "#components/ui/face";
import { Reason } from "#components/ui/reason";
import type { BlockerInFull } from "#lib/blockers/queries";
import { waitsUntil } from "#lib/blockers/unconfirmed";
import { counted } from "#lib/format/count";
import { formatDistance } from "#lib/format/moments";
import type { Calendar } from "#lib/users/calendar";

type BlockerSheetProps = { blocker: BlockerInFull; closeHref: string; me: string; calendar: Calendar };

/** One blocker: whose, since when, who unblocks it, what was said on each day, and what happened to it. */
export function BlockerSheet({ blocker, closeHref, me, calendar }: BlockerSheetProps) {
  const { today } = calendar;
  const may = blocker.closedAt ? blocker.mayDecide : blocker.mayTake;
  const foot = may ? <BlockerButtons key={blocker.version} blocker={openBlocker(blocker)} /> : null;
  const asks = blocker.escalatedAt !== null && (blocker.state === "open" || blocker.state === "proposed");
  return (
    <Sheet label="Blocker" closeHref={closeHref} foot={foot}>
      <p dir="auto" className="text-md text-pretty">
        {blocker.text}
      </p>
      {asks && (
        <div className="mt-3">
          <Reason tone="warn" icon="warn" title="It needs an owner or a decision.">
            It was said on {counted(blocker.days, "day")}. Say who unblocks it, or decide to live with it.
          </Reason>
        </div>
      )}
      <Facts>
        <Fact name="State">
          <BlockerState blocker={blocker} />
        </Fact>
        <Fact name="Whose">
          <Person name={blocker.personName} me={blocker.personId === me} />
        </Fact>
        <Fact name="Unblocks it">
          {blocker.ownerName ? <Person name={blocker.ownerName} me={blocker.ownerId === me} /> : "nobody yet"}
        </Fact>
        {!blocker.ownerName && blocker.waitsForName && (
          <Fact name="Could">{blocker.waitsForName}, as the update names them</Fact>
        )}
        <Fact name="Team">
          {blocker.teamName}
          {blocker.visibility === "team" && <span className="text-faint">, seen by the team alone</span>}
        </Fact>
        {blocker.waitsForTeamName && <Fact name="Waits for">{blocker.waitsForTeamName}</Fact>}
        <Fact name="Since">
          <Day on={blocker.firstOn} today={today} />
          <span className="text-faint">, {formatDistance(blocker.firstOn, { today })}</span>
        </Fact>
        <Fact name="Said on">{counted(blocker.days, "day")}</Fact>
        {blocker.state === "proposed" && !asks && (
          <Fact name="Put aside">
            after <Day on={waitsUntil(blocker)} today={today} />, unless somebody confirms it or says it again
          </Fact>
        )}
        {blocker.closedAt && (
          <Fact name="Ended">
            <Moment at={blocker.closedAt} calendar={calendar} />
            {blocker.closedBy && ` by ${blocker.closedBy}`}
          </Fact>
        )}
        {blocker.closing && (
          <Fact name={blocker.state === "resolved" ? "How" : "Because"}>{blocker.closing}</Fact>
        )}
      </Facts>
      <Sayings sayings={blocker.sayings} today={today} />
      <SheetPart label="History">
        <ol className="flex flex-col gap-1.5">
          {blocker.history.toReversed().map((line) => (
            <li key={line.seq}>
              {line.sentence}{" "}
              <span className="text-xs text-faint">
                <Moment at={line.at} calendar={calendar} />
              </span>
            </li>
          ))}
        </ol>
      </SheetPart>
    </Sheet>
  );
}
