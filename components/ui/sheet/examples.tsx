import { Check, Folder, Mail, UserRound } from 'lucide'
import { ButtonLink } from '../button/button'
import { Checkbox } from '../checkbox/checkbox'
import type { Example } from '../example'
import { Mark } from '../index-list/index-list'
import { Table } from '../table/table'
import { Tag } from '../tag/tag'
import { Thumbnail } from '../thumbnail/thumbnail'
import { Leaf, Line, Sheet, SheetTitle } from './sheet'

const HREF = '/developpement/composants'

export const examples: readonly Example[] = [
  {
    name: 'Une liste du carnet',
    show: (
      <>
        <SheetTitle id="example-sheet" note="11 lettres">
          2026
        </SheetTitle>
        <Sheet labelledBy="example-sheet">
          <Line
            corner={<Checkbox label="Choisir Relevé annuel" labelHidden name="example-line-1" />}
            href={HREF}
            mark={<Thumbnail drawing="gauges" />}
            sub="Relevé · Mairie de Trois-Fontaines"
            tags={<Tag tone="new">Nouveau</Tag>}
            title="Relevé annuel de la consommation d’eau"
            when="20 novembre"
          />
          <Line
            corner={
              <Checkbox defaultChecked label="Choisir Plan du jardin" labelHidden name="example-line-2" />
            }
            href={HREF}
            mark={<Thumbnail drawing="image" />}
            state="chosen"
            sub="Plan · Mme Lucie Fougère, géomètre"
            tags={
              <>
                <Tag tone="new">Nouveau</Tag>
                <Tag icon={Folder}>Jardin</Tag>
              </>
            }
            title="Plan du jardin"
            when="16 novembre"
          />
          <Line
            corner={<Checkbox label="Choisir Carnet" labelHidden name="example-line-3" />}
            from="déclaré par vous"
            href={HREF}
            mark={<Thumbnail drawing="grid" />}
            sub="Photo · ajoutée par vous"
            tags={<Tag icon={UserRound}>Déclaré par vous</Tag>}
            title="Carnet d’entretien (photo)"
            when="mars"
          />
        </Sheet>
      </>
    ),
  },
  {
    name: 'À faire',
    show: (
      <Sheet>
        <Line
          action={<ButtonLink href={HREF}>Préparer la lecture</ButtonLink>}
          mark={<Mark icon={Check} tone="apricot" />}
          sub="Il vient de la mairie. Vous avez demandé à être prévenue avant l’ouverture."
          title="Lire votre relevé"
          when="Arrivé hier"
        />
        <Line
          action={
            <ButtonLink href={HREF} variant="secondary">
              Lire et répondre
            </ButtonLink>
          }
          mark={<Mark icon={Mail} tone="apricot" />}
          state="unread"
          sub="« Avez-vous reçu le plan ? »"
          title="Répondre à Mme Aubépine"
          when="Depuis mardi"
        />
      </Sheet>
    ),
  },
  {
    name: 'Un fait, d’où il vient, et un long bloc qui traverse la marge',
    show: (
      <Sheet>
        <Line
          from="lu dans le relevé de la mairie"
          figure={
            <>
              112 <small>m³</small>
            </>
          }
          heading="h4"
          sub="Eau froide, compteur de la cave"
          tags={
            <Tag icon={Check} tone="success">
              Habituel
            </Tag>
          }
          title="Consommation"
          when="19 novembre 2026"
          wide={
            <Table
              caption="En chiffres"
              columns={[
                { id: 'when', label: 'Date', cell: row => row.when },
                { id: 'value', label: 'Mètres cubes', cell: row => row.value, numeric: true },
              ]}
              rowKey={row => row.when}
              rows={[
                { when: '19 nov. 2026', value: '112' },
                { when: '14 nov. 2025', value: '108' },
              ]}
            />
          }
        />
        <Line from="déclaré par vous" heading="h4" title="Un chat, Plume" when="3 mars 2026" />
      </Sheet>
    ),
  },
  {
    name: 'Sans marge',
    show: (
      <Leaf>
        <p>Pour un texte ou un formulaire.</p>
      </Leaf>
    ),
  },
]
