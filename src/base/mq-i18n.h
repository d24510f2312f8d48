/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The strings of the interface: written in English, shown in the language of the user (po/). */

#include <glib/gi18n-lib.h>
