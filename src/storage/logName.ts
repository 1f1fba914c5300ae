/** The name of a document's update log among this origin's databases; every log of a workshop shares a prefix. */
export function logName(workshopId: string, document: string): string {
  return `etappe/${workshopId}/${document}`
}
