/**
 * Every table of a workshop by its name: the one list that snapshot, commands, import and tests walk. A new kind of
 * record is added here and nowhere else. The version says what this app writes; it only ever grows.
 */
import { actionRecord } from './records/action.ts'
import { activityRecord } from './records/activity.ts'
import { agendaStepKeyed } from './records/agendaStep.ts'
import { agreedValueKeyed } from './records/agreedValue.ts'
import { attachmentRecord } from './records/attachment.ts'
import { auditRecord } from './records/audit.ts'
import { auditAnswerKeyed } from './records/auditAnswer.ts'
import { brandRecord } from './records/brand.ts'
import { campaignRecord } from './records/campaign.ts'
import { cardRecord } from './records/card.ts'
import { cardTypeRecord } from './records/cardType.ts'
import { channelRecord } from './records/channel.ts'
import { commentRecord } from './records/comment.ts'
import { departmentRecord } from './records/department.ts'
import { fileImportRecord } from './records/fileImport.ts'
import { insightRecord } from './records/insight.ts'
import { journeyRecord } from './records/journey.ts'
import { kpiRecord } from './records/kpi.ts'
import { kpiValueKeyed } from './records/kpiValue.ts'
import { laneRecord } from './records/lane.ts'
import { lockKeyed } from './records/lock.ts'
import { mediaRecord } from './records/media.ts'
import { metaSingleton } from './records/meta.ts'
import { microMomentRecord } from './records/microMoment.ts'
import { personRecord } from './records/person.ts'
import { personaRecord } from './records/persona.ts'
import { phaseRecord } from './records/phase.ts'
import { placementRecord } from './records/placement.ts'
import { questionRecord } from './records/question.ts'
import { ratingKeyed } from './records/rating.ts'
import { roundRecord } from './records/round.ts'
import { sketchRecord } from './records/sketch.ts'
import { stageSingleton } from './records/stage.ts'
import { surveyRecord } from './records/survey.ts'
import { touchpointRecord } from './records/touchpoint.ts'
import { traitRecord } from './records/trait.ts'
import { voteKeyed } from './records/vote.ts'
import type { KeyedOf } from './defineKeyed.ts'
import type { RecordOf } from './defineRecord.ts'

export const schemaVersion = 1

export const recordTables = {
  persons: personRecord,
  personas: personaRecord,
  traits: traitRecord,
  journeys: journeyRecord,
  phases: phaseRecord,
  activities: activityRecord,
  microMoments: microMomentRecord,
  lanes: laneRecord,
  cardTypes: cardTypeRecord,
  cards: cardRecord,
  media: mediaRecord,
  touchpoints: touchpointRecord,
  placements: placementRecord,
  channels: channelRecord,
  departments: departmentRecord,
  brands: brandRecord,
  rounds: roundRecord,
  questions: questionRecord,
  audits: auditRecord,
  sketches: sketchRecord,
  insights: insightRecord,
  actions: actionRecord,
  kpis: kpiRecord,
  campaigns: campaignRecord,
  surveys: surveyRecord,
  attachments: attachmentRecord,
  comments: commentRecord,
  imports: fileImportRecord,
} as const

export const keyedTables = {
  ratings: ratingKeyed,
  agreedValues: agreedValueKeyed,
  votes: voteKeyed,
  auditAnswers: auditAnswerKeyed,
  kpiValues: kpiValueKeyed,
  agendaSteps: agendaStepKeyed,
  locks: lockKeyed,
} as const

export const singletons = { meta: metaSingleton, stage: stageSingleton } as const

export type TableName = keyof typeof recordTables
export type KeyedTableName = keyof typeof keyedTables
export type SingletonName = keyof typeof singletons

export type RecordIn<T extends TableName> = RecordOf<(typeof recordTables)[T]>
export type IdIn<T extends TableName> = RecordIn<T>['id']
export type EntryIn<T extends KeyedTableName> = KeyedOf<(typeof keyedTables)[T]>

export const tableNames = Object.keys(recordTables) as readonly TableName[]
export const keyedTableNames = Object.keys(keyedTables) as readonly KeyedTableName[]
