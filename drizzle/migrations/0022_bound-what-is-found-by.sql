-- Folding can make sixteen characters of one (U+33xx), and a tsvector holds one megabyte: cut again after it.
CREATE OR REPLACE FUNCTION "search_words"(heavy text, light text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('pg_catalog.simple', left(search_fold(left(coalesce(heavy, ''), 10000)), 20000)), 'A')
    || setweight(to_tsvector('pg_catalog.simple', left(search_fold(left(coalesce(light, ''), 100000)), 150000)), 'B')
$$;
