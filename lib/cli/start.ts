import { runCommand } from "#lib/cli/command";
import { serve } from "#lib/cli/serve";
import { setupNotice } from "#lib/runtime/pages";

await runCommand(() => serve(setupNotice));
