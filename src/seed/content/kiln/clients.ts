// Kiln’s clients, and what they say.
import { t } from '../body.ts'
import type { Organisation, Testimonial } from '../types.ts'

export const organisations: Record<string, Organisation> = {
  'museum-of-salt': {
    name: 'Museum of Salt and Earth',
    acronym: 'MSE',
    url: 'https://museum-salt.test',
    description: t(
      'A museum of what lies below Halle.',
      'Ein Museum für das, was unter Halle liegt.',
    ),
  },
  'glaucha-housing': {
    name: 'Glaucha Housing Cooperative',
    url: 'https://glaucha-housing.test',
    description: t(
      'Owner of 1,100 flats and one very long façade.',
      'Eigentümerin von 1 100 Wohnungen und einer sehr langen Fassade.',
    ),
  },
  'teahouse-orlo': {
    name: 'Teahouse Orlo',
    url: 'https://orlo.test',
    description: t('Eleven tables, forty teas.', 'Elf Tische, vierzig Tees.'),
  },
  saalebad: {
    name: 'Saalebad',
    url: 'https://saalebad.test',
    description: t('Public baths of 1913.', 'Stadtbad von 1913.'),
  },
  'lindner-weavers': {
    name: 'Lindner Weavers',
    url: 'https://lindner-weavers.test',
    description: t('A mill in its fifth generation.', 'Eine Weberei in fünfter Generation.'),
  },
  'private-collector': {
    name: 'Haus Ettersberg Collection',
    description: t(
      'A private collection; not to be named.',
      'Eine Privatsammlung; nicht zu nennen.',
    ),
    isConfidential: true,
  },
}

export const testimonials: Record<string, Testimonial> = {
  'bath-director': {
    quote: t(
      'People stroke the wall. We had to move the towel hooks.',
      'Die Leute streicheln die Wand. Wir mussten die Handtuchhaken versetzen.',
    ),
    attribution: 'Thea Brandt',
    position: t('Director', 'Direktorin'),
    organisation: 'saalebad',
    portrait: true,
  },
  'tea-host': {
    quote: t(
      'Guests turn the bowl over before they drink. They look for the maker.',
      'Die Gäste drehen die Schale um, ehe sie trinken. Sie suchen, wer sie gemacht hat.',
    ),
    attribution: 'Kenji Orlo',
    position: t('Host', 'Gastgeber'),
    organisation: 'teahouse-orlo',
    portrait: true,
  },
  'museum-curator': {
    quote: t(
      'For the first time, nobody asks us where the toilets are. They walk there.',
      'Zum ersten Mal fragt niemand nach den Toiletten. Man geht einfach hin.',
    ),
    attribution: 'Prof. Ludmila Hansen',
    position: t('Curator', 'Kuratorin'),
    organisation: 'museum-of-salt',
  },
  'housing-board': {
    quote: t(
      'The cheapest part of the renovation is the one that tenants thank us for.',
      'Für den billigsten Teil der Sanierung danken uns die Mieter am meisten.',
    ),
    attribution: 'Rüdiger Salm',
    position: t('Board', 'Vorstand'),
    organisation: 'glaucha-housing',
    consent: 'pending',
  },
}
