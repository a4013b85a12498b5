// Atlas’s people.
import { t } from '../body.ts'
import type { Person } from '../types.ts'

export const people: Record<string, Person> = {
  'wanda-reiss': {
    name: 'Wanda Reiß',
    role: t('Cartographer, partner', 'Kartografin, Partnerin'),
    bio: t(
      'Wanda engraved maps in stone before she drew them in code. She still removes more than she adds.',
      'Wanda stach Karten in Stein, ehe sie sie in Code zeichnete. Sie nimmt noch immer mehr weg, als sie hinzufügt.',
    ),
  },
  'idris-kamara': {
    name: 'Idris Kamara',
    role: t('Transport planner, partner', 'Verkehrsplaner, Partner'),
    bio: t(
      'Idris rode every bus line in the county, once in each direction, in the rain.',
      'Idris ist jede Buslinie des Landkreises gefahren, einmal je Richtung, im Regen.',
    ),
  },
  'svea-holmgren': {
    name: 'Svea Holmgren',
    role: t('Geodata engineer', 'Geodateningenieurin'),
    bio: t(
      'Svea writes queries that finish before the coffee does.',
      'Svea schreibt Abfragen, die vor dem Kaffee fertig sind.',
    ),
  },
  'rafael-moreno': {
    name: 'Rafael Moreno',
    role: t('Statistician', 'Statistiker'),
    bio: t(
      'Rafael asks how many were not counted.',
      'Rafael fragt, wie viele nicht gezählt wurden.',
    ),
  },
  'mai-tran': {
    name: 'Mai Tran',
    role: t('Interface designer', 'Interface-Designerin'),
    bio: t(
      'Mai tests maps on people who say that they cannot read maps.',
      'Mai prüft Karten mit Menschen, die sagen, sie könnten keine lesen.',
    ),
  },
}
