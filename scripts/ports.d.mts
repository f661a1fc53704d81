export function listenersIn(table: string, port: number): { inode: string; uid: number }[]
export function pidsInLsof(answer: string): number[]
export function ownersOf(port: number): { pids: number[]; uid: number | undefined }
export function describeOwner(port: number): string
export function isTaken(port: number): Promise<boolean>
export function freePort(): Promise<number>
