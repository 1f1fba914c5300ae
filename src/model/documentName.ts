/**
 * The documents a workshop consists of. Each is one Y.Doc and one channel of the room, because they differ in who
 * may write them: the map (participants), the stage (moderators), the review (reviewers and participants), and the
 * append-only answers of one survey.
 */
export type DocumentName = 'map' | 'stage' | 'review'

/** Where a kind of record lives; survey answers have a document of their own per survey, opened when needed. */
export type RecordHome = DocumentName | 'survey'

export const documentNames: readonly DocumentName[] = ['map', 'stage', 'review']
