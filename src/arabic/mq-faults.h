/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What goes wrong unseen when Arabic is typed or pasted, found with its place, and mended:
 *
 *   digits of two shapes in one number                         1٣ → ١٣ (the shape of its first digit)
 *   letters of other scripts' keyboards that look alike        ی ک ھ ہ → ي ك ه ه; letters cut from a PDF → whole ones
 *   tatweel between letters, or repeated                       المــال → المال, but not هـ, بـ «…»
 *   marks of direction and of no width                         the program isolates what needs it by itself
 *
 * A word that has letters of Kurdish or Persian alone (ێ ۆ ە ڕ ڵ ژ پ چ گ ڤ) keeps its ی and ک. */

G_BEGIN_DECLS

typedef enum {
  MQ_FAULT_MIXED_DIGITS,
  MQ_FAULT_LOOKALIKE,
  MQ_FAULT_TATWEEL,
  MQ_FAULT_DIRECTION,
  MQ_N_FAULTS
} MqFaultType;

/**
 * MqFault:
 * @type: what it is
 * @start: the byte where it begins
 * @end: the byte behind it
 */
typedef struct { MqFaultType type; guint start, end; } MqFault;

GArray *mq_faults_find   (const char *text);
char   *mq_faults_mend   (const char *text);
char   *mq_fault_excerpt (const char *text, const MqFault *fault);

G_END_DECLS
