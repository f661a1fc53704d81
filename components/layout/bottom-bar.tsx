import { CurrentLink } from '@/components/layout/current-link'
import type { FrameWords } from '@/components/layout/frame'
import { menuIcons } from '@/components/layout/menu-icons'
import { Icon } from '@/components/ui/icon/icon'

/** The menu of a phone, under the thumb. Hidden where the tabs of the band are shown: one menu at a time. */
export function BottomBar({ label, entries }: { label: string; entries: FrameWords['bar'] }) {
  return (
    <nav aria-label={label} className="bottom-bar">
      <ul>
        {entries.map(entry => (
          <li key={entry.key}>
            <CurrentLink href={entry.href}>
              <Icon of={menuIcons[entry.key]} size="large" />
              {entry.label}
            </CurrentLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
