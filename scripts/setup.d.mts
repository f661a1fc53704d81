export function checkNode(version?: string): void
export function generateClient(): Promise<string | false>
