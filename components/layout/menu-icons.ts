import { CircleHelp, Ellipsis, Eye, Folder, House, type LucideIcon } from 'lucide-react'
import type { BarKey } from '@/lib/navigation/bottom-bar'

/** The pictogram of each entry of the bar; always beside its words. */
export const menuIcons: Readonly<Record<BarKey, LucideIcon>> = {
  home: House,
  documents: Folder,
  whoSeesWhat: Eye,
  help: CircleHelp,
  siteMap: Ellipsis,
}
