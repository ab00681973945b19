import { WRITING } from "#e2e/faults/cases";
import { killAtEach } from "#e2e/faults/kill";
import { FAILPOINTS } from "#lib/events/failpoint";

killAtEach(FAILPOINTS.filter((point) => !WRITING.includes(point)));
