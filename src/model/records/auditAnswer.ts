/** Actual against target for one question of one audit. */
import { defineKeyed, type KeyedOf } from '../defineKeyed.ts'
import { number, ref, string, value } from '../field.ts'
import { isScalar, type Scalar } from '../json.ts'

const answer = () => value<Scalar>(null, (stored) => (isScalar(stored) ? stored : undefined))

export const auditAnswerKeyed = defineKeyed({
  table: 'auditAnswers',
  document: 'map',
  key: { auditId: string(), questionId: string() },
  fields: {
    actual: answer(),
    target: answer(),
    note: string(),
    by: ref('person'),
    at: number(0),
  },
})

export type AuditAnswer = KeyedOf<typeof auditAnswerKeyed>
