import { formatCount } from "#lib/format/count";

/** How many there are, beside the noun: "Reviews 14", and "99+" where it stops mattering. */
export function Count({ of, more }: { of: number; more?: boolean }) {
  return <span className="font-normal text-faint">{formatCount(of, more)}</span>;
}
