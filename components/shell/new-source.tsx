import { NEW_SOURCE } from "#components/shell/places";
import { LinkButton } from "#components/ui/link-button";

/** The way to a new source. `byKey` says the key that leads there too. */
export function NewSource({ byKey = false }: { byKey?: boolean }) {
  return (
    <LinkButton href={NEW_SOURCE} icon="plus" kbd={byKey ? "n" : undefined}>
      New source
    </LinkButton>
  );
}
