/**
 * The persons behind the names in the tables. Somebody in the room is one person in every table, and is found by name
 * if they joined already; customers and consultants were not there and are counted for themselves.
 */
import type { PersonId } from '../../model/records/person.ts'
import type { RecordBuilder } from './RecordBuilder.ts'

export type PersonGroup = 'participant' | 'customer' | 'consultant'

export class People {
  private readonly builder: RecordBuilder
  private readonly present = new Map<string, PersonId>()
  private readonly added = new Map<string, PersonId>()

  constructor(builder: RecordBuilder) {
    this.builder = builder
    for (const person of builder.snapshot.persons.values()) {
      if (person.kind !== 'respondent') this.present.set(person.name, person.id)
    }
  }

  /** The person of that name; adds one when there is none yet. */
  of(group: PersonGroup, name: string): PersonId {
    const importKey = `${group}:${name}`
    const known = this.added.get(importKey) ?? (group === 'participant' ? this.present.get(name) : undefined)
    if (known !== undefined) return known
    const kind = group === 'participant' ? 'participant' : 'respondent'
    this.builder.add('persons', importKey, { name, kind })
    const id = this.builder.idOf('persons', importKey)
    this.added.set(importKey, id)
    return id
  }

  /** A person of the room with exactly this name, if the tables or the workshop know one. */
  find(name: string): PersonId | null {
    return this.added.get(`participant:${name}`) ?? this.present.get(name) ?? null
  }
}
