/** Under which the proxy tells pages what was asked for; whatever a client sends under it is overwritten. */
export const PATH_HEADER = "x-countersign-path";
