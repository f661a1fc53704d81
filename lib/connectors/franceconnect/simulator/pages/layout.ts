import { basePath } from '../settings'
import { type Html, html } from './html'

export type Layout = { readonly title: string; readonly body: Html }

export const stylePath = `${basePath}/style.css`

/** Every page says first that it is a demonstration: nothing here may be taken for the State's service. */
export function layout({ title, body }: Layout): string {
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – identification de démonstration</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<a class="skip" href="#contenu">Aller au contenu</a>
<header><p class="brand">Identification de démonstration</p>
<p class="warning"><strong>Ceci n’est pas FranceConnect+.</strong> Cette page locale le remplace pendant les essais :
toutes les identités sont fictives.</p></header>
<main id="contenu" tabindex="-1">
<h1>${title}</h1>
${body}
</main>
</body>
</html>`.text
}
