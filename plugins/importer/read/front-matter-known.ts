/** Which front matter fields are read or only steer the old generator; every other one is reported. */
import type { Remark } from '../types.ts'
import type { Fields } from './front-matter.ts'

import { IMAGE_KEYS } from './front-matter-media.ts'
import { isPublicationKey } from './publication.ts'
import { keyOf } from './values.ts'

/** Keys that the mapping above reads, or that only steer the old generator. */
const KNOWN_KEYS = new Set(
  [
    ...IMAGE_KEYS,
    ...IMAGE_KEYS.flatMap((name) => [`${name}_alt`, `${name}_caption`, `${name}_figcaption`]),
    ...'image_credit,heroImageAlt,alt,title,name,heading,post_title,date,pubDate,publishDate,publishedAt,published_at,published_date,created,date_published,launched,completed,permalink,url,path,excerpt,summary,description,intro,introduction,lead,teaser,abstract,lede,dek,headline,subtitle,sub_title,tagline,subheading,strapline,claim,standfirst,seo,meta,client,agency,customer,client_name,project_client,company,organization,organisation,partner,clients,industries,industry,sector,sectors,vertical,draft,published,status,featured,highlight,is_featured,project_url,website,site,site_url,live_url,live,demo,external_url,link,website_url,github_repo,github,repo,repository,source_code,code_url,source,resources,learn_more,links,related_links,press,further_reading,redirect_from,aliases,alias,redirects,old_urls,canonical,canonical_url,tumblr_url,original_url,product_clients,other_clients,partners,outcomes,results,metrics,stats,statistics,numbers,kpis,key_results,seo_title,seo_description,meta_title,meta_description,services,service,disciplines,discipline,deliverables,scope,expertise,capabilities,slug,technologies,technology,tech,stack,tech_stack,tools,built_with,timeframe,duration,timeline,period,year,completion_year,tags,tag,categories,category,keywords,topics,authors,author,byline,by,credits,team,contributors,people,testimonials,testimonial,quotes,quote,quote_source,quote_author,quote_attribution,quote_position,quote_role,testimonial_author'.split(
      ',',
    ),
    ...'layout,type,templateKey,template,template_key,eleventyNavigation,eleventyExcludeFromCollections,pagination,weight,order,project_weight,menu,nav,nav_order,navtitle,toc,comments,share,hero,hide,sitemap,lang,language,locale,lastmod,updated,updatedDate,modified,last_modified_at,expiration_date,expiryDate,math,mermaid,css,js,class,classes,color,theme,background,image_icon,image_list,mini_excerpt,id,uid,guid,key,collection,outputs,cascade,build,_build,wordpress_id,blogger_id,isPost,sticky,sort,position,show,visible,search,noindex,robots,render,markup,linktitle,resources_dir,translationKey,iscjklanguage,agency_logo,client_logo,body_class'.split(
      ',',
    ),
  ].map(keyOf),
)

export const unknownFields = (fields: Fields): Remark[] =>
  Object.entries(fields).flatMap(([key, value]) =>
    KNOWN_KEYS.has(keyOf(key)) ||
    isPublicationKey(key) ||
    value === null ||
    value === '' ||
    value === undefined ||
    (Array.isArray(value) && value.length === 0)
      ? []
      : [{ code: 'UNKNOWN_FIELD', detail: key }],
  )
