// Harbor’s clients, and what they say.
import { t } from '../body.ts'
import type { Organisation, Testimonial } from '../types.ts'

export const organisations: Record<string, Organisation> = {
  'ostrand-port-authority': {
    name: 'Ostrand Port Authority',
    acronym: 'OPA',
    url: 'https://port.ostrand.test',
    description: t(
      'Owner of the quays and keeper of the fairway.',
      'Eigentümerin der Kaimauern, Hüterin des Fahrwassers.',
    ),
  },
  'lindqvist-haulage': {
    name: 'Lindqvist Haulage',
    url: 'https://lindqvist.test',
    description: t(
      'Family haulier with 220 trucks, first through every new gate.',
      'Familienspedition mit 220 Lastwagen, an jedem neuen Tor die erste.',
    ),
  },
  kajline: {
    name: 'Kajline Shipping',
    url: 'https://kajline.test',
    description: t(
      'Feeder line between eleven Baltic ports.',
      'Feederreederei zwischen elf Ostseehäfen.',
    ),
  },
  'sund-pilots': {
    name: 'Sund Pilots',
    url: 'https://sundpilots.test',
    description: t('Brotherhood of 64 sea pilots.', 'Brüderschaft von 64 Seelotsen.'),
  },
  'polar-cold-store': {
    name: 'Polar Cold Store',
    url: 'https://polarcold.test',
    description: t('Refrigerated storage and pharma logistics.', 'Kühllager und Pharmalogistik.'),
  },
  'atlantic-carrier': {
    name: 'Tasmark Deep Sea Lines',
    description: t('Deep-sea carrier; named nowhere.', 'Überseereederei; wird nirgends genannt.'),
    isConfidential: true,
  },
}

export const testimonials: Record<string, Testimonial> = {
  'gate-driver': {
    quote: t(
      'I used to plan my day around the queue. Now the gate plans around me, and I am home for supper.',
      'Früher habe ich meinen Tag nach der Schlange geplant. Jetzt plant das Tor nach mir, und ich bin zum Abendessen zu Hause.',
    ),
    attribution: 'Birgit Lindqvist',
    position: t('Driver and managing director', 'Fahrerin und Geschäftsführerin'),
    organisation: 'lindqvist-haulage',
    portrait: true,
  },
  'berth-planner': {
    quote: t(
      'We argue about ships now, not about whose spreadsheet is the right one.',
      'Wir streiten jetzt über Schiffe und nicht mehr darüber, wessen Tabelle stimmt.',
    ),
    attribution: 'Jörn Petersen-Ahlers',
    position: t('Senior berth planner', 'Leitender Liegeplatzplaner'),
    organisation: 'ostrand-port-authority',
    portrait: true,
  },
  'pilot-captain': {
    quote: t(
      'In fog you want one voice and one number. That is what we were given.',
      'Im Nebel will man eine Stimme und eine Zahl. Genau das haben wir bekommen.',
    ),
    attribution: 'Capt. Solveig Aaker',
    position: t('Duty pilot', 'Wachlotsin'),
    organisation: 'sund-pilots',
  },
  'cold-store': {
    quote: t(
      'Three alarms a night instead of four hundred. All three were real.',
      'Drei Alarme in der Nacht statt vierhundert. Alle drei waren echt.',
    ),
    attribution: 'Dr. Emre Kayalar',
    position: t('Quality manager', 'Qualitätsleiter'),
    organisation: 'polar-cold-store',
  },
  'carrier-quote': {
    quote: t(
      'A customs file that closes itself is the best colleague we never hired.',
      'Eine Zollakte, die sich selbst schließt, ist der beste Kollege, den wir nie eingestellt haben.',
    ),
    attribution: 'Head of documentation',
    position: t('Deep-sea carrier', 'Überseereederei'),
    organisation: 'atlantic-carrier',
    consent: 'pending',
  },
}
