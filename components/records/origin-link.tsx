import { Icon } from "#components/ui/icon";
import { TextLink } from "#components/ui/text-link";
import { addressOf } from "#lib/format/address";

/** The way from a row to its sentence, on the desk of its draft. */
export function OriginLink({
  draftId,
  statementId,
  sourceDeleted,
}: {
  draftId: string;
  statementId: string;
  sourceDeleted: boolean;
}) {
  if (sourceDeleted) return <span className="text-xs whitespace-nowrap text-faint">Source deleted</span>;
  return (
    <span className="relative z-1 text-xs whitespace-nowrap text-faint">
      <Icon name="quote" size="sm" />{" "}
      <TextLink href={addressOf(`/reviews/${draftId}`, { statement: statementId })}>Sentence</TextLink>
    </span>
  );
}
