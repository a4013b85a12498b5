// Harbor’s people.
import { t } from '../body.ts'
import type { Person } from '../types.ts'

export const people: Record<string, Person> = {
  'ines-valbrandt': {
    name: 'Ines Valbrandt',
    role: t('Head of the workshop', 'Leiterin der Werkstatt'),
    bio: t(
      'Ines steered barges before she studied operations research, and still thinks in tides. She founded the workshop in 2019 with two desks and a promise: nothing ships that a shift has not used for a week.',
      'Ines fuhr Schuten, bevor sie Operations Research studierte, und denkt bis heute in Tiden. 2019 gründete sie die Werkstatt mit zwei Schreibtischen und einem Versprechen: Nichts geht live, was eine Schicht nicht eine Woche lang benutzt hat.',
    ),
    links: [{ label: 'Talks', url: 'https://valbrandt.test/talks' }],
  },
  'tarek-osei': {
    name: 'Tarek Osei',
    role: t('Product lead, gate and rail', 'Produktleiter Tor und Bahn'),
    bio: t(
      'Tarek spent his first month at the gate handing out coffee and counting seconds. He keeps the stopwatch on his desk.',
      'Tarek verbrachte seinen ersten Monat am Tor, schenkte Kaffee aus und zählte Sekunden. Die Stoppuhr liegt noch auf seinem Tisch.',
    ),
  },
  'liv-sundqvist': {
    name: 'Liv Sundqvist',
    role: t('Interface designer', 'Interface-Designerin'),
    bio: t(
      'Liv designs for gloves, glare and the fourth hour of a night shift. She tests every colour under sodium light.',
      'Liv gestaltet für Handschuhe, Blendlicht und die vierte Stunde der Nachtschicht. Jede Farbe prüft sie unter Natriumdampflampen.',
    ),
  },
  'mateus-ferro': {
    name: 'Mateus Ferro',
    role: t('Engineer, real-time systems', 'Ingenieur für Echtzeitsysteme'),
    bio: t(
      'Mateus makes sure that a message from a crane arrives before the next container does. He writes the incident reports that people read for pleasure.',
      'Mateus sorgt dafür, dass die Meldung eines Krans vor dem nächsten Container ankommt. Seine Störungsberichte liest man gern.',
    ),
  },
  'hanneke-dreyer': {
    name: 'Hanneke Dreyer',
    role: t('Operations researcher', 'Operations Researcherin'),
    bio: t(
      'Hanneke turns arguments between planners into models, and models back into arguments that end.',
      'Hanneke macht aus Streit unter Planern Modelle und aus Modellen Gespräche, die ein Ende finden.',
    ),
  },
  'samir-haddad': {
    name: 'Samir Haddad',
    role: t('Shift liaison, former crane operator', 'Schichtverbindung, früher Kranführer'),
    bio: t(
      'Nineteen years in the cabin, four in the workshop. Samir says no on behalf of 140 colleagues and is usually right.',
      'Neunzehn Jahre in der Kabine, vier in der Werkstatt. Samir sagt Nein im Namen von 140 Kollegen und hat meistens recht.',
    ),
  },
}
