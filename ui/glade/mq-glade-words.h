/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The Arabic of a string of the interface, for the stand-ins in Glade.
 *
 * gettext would follow the language of Glade itself, and in the C locale translate nothing; the forms are Arabic
 * whatever language Glade speaks.  So the compiled translations (build/po/ar/…) are read here. */

G_BEGIN_DECLS

const char *mq_glade_arabic (const char *english);

G_END_DECLS
