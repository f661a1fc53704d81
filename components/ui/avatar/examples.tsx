import type { Example } from '../example'
import { Avatar } from './avatar'

export const examples: readonly Example[] = [
  {
    name: 'Cinq formes',
    show: (
      <ul className="flex flex-wrap gap-6">
        <li className="flex items-center gap-3">
          <Avatar initials="CL" shape="round" /> vous
        </li>
        <li className="flex items-center gap-3">
          <Avatar initials="JL" shape="square" /> une proche
        </li>
        <li className="flex items-center gap-3">
          <Avatar initials="NL" shape="dome" /> un enfant
        </li>
        <li className="flex items-center gap-3">
          <Avatar initials="IA" shape="bubble" /> une personne qui répond
        </li>
        <li className="flex items-center gap-3">
          <Avatar initials="PP" shape="drop" /> un programme
        </li>
      </ul>
    ),
  },
  {
    name: 'Grand, plein, sur le bandeau',
    show: (
      <div className="flex flex-wrap items-center gap-4">
        <Avatar initials="CL" shape="round" size="large" />
        <Avatar initials="JL" shape="square" tone="solid" />
        <span className="rounded-sheet bg-band p-3">
          <Avatar initials="CL" shape="round" tone="light" />
        </span>
      </div>
    ),
  },
]
