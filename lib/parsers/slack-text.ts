/** Whom and which channels the tokens of a message name, by Slack's ids. */
export type SlackNames = { people: ReadonlyMap<string, string>; channels: ReadonlyMap<string, string> };

const TOKEN = /<([^<>]{1,4000})>/g;
const ENTITY = /&(amp|lt|gt);/g;
const PLAIN: Record<string, string> = { amp: "&", lt: "<", gt: ">" };

/**
 * The words of a Slack message: tokens resolved first, then the three entities, so that what somebody typed as
 * `&lt;!here&gt;` stays what they typed. Who or what is not known by name is called by the token's own label, or by kind.
 */
export function readSlackText(text: string, names: SlackNames): string {
  let words = "";
  let from = 0;
  for (const { 0: whole, 1: token = "", index } of text.matchAll(TOKEN)) {
    words += unescaped(text.slice(from, index)) + wordsOf(token, names);
    from = index + whole.length;
  }
  return (words + unescaped(text.slice(from))).toWellFormed().replaceAll("\0", " ").trim();
}

/** The Slack ids of people that a message names. */
export function mentionsIn(text: string): string[] {
  return [...text.matchAll(/<@([UW][A-Z0-9]{1,30})(?:\|[^<>]*)?>/g)].flatMap(([, id]) => id ?? []);
}

function wordsOf(token: string, { people, channels }: SlackNames): string {
  const cut = token.indexOf("|");
  const target = cut < 0 ? token : token.slice(0, cut);
  const label = cut < 0 ? "" : unescaped(token.slice(cut + 1)).trim();
  const id = target.slice(1);
  if (target.startsWith("@")) return `@${people.get(id) || bare(label, "@") || "somebody"}`;
  if (target.startsWith("#")) return `#${channels.get(id) || bare(label, "#") || "a-channel"}`;
  if (target.startsWith("!")) return called(id, label);
  return linked(unescaped(target), label);
}

/** `<!here>`, `<!channel>`, `<!subteam^S1|@x>`, `<!date^…|fallback>`. */
function called(command: string, label: string): string {
  if (command.startsWith("date^")) return label;
  if (command.startsWith("subteam^")) return `@${bare(label, "@") || "a-group"}`;
  return `@${bare(label, "@") || command.split("^")[0]}`;
}

function linked(target: string, label: string): string {
  const address = target.replace(/^(mailto|tel):/, "");
  if (!label || label === address || label === target) return address;
  // Slack makes links of names such as “readme.md”, and then the label alone is what was typed.
  return address.replace(/^https?:\/\//, "").replace(/\/$/, "") === label ? label : `${label} (${address})`;
}

function bare(label: string, sign: string): string {
  return label.startsWith(sign) ? label.slice(1) : label;
}

function unescaped(text: string): string {
  return text.replace(ENTITY, (_, name: string) => PLAIN[name] ?? "");
}
