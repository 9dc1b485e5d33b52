#pragma once

namespace afa {

class Database;

/// Pictures and jobs kept with whole paths (versions 1 and 2 of the database, or a folder that was copied or
/// moved in between) get paths relative to the database's folder. Rows of another folder are this folder's
/// own where a picture of their name and size lies here; that folder is then a former name of this one, and
/// all that was kept below it is below this one. A picture kept under both names stays once, its star with
/// it. Whatever is left lies outside, and keeps its whole path. `all`: jobs too although no picture tells of
/// a former name.
void adoptPaths(Database& database, bool all);

}  // namespace afa
