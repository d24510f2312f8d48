/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-row-head.h"

/* pixels: between labels and editor, side by side and one above the other; and what labels need beside an editor */
#define SPACING 12
#define GAP 6
#define LABELS_NEED 190

struct _MqRowHead
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MqRowHead, mq_row_head, GTK_TYPE_WIDGET)

static GtkWidget *
labels_of (MqRowHead *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self));
}

static GtkWidget *
editor_of (MqRowHead *self)
{
  GtkWidget *editor = gtk_widget_get_next_sibling (labels_of (self));

  return editor != NULL && gtk_widget_should_layout (editor) ? editor : NULL;
}

static int
size_of (GtkWidget *widget, GtkOrientation orientation, int for_size, gboolean natural)
{
  int minimum, wanted;

  gtk_widget_measure (widget, orientation, for_size, &minimum, &wanted, NULL, NULL);

  return natural ? wanted : minimum;
}

/* The width that the editor has beside the labels; 0: it stands under them. */
static int
width_beside (MqRowHead *self, int width)
{
  int editor = size_of (editor_of (self), GTK_ORIENTATION_HORIZONTAL, -1, TRUE);
  int labels = MIN (size_of (labels_of (self), GTK_ORIENTATION_HORIZONTAL, -1, TRUE), LABELS_NEED);

  return labels + SPACING + editor <= width ? editor : 0;
}

static GtkSizeRequestMode
mq_row_head_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mq_row_head_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  MqRowHead *self = MQ_ROW_HEAD (widget);
  GtkWidget *labels = labels_of (self), *editor = editor_of (self);
  int beside;

  if (editor == NULL)
    {
      gtk_widget_measure (labels, orientation, for_size, minimum, natural, NULL, NULL);
      return;
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (size_of (labels, orientation, -1, FALSE), size_of (editor, orientation, -1, FALSE));
      *natural = size_of (labels, orientation, -1, TRUE) + SPACING + size_of (editor, orientation, -1, TRUE);
      return;
    }

  beside = for_size >= 0 ? width_beside (self, for_size) : 1;
  if (beside > 0)
    *minimum = MAX (size_of (labels, orientation, for_size >= 0 ? for_size - SPACING - beside : -1, TRUE),
                    size_of (editor, orientation, for_size >= 0 ? beside : -1, TRUE));
  else
    *minimum = size_of (labels, orientation, for_size, TRUE) + GAP + size_of (editor, orientation, for_size, TRUE);
  *natural = *minimum;
}

static void
place (GtkWidget *child, int whole, int x, int y, int width, int height)
{
  if (gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL)
    x = whole - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
mq_row_head_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MqRowHead *self = MQ_ROW_HEAD (widget);
  GtkWidget *labels = labels_of (self), *editor = editor_of (self);
  int beside = editor != NULL ? width_beside (self, width) : 0, above;

  if (editor == NULL)
    {
      place (labels, width, 0, 0, width, height);
    }
  else if (beside > 0)
    {
      place (labels, width, 0, 0, width - SPACING - beside, height);
      place (editor, width, width - beside, 0, beside, height);
    }
  else
    {
      above = size_of (labels, GTK_ORIENTATION_VERTICAL, width, TRUE);
      place (labels, width, 0, 0, width, above);
      place (editor, width, 0, above + GAP, MIN (width, size_of (editor, GTK_ORIENTATION_HORIZONTAL, -1, TRUE)),
             height - above - GAP);
    }
}

static void
mq_row_head_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mq_row_head_parent_class)->dispose (object);
}

static void
mq_row_head_class_init (MqRowHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mq_row_head_dispose;
  widget_class->get_request_mode = mq_row_head_request_mode;
  widget_class->measure = mq_row_head_measure;
  widget_class->size_allocate = mq_row_head_allocate;
}

static void
mq_row_head_init (MqRowHead *self)
{
}

/**
 * mq_row_head_set_editor:
 * @editor: what stands beside the labels, or under them
 */
void
mq_row_head_set_editor (MqRowHead *self, GtkWidget *editor)
{
  g_return_if_fail (MQ_IS_ROW_HEAD (self));
  g_return_if_fail (GTK_IS_WIDGET (editor));

  gtk_widget_set_parent (editor, GTK_WIDGET (self));
}
