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

/* pdf.js measures gaps in the units of the text matrix, and everybody else on the page.  So a matrix that is wider
 * than high, with letters (Tz) that are as much narrower, looks the same, and its gaps are smaller to pdf.js. */
void
mq_text_ops_begin_line (MqTextOps *ops, int stretch)
{
  ops->stretch = stretch > 1 ? stretch : 0;
  if (ops->stretch == 0)
    return;
  coordinate (ops->out, 100.0 / stretch);
  g_string_append (ops->out, "Tz\n");
}

void
mq_text_ops_end_line (MqTextOps *ops)
{
  mq_text_ops_end (ops);
  if (ops->stretch > 0)
    g_string_append (ops->out, "100 Tz\n");
  ops->stretch = 0;
}

/* Cairo has turned the page over, so that y grows downwards: text is turned back. */
void
mq_text_ops_place (MqTextOps *ops, double x, double y, double size)
{
  mq_text_ops_end (ops);
  coordinate (ops->out, size * MAX (1, ops->stretch));
  g_string_append (ops->out, "0 0 ");
  coordinate (ops->out, -size);
  coordinate (ops->out, x);
  coordinate (ops->out, y);
  g_string_append (ops->out, "Tm\n");
  ops->left = (double) llrint (x * 1000) / 1000;        /* as coordinate() has it: pdf.js compares places bit by bit */
  ops->y = y;
  ops->size = size;
  ops->pen = 0;
  ops->unseen = 0;
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
  /* most are letters */
  if (character < 0xad || (character >= 0x620 && character <= 0x64a))
    return;
  if (mq_pdfjs_skips (character))
    ops->skipped = advance;
  else if (g_unichar_type (character) == G_UNICODE_NON_SPACING_MARK)
    ops->unseen -= advance;
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
  ops->unseen -= advance - 1;
  mq_text_ops_end (ops);
}

/* Marked content without any content, within that of the paragraph. */
void
mq_text_ops_end_piece (MqTextOps *ops)
{
  mq_text_ops_end (ops);
  g_string_append (ops->out, "/Span BMC EMC\n");
}

/* Marked content needs no element of the structure to have a language (ISO 32000-1, 14.9.2.2). */
void
mq_text_ops_language (MqTextOps *ops, const char *language)
{
  mq_text_ops_end (ops);
  if (language != NULL)
    g_string_append_printf (ops->out, "/Span <</Lang (%s)>> BDC\n", language);
  else
    g_string_append (ops->out, "EMC\n");
}

/* The marker is written outside of the page as well.  Of the two numbers behind it pdf.js takes the second. */
void
mq_text_ops_jump (MqTextOps *ops, guint16 marker, int advance, double x, double seen)
{
  int to = (int) lrint ((x - ops->left) * MQ_EM / ops->size);
  int seen_to = (int) lrint ((seen - ops->left) * MQ_EM / ops->size), shown, skipped;

  mq_text_ops_end (ops);
  shown = seen_to - (ops->pen + ops->unseen);
  skipped = advance + shown - (to - ops->pen);
  if (skipped == 0)
    {
      skipped = 1;
      shown++;
    }
  number (ops, AWAY);
  code (ops, marker);
  number (ops, skipped);
  number (ops, -AWAY - shown);
  ops->unseen += ops->pen + shown - to;
  ops->pen = to;
  mq_text_ops_end (ops);
}

/* From a place that pdf.js believes in, by a way out of the page and back, to another one. */
static void
go_round (MqTextOps *ops, guint16 marker, int advance, double seen, double x)
{
  int skipped;

  mq_text_ops_place (ops, seen, ops->y, ops->size);
  ops->pen = (int) lrint ((x - ops->left) * MQ_EM / ops->size);
  ops->unseen = -ops->pen;
  skipped = advance - ops->pen;
  number (ops, AWAY);
  code (ops, marker);
  number (ops, skipped != 0 ? skipped : 1);
  number (ops, -AWAY);
}

/* pdf.js joins what begins with a mark to nothing but what it finds at the very same place, to the last bit.  So it
 * must come there by the same sums: once by a character's width, and once by a move of as much. */
void
mq_text_ops_end_part (MqTextOps *ops, guint16 marker, int advance, double x, guint16 value, int width)
{
  go_round (ops, marker, advance, mq_text_ops_seen (ops), x);
  mq_text_ops_end (ops);
  code (ops, value);
  ops->pen += width;
  ops->part_end = ops->left;
  ops->part_end_width = width;
}

void
mq_text_ops_join (MqTextOps *ops, guint16 marker, int advance, double x)
{
  go_round (ops, marker, advance, ops->part_end, x - ops->part_end_width * ops->size / MQ_EM);
  number (ops, -ops->part_end_width);
  ops->pen += ops->part_end_width;
  mq_text_ops_end (ops);
}

double
mq_text_ops_seen (const MqTextOps *ops)
{
  return ops->left + (ops->pen + ops->unseen) * ops->size / MQ_EM;
}

char *
mq_text_ops_word (const GArray *slots, int width)
{
  MqTextOps ops = { .out = g_string_new (NULL), .in_array = TRUE, .in_string = TRUE };
  int pen = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      const MqSlot *slot = &g_array_index (slots, MqSlot, i);

      number (&ops, pen - slot->x);
      code (&ops, slot->code);
      pen = slot->x + slot->advance;
    }
  number (&ops, pen - width);
  begin_string (&ops);
  return g_string_free (ops.out, FALSE);
}
