/**
 * Tags say many things. These words decide which of them name a service, an industry or a
 * technology; every other tag is reported, not guessed.
 */
import { slugify } from './slug.ts'

type Kind = 'industry' | 'service' | 'technology'

const SERVICES =
  'accessibility|acquisition-services|advertising|agile|agile-coaching|agile-transformation|analytics|animation|app-development|architecture|art-direction|audit|brand|brand-design|brand-identity|brand-strategy|branding|campaign|coaching|consulting|content|content-design|content-strategy|content-writing|copywriting|creative-direction|data-science|data-visualisation|data-visualization|design|design-system|design-systems|development|devops|digital-product|digital-strategy|discovery|e-commerce|ecommerce|editorial-design|email-marketing|engineering|exhibition-design|experience-design|film|frontend-development|graphic-design|hosting|human-centered-design|identity|illustration|information-architecture|innovation|interaction-design|logo-design|maintenance|marketing|migration|mobile|mobile-app|mobile-apps|mobile-development|motion|motion-design|naming|optimisation|packaging|packaging-design|performance|photography|platforms|print|print-design|procurement|product|product-design|product-launch|product-management|product-strategy|project-management|prototyping|public-relations|research|retail-design|search-engine-optimization|security|seo|service-design|signage|social-media|software-development|strategy|support|technology|testing|training|transformation-services|typography|ui|ui-design|ui-ux|usability|usability-testing|user-centered-design|user-experience|user-interface|user-research|user-testing|ux|ux-design|ux-research|ux-ui|ux-writing|video|video-production|visual-design|visual-identity|web|web-app|web-application|web-design|web-development|webdesign|website|workshop|workshops|barrierefreiheit|beratung|entwicklung|gestaltung|konzeption|markenentwicklung|strategie|webentwicklung|conception|developpement|diseno|desarrollo'

const INDUSTRIES =
  'aerospace|agriculture|architecture-and-construction|arts|arts-and-culture|automotive|b2b|banking|beauty|biotech|charity|charities|civic-tech|construction|consumer-goods|culture|cultural|defense|education|energy|entertainment|environment|fashion|federal-government|finance|financial-services|fintech|fitness|food|food-and-beverage|food-and-drink|gaming|government|health|healthcare|health-care|higher-education|hospitality|housing|industry|insurance|law|legal|life-sciences|logistics|luxury|manufacturing|media|media-and-entertainment|medical|mobility|museum|museums|music|ngo|non-profit|nonprofit|not-for-profit|pharma|pharmaceuticals|public-benefits|public-sector|publishing|real-estate|recruitment|renewable-energy|restaurant|restaurants|retail|saas|science|shipping|sport|sports|startup|startups|sustainability|telecommunications|telecom|tourism|transport|transportation|travel|utilities|wellness|wine|bildung|einzelhandel|gesundheit|handel|kultur|tourismus|verwaltung'

const TECHNOLOGIES =
  'airtable|alpine-js|android|angular|ansible|api|apis|apollo|arcgis|asp-net|astro|aws|azure|backbone|bigcommerce|bootstrap|c-sharp|clojure|cloud-foundry|cloudflare|contentful|craft-cms|css|cypress|d3|d3-js|datocms|deno|directus|django|docker|dotnet|drupal|elasticsearch|eleventy|11ty|elixir|elm|ember|expo|express|fastify|figma|firebase|flask|flutter|framer|gatsby|ghost|git|github|gitlab|go|golang|google-analytics|google-cloud|graphql|grunt|gsap|gulp|hasura|heroku|html|html5|htmx|hubspot|hugo|ios|java|javascript|jekyll|joomla|jquery|kafka|kirby|kotlin|kubernetes|laravel|liquid|magento|mapbox|mongodb|mysql|neos|nest|nestjs|netlify|next-js|nextjs|nginx|node|node-js|nodejs|nuxt|nuxt-js|openai|p5-js|payload|payload-cms|phoenix|php|postgres|postgresql|prismic|python|rails|react|react-native|redis|redux|remix|ruby|ruby-on-rails|rust|salesforce|sanity|sass|scala|shopify|sketch|snowflake|solid|sql|squarespace|statamic|storyblok|strapi|stripe|supabase|svelte|sveltekit|swift|symfony|tailwind|tailwind-css|tensorflow|terraform|three-js|twig|typescript|typo3|umbraco|unity|unreal|us-web-design-system|uswds|vercel|vite|vue|vue-js|webflow|webgl|webpack|wix|woocommerce|wordpress|xamarin|zendesk|machine-learning|ai|artificial-intelligence|blockchain|open-data|open-source|https|rules-as-code'

const KINDS = new Map<string, Kind>([
  ...INDUSTRIES.split('|').map((word): [string, Kind] => [word, 'industry']),
  ...TECHNOLOGIES.split('|').map((word): [string, Kind] => [word, 'technology']),
  ...SERVICES.split('|').map((word): [string, Kind] => [word, 'service']),
])

/** @returns what a tag names, or null when the word alone does not say. */
export const kindOfTag = (tag: string): Kind | null => KINDS.get(slugify(tag)) ?? null
