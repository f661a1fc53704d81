import { expect, test } from 'vitest'
import { firstName, initials } from './person-words'

test.each([
  ['Camille LAURIER', 'Camille', 'CL'],
  ['Jean-Noël DE LA TOUR', 'Jean-Noël', 'JD'],
  ['Marie Ange ÉLOI', 'Marie Ange', 'MÉ'],
  ['Camille Laurier', 'Camille', 'CL'],
  ['CAMILLE LAURIER', 'CAMILLE', 'CL'],
  ['Aïssatou', 'Aïssatou', 'A'],
])('%s is greeted as « %s » and drawn as %s', (name, first, letters) => {
  expect(firstName(name)).toBe(first)
  expect(initials(name)).toBe(letters)
})
