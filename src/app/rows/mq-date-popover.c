/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-date-popover.h"

#include "mq-i18n.h"

struct _MqDatePopover
{
  GtkPopover parent_instance;

  GtkCalendar *calendar;
  GtkLabel *month;
  MqHouse house;
  gboolean moving;
};

G_DEFINE_FINAL_TYPE (MqDatePopover, mq_date_popover, GTK_TYPE_POPOVER)

static guint picked_signal;

static char *
iso_of (MqDatePopover *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  return g_date_time_format (date, "%Y-%m-%d");
}

/* "November 2026", as the document writes it: the date without its day. */
static void
update_month (MqDatePopover *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *first = g_date_time_format (date, "%Y-%m-01");
  g_autofree char *text = mq_date_text (first, self->house.months, self->house.digits);
  const char *space = text != NULL ? strchr (text, ' ') : NULL;

  gtk_label_set_text (self->month, space != NULL ? space + 1 : first);
}

static void
move (MqDatePopover *self, int years, int months)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autoptr (GDateTime) by_years = g_date_time_add_years (date, years);
  g_autoptr (GDateTime) by_months = by_years != NULL ? g_date_time_add_months (by_years, months) : NULL;

  if (by_months == NULL)
    return;
  self->moving = TRUE;
  gtk_calendar_select_day (self->calendar, by_months);
  self->moving = FALSE;
  update_month (self);
}

static void on_year_back_cb     (MqDatePopover *self) { move (self, -1, 0); }
static void on_month_back_cb    (MqDatePopover *self) { move (self, 0, -1); }
static void on_month_forward_cb (MqDatePopover *self) { move (self, 0, 1); }
static void on_year_forward_cb  (MqDatePopover *self) { move (self, 1, 0); }

static void
on_day_selected_cb (MqDatePopover *self)
{
  g_autofree char *iso = NULL;

  update_month (self);
  if (self->moving)
    return;
  iso = iso_of (self);
  g_signal_emit (self, picked_signal, 0, iso);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static GtkWidget *
add_button (MqDatePopover *self, GtkWidget *box, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static void
mq_date_popover_class_init (MqDatePopoverClass *klass)
{
  picked_signal = g_signal_new ("picked", MQ_TYPE_DATE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mq_date_popover_init (MqDatePopover *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  add_button (self, head, "go-first-symbolic", _("Previous Year"), G_CALLBACK (on_year_back_cb));
  add_button (self, head, "go-previous-symbolic", _("Previous Month"), G_CALLBACK (on_month_back_cb));
  self->month = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->month), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->month), "heading");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->month));
  add_button (self, head, "go-next-symbolic", _("Next Month"), G_CALLBACK (on_month_forward_cb));
  add_button (self, head, "go-last-symbolic", _("Next Year"), G_CALLBACK (on_year_forward_cb));
  gtk_box_append (GTK_BOX (column), head);

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_calendar_set_show_heading (self->calendar, FALSE);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected_cb), self);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->calendar));

  gtk_popover_set_child (GTK_POPOVER (self), column);
}

GtkWidget *
mq_date_popover_new (void)
{
  return g_object_new (MQ_TYPE_DATE_POPOVER, NULL);
}

/**
 * mq_date_popover_show:
 * @iso: (nullable): the date that it shows; %NULL: today
 * @house: how months are called
 */
void
mq_date_popover_show (MqDatePopover *self, const char *iso, const MqHouse *house)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  g_return_if_fail (MQ_IS_DATE_POPOVER (self));
  g_return_if_fail (house != NULL);

  self->house = *house;
  if (iso != NULL && mq_date_parse_iso (iso, &year, &month, &day))
    date = g_date_time_new_local (year, month, day, 12, 0, 0);
  if (date == NULL)
    date = g_date_time_new_now_local ();

  self->moving = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->moving = FALSE;
  update_month (self);
}
