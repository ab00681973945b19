const AFTER = `(?:wait(?:ing|s)? (?:on|for|to hear (?:back )?from)|awaiting|blocked (?:by|on|with)|stuck (?:on|with|behind)|held up (?:by|on|at|with)|hold(?:ing)? (?:up )?(?:by|on|for)|from|depend(?:s|ing|ent)? on|pending|need(?:s|ing)?|until|unless|before|with|by|chasing|pinged|asked|reviewed by|sign-?off (?:from|of|by)|ball is (?:with|in)|on)`;
const ART = String.raw`(?:\s+(?:the|our|their|an?))?`;
const HANDLE = /(?<![\p{L}\p{N}._-])@[\p{L}\d][\p{L}\d._-]{1,38}(?<![.])/u;
const TEAM = new RegExp(
  String.raw`\b${AFTER}${ART}\s+((?:[\p{L}\d&/+-]{2,20} ){1,2}(?:team|squad|folks|crew|guild|department|dept|people|guys)|(?:team|squad) [\p{L}\d-]{2,20})\b`,
  "iu",
);
const AREAS =
  "legal|design|designers?|infra|infrastructure|platform|security|infosec|it|ops|devops|sre|finance|accounting|hr|qa|procurement|purchasing|vendors?|suppliers?|clients?|customers?|product|marketing|sales|support|back-?end|front-?end|mobile|data|analytics|compliance|management|leadership|upstream|contractors?|partners?|apple|google|microsoft|aws|facilities|helpdesk|it support|payroll|reviewers?|maintainers?|ux|dba|dbas|release managers?";
const AREA = new RegExp(String.raw`\b${AFTER}${ART}\s+(${AREAS})(?![\p{L}\p{N}-])`, "iu");
const NAME = String.raw`\p{Lu}\p{Ll}(?:[\p{L}-]|['’](?!s\b)){0,24}(?: \p{Lu}\p{Ll}[\p{L}-]{1,24})?`;
const PERSON = new RegExp(String.raw`\b${AFTER}\s+(${NAME})(?=['’]s?\b|[^\p{L}]|$)`, "u");
const OWNS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${NAME})['’]s? (?:review|approval|feedback|answer|reply|response|sign-?off|input|decision|PR|change|fix|OK)\b`,
  "u",
);
const HAS_TO = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${NAME}) (?:has(?:n['’]t| not)|needs? to|has to|must|is (?:out|away|off|on leave|on vacation|sick)|to (?:review|approve|answer|reply|merge|sign|send|confirm))\b`,
  "u",
);
/** Capitalised, and nobody who could be asked. */
const NOBODY =
  /^(?:I|We|He|She|It|They|You|The|This|That|These|Those|A|An|My|Our|Your|No|Not|Still|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Today|Tomorrow|Yesterday|Next|Q[1-4]|CI|PR|API|Jenkins|Docker|Kubernetes|Windows|Linux|Android|Postgres|Redis|Kafka|Terraform|Java|Python|Node|React|Xcode|Safari|Chrome|Firefox|Need|Needs|Waiting|Blocked|Stuck|Once|Until|When|What|Someone|Somebody|Nobody|Everything|Jira|Figma|Slack|Sentry|Access|Approval|Review|Feedback|English|Christmas|Easter|VPN)$/;

/** The person or team that a blocker names as who could unblock it, as the text has it; "" where it names none. */
export function waitsForIn(quote: string): string {
  const text = quote.slice(0, 600);
  const handle = HANDLE.exec(text)?.[0];
  if (handle) return handle;
  const named = [PERSON, OWNS, HAS_TO]
    .map((pattern) => pattern.exec(text)?.[1])
    .find((name) => name && isSomebody(name));
  return TEAM.exec(text)?.[1] ?? named ?? AREA.exec(text)?.[1] ?? "";
}

function isSomebody(name: string): boolean {
  return !NOBODY.test(name) && !NOBODY.test(name.split(" ")[0]!);
}
