import { formatCount } from "#lib/format/count";

/** How many there are, beside the noun: "Reviews 14", and "999+" where it stops mattering. */
export function Count({ of }: { of: number }) {
  return <span className="font-normal text-faint">{formatCount(of)}</span>;
}
