export const SECRET_NAMES: string[]
export function secrets(folder: string, source?: Record<string, string | undefined>): Record<string, string>
export function writePrivate(file: string, text: string): void
export function makeDataFolder(folder: string): void
