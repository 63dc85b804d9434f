/** Whether the reader wants nothing to move. */
export const calm = () => window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false
