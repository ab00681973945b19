import { PageLink } from "#components/ui/page-link";
import { formatCount } from "#lib/format/count";

export type Segment = { value: string; label: string; count?: number };

type SegmentedProps = { label: string; segments: Segment[]; value: string } & (
  | { hrefOf: (value: string) => string; onChange?: never }
  | { onChange: (value: string) => void; hrefOf?: never }
);

const look =
  "flex h-(--size-control-sm) items-center gap-1 border-l border-line-strong px-2 text-xs whitespace-nowrap text-muted first:border-l-0 first:rounded-l-[4px] last:rounded-r-[4px] hover:bg-hover aria-current:bg-selected aria-current:font-medium aria-current:text-ink aria-pressed:bg-selected aria-pressed:font-medium aria-pressed:text-ink focus-visible:z-1";

/** Which part of a list is shown: links where the address says it, buttons where only this page knows. */
export function Segmented({ label, segments, value, hrefOf, onChange }: SegmentedProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce form fields, and these are links
    <div
      role="group"
      aria-label={label}
      className="inline-flex flex-none rounded-md border border-line-strong"
    >
      {segments.map((segment) => {
        const current = segment.value === value;
        const text =
          segment.count === undefined ? segment.label : `${segment.label} ${formatCount(segment.count)}`;
        const act = { "data-act": `${label}: ${segment.label}` };
        if (hrefOf) {
          return (
            <PageLink
              {...act}
              key={segment.value}
              href={hrefOf(segment.value)}
              aria-current={current ? "true" : undefined}
              className={look}
            >
              {text}
            </PageLink>
          );
        }
        const press = () => onChange(segment.value);
        return (
          <button
            {...act}
            key={segment.value}
            type="button"
            aria-pressed={current}
            onClick={press}
            className={look}
          >
            {text}
          </button>
        );
      })}
    </div>
  );
}
