/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-language.h"

#include <libintl.h>
#include <locale.h>

#include "mq-datadir.h"

static gboolean arabic = TRUE;

/**
 * mq_language_start:
 * @language: "ar" or "en"
 *
 * Sets the language of every string that is shown, ours and GTK's.  To be called before GTK starts.
 */
void
mq_language_start (const char *language)
{
  const char *locale;

  g_return_if_fail (language != NULL);

  arabic = g_str_equal (language, "ar");

  /* gettext looks at LANGUAGE first, but not at all in the locale "C". */
  g_setenv ("LANGUAGE", arabic ? "ar" : "en", TRUE);
  locale = setlocale (LC_ALL, "");
  if (locale == NULL || g_str_equal (setlocale (LC_MESSAGES, NULL), "C")
      || g_str_equal (setlocale (LC_CTYPE, NULL), "C"))
    setlocale (LC_ALL, "C.UTF-8");
  /* Newer glibc (2.41, not 2.36) looks past it in "C.UTF-8" too.  With a country in its name the same locale is loaded,
   * for what has no files of its own falls back, but it is none that gettext knows. */
  if (g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "C."))
    setlocale (LC_MESSAGES, "C_EG.UTF-8");
  /* Figures inside the program are ASCII with a point, whatever the country. */
  setlocale (LC_NUMERIC, "C");
  gtk_disable_setlocale ();

  bindtextdomain (GETTEXT_PACKAGE, mq_localedir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * mq_language_direct:
 *
 * Sets the direction of all widgets.  GTK takes it from its own catalogue, which is not installed everywhere.  To be
 * called once GTK has started.
 */
void
mq_language_direct (void)
{
  gtk_widget_set_default_direction (arabic ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

/**
 * mq_language_label:
 * @label: a label of the fact list
 * @house: (nullable): the house style of the draft
 * @by_law: whether the law of the company decides between Egyptian and Iraqi words, and not the style
 *
 * Returns: (transfer none): the label to show
 */
const char *
mq_language_label (const MqLabel *label, const MqHouse *house, gboolean by_law)
{
  g_return_val_if_fail (label != NULL, "");

  if (!arabic && label->en != NULL)
    return label->en;
  if (house != NULL)
    return mq_house_label (house, label, by_law);
  return label->ar != NULL ? label->ar : "";
}

/**
 * mq_language_help:
 * @help: the help of a fact
 *
 * Returns: (transfer none) (nullable): the help to show, or %NULL if there is none
 */
const char *
mq_language_help (const MqLabel *help)
{
  g_return_val_if_fail (help != NULL, NULL);

  return !arabic && help->en != NULL ? help->en : help->ar;
}

/**
 * mq_language_shape:
 * @text: any text with ASCII digits
 *
 * Returns: (transfer full): the text with the digits of the interface
 */
char *
mq_language_shape (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return mq_digits_shape (text, arabic ? MQ_DIGITS_ARABIC : MQ_DIGITS_LATIN);
}

/**
 * mq_language_number:
 *
 * Returns: (transfer full): the number in the digits of the interface
 */
char *
mq_language_number (gint64 number)
{
  g_autofree char *ascii = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return mq_language_shape (ascii);
}

/**
 * mq_language_percent:
 *
 * Returns: (transfer full): the percentage, with its sign, in the digits of the interface
 */
char *
mq_language_percent (guint percent)
{
  g_autofree char *ascii = g_strdup_printf ("%u", percent);

  return mq_percent_text (ascii, arabic ? MQ_DIGITS_ARABIC : MQ_DIGITS_LATIN);
}

/**
 * mq_text_direction:
 * @text: any text
 *
 * Returns: the direction of its first letter, %GTK_TEXT_DIR_NONE if it has no letters
 */
GtkTextDirection
mq_text_direction (const char *text)
{
  g_return_val_if_fail (text != NULL, GTK_TEXT_DIR_NONE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;
      switch (g_unichar_get_script (c))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
          return GTK_TEXT_DIR_RTL;
        default:
          return GTK_TEXT_DIR_LTR;
        }
    }

  return GTK_TEXT_DIR_NONE;
}
