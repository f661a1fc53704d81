// The browser of the end-to-end tests: the one at hand, or else installed.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ROOT } from './environment.mjs'
import { SetupError } from './failure.mjs'
import { run } from './processes.mjs'

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

function installed() {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (!existsSync(given)) throw new SetupError(`CHROMIUM_PATH=${given} n’existe pas.`)
    return given
  }
  const { chromium } = createRequire(path.join(ROOT, 'package.json'))('@playwright/test')
  return [...USUAL_PLACES, chromium.executablePath()].find(place => place && existsSync(place))
}

async function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env })
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env })
}

function installFromPlaywright() {
  return run('npx', ['playwright', 'install', 'chromium'], { cwd: ROOT })
}

/** Path of a Chromium, installed if need be. @throws SetupError when there is no way to get one */
export async function ensureChromium() {
  for (const attempt of [undefined, installFromDebian, installFromPlaywright]) {
    if (attempt) console.log('… installation de Chromium')
    await attempt?.()
    const found = installed()
    if (found) return found
  }
  throw new SetupError(
    'Chromium est introuvable et n’a pas pu être installé : donnez son chemin par CHROMIUM_PATH.',
  )
}
