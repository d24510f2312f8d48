/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Makes the types that interface files name known to GtkBuilder: called once, before the first is loaded. */
void mq_types_ensure (void);
