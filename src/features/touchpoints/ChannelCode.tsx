/** A channel as its short code on its colour. */
import { useRecord } from '../../bindings/useRecord.ts'
import type { ChannelId } from '../../model/records/channel.ts'
import { inkOn } from '../../ui/inkOn.ts'

const NEUTRAL = '#6B6459'

export function ChannelCode({ channelId }: { readonly channelId: ChannelId | null }) {
  const channel = useRecord('channels', channelId)
  if (channel === null) return <span className="et-channel-code et-channel-code--none" />
  const colour = channel.colour === '' ? NEUTRAL : channel.colour
  return (
    <span
      className="et-channel-code"
      title={channel.name}
      style={{ backgroundColor: colour, color: inkOn(colour) }}
    >
      {channel.code === '' ? channel.name : channel.code}
    </span>
  )
}
