/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Where the data of the program lies: where it was installed, unless MUQTARAH_DATADIR and MUQTARAH_LOCALEDIR
 * say otherwise (for a run from the build directory, and for tests).  An empty variable counts as unset. */

G_BEGIN_DECLS

const char *mq_datadir      (void);
char       *mq_datadir_file (const char *first, ...) G_GNUC_NULL_TERMINATED;
const char *mq_localedir    (void);

G_END_DECLS
