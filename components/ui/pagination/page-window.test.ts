import { describe, expect, it } from 'vitest'
import { pageWindow } from './page-window'

const pages = (page: number, count: number) => pageWindow(page, count).map(slot => slot.page ?? '…')

describe('The pages offered under a list', () => {
  it('shows every page when they are few', () => {
    expect(pages(2, 4)).toEqual([1, 2, 3, 4])
  })

  it('always shows the first page, the last one and the neighbours of the current one', () => {
    expect(pages(10, 20)).toEqual([1, '…', 9, 10, 11, '…', 20])
  })

  it('never hides a single page behind dots', () => {
    expect(pages(4, 20)).toEqual([1, 2, 3, 4, 5, '…', 20])
    expect(pages(17, 20)).toEqual([1, '…', 16, 17, 18, 19, 20])
  })

  it('never offers a page that does not exist', () => {
    expect(pages(1, 3)).toEqual([1, 2, 3])
    expect(pages(3, 3)).toEqual([1, 2, 3])
  })
})
