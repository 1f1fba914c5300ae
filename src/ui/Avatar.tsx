/** A person as initials on their colour, as a figure before there is a name. The ring says that they are here now. */
import { UserRound } from 'lucide-react'
import { initialsOf } from './initialsOf.ts'
import { inkOn } from './inkOn.ts'
import './Avatar.css'

export interface AvatarProps {
  readonly name: string
  readonly colour: string
  readonly size?: 's' | 'm' | 'l'
  readonly here?: boolean
}

export function Avatar({ name, colour, size = 'm', here = false }: AvatarProps) {
  return (
    <span
      className={`et-avatar et-avatar--${size} ${here ? 'et-avatar--here' : ''}`}
      title={name}
      style={{ backgroundColor: colour, color: inkOn(colour) }}
    >
      <span aria-hidden="true">{name.trim() === '' ? <UserRound /> : initialsOf(name)}</span>
      <span className="et-visually-hidden">{name}</span>
    </span>
  )
}
