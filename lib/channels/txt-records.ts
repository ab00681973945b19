import { Resolver } from "node:dns/promises";

/**
 * The TXT records at a name, each with its strings put together (RFC 7208, section 3.3): none where there are none, null
 * where nobody answered in time.
 */
export type LookUpTxt = (name: string) => Promise<string[] | null>;

const PATIENCE_MS = 3000;
const NONE = new Set(["ENODATA", "ENOTFOUND"]);

/** Asks the servers that the machine asks. It connects to no host of the name's. */
export const lookUpTxt: LookUpTxt = async (name) => {
  const resolver = new Resolver({ timeout: PATIENCE_MS, tries: 1 });
  // One server's time limit; where several are set up, or one sends its answer in drops, this is the end.
  const timer = setTimeout(() => resolver.cancel(), PATIENCE_MS);
  try {
    return (await resolver.resolveTxt(name)).map((strings) => strings.join(""));
  } catch (error) {
    return NONE.has((error as NodeJS.ErrnoException).code ?? "") ? [] : null;
  } finally {
    clearTimeout(timer);
  }
};
