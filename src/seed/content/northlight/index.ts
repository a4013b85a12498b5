// Northlight: a product-design studio in Hamburg and Copenhagen; agency of Harbor and Kiln. Gallery in other colours.
import { callToAction, gallery, h2, p, picture, t, ul } from '../body.ts'
import type { TenantContent } from '../types.ts'
import { studies } from './studies/index.ts'

export const northlight: TenantContent = {
  slug: 'northlight',
  name: 'Northlight',
  kind: 'agency',
  locales: ['en', 'de'],
  studies,
  settings: {
    theme: 'gallery',
    typePairing: 'editorial',
    colors: { primary: '#0f3a40', accent: '#e06a3f' },
    tagline: t('Products for long winters', 'Produkte für lange Winter'),
    introduction: t(
      'A product-design studio between Hamburg and Copenhagen. We design things people use before they are awake: ferries, heating, kitchens, ports. And we help our clients to tell what came of it.',
      'Ein Studio für Produktgestaltung zwischen Hamburg und Kopenhagen. Wir gestalten, was man benutzt, bevor man wach ist: Fähren, Heizungen, Küchen, Häfen. Und wir helfen unseren Kunden zu erzählen, was daraus wurde.',
    ),
    footer: t('Northlight, Hamburg and Copenhagen', 'Northlight, Hamburg und Kopenhagen'),
    description: t(
      'Product and service design by Northlight: ferries, heating, ports and ceramics.',
      'Produkt- und Servicegestaltung von Northlight: Fähren, Heizungen, Häfen, Keramik.',
    ),
    image: 'aurora',
    contact: {
      email: 'hello@northlight.test',
      phone: '+49 40 5550 18',
      address: t(
        'Fischmarkt 31, 22767 Hamburg\nNordre Toldbod 7, 1259 Copenhagen',
        'Fischmarkt 31, 22767 Hamburg\nNordre Toldbod 7, 1259 Kopenhagen',
      ),
      heading: t('Start with the dull part', 'Fangen Sie mit dem Langweiligen an'),
      text: t(
        'The interesting projects begin with a sentence such as “it is only a form”. Send us yours.',
        'Die guten Projekte beginnen mit einem Satz wie „Es ist nur ein Formular“. Schicken Sie uns Ihren.',
      ),
    },
    social: [{ label: 'Journal', url: 'https://journal.northlight.test' }],
  },
  people: {
    'astrid-falkenberg': {
      name: 'Astrid Falkenberg',
      role: t('Founder, Copenhagen', 'Gründerin, Kopenhagen'),
      bio: t(
        'Astrid designed hearing aids for ten years and learned that a product is finished when nobody mentions it.',
      ),
    },
    'jonte-lindahl': {
      name: 'Jonte Lindahl',
      role: t('Partner, Hamburg', 'Partner, Hamburg'),
      bio: t('Jonte sails badly and designs ferries well.'),
    },
    'zahra-mirzaei': {
      name: 'Zahra Mirzaei',
      role: t('Interaction design', 'Interaktionsdesign'),
      bio: t('Zahra draws state diagrams on napkins and keeps the napkins.'),
    },
    'emeka-obi': {
      name: 'Emeka Obi',
      role: t('Industrial design', 'Industriedesign'),
      bio: t('Emeka carves models before he opens a program.'),
    },
    'tilde-sorensen': {
      name: 'Tilde Sørensen',
      role: t('Research', 'Forschung'),
      bio: t('Tilde spends nights in other people’s cellars, next to their boilers.'),
    },
    'benno-krah': {
      name: 'Benno Krah',
      role: t('Prototyping', 'Prototypen'),
      bio: t('Benno can make it out of foam by four o’clock.'),
    },
  },
  organisations: {
    fjordbaat: {
      name: 'Fjordbåt',
      url: 'https://fjordbaat.test',
      description: t('Ferry line with five routes.'),
    },
    'varme-nord': {
      name: 'Varme Nord',
      url: 'https://varmenord.test',
      description: t('District heating for 90,000 homes.'),
    },
    'harbor-terminals': {
      name: 'Harbor Terminals',
      url: 'https://harbor.test',
      description: t('Port operator and client since 2019.'),
    },
    'stille-audio': {
      name: 'Stille Audio',
      url: 'https://stille.test',
      description: t('Speakers for quiet people.'),
    },
    'nordic-bank': {
      name: 'Kvarter Savings Bank',
      description: t('A bank that we may not name.'),
      isConfidential: true,
    },
  },
  services: {
    'product-design': {
      name: t('Product design', 'Produktdesign'),
      description: t(
        'Things with a shape, an interface and a price.',
        'Dinge mit Form, Oberfläche und Preis.',
      ),
    },
    'service-design': {
      name: t('Service design', 'Servicedesign'),
      description: t(
        'What happens before and after the thing.',
        'Was vor und nach dem Ding geschieht.',
      ),
    },
    'design-research': {
      name: t('Research', 'Forschung'),
      description: t('Nights in cellars, mornings on quays.', 'Nächte in Kellern, Morgen am Kai.'),
    },
  },
  industries: {
    'travel-and-ferries': {
      name: t('Travel', 'Reisen'),
      description: t('Ferries, trains, waiting rooms.', 'Fähren, Züge, Wartesäle.'),
    },
    energy: { name: t('Energy', 'Energie'), description: t('Heat, mostly.', 'Wärme, vor allem.') },
    'consumer-electronics': {
      name: t('Consumer electronics', 'Unterhaltungselektronik'),
      description: t('On the shelf, in the ear.', 'Im Regal, im Ohr.'),
    },
    finance: {
      name: t('Finance', 'Finanzen'),
      description: t('Savings and letters.', 'Sparen und Briefe.'),
    },
  },
  technologies: {
    typescript: { name: 'TypeScript', url: 'https://www.typescriptlang.org' },
    coap: { name: 'CoAP', url: 'https://coap.space' },
    webauthn: { name: 'WebAuthn', url: 'https://www.w3.org/TR/webauthn/' },
  },
  testimonials: {
    'ferry-captain': {
      quote: t(
        'We used to leave with empty seats and people on the quay. Now one of the two is always zero.',
      ),
      attribution: 'Ragnhild Moe',
      position: t('Captain and route manager'),
      organisation: 'fjordbaat',
      portrait: true,
    },
    'heat-director': {
      quote: t('Our service line thought that it was broken. Nobody called.'),
      attribution: 'Holger Nissen',
      position: t('Head of customers'),
      organisation: 'varme-nord',
    },
    'audio-founder': {
      quote: t('They took away eleven of our twelve buttons and we sold more.'),
      attribution: 'Maja Stille',
      position: t('Founder'),
      organisation: 'stille-audio',
      consent: 'pending',
    },
  },
  documents: {
    'ferry-brief': {
      kind: 'pdf',
      title: t('Fjordbåt: the brief, annotated'),
      description: t('What was asked, and what we heard.'),
      lines: [
        'Fjordbåt: the brief, annotated',
        'Asked: an app for tickets.',
        'Heard: people miss the ferry because they fear to miss it.',
        'Made: a lane that one can trust.',
      ],
    },
  },
  pages: {
    about: {
      title: t('About Northlight', 'Über Northlight'),
      body: [
        p(
          'We are fourteen people in two harbours. Half of us make objects, half make what happens on them, and everybody spends a day a month with the people who use our things.',
          'Wir sind vierzehn Leute in zwei Häfen. Die eine Hälfte macht Dinge, die andere macht, was auf ihnen geschieht, und alle verbringen einen Tag im Monat mit denen, die sie benutzen.',
        ),
        gallery(
          'justified',
          ['morning', t('From the Copenhagen window')],
          ['speaker', t('Model shop')],
          ['field', t('This winter’s colour card')],
        ),
        h2('What we are asked', 'Was man uns fragt'),
        ul(
          [
            'Can you start on Monday? No, but on a Monday.',
            'Do you pitch? We show work, and we come and look.',
            'Who owns the result? You do, sketches included.',
          ],
          [
            'Können Sie Montag anfangen? Nein, aber an einem Montag.',
            'Machen Sie Pitches? Wir zeigen Arbeiten und kommen schauen.',
            'Wem gehört das Ergebnis? Ihnen, samt Skizzen.',
          ],
        ),
      ],
    },
    approach: {
      title: t('How we work', 'Wie wir arbeiten'),
      body: [
        p(
          'Four weeks of looking, four of making, four of leaving it alone. The last four are the hardest and the cheapest.',
          'Vier Wochen schauen, vier machen, vier in Ruhe lassen. Die letzten vier sind die schwersten und billigsten.',
        ),
        picture('rain', t('Week two of looking')),
        callToAction(
          t('See it in a ferry', 'Sehen Sie es an einer Fähre'),
          t(
            'A study in which week nine changed everything.',
            'Eine Studie, in der Woche neun alles änderte.',
          ),
          t('Read it', 'Lesen'),
          { study: 'a-lane-you-can-trust' },
        ),
      ],
    },
  },
  leads: [
    {
      name: 'Karoline Bech',
      email: 'kb@skolekokken.test',
      company: 'Skolekøkken',
      message:
        'Forty school kitchens, one ordering form that everybody prints out. It is only a form, really.',
      status: 'new',
      page: '/contact',
    },
    {
      name: 'Dr. Leander Pohl',
      email: 'pohl@klinik-west.test',
      company: 'Klinik West',
      message: 'Could the heating control work for wards? Nurses must be able to overrule it.',
      status: 'in-progress',
      study: 'one-dial',
      page: '/work/one-dial',
      notes: 'Emeka visits on 4 December.',
    },
  ],
  redirects: [{ from: '/cases', to: '/work' }],
}
