-- A database of the studio 0.1.0 as sqlite3 dumps it: four pictures, two jobs, below /home/ada/afa. A statement on each line.
BEGIN TRANSACTION;
CREATE TABLE jobs (id INTEGER PRIMARY KEY, place INTEGER NOT NULL, request TEXT NOT NULL, state TEXT NOT NULL, made INTEGER NOT NULL DEFAULT 0, message TEXT NOT NULL DEFAULT '', interrupted INTEGER NOT NULL DEFAULT 0, created INTEGER NOT NULL, seconds REAL NOT NULL DEFAULT 0);
INSERT INTO "jobs" VALUES(1,1,'{"models":["/usr/share/afa-studio/demo/animals","/home/ada/afa/merges/both"],"aggregator":"/home/ada/afa/aggregators/first.safetensors","allow_other_models":false,"host":0,"vae":"","mode":"afa","noise_weights":[],"schedule":"","merge":"/home/ada/afa/recipes/equal-weights.json","merge_recipe":"","magic_mode":1,"magic_t0":6E2,"magic_k":[],"model_prompts":[],"prompt":"second","negative_prompt":"","width":64,"height":64,"steps":5,"cfg":7.5E0,"sampler":"ddim","karras":false,"eta":0E0,"count":2,"output":"/home/ada/afa/pictures","metadata":true,"maps":"","sheet":"","latents":"","trace":"","keep_maps":false,"device":"auto","precision":"auto","threads":0,"seed":"77"}','pending',0,'',0,1760000200000,0.0);
INSERT INTO "jobs" VALUES(2,0,'{"models":["/usr/share/afa-studio/demo/animals","/home/ada/afa/merges/both"],"aggregator":"/home/ada/afa/aggregators/first.safetensors","allow_other_models":false,"host":0,"vae":"","mode":"afa","noise_weights":[],"schedule":"","merge":"/home/ada/afa/recipes/equal-weights.json","merge_recipe":"","magic_mode":1,"magic_t0":6E2,"magic_k":[],"model_prompts":[],"prompt":"first","negative_prompt":"","width":64,"height":64,"steps":5,"cfg":7.5E0,"sampler":"ddim","karras":false,"eta":0E0,"count":2,"output":"/home/ada/afa/pictures","metadata":true,"maps":"","sheet":"","latents":"","trace":"","keep_maps":false,"device":"auto","precision":"auto","threads":0,"seed":"77"}','pending',1,'',0,1760000200001,0.0);
CREATE TABLE models (path TEXT PRIMARY KEY, bytes INTEGER NOT NULL, changed INTEGER NOT NULL, info TEXT NOT NULL);
INSERT INTO "models" VALUES('/usr/share/afa-studio/demo/animals',1234,1759990000000,'{}');
CREATE TABLE pictures (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, created INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, seed TEXT NOT NULL, seconds REAL NOT NULL, prompt TEXT NOT NULL, favourite INTEGER NOT NULL DEFAULT 0);
INSERT INTO "pictures" VALUES(1,'/home/ada/afa/pictures/afa-1.png',1760000000000,64,64,'1',1.5,'a red fox in snow',1);
INSERT INTO "pictures" VALUES(2,'/home/ada/afa/pictures/afa-2.png',1760000060000,64,48,'2',1.5,'ein Bär, "im Wald"',0);
INSERT INTO "pictures" VALUES(3,'/home/ada/afa/pictures/afa-18446744073709551615.png',1760000120000,32,32,'18446744073709551615',1.5,'一只狐狸',1);
INSERT INTO "pictures" VALUES(4,'/home/ada/afa/pictures/afa-4.png',1760000180000,64,64,'4',1.5,'a lost one',1);
CREATE INDEX pictures_created ON pictures (created);
COMMIT;
PRAGMA user_version = 2;
