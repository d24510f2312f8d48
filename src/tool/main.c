/* SPDX-License-Identifier: GPL-3.0-or-later */

/* muqtarah-tool: the program without its window, for scripts, tests and servers. */

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "config.h"
#include "mq-datadir.h"
#include "mq-i18n.h"
#include "tool.h"

static const struct {
  const char *name;
  int n_least, n_most;
  ToolCommand run;
  const char *usage;
} commands[] = {
  { "new",    1, 1, tool_new,    N_("new DRAFT                     a new draft of the standard proposal (--kind NAME: of another kind)") },
  { "check",  1, 1, tool_check,  N_("check DRAFT                   findings, one a line: severity, path or id, sentence (--json)") },
  { "get",    2, 2, tool_get,    N_("get DRAFT PATH                one fact; a table as tab-separated rows") },
  { "set",    3, 3, tool_set,    N_("set DRAFT PATH VALUE          one fact changed (VALUE -: from standard input)") },
  { "mend",   1, 1, tool_mend,   N_("mend DRAFT                    mixed digits, look-alike letters and stray marks in facts mended; how many facts") },
  { "format", 1, 1, tool_format, N_("format DRAFT                  the canonical form") },
  { "export", 2, 2, tool_export, N_("export DRAFT PDF              the PDF, with the draft's state across each page (--copy clean: without; --copy review: lines counted too; --line-numbers)") },
  { "extract", 2, 2, tool_extract, N_("extract PDF DRAFT             the draft out of an exported PDF; 1: the file was changed since") },
  { "text",   1, 1, tool_text,   N_("text DRAFT                    the body as plain text, a block a line") },
  { "words",   2, 12, tool_words,   N_("words AMOUNT CURRENCY         an amount in words (--case nom|gen|acc, --style short|long, --wrap)") },
  { "count",   2, 4,  tool_count,   N_("count N NOUN                  a counted noun in words (--case nom|gen|acc)") },
  { "ordinal", 1, 9,  tool_ordinal, N_("ordinal N                     an ordinal with its noun (--gender f|m, --case nom|gen|acc)") },
  { "date",    1, 8,  tool_date,    N_("date YYYY-MM-DD               a date in words (--style eg|iq|both|hijri, --weekday)") },
  { "fold",    1, 3,  tool_fold,    N_("fold TEXT                     what searching compares (--level 1|2)") },
};

static int
usage (FILE *to)
{
  fprintf (to, "%s\n", _("Usage: muqtarah-tool COMMAND [-o OUT] …"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (to, "  %s\n", _(commands[i].usage));
  return TOOL_COULD_NOT;
}

/* Takes the options out of the arguments.  What is none of them is an argument, dash or not: a value may
 * be "--07-01"; a command that gets an argument too many is refused by their number.  After `--` nothing
 * is an option. */
static void
take_options (ToolOptions *options, int *n, char **arguments)
{
  int kept = 0;
  gboolean literal = FALSE;

  for (int i = 0; i < *n; i++)
    {
      const char *a = arguments[i];
      gboolean has_value = i + 1 < *n;

      if (literal)
        arguments[kept++] = arguments[i];
      else if (g_str_equal (a, "--"))
        literal = TRUE;
      else if (g_str_equal (a, "--json"))
        options->json = TRUE;
      else if (g_str_equal (a, "-o") && has_value)
        options->output = arguments[++i];
      else if (g_str_equal (a, "--kind") && has_value)
        options->kind = arguments[++i];
      else if (g_str_equal (a, "--copy") && has_value)
        options->copy = arguments[++i];
      else if (g_str_has_prefix (a, "--copy="))
        options->copy = a + strlen ("--copy=");
      else if (g_str_equal (a, "--line-numbers"))
        options->line_numbers = TRUE;
      else
        arguments[kept++] = arguments[i];
    }
  *n = kept;
}

int
main (int argc, char **argv)
{
  ToolOptions options = { .kind = "standard", .copy = "marked" };
  int n = argc - 2;
  int status = TOOL_USAGE;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, mq_localedir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc >= 2 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      usage (stdout);
      return TOOL_DONE;
    }
  if (argc >= 2 && g_str_equal (argv[1], "--version"))
    {
      printf ("muqtarah-tool %s\n", PACKAGE_VERSION);
      return TOOL_DONE;
    }
  if (argc < 2)
    return usage (stderr);
  take_options (&options, &n, argv + 2);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, argv[1]))
      {
        if (n >= commands[i].n_least && n <= commands[i].n_most)
          status = commands[i].run (&options, n, argv + 2);
        break;
      }
  return status == TOOL_USAGE ? usage (stderr) : status;
}
