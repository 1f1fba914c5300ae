import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { cliRun, scratchFolder } from './cliRun.ts'

const scratch = scratchFolder()
afterAll(scratch.remove)

const stickies = fileURLToPath(new URL('../fixtures/miro-node-stickies.csv', import.meta.url))
const board =
  'Notiz;Schritt;Farbe;Wer\nzu teuer;Ich vergleiche;#FF0000;Anna\nschnell;Ich bezahle;grün;\n;Ich warte;;\n'

function write(name: string, text: string): string {
  writeFileSync(scratch.path(name), text)
  return scratch.path(name)
}

interface Written {
  readonly records: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}

async function converted(input: string, ...options: string[]) {
  const run = await cliRun(['convert', input, scratch.path('out.json'), ...options], 'de')
  if (run.code !== 0) return { ...run, map: null }
  const { records } = JSON.parse(readFileSync(scratch.path('out.json'), 'utf8')) as Written
  const lane = (id: unknown) => records['lanes']?.find((one) => one['id'] === id)?.['kind']
  const activity = (id: unknown) => records['activities']?.find((one) => one['id'] === id)?.['text']
  const map = records['cards']?.map(({ text, place }) => {
    const { laneId, activityId } = place as { readonly laneId: unknown; readonly activityId: unknown }
    return [text, lane(laneId) ?? null, activity(activityId) ?? null]
  })
  return { ...run, map }
}

describe('etappe convert, from a table of notes', { timeout: 120_000 }, () => {
  it('makes a workshop of a whiteboard’s notes, and says how the columns were taken and what has no place', async () => {
    const { map, complained } = await converted(stickies)
    expect(map).toHaveLength(6)
    expect(complained[0]).toBe(
      'Die Spalten wurden gelesen als: Sticky Title = text, Sticky Description = more, Tag1 = tag, Tag2 = tag, Tag3 = tag, Tag4 = tag.',
    )
    expect(complained[1]).toBe(
      'miro-node-stickies.csv, Zeile 2: Sie nennt keine Aktivität; die Karte kommt auf den Parkplatz.',
    )
  })

  it('takes columns, colours and lanes as they are named, and makes the activities', async () => {
    const input = write('board.csv', board)
    const options = [
      '--map',
      'Notiz=text',
      '--map',
      '2=activity',
      '--map',
      'Farbe=colour',
      '--map',
      'Wer=author',
    ]
    const colours = ['--colour', '#ff0000=Pain Points', '--colour', 'grün=ideas', '--lane', 'Erwartungen']
    const { map, complained } = await converted(input, ...options, ...colours)
    expect(map).toEqual([
      ['zu teuer', 'painPoints', 'Ich vergleiche'],
      ['schnell', 'ideas', 'Ich bezahle'],
    ])
    expect(complained.at(-1)).toBe('board.csv, Zeile 4: In der Zeile steht kein Text; sie bleibt weg.')
    const again = readFileSync(scratch.path('out.json'), 'utf8')
    await converted(input, ...options, ...colours)
    expect(readFileSync(scratch.path('out.json'), 'utf8')).toBe(again)
  })

  it('takes a list, a note per line, under one activity', async () => {
    const input = write('list.txt', '- eins\n- zwei\n')
    const { map } = await converted(input, '--lane', 'ideas', '--activity', 'Ich suche')
    expect(map).toEqual([
      ['eins', 'ideas', 'Ich suche'],
      ['zwei', 'ideas', 'Ich suche'],
    ])
  })

  it.each([
    [['--map', 'Notiz=title'], 2, '„Notiz=title“ benennt keine Spalte.'],
    [['--colour', 'rot'], 2, '„rot“ gibt keiner Farbe eine Zeile.'],
    [['--header', 'maybe'], 2, '„maybe“ sagt nichts über die erste Zeile.'],
    [['--map', 'Text=text'], 1, 'Eine Spalte „Text“ gibt es nicht. Es gibt: Notiz, Schritt, Farbe, Wer.'],
    [['--map', 'Farbe=colour'], 1, 'Eine der Spalten muss der Text der Karte sein.'],
    [['--lane', 'Dach'], 1, 'Eine Zeile „Dach“ hat die Map nicht. Es gibt: Storyboard, '],
  ])('with %j writes nothing and says what is wrong', async (options, code, message) => {
    const run = await converted(write('board.csv', board), ...options)
    expect(run.code).toBe(code)
    expect(run.complained.join('\n')).toContain(message)
  })
})
