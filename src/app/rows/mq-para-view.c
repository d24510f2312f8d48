/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-para-view.h"

#include "mq-language.h"

#define MARK 0x200F             /* right-to-left mark */
/* pixels */
#define WIDTH_MINIMUM 60
#define WIDTH_NATURAL 200
/* as style.css has it: a text view gives no way to ask */
#define LINE_HEIGHT .9

struct _MqParaView
{
  GtkTextView parent_instance;

  guint filling;
};

G_DEFINE_FINAL_TYPE (MqParaView, mq_para_view, GTK_TYPE_TEXT_VIEW)

enum { TYPED, SPLIT, JOIN, N_SIGNALS };
static guint signals[N_SIGNALS];

static GtkTextBuffer *
buffer_of (MqParaView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* The mark is there exactly when the text needs it. */
static void
keep_direction (MqParaView *self)
{
  GtkTextBuffer *buffer = buffer_of (self);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  gboolean has, wants;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  has = g_utf8_get_char (text) == MARK;
  wants = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
          && mq_text_direction (has ? g_utf8_next_char (text) : text) == GTK_TEXT_DIR_LTR;
  if (has == wants)
    return;

  self->filling++;
  if (wants)
    {
      gtk_text_buffer_insert (buffer, &start, "\u200F", -1);
    }
  else
    {
      end = start;
      gtk_text_iter_forward_char (&end);
      gtk_text_buffer_delete (buffer, &start, &end);
    }
  self->filling--;
}

static void
on_changed_cb (MqParaView *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->filling > 0)
    return;
  keep_direction (self);
  g_signal_emit (self, signals[TYPED], 0);
}

/* Lines that are pasted become one. */
static void
on_insert_cb (MqParaView *self, GtkTextIter *at, char *text, int length, GtkTextBuffer *buffer)
{
  g_autofree char *line = NULL;

  if (self->filling > 0 || (memchr (text, '\n', length) == NULL && memchr (text, '\r', length) == NULL))
    return;

  line = g_strndup (text, length);
  g_strdelimit (line, "\r\n", ' ');
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, at, line, -1);
}

static gboolean
on_key_cb (MqParaView *self, guint key, guint code, GdkModifierType state)
{
  GtkTextBuffer *buffer = buffer_of (self);
  GtkTextIter cursor;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      g_signal_emit (self, signals[SPLIT], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_BackSpace:
      if (gtk_text_buffer_get_has_selection (buffer) || gtk_text_iter_get_offset (&cursor) > 0)
        return GDK_EVENT_PROPAGATE;
      g_signal_emit (self, signals[JOIN], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- size ---- */

static GtkSizeRequestMode
mq_para_view_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The text as it takes room: what stands for a child is as wide as the child. */
static char *
text_for_room (MqParaView *self)
{
  GString *text = g_string_new (NULL);
  GtkTextIter iter;

  for (gtk_text_buffer_get_start_iter (buffer_of (self), &iter); !gtk_text_iter_is_end (&iter);
       gtk_text_iter_forward_char (&iter))
    {
      GtkTextChildAnchor *anchor = gtk_text_iter_get_child_anchor (&iter);
      guint n = 0;
      g_autofree GtkWidget **children = anchor != NULL ? gtk_text_child_anchor_get_widgets (anchor, &n) : NULL;

      if (n > 0 && GTK_IS_LABEL (children[0]))
        g_string_append_printf (text, "\u00A0%s\u00A0", gtk_label_get_text (GTK_LABEL (children[0])));
      else
        g_string_append_unichar (text, gtk_text_iter_get_char (&iter));
    }

  return g_string_free (text, FALSE);
}

/* GtkTextView does not know its height before it has been shown at its width, which is too late for a row that is to be
 * as high as its text.  Asked without a width, the minimum is that of any width, one line: GTK 4.18 takes it as a floor
 * for all of them. */
static void
mq_para_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  MqParaView *self = MQ_PARA_VIEW (widget);
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = WIDTH_MINIMUM;
      *natural = WIDTH_NATURAL;
      return;
    }

  text = text_for_room (self);
  layout = gtk_widget_create_pango_layout (widget, text);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_line_height_new (LINE_HEIGHT));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (for_size > 0 ? for_size : WIDTH_NATURAL) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, natural);
  *minimum = *natural;
  if (for_size > 0)
    return;
  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, NULL, minimum);
}

static void
mq_para_view_class_init (MqParaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = mq_para_view_request_mode;
  widget_class->measure = mq_para_view_measure;

  signals[TYPED] = g_signal_new ("typed", MQ_TYPE_PARA_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SPLIT] = g_signal_new ("split", MQ_TYPE_PARA_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[JOIN] = g_signal_new ("join", MQ_TYPE_PARA_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mq_para_view_init (MqParaView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkTextBuffer *buffer = buffer_of (self);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "field");

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (on_insert_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
mq_para_view_new (void)
{
  return g_object_new (MQ_TYPE_PARA_VIEW, NULL);
}

/**
 * mq_para_view_begin:
 *
 * What is done to the buffer from here to mq_para_view_end() was not typed.
 */
void
mq_para_view_begin (MqParaView *self)
{
  g_return_if_fail (MQ_IS_PARA_VIEW (self));

  self->filling++;
}

void
mq_para_view_end (MqParaView *self)
{
  g_return_if_fail (MQ_IS_PARA_VIEW (self));
  g_return_if_fail (self->filling > 0);

  keep_direction (self);
  self->filling--;
}

void
mq_para_view_set_text (MqParaView *self, const char *text)
{
  g_autofree char *now = NULL;

  g_return_if_fail (MQ_IS_PARA_VIEW (self));
  g_return_if_fail (text != NULL);

  now = mq_para_view_dup_text (self);
  if (g_str_equal (now, text))
    return;
  mq_para_view_begin (self);
  gtk_text_buffer_set_text (buffer_of (self), text, -1);
  mq_para_view_end (self);
}

static char *
without_mark (char *text)
{
  if (g_utf8_get_char (text) == MARK)
    memmove (text, g_utf8_next_char (text), strlen (g_utf8_next_char (text)) + 1);

  return text;
}

/**
 * mq_para_view_dup_text:
 *
 * Returns: (transfer full): the text, one line
 */
char *
mq_para_view_dup_text (MqParaView *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (MQ_IS_PARA_VIEW (self), NULL);

  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  return without_mark (gtk_text_buffer_get_text (buffer_of (self), &start, &end, FALSE));
}

/**
 * mq_para_view_dup_part:
 * @after_cursor: the text after the cursor, or that before it
 *
 * Returns: (transfer full): that part
 */
char *
mq_para_view_dup_part (MqParaView *self, gboolean after_cursor)
{
  GtkTextIter start, end, cursor;
  GtkTextBuffer *buffer;

  g_return_val_if_fail (MQ_IS_PARA_VIEW (self), NULL);

  buffer = buffer_of (self);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  return without_mark (after_cursor ? gtk_text_buffer_get_text (buffer, &cursor, &end, FALSE)
                                    : gtk_text_buffer_get_text (buffer, &start, &cursor, FALSE));
}
