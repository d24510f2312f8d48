/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-text-ops.h"

#include <math.h>

/* Outside of any page: 300 ems. */
#define AWAY 300000

static const char digits[] = "0123456789abcdef";

static void
begin_array (MqTextOps *ops)
{
  if (ops->in_array)
    return;
  g_string_append_c (ops->out, '[');
  ops->in_array = TRUE;
}

static void
begin_string (MqTextOps *ops)
{
  begin_array (ops);
  if (ops->in_string)
    return;
  g_string_append_c (ops->out, '<');
  ops->in_string = TRUE;
}

/* In an array a positive number moves the pen to the left. */
static void
number (MqTextOps *ops, int value)
{
  char buffer[16];
  int n = sizeof buffer;
  guint rest = (guint) ABS (value);

  if (value == 0)
    return;
  begin_array (ops);
  if (ops->in_string)
    {
      g_string_append_c (ops->out, '>');
      ops->in_string = FALSE;
    }
  else if (ops->out->str[ops->out->len - 1] != '[' && ops->out->str[ops->out->len - 1] != '>')
    g_string_append_c (ops->out, ' ');
  do
    buffer[--n] = digits[rest % 10];
  while (rest /= 10);
  if (value < 0)
    buffer[--n] = '-';
  g_string_append_len (ops->out, buffer + n, (gssize) sizeof buffer - n);
}

static void
code (MqTextOps *ops, guint16 value)
{
  char hex[4] = { digits[value >> 12 & 15], digits[value >> 8 & 15], digits[value >> 4 & 15],
                  digits[value & 15] };

  begin_string (ops);
  g_string_append_len (ops->out, hex, 4);
}

/* pdf.js leaves an invisible character out with its width and the number behind it: so two numbers, one that
 * takes the width's place and the rest. */
static void
step (MqTextOps *ops, int to_left)
{
  ops->pen -= to_left;
  if (ops->skipped < 0)
    {
      number (ops, to_left);
      return;
    }
  if (ops->skipped > 0 || to_left != 0)
    {
      int width = ops->skipped > 0 ? ops->skipped : 1;

      number (ops, width);
      number (ops, to_left - width);
    }
  ops->skipped = -1;
}

void
mq_text_ops_end (MqTextOps *ops)
{
  step (ops, 0);
  if (!ops->in_array)
    return;
  if (ops->in_string)
    g_string_append_c (ops->out, '>');
  g_string_append (ops->out, "]TJ\n");
  ops->in_array = ops->in_string = FALSE;
}

/* A number with three decimals at most, whatever the locale, and a space. */
static void
coordinate (GString *out, double value)
{
  gint64 thousandths = llrint (fabs (value) * 1000);
  gboolean minus = value < 0 && thousandths != 0;
  char buffer[32];
  int n = sizeof buffer, places = 3;

  buffer[--n] = ' ';
  while (places > 0 && thousandths % 10 == 0)
    {
      thousandths /= 10;
      places--;
    }
  if (places > 0)
    {
      for (; places > 0; places--, thousandths /= 10)
        buffer[--n] = digits[thousandths % 10];
      buffer[--n] = '.';
    }
  do
    buffer[--n] = digits[thousandths % 10];
  while (thousandths /= 10);
  if (minus)
    buffer[--n] = '-';
  g_string_append_len (out, buffer + n, (gssize) sizeof buffer - n);
}

/* Cairo has turned the page over, so that y grows downwards: text is turned back. */
void
mq_text_ops_place (MqTextOps *ops, double x, double y, double size)
{
  mq_text_ops_end (ops);
  coordinate (ops->out, size);
  g_string_append (ops->out, "0 0 ");
  coordinate (ops->out, -size);
  coordinate (ops->out, x);
  coordinate (ops->out, y);
  g_string_append (ops->out, "Tm\n");
  ops->left = round (x * 1000) / 1000;
  ops->size = size;
  ops->pen = 0;
  ops->skipped = -1;
}

void
mq_text_ops_move (MqTextOps *ops, double x)
{
  step (ops, (int) lrint (ops->pen - (x - ops->left) * MQ_EM / ops->size));
}

void
mq_text_ops_show (MqTextOps *ops, guint16 value, gunichar character, int advance)
{
  code (ops, value);
  ops->pen += advance;
  if (mq_pdfjs_skips (character))
    ops->skipped = advance;
}

void
mq_text_ops_copy (MqTextOps *ops, const char *inside, int width)
{
  begin_string (ops);
  g_string_append (ops->out, inside);
  ops->pen += width;
}

void
mq_text_ops_away (MqTextOps *ops, guint16 value, int advance)
{
  number (ops, AWAY);
  code (ops, value);
  number (ops, 1);
  number (ops, advance - AWAY - 1);
  mq_text_ops_end (ops);
}

char *
mq_text_ops_word (const GArray *slots, int width)
{
  GString *inside = g_string_new (NULL);
  int pen = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      const MqSlot *slot = &g_array_index (slots, MqSlot, i);

      if (slot->x != pen)
        g_string_append_printf (inside, ">%d<", pen - slot->x);
      g_string_append_printf (inside, "%04x", slot->code);
      pen = slot->x + slot->advance;
    }
  if (pen != width)
    g_string_append_printf (inside, ">%d<", pen - width);
  return g_string_free (inside, FALSE);
}
