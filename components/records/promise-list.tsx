import { Moment } from "#components/records/moment";
import { OriginLink } from "#components/records/origin-link";
import { Quotes } from "#components/records/quotes";
import { RowLink } from "#components/records/row-link";
import { Fact, Facts, Sheet } from "#components/records/sheet";
import { Day } from "#components/ui/day";
import { Person } from "#components/ui/face";
import { addressOf, type Query } from "#lib/format/address";
import type { ListedPromise, PromiseInFull } from "#lib/promises/queries";
import type { Calendar } from "#lib/users/calendar";

type PromiseListProps = {
  promises: ListedPromise[];
  /** The address of the list, to which opening a promise adds. */
  keep: Query;
  openId: string | undefined;
  me: string;
  calendar: Calendar;
};

/** Promises by the day they are due: what, to whom, by whom and until when. */
export function PromiseList({ promises, keep, openId, me, calendar }: PromiseListProps) {
  return (
    <ul aria-label="Promises">
      {promises.map((promise) => (
        <PromiseRow
          key={promise.id}
          promise={promise}
          href={addressOf("/promises", { ...keep, open: promise.id })}
          current={promise.id === openId}
          me={me}
          calendar={calendar}
        />
      ))}
    </ul>
  );
}

type PromiseRowProps = {
  promise: ListedPromise;
  href: string;
  current: boolean;
  me: string;
  calendar: Calendar;
};

function PromiseRow({ promise, href, current, me, calendar }: PromiseRowProps) {
  const { text, promiserId, promiserName, toName, title } = promise;
  return (
    <li
      data-row
      className={`group relative flex min-h-(--size-row-2) items-center gap-4 border-b px-4 py-2 md:px-6 ${current ? "bg-accent-bg" : "hover:bg-hover has-focus-visible:bg-hover"}`}
    >
      <div className="min-w-0 flex-1">
        <div className="text-pretty">
          <RowLink href={href} current={current}>
            {text}
          </RowLink>
        </div>
        <div className="truncate text-xs text-faint">
          <span className="text-muted">
            To <bdi>{toName ?? "somebody outside"}</bdi>
          </span>
          <span className="max-md:hidden">, {title}</span>
        </div>
        <div className="flex flex-wrap gap-x-3 text-xs text-muted md:hidden">
          <span dir="auto" className="max-w-full truncate">
            {promiserName ?? "nobody named"}
          </span>
          <WhenDue promise={promise} calendar={calendar} />
        </div>
      </div>
      <span className="flex w-38 flex-none text-xs text-muted max-md:hidden">
        {promiserName ? (
          <Person name={promiserName} me={promiserId === me} />
        ) : (
          <span className="text-faint">nobody named</span>
        )}
      </span>
      <span className="w-28 flex-none text-xs text-muted max-md:hidden">
        <WhenDue promise={promise} calendar={calendar} />
      </span>
      <span className="max-lg:hidden">
        <OriginLink {...promise} />
      </span>
    </li>
  );
}

function WhenDue({ promise: { dueOn }, calendar }: { promise: ListedPromise; calendar: Calendar }) {
  return dueOn ? <Day on={dueOn} today={calendar.today} /> : <span className="text-faint">no date said</span>;
}

type PromiseSheetProps = { promise: PromiseInFull; closeHref: string; calendar: Calendar };

/** One promise with the sentence it stands on. */
export function PromiseSheet({ promise, closeHref, calendar }: PromiseSheetProps) {
  return (
    <Sheet label="Promise" closeHref={closeHref}>
      <p className="text-md text-pretty">{promise.text}</p>
      <Facts>
        <Fact name="Promised to">{promise.toName ?? "nobody named"}</Fact>
        <Fact name="Promised by">{promise.promiserName ?? "nobody named"}</Fact>
        <Fact name="Due">
          <WhenDue promise={promise} calendar={calendar} />
        </Fact>
        <Fact name="Meeting">{promise.title}</Fact>
        {promise.heldOn && (
          <Fact name="Day">
            <Day on={promise.heldOn} today={calendar.today} />
          </Fact>
        )}
        <Fact name="Recorded">
          <Moment at={promise.recordedAt} calendar={calendar} />
        </Fact>
      </Facts>
      <Quotes quotes={promise.quotes} origin={promise} today={calendar.today} />
    </Sheet>
  );
}
