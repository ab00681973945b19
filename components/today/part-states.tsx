import { RetryPart } from "#components/today/retry-part";
import { ErrorState } from "#components/ui/error-state";

/** Stands in for a part of Today that did not load; the others go on. */
export function PartFailed({ what, requestId }: { what: string; requestId?: string | undefined }) {
  return (
    <ErrorState title={`${what} didn’t load`} retry={<RetryPart />} {...(requestId ? { requestId } : {})}>
      The database did not answer as it should. Nothing is lost, and the rest of this page goes on.
    </ErrorState>
  );
}

/** Stands where a part of Today is on its way, in its shape; it shows after 150 ms. */
export function PartLoading({ label }: { label: string }) {
  return (
    <div role="status" className="animate-appear px-4 py-4 md:px-6">
      <span className="sr-only">{label} is loading</span>
      {Array.from({ length: 8 }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a shape, all alike
        <div key={at} aria-hidden="true" className="h-9 border-b">
          <div className="mt-3 h-2.5 w-2/3 rounded-sm bg-neutral-3" />
        </div>
      ))}
    </div>
  );
}
