/** What a mail of a lead is called as a source. */
export function mailTitle(name: string, subject: string): string {
  return `${HEAD}${name.replaceAll(": ", " ")}: ${subject}`;
}

/** The subject of a mail by what it is called as a source. */
export function subjectOfMail(title: string): string {
  return title.startsWith(HEAD) ? title.slice(title.indexOf(": ") + 2) : title;
}

const HEAD = "Mail from ";
