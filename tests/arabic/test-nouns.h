/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mq-count.h"

#include <string.h>

/* The nouns that the tables count. */
static const MqNoun test_nouns[] = {
  { "سهم", MQ_GENDER_MASCULINE, "أسهم", "سهماً", NULL, NULL },
  { "عضو", MQ_GENDER_MASCULINE, "أعضاء", "عضواً", NULL, NULL },
  { "سنة", MQ_GENDER_FEMININE, "سنوات", "سنة", NULL, NULL },
  { "حصة", MQ_GENDER_FEMININE, "حصص", "حصة", NULL, NULL },
  { "مقعد", MQ_GENDER_MASCULINE, "مقاعد", "مقعداً", NULL, NULL },
  { "يوم", MQ_GENDER_MASCULINE, "أيام", "يوماً", NULL, NULL },
  { "نسخة", MQ_GENDER_FEMININE, "نسخ", "نسخة", NULL, NULL },
  { "شهر", MQ_GENDER_MASCULINE, "أشهر", "شهراً", NULL, NULL },
  { "ساعة", MQ_GENDER_FEMININE, "ساعات", "ساعة", NULL, NULL },
  { "مادة", MQ_GENDER_FEMININE, "مواد", "مادة", NULL, NULL },
  { "مشروع", MQ_GENDER_MASCULINE, "مشروعات", "مشروعاً", NULL, "مشاريع" },
  { "اجتماع", MQ_GENDER_MASCULINE, "اجتماعات", "اجتماعاً", NULL, NULL },
  { "صفحة", MQ_GENDER_FEMININE, "صفحات", "صفحة", NULL, NULL },
  { "مساهم", MQ_GENDER_MASCULINE, "مساهمين", "مساهماً", NULL, NULL },
};

static inline const MqNoun *
test_noun (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (test_nouns); i++)
    if (strcmp (test_nouns[i].name, name) == 0)
      return &test_nouns[i];

  g_error ("no noun %s", name);
}
