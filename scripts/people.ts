// Prints the people of the local FranceConnect+ with whom one can sign in.
import { type FictivePerson, fictivePeople } from '@/lib/connectors/franceconnect/simulator/people'

function line(person: FictivePerson): string {
  const name = `${person.givenNames[0] ?? ''} ${person.usedName ?? person.birthName}`
  return `  ${name.padEnd(24)} ${person.about}`
}

const known = fictivePeople.filter((person: FictivePerson) => person.knownToHealthSpace && !person.deceased)
console.log('Se connecter avec FranceConnect, puis choisir une personne de démonstration :')
console.log(known.map(line).join('\n'))
