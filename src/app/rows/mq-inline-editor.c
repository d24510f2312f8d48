/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-editors.h"
#include "mq-inline-runs.h"
#include "mq-para-view.h"

#define OBJECT 0xFFFC           /* what a chip is in the buffer */

struct _MqInlineEditor
{
  MqEditor parent_instance;

  MqParaView *view;
};

G_DEFINE_FINAL_TYPE (MqInlineEditor, mq_inline_editor, MQ_TYPE_EDITOR)

static GQuark
source_quark (void)
{
  return g_quark_from_static_string ("mq-source");
}

static GtkTextBuffer *
buffer_of (MqInlineEditor *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

/* The fragment that the buffer holds: its text escaped, its chips as they came. */
static char *
value_of (MqInlineEditor *self)
{
  GString *text = g_string_new (NULL), *value = g_string_new (NULL);
  g_autofree char *rest = NULL;
  GtkTextIter iter;

  for (gtk_text_buffer_get_start_iter (buffer_of (self), &iter); !gtk_text_iter_is_end (&iter);
       gtk_text_iter_forward_char (&iter))
    {
      gunichar c = gtk_text_iter_get_char (&iter);
      GtkTextChildAnchor *anchor = c == OBJECT ? gtk_text_iter_get_child_anchor (&iter) : NULL;
      g_autofree char *run = NULL;

      if (anchor == NULL)
        {
          if (c != OBJECT && c != 0x200F)
            g_string_append_unichar (text, c);
          continue;
        }
      run = mq_inline_escape (text->str);
      g_string_truncate (text, 0);
      g_string_append_printf (value, "%s%s", run,
                              (const char *) g_object_get_qdata (G_OBJECT (anchor), source_quark ()));
    }

  rest = mq_inline_escape (text->str);
  g_string_append (value, rest);
  g_string_free (text, TRUE);

  return g_string_free (value, FALSE);
}

static void
add_chip (MqInlineEditor *self, const MqInlineRun *run)
{
  g_autoptr (GtkTextChildAnchor) anchor = gtk_text_child_anchor_new ();
  GtkWidget *chip = gtk_label_new (run->text);
  GtkTextIter end;

  g_object_set_qdata_full (G_OBJECT (anchor), source_quark (), g_strdup (run->source), g_free);
  gtk_text_buffer_get_end_iter (buffer_of (self), &end);
  gtk_text_buffer_insert_child_anchor (buffer_of (self), &end, anchor);
  gtk_widget_add_css_class (chip, "chip");
  gtk_text_view_add_child_at_anchor (GTK_TEXT_VIEW (self->view), chip, anchor);
}

static void
fill (MqInlineEditor *self, const char *value)
{
  g_autoptr (GPtrArray) runs = mq_inline_runs_read (mq_editor_document (MQ_EDITOR (self)), value);

  mq_para_view_begin (self->view);
  gtk_text_buffer_set_text (buffer_of (self), "", -1);
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const MqInlineRun *run = runs->pdata[i];
      GtkTextIter end;

      gtk_text_buffer_get_end_iter (buffer_of (self), &end);
      if (run->chip)
        add_chip (self, run);
      else
        gtk_text_buffer_insert (buffer_of (self), &end, run->text, -1);
    }
  mq_para_view_end (self->view);
}

static void
on_typed_cb (MqInlineEditor *self)
{
  g_autofree char *value = value_of (self);

  mq_editor_typed (MQ_EDITOR (self), value);
}

static void
mq_inline_editor_show (MqEditor *editor, const MqRowState *state, gboolean anew)
{
  MqInlineEditor *self = MQ_INLINE_EDITOR (editor);

  if (anew)
    {
      g_autofree char *shown = value_of (self);

      if (!g_str_equal (shown, state->text))
        fill (self, state->text);
    }
  if (gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)) == state->read_only)
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), !state->read_only);
}

static GtkWidget *
mq_inline_editor_target (MqEditor *editor)
{
  return GTK_WIDGET (MQ_INLINE_EDITOR (editor)->view);
}

static void
mq_inline_editor_class_init (MqInlineEditorClass *klass)
{
  MQ_EDITOR_CLASS (klass)->show = mq_inline_editor_show;
  MQ_EDITOR_CLASS (klass)->target = mq_inline_editor_target;
}

static void
mq_inline_editor_init (MqInlineEditor *self)
{
  self->view = MQ_PARA_VIEW (mq_para_view_new ());
  g_signal_connect_swapped (self->view, "typed", G_CALLBACK (on_typed_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));
}
