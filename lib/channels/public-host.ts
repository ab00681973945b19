import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";
import { AppError } from "#lib/errors";

/**
 * The address to connect to for a host that a person named. `invalid` where it has none, or where one of them lies
 * inside the company's network, unless that is allowed; `unavailable` where DNS can't say just now. Whoever connects asks
 * for this address and not for the host again: its answer might be another by then.
 */
export async function addressOfHost(
  host: string,
  { privateHosts }: { privateHosts: boolean },
  find: (host: string) => Promise<{ address: string }[]> = (name) => lookup(name, { all: true }),
): Promise<string> {
  const found = await find(host).catch((error) => {
    if (error.code === "ENOTFOUND") return [];
    throw new AppError("unavailable", `DNS did not say where ${host} is.`);
  });
  const [first] = found;
  if (!first)
    throw new AppError("invalid", `No mail server called ${host} was found. Check the name for a typo.`);
  if (!privateHosts && found.some(({ address }) => !isPublic(address)))
    throw new AppError(
      "invalid",
      `${host} is inside a private network. Whoever runs Countersign can allow that with COUNTERSIGN_PRIVATE_MAIL_HOSTS=on.`,
    );
  return first.address;
}

// An IPv4 address that is written as an IPv6 one counts as what it is.
function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}
