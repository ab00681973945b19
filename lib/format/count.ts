/** A count in figures up to 99, "99+" above; with `more`, which says that not all were counted, "30+". */
export function formatCount(count: number, more = false): string {
  if (count > 99) return "99+";
  return more ? `${count}+` : String(count);
}
