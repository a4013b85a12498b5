// What counts as a word, in every script, as SQL that needs no dictionary: the same for what is stored and for what
// is asked. Letters are compared without case and without the marks that people leave out when they type (accents,
// vowel points, variation selectors), composed or not. Chinese, Japanese, Korean, Thai and others that put no space
// between words are cut into pairs of letters, so that any part of a text of two letters or more is found.
//
// https://www.unicode.org/reports/tr15/ (normal forms), https://www.postgresql.org/docs/current/textsearch.html

/** Code points, as in a bracket expression of Postgres, which compares them by number. */
const MARKS = [
  '\\u00AD', // soft hyphen
  '\\u0300-\\u036F', // combining marks of Latin, Greek and Cyrillic
  '\\u0483-\\u0489',
  '\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7', // Hebrew points
  '\\u0610-\\u061A\\u061C\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06DC\\u06DF-\\u06E4\\u06E7\\u06E8\\u06EA-\\u06ED', // Arabic
  '\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF',
  '\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F', // invisible, directions
  '\\u20D0-\\u20FF',
  '\\uFE00-\\uFE0F\\uFE20-\\uFE2F\\uFEFF', // variation selectors
  '\\U0001F3FB-\\U0001F3FF', // skin tones
  '\\U000E0000-\\U000E01EF', // tags
].join('')

/** Scripts without spaces, and Korean, which puts its particles behind words. */
const UNSPACED = [
  '\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF', // Thai, Lao, Burmese, Khmer
  '\\u1100-\\u11FF\\u3130-\\u318F\\uA960-\\uA97F\\uAC00-\\uD7FF', // Hangul
  '\\u2E80-\\u2FDF\\u3005\\u3007\\u3021-\\u3029\\u3031-\\u3035\\u303B', // radicals, repetition
  '\\u3040-\\u30FA\\u30FC-\\u312F\\u31A0-\\u31BF\\u31F0-\\u31FF', // kana, bopomofo
  '\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF', // Han
  '\\U00016FE0-\\U00018D8F\\U0001AFF0-\\U0001B16F\\U00020000-\\U0003FFFF',
].join('')

/** Each stands for itself: currencies, arrows, pictures. */
const SYMBOLS = '\\u00A9\\u00AE\\u20A0-\\u20CF\\u2190-\\u2BFF\\U0001F000-\\U0001FAFF'

/** Between words. Those of ASCII but its letters and digits, and the punctuation of all scripts. */
const BETWEEN = [
  '\\u0001-/:-@\\[-\\u0060{-\\u00A8\\u00AB-\\u00AD\\u00AF-\\u00B1\\u00B4\\u00B6-\\u00B8\\u00BB\\u00BF\\u00D7\\u00F7',
  '\\u02C2-\\u02C5\\u02D2-\\u02DF\\u037E\\u0387\\u055A-\\u055F\\u0589\\u058A\\u05BE\\u05C0\\u05C3\\u05C6\\u05F3\\u05F4',
  '\\u0600-\\u060F\\u061B-\\u061F\\u066A-\\u066D\\u06D4\\u06DD\\u06DE\\u06E9\\u0700-\\u070D',
  '\\u0964\\u0965\\u0970\\u0DF4\\u0F04-\\u0F14\\u10FB\\u1360-\\u1368\\u166E\\u1680\\u1800-\\u180E',
  '\\u2000-\\u206F\\u2E00-\\u2E7F\\u2FF0-\\u3004\\u3006\\u3008-\\u3020\\u3030\\u303D-\\u303F\\u30FB',
  '\\uA4FE\\uA4FF\\uFD3E\\uFD3F\\uFE10-\\uFE1F\\uFE30-\\uFE6F\\uFF01-\\uFF0F\\uFF1A-\\uFF20\\uFF3B-\\uFF40\\uFF5B-\\uFF65\\uFFF0-\\uFFFF',
].join('')

/** Written as one letter where many type two, or another. */
const LETTERS: [from: string, to: string][] = [
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
]

const replaced = LETTERS.reduce(
  (text, [from, to]) => `replace(${text}, '${from}', '${to}')`,
  'bare',
)

/** Of ASCII what is in BETWEEN, as a string of Postgres, and as many blanks. */
const ASCII = `E'\\t\\n\\r!"#$%&\\'()*+,-./:;<=>?@[\\\\]^_\`{|}~'`
const ASCII_BLANKS = `repeat(' ', 35)`

/** Letters of a word that count: Postgres refuses words of more than 2,046 bytes. */
const LONGEST = 80

export const wordFunctions = `
-- With the case of all scripts, where this Postgres knows it.
do $rls$ begin
  execute format(
    'create or replace function rls.lowered(written text) returns text language sql immutable parallel safe as %L',
    case when to_regcollation('public.by_language') is null then 'select lower(written)'
         else 'select lower(written collate public.by_language)' end);
end $rls$;

create or replace function rls.folded(written text) returns text
language sql immutable parallel safe set search_path = pg_catalog as $rls$
  select case when octet_length(written) = char_length(written) then lower(written collate "C")
         else translate(${replaced}, 'ςøłđðħıŧ', 'σolddhit') end
    from (select normalize(regexp_replace(
            normalize(rls.lowered(normalize(written, NFKC)), NFD) collate "C",
            '[${MARKS}]+', '', 'g'), NFC) as bare) folded
$rls$;

-- A text with one blank between its words. What stands in ASCII is replaced first: an expression costs more for
-- each place where it finds something.
create or replace function rls.spaced(written text) returns text
language plpgsql immutable parallel safe set search_path = pg_catalog as $rls$
declare
  spaced text := translate(rls.folded(written), ${ASCII}, ${ASCII_BLANKS}) collate "C";
begin
  if octet_length(spaced) <> char_length(spaced) then
    spaced := regexp_replace(spaced, '[${BETWEEN}]+', ' ', 'g');
    if spaced ~ '[${UNSPACED}${SYMBOLS}]' then
      spaced := regexp_replace(spaced, '([${UNSPACED}]+|[${SYMBOLS}])', ' \\1 ', 'g');
    end if;
  end if;
  return spaced;
end $rls$;

-- The words of a text in their order. Of those in an unspaced script, each two letters, and the last alone;
-- run counts the letters that stood together, and is null for any other word.
create or replace function rls.words(written text)
returns table (place int, word text, piece int, run int)
language sql immutable parallel safe set search_path = pg_catalog as $rls$
  with found as materialized (
    select place, token,
           case when octet_length(token) > char_length(token) and token ~ '^[${UNSPACED}]' then char_length(token) end as run
      from string_to_table(rls.spaced(written) collate "C", ' ') with ordinality as each_one (token, place)
     where token <> ''
  ), pieces as (
    select place, left(token, ${LONGEST}) as word, 1 as piece, run from found where run is null
    union all
    select place, letter || coalesce(lead(letter) over (partition by place order by piece), ''), piece::int, run
      from found, string_to_table(token, null) with ordinality as each_letter (letter, piece)
     where run is not null
  )
  select (row_number() over (order by place, piece))::int, word, piece, run from pieces
$rls$;

-- At most so many words of a text, for the index.
create or replace function rls.words_of(written text, weight text, most int) returns tsvector
language sql immutable parallel safe set search_path = pg_catalog as $rls$
  select coalesce(string_agg('''' || word || ''':' || least(place, 16383) || weight, ' '), '')::tsvector
    from rls.words(written) where place <= most
$rls$;

-- What a person asks for, as they type it: words, of which all have to be there, "quoted phrases", or, -minus.
-- A word of three letters or more is also found as the beginning of another.
create or replace function rls.asked(wanted text) returns tsquery
language plpgsql immutable parallel safe set search_path = pg_catalog as $rls$
declare
  part text[];
  is_negated boolean;
  is_quoted boolean;
  written text;
  one record;
  word tsquery;
  these tsquery;
  all_of tsquery;
  any_of tsquery;
begin
  for part in
    select regexp_matches(translate(normalize(wanted, NFKC), '“”„«»', '"""""') collate "C",
             '(-?)"([^"]*)"?|([^[:space:]"]+)', 'g')
  loop
    if lower(part[3]) = 'or' then
      any_of := coalesce(any_of || all_of, all_of, any_of);
      all_of := null;
      continue;
    end if;
    is_quoted := part[2] is not null;
    is_negated := coalesce(part[1], left(part[3], 1)) = '-';
    written := coalesce(part[2], part[3]);
    these := null;
    for one in
      select w.word, w.run from rls.words(written) w where w.run is null or w.run = 1 or w.piece < w.run order by w.place
    loop
      word := ('''' || one.word || '''' || case
        when one.run = 1 or (one.run is null and char_length(one.word) > 2 and not is_quoted and not is_negated) then ':*'
        else '' end)::tsquery;
      these := case when these is null then word when is_quoted then these <-> word else these && word end;
    end loop;
    if these is not null then
      these := case when is_negated then !! these else these end;
      all_of := coalesce(all_of && these, these);
    end if;
  end loop;
  return coalesce(any_of || all_of, all_of, any_of);
end $rls$;`
