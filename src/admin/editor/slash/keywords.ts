// What else the blocks are called by whoever looks for them in the menu that `/` opens. Their names are found anyway.

export const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  metric: ['number', 'figure', 'result', 'kpi'],
  gallery: ['images', 'pictures', 'photos', 'carousel', 'slideshow'],
  beforeAfter: ['before after', 'slider', 'comparison'],
  video: ['film', 'movie', 'clip'],
  quote: ['testimonial', 'citation'],
  timeline: ['steps', 'history', 'milestones'],
  compare: ['compare', 'table', 'versus'],
  embed: ['map', 'youtube', 'vimeo', 'figma', 'iframe'],
  code: ['snippet', 'source'],
  downloads: ['download', 'files', 'documents', 'pdf'],
  callToAction: ['cta', 'button', 'contact'],
}
