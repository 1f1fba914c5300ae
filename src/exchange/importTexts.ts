/** Words for what an import has to make because its file has none: this folder knows no language. */
export interface ImportTexts {
  /** Lane with those who take part in an activity. */
  readonly actors: string
  /** Lane of the performance curve. */
  readonly curve: string
  /** Lane for notes that name no lane. */
  readonly notes: string
  /** A journey that notes bring along. */
  readonly journey: string
}
