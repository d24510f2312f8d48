/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-editors.h"

#include "mq-i18n.h"
#include "mq-language.h"
#include "mq-line-row.h"

/* The items of a list, or paragraphs, each in a field of its own.  A field that is empty is no item yet: the value of
 * the whole is the fields that hold something, joined by \n. */

struct _MqLinesEditor
{
  MqEditor parent_instance;

  GtkBox *box;
  GtkWidget *add;
  GPtrArray *lines;             /* MqLineRow */
};

G_DEFINE_FINAL_TYPE (MqLinesEditor, mq_lines_editor, MQ_TYPE_EDITOR)

static void on_line_typed_cb (MqLinesEditor *self);
static void on_line_split_cb (MqLinesEditor *self, MqLineRow *line);
static void on_line_join_cb  (MqLinesEditor *self, MqLineRow *line);
static void on_line_move_cb  (MqLinesEditor *self, int by, MqLineRow *line);
static void on_line_remove_cb (MqLinesEditor *self, MqLineRow *line);

static char *
value_of (MqLinesEditor *self)
{
  GString *value = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *text = mq_line_row_dup_text (self->lines->pdata[i]);

      if (*text == '\0')
        continue;
      if (value->len > 0)
        g_string_append_c (value, '\n');
      g_string_append (value, text);
    }

  return g_string_free (value, FALSE);
}

static guint
index_of (MqLinesEditor *self, MqLineRow *line)
{
  guint i = 0;

  g_ptr_array_find (self->lines, line, &i);

  return i;
}

static void
number_lines (MqLinesEditor *self)
{
  const MqRowState *state = mq_editor_state (MQ_EDITOR (self));

  for (guint i = 0; i < self->lines->len; i++)
    mq_line_row_set_place (self->lines->pdata[i], state->label, i, self->lines->len);
}

static MqLineRow *
insert_line (MqLinesEditor *self, guint at, const char *text)
{
  MqLineRow *line = MQ_LINE_ROW (mq_line_row_new (text));

  g_signal_connect_object (line, "typed", G_CALLBACK (on_line_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "split", G_CALLBACK (on_line_split_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "join", G_CALLBACK (on_line_join_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "move", G_CALLBACK (on_line_move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "remove", G_CALLBACK (on_line_remove_cb), self, G_CONNECT_SWAPPED);

  gtk_box_insert_child_after (self->box, GTK_WIDGET (line), at > 0 ? self->lines->pdata[at - 1] : NULL);
  g_ptr_array_insert (self->lines, (int) at, line);

  return line;
}

static void
remove_line (MqLinesEditor *self, guint at)
{
  MqLineRow *line = self->lines->pdata[at];

  g_ptr_array_remove_index (self->lines, at);
  gtk_box_remove (self->box, GTK_WIDGET (line));
}

static void
commit (MqLinesEditor *self)
{
  g_autofree char *value = value_of (self);

  mq_editor_typed (MQ_EDITOR (self), value);
}

/* ---- what the lines say ---- */

static void
on_line_typed_cb (MqLinesEditor *self)
{
  commit (self);
}

static void
on_line_split_cb (MqLinesEditor *self, MqLineRow *line)
{
  g_autofree char *before = mq_line_row_dup_part (line, FALSE), *after = mq_line_row_dup_part (line, TRUE);
  guint at = index_of (self, line);
  MqLineRow *next;

  mq_line_row_set_text (line, before);
  next = insert_line (self, at + 1, after);
  number_lines (self);
  commit (self);
  mq_line_row_focus (next, FALSE);
}

static void
on_line_join_cb (MqLinesEditor *self, MqLineRow *line)
{
  guint at = index_of (self, line);
  g_autofree char *text = mq_line_row_dup_text (line);

  if (at == 0)
    return;
  mq_line_row_focus (self->lines->pdata[at - 1], TRUE);
  if (*text != '\0')
    mq_line_row_append (self->lines->pdata[at - 1], text);
  remove_line (self, at);
  number_lines (self);
  commit (self);
}

static void
on_line_move_cb (MqLinesEditor *self, int by, MqLineRow *line)
{
  guint from = index_of (self, line);
  int to = (int) from + by;

  if (to < 0 || to >= (int) self->lines->len)
    return;
  mq_draft_end_burst (mq_document_draft (mq_editor_document (MQ_EDITOR (self))));
  g_ptr_array_remove_index (self->lines, from);
  g_ptr_array_insert (self->lines, to, line);
  gtk_box_reorder_child_after (self->box, GTK_WIDGET (line), to > 0 ? self->lines->pdata[to - 1] : NULL);
  number_lines (self);
  commit (self);
  mq_line_row_focus (line, TRUE);
}

static void
on_line_remove_cb (MqLinesEditor *self, MqLineRow *line)
{
  guint at = index_of (self, line);

  mq_draft_end_burst (mq_document_draft (mq_editor_document (MQ_EDITOR (self))));
  if (self->lines->len > 1)
    mq_line_row_focus (self->lines->pdata[at > 0 ? at - 1 : 1], TRUE);
  remove_line (self, at);
  number_lines (self);
  commit (self);
}

static void
on_add_cb (MqLinesEditor *self)
{
  MqLineRow *line = insert_line (self, self->lines->len, "");

  number_lines (self);
  mq_line_row_focus (line, FALSE);
}

/* ---- type ---- */

static void
fill (MqLinesEditor *self, const char *value)
{
  g_auto (GStrv) texts = g_strsplit (value, "\n", -1);
  guint n = g_strv_length (texts);

  while (self->lines->len > n)
    remove_line (self, self->lines->len - 1);
  for (guint i = 0; i < n; i++)
    if (i < self->lines->len)
      mq_line_row_set_text (self->lines->pdata[i], texts[i]);
    else
      insert_line (self, i, texts[i]);
}

static void
mq_lines_editor_show (MqEditor *editor, const MqRowState *state, gboolean anew)
{
  MqLinesEditor *self = MQ_LINES_EDITOR (editor);
  g_autofree char *shown = value_of (self);

  if (anew && !g_str_equal (shown, state->text))
    fill (self, state->text);
  number_lines (self);
  gtk_widget_set_visible (self->add, !state->read_only);
  for (guint i = 0; i < self->lines->len; i++)
    mq_line_row_set_read_only (self->lines->pdata[i], state->read_only);
}

static GtkWidget *
mq_lines_editor_target (MqEditor *editor)
{
  return GTK_WIDGET (MQ_LINES_EDITOR (editor)->box);
}

static gboolean
mq_lines_editor_grab_focus (GtkWidget *widget)
{
  MqLinesEditor *self = MQ_LINES_EDITOR (widget);

  if (self->lines->len > 0)
    {
      mq_line_row_focus (self->lines->pdata[0], TRUE);
      return TRUE;
    }
  return gtk_widget_grab_focus (self->add);
}

static void
mq_lines_editor_finalize (GObject *object)
{
  g_clear_pointer (&MQ_LINES_EDITOR (object)->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (mq_lines_editor_parent_class)->finalize (object);
}

static void
mq_lines_editor_class_init (MqLinesEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mq_lines_editor_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = mq_lines_editor_grab_focus;
  MQ_EDITOR_CLASS (klass)->show = mq_lines_editor_show;
  MQ_EDITOR_CLASS (klass)->target = mq_lines_editor_target;
}

static void
mq_lines_editor_init (MqLinesEditor *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->lines = g_ptr_array_new ();
  self->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4,
                            "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->box));

  self->add = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->add),
                        g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "list-add-symbolic",
                                      "label", _("Add Item"), NULL));
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_add_cb), self);
  gtk_box_append (GTK_BOX (column), self->add);

  adw_bin_set_child (ADW_BIN (self), column);
}
