import { Cap } from "#components/ui/cap";
import { ModCaps } from "#components/ui/mod-caps";
import { capsOf, type KeyName } from "#lib/format/keys";

/** A key, printed where it works. Inside a button the button presses it. `lasting` stays when single keys are off. */
export function Kbd({ name, lasting }: { name: KeyName; lasting?: boolean }) {
  if (name.startsWith("mod+")) return <ModCaps name={name} />;
  return capsOf(name, false).map((cap) => (
    <Cap key={cap} lasting={lasting}>
      {cap}
    </Cap>
  ));
}
