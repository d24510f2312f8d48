/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-count.h"

/* For the files of this layer only: the currencies of the two countries and of their trade. */

G_BEGIN_DECLS

typedef struct {
  const char *code;      /* ISO 4217 */
  guint decimals;        /* by law and custom: 3 for the dinar, whatever is in use */
  MqNoun major;
  MqNoun minor;
  const char *adjective; /* masculine singular */
} MqCurrency;

const MqCurrency *mq_currency_find (const char *code);

G_END_DECLS
