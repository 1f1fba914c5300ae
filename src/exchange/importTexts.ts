/** Words for what an import has to make because its file has none: this folder knows no language. */
export interface ImportTexts {
  /** Lane with those who take part in an activity. */
  readonly actors: string
  /** Lane of the performance curve. */
  readonly curve: string
}
