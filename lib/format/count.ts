/** A count as it stands in lists: in figures up to 999, "999+" above. */
export function formatCount(count: number): string {
  return count > 999 ? "999+" : String(count);
}
