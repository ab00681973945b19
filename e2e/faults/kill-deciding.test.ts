import { SPINE, WRITING } from "#e2e/faults/cases";
import { killAtEach } from "#e2e/faults/kill";

killAtEach(SPINE.filter((point) => !WRITING.includes(point)));
