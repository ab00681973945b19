import { Day } from "#components/ui/day";
import { TextLink } from "#components/ui/text-link";
import type { DocumentPromise } from "#lib/documents/queries";
import { addressOf } from "#lib/format/address";
import type { Day as CalendarDay } from "#lib/format/dates";

type DocumentPromisesProps = { promises: DocumentPromise[]; today: CalendarDay };

/** The promises of a document with how near they are, which the page itself, written once, can't say. */
export function DocumentPromises({ promises, today }: DocumentPromisesProps) {
  if (promises.length === 0) return null;
  return (
    <section aria-label="Promised outside" className="mt-8 max-w-(--size-measure) border-t pt-4 print:hidden">
      <h3 className="text-sm font-medium">Promised outside</h3>
      <ul className="mt-2 flex flex-col">
        {promises.map(({ id, text, promiserName, toName, dueOn }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 border-b py-1.5">
            <span className="min-w-0 flex-1 basis-48 text-pretty">
              <TextLink href={addressOf("/promises", { open: id })}>{text}</TextLink>
            </span>
            <span className="text-xs text-muted">
              {promiserName ?? "somebody"} to {toName ?? "nobody named"}
            </span>
            <span className="text-xs">
              {dueOn ? <Day on={dueOn} today={today} /> : <span className="text-faint">no date said</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
