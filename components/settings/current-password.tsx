import { TextInput } from "#components/ui/text-input";

type CurrentPasswordProps = { error?: string; help?: string; required?: boolean };

/** One's own password once more, before a change of how somebody signs in. */
export function CurrentPassword({ error, help, required = true }: CurrentPasswordProps) {
  return (
    <TextInput
      label="Your current password"
      name="current"
      type="password"
      autoComplete="current-password"
      required={required}
      help={help}
      error={error}
    />
  );
}
