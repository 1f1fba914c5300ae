/** Comments in this frame: who writes them here, and how to get from one to what it is about. */
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { CommentAuthor, CommentTools } from '../../features/comments/commentTools.ts'
import type { MapItem } from '../../canvas/MapCanvasProps.ts'
import { useRecord } from '../../bindings/useRecord.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import type { PersonId } from '../../model/records/person.ts'
import { journeyOf } from '../../model/select/journeyOf.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import { tableOfSubject } from '../../model/select/subjectAs.ts'
import type { Subject } from '../../model/subject.ts'
import { cryptoRandomBytes, randomId } from '../../shared/ids.ts'
import { SWATCHES } from '../../ui/colours.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { useServices, useSettings } from '../ServicesContext.ts'
import { useFrame } from './FrameContext.ts'
import { useShowJourney } from './useShowJourney.ts'
import { viewPath } from './views.ts'

export function useCommentTools(): CommentTools {
  const { clock, settings } = useServices()
  const { session, store } = useFrame()
  const [, navigate] = useLocation()
  const author = useAuthor()
  const show = useShowJourney()
  return useMemo(
    () => ({
      author,
      now: clock.now(),
      onIntroduce: (name) => {
        const held = settings.get()
        const colour = held.colour === '' ? someColour() : held.colour
        void settings.change({ name, colour })
        const personId = (session.entry.get().personId ?? randomId()) as PersonId
        void session.switchPerson(personId)
        return { personId, name, colour }
      },
      onWho: () => store.set({ sheet: 'people' }),
      onShow: (subject) => {
        const item = itemOf(session.document.snapshot(), subject)
        const journeyId = journeyOf(session.document.snapshot(), subject)
        navigate(viewPath(session.workshopId, 'map'))
        if (item !== null) store.set({ sheet: null, awaited: item })
        if (journeyId !== null) show(journeyId)
      },
    }),
    [author, clock, settings, session, store, navigate, show],
  )
}

function useAuthor(): CommentAuthor {
  const { session } = useFrame()
  const { personId } = useReadableValue(session.actor)
  const { role } = useReadableValue(session.entry)
  const { name, colour } = useSettings()
  const standing = useSnapshot((snapshot) =>
    personId === null ? null : standsFor(snapshot, 'persons', personId),
  )
  const isPerson = useRecord('persons', standing) !== null
  return useMemo(() => {
    if (isPerson) return { kind: 'person' }
    return role === 'reviewer' && personId !== null && name !== ''
      ? { kind: 'reviewer', name, colour }
      : { kind: 'unknown' }
  }, [isPerson, role, personId, name, colour])
}

/** Reviewers do not see each other while they join, so any colour will do. */
function someColour(): string {
  const [byte = 0] = cryptoRandomBytes(1)
  return SWATCHES[byte % SWATCHES.length] ?? SWATCHES[0]
}

const ON_THE_MAP = ['card', 'activity', 'phase', 'lane', 'placement'] as const

/** Null for what is the whole map, or lies nowhere on it. */
function itemOf(snapshot: Parameters<typeof standsFor>[0], { kind, id }: Subject): MapItem | null {
  const onMap = ON_THE_MAP.find((known) => known === kind)
  const table = tableOfSubject(kind)
  if (onMap === undefined || table === null) return null
  return { kind: onMap, id: standsFor(snapshot, table, id as never) } as MapItem
}
