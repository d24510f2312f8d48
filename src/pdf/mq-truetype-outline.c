/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-truetype-outline.h"

#include <math.h>

/* Bits of a point's flags. */
enum {
  ON_CURVE = 1,
  X_SHORT = 2,                /* one byte; its sign is in X_SAME */
  Y_SHORT = 4,
  X_SAME = 16,                /* with a short x: positive; else: as the point before, no bytes */
  Y_SAME = 32,
};

/* A cubic curve becomes this many quadratic ones: less than a unit of the em off even for a quarter of a
 * circle as high as a letter. */
#define PARTS_OF_A_CUBIC 4

typedef struct {
  double x, y;
  gboolean on;
} Point;

void
mq_put_16 (GByteArray *to, int value)
{
  guint8 bytes[2] = { (guint8) (value >> 8), (guint8) value };

  g_byte_array_append (to, bytes, 2);
}

void
mq_put_32 (GByteArray *to, guint32 value)
{
  mq_put_16 (to, (int) (value >> 16));
  mq_put_16 (to, (int) (value & 0xffff));
}

void
mq_glyph_box_add (MqGlyphBox *box, int x0, int y0, int x1, int y1)
{
  if (!box->ink)
    {
      box->x0 = x0;
      box->y0 = y0;
      box->x1 = x1;
      box->y1 = y1;
      box->ink = TRUE;
    }
  box->x0 = MIN (box->x0, x0);
  box->y0 = MIN (box->y0, y0);
  box->x1 = MAX (box->x1, x1);
  box->y1 = MAX (box->y1, y1);
}

/* ---- curves ---- */

/* A cubic curve at @t: the point, and the tangent there. */
static void
cubic_at (const double p[4], double t, double *value, double *slope)
{
  double u = 1 - t;

  *value = u * u * u * p[0] + 3 * t * u * u * p[1] + 3 * t * t * u * p[2] + t * t * t * p[3];
  *slope = 3 * u * u * (p[1] - p[0]) + 6 * t * u * (p[2] - p[1]) + 3 * t * t * (p[3] - p[2]);
}

/* Each part of the curve becomes the quadratic one with the same ends and, at its middle, about the same
 * place: its control point is the mean of what the two tangents lead to.  @closes: the curve ends at the
 * contour's first point, which is there already. */
static void
add_cubic (GArray *points, const double x[4], const double y[4], gboolean closes)
{
  double step = 1.0 / PARTS_OF_A_CUBIC;

  for (int i = 0; i < PARTS_OF_A_CUBIC; i++)
    {
      double ax, ay, bx, by, dax, day, dbx, dby;

      cubic_at (x, i * step, &ax, &dax);
      cubic_at (y, i * step, &ay, &day);
      cubic_at (x, (i + 1) * step, &bx, &dbx);
      cubic_at (y, (i + 1) * step, &by, &dby);

      Point control = { (ax + bx) / 2 + (dax - dbx) * step / 4, (ay + by) / 2 + (day - dby) * step / 4,
                        FALSE };
      Point end = { bx, by, TRUE };
      g_array_append_val (points, control);
      if (i + 1 < PARTS_OF_A_CUBIC || !closes)
        g_array_append_val (points, end);
    }
}

static void
add_contour (GArray *points, const FT_Outline *outline, int first, int last, double scale)
{
  for (int i = first; i <= last; i++)
    {
      const FT_Vector *at = &outline->points[i];
      int tag = FT_CURVE_TAG (outline->tags[i]);

      if (tag != FT_CURVE_TAG_CUBIC || points->len == 0)
        {
          Point point = { (double) at->x * scale, (double) at->y * scale, tag == FT_CURVE_TAG_ON };
          g_array_append_val (points, point);
          continue;
        }
      /* two control points, then the end, which may be the contour's first point */
      int second = i + 1 > last ? first : i + 1, end = second + 1 > last ? first : second + 1;
      const Point *from = &g_array_index (points, Point, points->len - 1);
      const FT_Vector *b = &outline->points[second], *c = &outline->points[end];
      double x[4] = { from->x, (double) at->x * scale, (double) b->x * scale, (double) c->x * scale };
      double y[4] = { from->y, (double) at->y * scale, (double) b->y * scale, (double) c->y * scale };

      add_cubic (points, x, y, end == first);
      i = end == first ? last : end;
    }
}

/* ---- the glyph ---- */

static guint8
put_step (GByteArray *to, int step, guint8 is_short, guint8 is_same)
{
  guint8 byte = (guint8) ABS (step);

  if (step == 0)
    return is_same;
  if (ABS (step) >= 256)
    {
      mq_put_16 (to, step);
      return 0;
    }
  g_byte_array_append (to, &byte, 1);
  return is_short | (step > 0 ? is_same : 0);
}

static void
put_glyph (GByteArray *to, const GArray *points, const GArray *ends, double shear, MqGlyphBox *box)
{
  g_autoptr (GByteArray) flags = g_byte_array_new (), xs = g_byte_array_new (), ys = g_byte_array_new ();
  int at_x = 0, at_y = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);
      int x = (int) lrint (point->x + shear * point->y), y = (int) lrint (point->y);
      guint8 flag = point->on ? ON_CURVE : 0;

      mq_glyph_box_add (box, x, y, x, y);
      flag |= put_step (xs, x - at_x, X_SHORT, X_SAME);
      flag |= put_step (ys, y - at_y, Y_SHORT, Y_SAME);
      g_byte_array_append (flags, &flag, 1);
      at_x = x;
      at_y = y;
    }
  mq_put_16 (to, (int) ends->len);
  mq_put_16 (to, box->x0);
  mq_put_16 (to, box->y0);
  mq_put_16 (to, box->x1);
  mq_put_16 (to, box->y1);
  for (guint i = 0; i < ends->len; i++)
    mq_put_16 (to, (int) g_array_index (ends, guint, i));
  mq_put_16 (to, 0);          /* no instructions */
  g_byte_array_append (to, flags->data, flags->len);
  g_byte_array_append (to, xs->data, xs->len);
  g_byte_array_append (to, ys->data, ys->len);
}

/**
 * mq_truetype_outline:
 * @outline: an outline, with quadratic or cubic curves
 * @scale: units of the em for one of its own
 * @shear: how far to the right a point moves for each unit of its height
 * @to: the glyph is appended here; nothing when there is nothing to see
 *
 * Returns: its extent
 */
MqGlyphBox
mq_truetype_outline (const FT_Outline *outline, double scale, double shear, GByteArray *to)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  MqGlyphBox box = { 0 };

  for (int contour = 0, first = 0; contour < outline->n_contours; contour++)
    {
      int last = outline->contours[contour];
      guint before = points->len;

      add_contour (points, outline, first, last, scale);
      first = last + 1;
      if (points->len > before)
        {
          guint end = points->len - 1;
          g_array_append_val (ends, end);
        }
    }
  if (points->len == 0)
    return box;
  put_glyph (to, points, ends, shear, &box);
  box.n_points = points->len;
  box.n_contours = ends->len;
  return box;
}
