import { Avatar } from '../avatar/avatar'
import { Button, ButtonLink } from '../button/button'
import type { Example } from '../example'
import { Link } from '../link/link'
import { Banner, IdentityBanner } from './banner'

export const examples: readonly Example[] = [
  {
    name: 'Cinq tons',
    show: (
      <div className="grid gap-4 lg:grid-cols-2">
        <Banner title="Bon à savoir" tone="info">
          <p>Cette lettre vient de la mairie. Vous pouvez la cacher, pas la supprimer.</p>
        </Banner>
        <Banner title="C’est envoyé" tone="success">
          <p>Mme Aubépine recevra votre lettre dans quelques minutes.</p>
        </Banner>
        <Banner title="L’accès de Mme Muguet finit dans 3 jours" tone="warning">
          <p>Sans réponse de votre part, elle ne verra plus vos lettres.</p>
        </Banner>
        <Banner title="Le fichier n’est pas parti" tone="danger">
          <p>
            La connexion s’est coupée à 64 %. Il est gardé sur ce téléphone.{' '}
            <Link href="/developpement/composants">Reprendre l’envoi</Link> ou{' '}
            <Link href="/developpement/composants">appeler l’aide</Link>.
          </p>
        </Banner>
        <Banner
          actions={
            <>
              <ButtonLink href="/developpement/composants" size="small">
                Lui écrire
              </ButtonLink>
              <Button size="small" variant="secondary">
                Noter une question
              </Button>
            </>
          }
          title="Une question ?"
          tone="calm"
        >
          <p>Mme Aubépine répond en général sous 3 jours.</p>
        </Banner>
      </div>
    ),
  },
  {
    name: 'Vous agissez pour une autre personne',
    show: (
      <div className="grid gap-4">
        <div data-personne="proche">
          <IdentityBanner
            avatar={<Avatar initials="JL" shape="square" tone="solid" />}
            exit={<Link href="/developpement/composants">Revenir à mon carnet</Link>}
            label="Vous agissez pour une autre personne"
          >
            <p>
              Vous agissez pour <strong>Jeanne Lanuage</strong>. Vous ne pouvez pas fermer son carnet.
            </p>
          </IdentityBanner>
        </div>
        <div data-personne="enfant">
          <IdentityBanner
            avatar={<Avatar initials="NL" shape="dome" tone="solid" />}
            exit={<Link href="/developpement/composants">Revenir à mon carnet</Link>}
            label="Vous agissez pour un enfant"
          >
            <p>
              Vous agissez pour <strong>Noé Lanuage</strong>, 9 ans.
            </p>
          </IdentityBanner>
        </div>
      </div>
    ),
  },
]
