-- Which key made a hash that is not that of a BSN, so that a key is taken out only when nothing needs
-- it. Without one: made before hash keys could be rotated, with the key of then.
alter table diploma_versions add column digest_key_id text;
alter table shares add column pin_key_id text;
