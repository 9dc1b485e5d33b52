#pragma once
#include "core/io/file_errors.h"
#include "core/io/free_name.h"
#include "core/io/leftovers.h"
#include "core/io/output_folder.h"

// How everything that writes finds a name that is free, tells what is wrong with one, and removes what killed
// programs left: the command line and the window alike.
