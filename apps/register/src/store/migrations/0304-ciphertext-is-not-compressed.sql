-- Ciphertext has no pattern, and a list of which places were taken by lot hardly any: to try to
-- compress them, whenever they are stored, is in vain.
alter table diploma_versions alter column content set storage external;
alter table delivery_rejections alter column content set storage external;
alter table idempotent_responses alter column content set storage external;
alter table correction_requests alter column content set storage external;
alter table status_lists alter column taken set storage external;
