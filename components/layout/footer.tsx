import { Emergency } from '@/components/layout/emergency'
import type { FrameWords } from '@/components/layout/frame'
import { Link } from '@/components/ui/link/link'

type FooterProps = { words: Pick<FrameWords, 'emergency' | 'footer'> }

/** At the bottom of every page: emergency numbers, help, and what the law asks to keep within reach (RGAA, RGPD). */
export function Footer({ words: { emergency, footer } }: FooterProps) {
  return (
    <footer className="footer" id="pied" tabIndex={-1}>
      <div className="frame">
        <Emergency words={emergency} />
        <nav aria-label={footer.label}>
          <ul className="footer-links">
            {footer.links.map(({ href, label }) => (
              <li key={href}>
                <Link href={href}>{label}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
