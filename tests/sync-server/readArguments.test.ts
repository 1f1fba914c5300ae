import { describe, expect, it } from 'vitest'
import { readArguments, USAGE } from '../../sync-server/readArguments.ts'

describe('the words behind the relay on the command line', () => {
  it('are none for plain http with a code to scan', () => {
    expect(readArguments([])).toEqual({ ok: true, value: { do: 'serve', localHttps: false, showQr: true } })
  })

  it('turn on HTTPS and turn off the codes, in any order', () => {
    const value = { do: 'serve', localHttps: true, showQr: false }
    expect(readArguments(['--no-qr', '--local-https'])).toEqual({ ok: true, value })
  })

  it.each([['--local-http'], ['https'], ['--port=80'], ['restart']])(
    '%s is refused with what is known, instead of a start without it',
    (word) => {
      const read = readArguments([word])
      if (read.ok) throw new Error('it must be refused')
      expect(read.error).toContain(`"${word}"`)
      expect(read.error).toContain(USAGE)
    },
  )

  it('ask for help, or name a folder for a backup', () => {
    expect(readArguments(['--help'])).toEqual({ ok: true, value: { do: 'help' } })
    const args = ['restore', '/mnt/stick']
    expect(readArguments(args)).toEqual({ ok: true, value: { do: 'backup', args } })
  })
})
