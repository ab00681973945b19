CREATE OR REPLACE FUNCTION "search_fold"(words text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF octet_length(words) <> char_length(words) AND getdatabaseencoding() = 'UTF8' THEN
    words := regexp_replace(normalize(words, NFKD),
      '[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]', '', 'g');
    -- Signs, pictures and what is not seen part words; a database of the locale "C" takes all of them for letters.
    words := regexp_replace(words,
      '[\u0080-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u0f3a-\u0f3d\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\ue000-\uf8ff\ufeff\U0001f000-\U0001faff]', ' ', 'g');
  END IF;
  RETURN translate(lower(words), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', repeat(' ', 32));
END $$;
