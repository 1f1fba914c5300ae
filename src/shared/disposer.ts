/** What everything that subscribes or opens returns; calling it twice is harmless and it never throws. */
export type Disposer = () => void
