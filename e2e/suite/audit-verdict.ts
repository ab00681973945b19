/** What is to be said of the report, and whether it is to stop whoever asked. */
export type Verdict = { sentence: string; stops: boolean };

type Report = {
  vulnerabilities?: Record<string, { severity: string }>;
};

const STOPPING = ["high", "critical"];

/**
 * Reads what `npm audit --json` printed. Known holes of high or critical severity stop; where no registry answers,
 * which is no fault of the project's, that is said and nothing stops.
 */
export function verdictOn(printed: string): Verdict {
  const { vulnerabilities } = parse(printed);
  if (!vulnerabilities)
    return { sentence: "Dependencies were not audited: no registry answers that.", stops: false };
  const names = Object.entries(vulnerabilities)
    .filter(([, { severity }]) => STOPPING.includes(severity))
    .map(([name]) => name);
  if (names.length === 0) return { sentence: "No dependency has a known grave hole.", stops: false };
  return { sentence: `Known grave holes: ${names.join(", ")}. See npm audit.`, stops: true };
}

function parse(printed: string): Report {
  try {
    return JSON.parse(printed) as Report;
  } catch {
    return {};
  }
}
