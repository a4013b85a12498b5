// Meridian: a consultancy for civic and health services; agency of Atlas. Ledger.
import { compare, gallery, grid, h2, p, picture, t } from '../body.ts'
import type { TenantContent } from '../types.ts'
import { studies } from './studies/index.ts'

export const meridian: TenantContent = {
  slug: 'meridian',
  name: 'Meridian',
  kind: 'agency',
  locales: ['en'],
  studies,
  settings: {
    theme: 'ledger',
    typePairing: 'classic',
    colors: { primary: '#5a2a4d', accent: '#c8452f' },
    tagline: t('Services that let people get on with their lives'),
    introduction: t(
      'Meridian redesigns the forms, letters, rooms and rotas of public services, together with those who work in them. We measure what it changes, and we publish it.',
    ),
    footer: t('Meridian, Canal Street 14, Leeds and Utrecht'),
    description: t('Civic and health service design: measured, published, repeatable.'),
    image: 'people',
    contact: {
      email: 'office@meridian.test',
      phone: '+44 113 555 0142',
      address: t('14 Canal Street\nLeeds LS11 5DQ'),
      heading: t('Tell us about a queue'),
      text: t(
        'Every service has a place where people wait. Describe yours in three sentences; we answer with a question.',
      ),
    },
    social: [{ label: 'Open method', url: 'https://method.meridian.test' }],
  },
  people: {
    'ruth-adeyemi': {
      name: 'Ruth Adeyemi',
      role: t('Director'),
      bio: t(
        'Ruth was a ward sister for twelve years. She reads rotas the way others read novels.',
      ),
    },
    'colm-fitzroy': {
      name: 'Colm Fitzroy',
      role: t('Service designer'),
      bio: t('Colm waits for a living.'),
    },
    'sana-qureshi': {
      name: 'Sana Qureshi',
      role: t('Content designer'),
      bio: t('Sana takes words out of letters until they work.'),
    },
    'bram-dekker': {
      name: 'Bram Dekker',
      role: t('Data analyst, Utrecht'),
      bio: t('Bram distrusts means and is fond of medians.'),
    },
    'lucia-amaral': {
      name: 'Lucia Amaral',
      role: t('Architect of rooms where one waits'),
      bio: t('Lucia moves chairs first and walls later, if at all.'),
    },
  },
  organisations: {
    'aire-hospital': {
      name: 'Aire Valley Hospital',
      url: 'https://airevalley.test',
      description: t('A hospital with 600 beds.'),
    },
    'calder-council': {
      name: 'Calder Council',
      url: 'https://calder.test',
      description: t('A council of 210,000 residents.'),
    },
    'stichting-zorgpad': {
      name: 'Stichting Zorgpad',
      url: 'https://zorgpad.test',
      description: t('Home care in eleven towns.'),
    },
    'a-ministry': {
      name: 'Ministry for Households',
      description: t('A ministry that we may not name.'),
      isConfidential: true,
    },
  },
  services: {
    'service-design': {
      name: t('Service design'),
      description: t('From the first letter to the last door.'),
    },
    'content-design': { name: t('Content design'), description: t('Letters, forms, signs.') },
    'rooms-and-rotas': {
      name: t('Rooms and rotas'),
      description: t('Where and when people work and wait.'),
    },
  },
  industries: {
    health: { name: t('Health'), description: t('Hospitals, practices, home care.') },
    'local-government': { name: t('Local government'), description: t('Councils and counters.') },
    'central-government': {
      name: t('Central government'),
      description: t('Ministries and benefits.'),
    },
  },
  technologies: {
    html: { name: 'HTML', url: 'https://html.spec.whatwg.org' },
    'aria-practices': { name: 'WAI-ARIA', url: 'https://www.w3.org/WAI/ARIA/apg/' },
    r: { name: 'R', url: 'https://www.r-project.org' },
  },
  testimonials: {
    'ward-sister': {
      quote: t('I finish on time. My children have noticed before I did.'),
      attribution: 'Denise Harker',
      position: t('Ward sister'),
      organisation: 'aire-hospital',
      portrait: true,
    },
    'council-clerk': {
      quote: t('People thank us for a letter about drains.'),
      attribution: 'Morris Bell',
      position: t('Revenues officer'),
      organisation: 'calder-council',
    },
    carer: {
      quote: t('The bicycle knows my round better than the office did.'),
      attribution: 'Fenna Visser',
      position: t('Home carer'),
      organisation: 'stichting-zorgpad',
      consent: 'pending',
    },
  },
  documents: {
    'letter-kit': {
      kind: 'pdf',
      title: t('The letter kit'),
      description: t('Nine rules and a template.'),
      lines: [
        'The letter kit',
        '1. Say what to do in the first line.',
        '2. One date, large.',
        '3. One telephone number that is answered.',
        '4. No bold threats.',
        '5. Read it aloud to somebody who is tired.',
      ],
    },
  },
  pages: {
    about: {
      title: t('About Meridian'),
      body: [
        p(
          'We are sixteen people, half of whom used to work in the services that we now design. That shortens the interviews.',
        ),
        gallery('grid', ['people', t('Whom it is for')], ['blueprint', t('How we draw it')]),
        h2('What we publish'),
        p(
          'Methods, figures and failures. A public service that paid once should not pay again for the same lesson.',
        ),
      ],
    },
    method: {
      title: t('Open method'),
      body: [
        p('Wait with people, count, change one thing, count again.'),
        compare(
          [t('We do'), t('We do not')],
          [t('Start'), t('with a queue'), t('with a workshop')],
          [t('Measure'), t('medians and tails'), t('satisfaction out of ten')],
        ),
        grid([
          ['Step', 'Days', 'Result'],
          ['Wait', '5', 'A list of sentences people said'],
          ['Count', '10', 'One distribution'],
          ['Change', '20', 'One thing'],
          ['Count', '10', 'Two distributions'],
        ]),
        picture('blueprint-dark'),
      ],
    },
  },
  leads: [
    {
      name: 'Gwen Pryce',
      email: 'g.pryce@valleyhealth.test',
      company: 'Valley Health Board',
      message:
        'Our outpatients wait 70 minutes and nobody knows for what. May we send you a floor plan?',
      status: 'new',
      study: 'waiting',
      page: '/work/waiting',
    },
    {
      name: 'Arjen Bos',
      email: 'a.bos@gemeente-ijsel.test',
      company: 'Gemeente IJsel',
      message: 'We would like to reuse the letter kit in Dutch.',
      status: 'done',
      page: '/method',
      notes: 'Sent; asked for a copy of the result.',
    },
  ],
  redirects: [{ from: '/projects', to: '/work' }],
}
