/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-metadata.h"

#include <math.h>

#include "mq-truetype-outline.h"

/* An sRGB profile (ICC 2.1), made here: so it needs no package and is the same everywhere. */

#define N_TAGS 9
#define BASE (128 + 4 + N_TAGS * 12)    /* where the tags' data begins */
#define CURVE_POINTS 1024

static const char description[] = "sRGB IEC61966-2.1";
static const char copyright[] = "No copyright, use freely";

/* White, then what the three colours are, adapted to the white of the profile's space. */
static const double colours[4][3] = {
  { .9504559, 1, 1.0890578 },
  { .4360747, .2225045, .0139322 },
  { .3850649, .7168786, .0971045 },
  { .1430804, .0606169, .7141733 },
};

static void
put_text (GByteArray *to, const char *text, guint length)
{
  g_byte_array_append (to, (const guint8 *) text, length);
}

static void
put_zeros (GByteArray *to, guint n)
{
  for (; n > 0; n--)
    put_text (to, "", 1);
}

static void
put_fixed (GByteArray *to, double value)
{
  mq_put_32 (to, (guint32) (gint32) lrint (value * 65536));
}

static void
put_description (GByteArray *to)
{
  put_text (to, "desc\0\0\0\0", 8);
  mq_put_32 (to, sizeof description);
  put_text (to, description, sizeof description);
  put_zeros (to, 78);         /* the same in other scripts: none */
}

static void
put_colour (GByteArray *to, const double colour[3])
{
  put_text (to, "XYZ \0\0\0\0", 8);
  for (int i = 0; i < 3; i++)
    put_fixed (to, colour[i]);
}

static void
put_curve (GByteArray *to)
{
  put_text (to, "curv\0\0\0\0", 8);
  mq_put_32 (to, CURVE_POINTS);
  for (int i = 0; i < CURVE_POINTS; i++)
    {
      double x = i / (CURVE_POINTS - 1.0);
      double y = x <= .04045 ? x / 12.92 : pow ((x + .055) / 1.055, 2.4);

      mq_put_16 (to, (int) lrint (y * 65535));
    }
}

static void
put_header (GByteArray *to, guint32 size)
{
  mq_put_32 (to, size);
  mq_put_32 (to, 0);
  mq_put_32 (to, 0x02100000);
  put_text (to, "mntrRGB XYZ ", 12);
  mq_put_16 (to, 2000);       /* a date, which must be one */
  mq_put_16 (to, 1);
  mq_put_16 (to, 1);
  put_zeros (to, 6);
  put_text (to, "acsp", 4);
  put_zeros (to, 28);
  put_fixed (to, .9642);      /* the white of the profile's space */
  put_fixed (to, 1);
  put_fixed (to, .8249);
  put_zeros (to, 128 - to->len);
}

GByteArray *
mq_icc_profile (void)
{
  static const char *const tags[N_TAGS] = { "desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC",
                                            "bTRC" };
  g_autoptr (GByteArray) data = g_byte_array_new ();
  GByteArray *profile = g_byte_array_new ();
  guint starts[7], ends[7];   /* the three curves are one */

  for (int i = 0; i < 7; i++)
    {
      put_zeros (data, (4 - data->len % 4) % 4);
      starts[i] = BASE + data->len;
      if (i == 0)
        put_description (data);
      else if (i == 1)
        {
          put_text (data, "text\0\0\0\0", 8);
          put_text (data, copyright, sizeof copyright);
        }
      else if (i < 6)
        put_colour (data, colours[i - 2]);
      else
        put_curve (data);
      ends[i] = BASE + data->len;
    }
  put_zeros (data, (4 - data->len % 4) % 4);
  put_header (profile, BASE + data->len);
  mq_put_32 (profile, N_TAGS);
  for (int i = 0; i < N_TAGS; i++)
    {
      int part = MIN (i, 6);

      put_text (profile, tags[i], 4);
      mq_put_32 (profile, starts[part]);
      mq_put_32 (profile, ends[part] - starts[part]);
    }
  g_byte_array_append (profile, data->data, data->len);
  return profile;
}
